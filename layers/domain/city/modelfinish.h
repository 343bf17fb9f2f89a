// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

namespace loci::city {

/// Last steps of whoever fills a model.
void linkChildren(CityModel &model);  ///< objectChildren and children from objectParent
void computeExtent(CityModel &model); ///< extent of the vertices that geometries and instances use

} // namespace loci::city

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/rays/rayscene.h"
#include "layers/base/finding.h"
#include "layers/domain/city/citymodel.h"

namespace loci::analysis {

/// Everything of a model that stands in the way of light and sight: terrain, buildings and the rest, each triangle
/// owned by its root object.
OwnedFaces facesOfModel(const city::CityModel &model);
/// Finding building_without_body for each building of which the model has an outline or nothing: it stands in nobody's
/// way there, whatever height an attribute states.
Findings withoutBody(const city::CityModel &model);

} // namespace loci::analysis

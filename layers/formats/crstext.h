// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <string_view>

namespace loci::formats {

/// The EPSG code in "https://www.opengis.net/def/crs/EPSG/0/7415", "urn:ogc:def:crs:EPSG::7415", "EPSG:7415" or a
/// compound URN (its horizontal part); unknown for everything else.
EpsgCode epsgFromText(std::string_view text);

} // namespace loci::formats

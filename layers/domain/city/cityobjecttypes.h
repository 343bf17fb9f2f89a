// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <string_view>

namespace loci::city {

/// CityJSON's table of object types (versions 1.0 to 2.0 together).
bool isKnownObjectType(std::string_view type); ///< also every "+Extension" type
/// Whether a known type is part of this version of CityJSON ("1.0", "1.1", "2.0").
bool isTypeOfVersion(std::string_view type, std::string_view version);
bool needsParent(std::string_view type); ///< second-level types: BuildingPart, BridgeRoom, ...
/// Whether an object of this type may have this geometry. True for types that are not known.
bool allowsGeometry(std::string_view type, GeometryType geometry);
bool isKnownSemanticType(std::string_view type);

} // namespace loci::city

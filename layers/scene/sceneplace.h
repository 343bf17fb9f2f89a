// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/domain/sun/solarposition.h"

#include <optional>

namespace loci::scene {

/// Latitude and longitude of a place given in a CRS, for the sun; and which way true north is there: the angle from the
/// grid's north, clockwise, degrees (the convergence of the meridians, negated). Empty when the CRS is unknown.
struct GeoReference
{
    sun::GeoPlace place;
    double trueNorth = 0;
};
std::optional<GeoReference> geoReference(EpsgCode crs, const Vec3 &place);

} // namespace loci::scene

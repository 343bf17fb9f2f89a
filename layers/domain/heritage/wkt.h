// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QString>
#include <optional>
#include <vector>

namespace loci::heritage {

/// The box of a well-known text (POINT to GEOMETRYCOLLECTION, also with Z or M); nullopt when it is none, is EMPTY, or
/// has a coordinate that is no finite number. What holds the shape together (rings that close) is not checked here.
std::optional<Box3> boxOfWkt(const QString &wkt);

/// MULTIPOLYGON of open rings (polygon, ring with the exterior first, points) to the millimetre; empty without
/// polygons.
QString multiPolygonWkt(const std::vector<std::vector<std::vector<Vec2>>> &polygons);

/// Metres between two places in degrees on a sphere.
double metresBetween(Vec2 first, Vec2 second);

} // namespace loci::heritage

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

namespace loci::map {

/// Coordinates between reference systems, by PROJ through QGIS. Compound systems count by their horizontal part; an
/// unknown system on either side leaves the coordinates as they are. Heights are not changed. Main thread.
Vec2 reprojectPoint(const Vec2 &point, EpsgCode from, EpsgCode to);
/// Box around the reprojected box (edges densified); empty when it cannot be reprojected. z is kept.
Box3 reprojectBox(const Box3 &box, EpsgCode from, EpsgCode to);

} // namespace loci::map

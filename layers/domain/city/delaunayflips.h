// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace loci::city {

/// Turns inner edges of a triangulation until it is Delaunay's within its border: no needless slivers, whose normals
/// would tell of nothing but rounding. Triangles are three indices into `points` each, all turned the same way.
void flipToDelaunay(std::span<const Vec2> points, std::vector<std::uint32_t> &triangles);

} // namespace loci::city

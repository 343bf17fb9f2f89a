// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <cstdint>
#include <span>
#include <vector>

namespace loci::scene {

/// Lines of a mesh: two positions each, and whose they are.
struct EdgeLines
{
    std::vector<std::int32_t> ends;
    std::vector<city::ObjectIndex> object;
};

/// The edges that a draughtsman would draw: where surfaces of one object meet at an angle of more than twenty degrees,
/// or end. Seams within a plane (of triangles, of split walls) are none, whichever way the surfaces are turned.
/// Corners that differ by less than a millimetre are one. Triangles of an object follow each other. Any thread.
EdgeLines crispEdges(std::span<const float> positions, std::span<const std::int32_t> triangles,
                     std::span<const city::ObjectIndex> object);

} // namespace loci::scene

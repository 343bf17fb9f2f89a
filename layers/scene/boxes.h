// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/mesh.h"
#include "layers/scene/scenetypes.h"

#include <unordered_map>
#include <vector>

namespace loci::scene {

/// A building as a box along its own walls: what is drawn of it from afar. Relative to the mesh's origin.
struct TurnedBox
{
    city::ObjectIndex object = city::kNone; ///< the root
    double x = 0, y = 0;                    ///< middle
    double angle = 0;                       ///< of the first side, radians
    double halfLength = 0, halfWidth = 0;
    double bottom = 0, top = 0; ///< lowest point; mean height of the roof
    double volume() const { return 4 * halfLength * halfWidth * (top - bottom); }
};
/// One box for each root object that has triangles, largest first.
std::vector<TurnedBox> turnedBoxes(const city::TriangleMesh &mesh, const std::vector<SurfaceClass> &classes,
                                   const std::unordered_map<city::ObjectIndex, city::ObjectIndex> &rootOf);

struct BoxMesh
{
    std::vector<float> positions;
    std::vector<std::int32_t> triangles; ///< of each box: two of the roof, then eight of the walls
    std::vector<city::ObjectIndex> object;
};
BoxMesh meshOf(const std::vector<TurnedBox> &boxes);

} // namespace loci::scene

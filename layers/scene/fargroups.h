// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/citytile.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace loci::scene {

/// What is drawn of many tiles from afar: a mesh for some neighbours together. A mesh costs as much to draw as a
/// thousand of its triangles, and of a tile that is far away there are not that many. Main thread.
class FarGroups
{
public:
    /// Groups of tiles that lie next to each other; none when they are few. Each is prepared by `prepare` (clipping,
    /// colours, what is hidden) before it is shown.
    void rebuild(const std::vector<std::unique_ptr<CityTile>> &tiles, vtkProperty *material, const Vec3 &sceneOrigin,
                 const std::function<void(CityTile &)> &prepare);
    void clear();
    /// Draws a group instead of its tiles when none of those that are seen is wanted finer than Fewest: then none of
    /// them is wanted any more. `wanted` has the tiles that are seen.
    void show(const std::unordered_map<const CityTile *, TileLevel *> &wanted);
    std::vector<CityTile *> all() const;

private:
    struct Group
    {
        std::vector<CityTile *> members;
        std::unique_ptr<CityTile> together;
    };
    std::vector<Group> m_groups;
};

} // namespace loci::scene

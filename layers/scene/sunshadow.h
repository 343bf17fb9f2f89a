// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/scene/groundsheet.h"
#include "layers/scene/scenecut.h"
#include "layers/scene/tilemesh.h"

#include <functional>
#include <memory>

namespace loci::scene {

/// Everything that the shadows of one picture depend on. A snapshot that any thread may read.
struct ShadowRequest
{
    struct Tile
    {
        std::shared_ptr<const TileMesh> mesh;
        std::function<bool(city::ObjectIndex)> hidden; ///< empty: everything shows
    };
    std::vector<Tile> tiles;
    GroundShape ground;
    SceneCut cut;
    SunLight light;
    Camera camera;
    int width = 0, height = 0; ///< of the whole picture
    int left = 0, top = 0;     ///< the part that is wanted; to the edge when the size of it is 0
    int partWidth = 0, partHeight = 0;
};

/// How much darker each pixel is for the shadow on it: 0 as drawn, 255 black. Rows from the top.
struct ShadowMask
{
    int width = 0, height = 0;
    std::vector<std::uint8_t> darkness;
    std::uint8_t at(int x, int y) const
    {
        return darkness[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
};

/// The shadows that buildings and terrain throw in the sun, by one ray to the eye and one to the sun a pixel (four at
/// the borders): exact for every triangle at full detail, whatever the size of the city; what is hidden or cut away
/// throws none. Only the sun's share of the light goes. On all cores of the computer; any thread. Fails only when
/// cancelled.
Result<ShadowMask> castShadows(const ShadowRequest &request, const CancelToken &cancel = {});

} // namespace loci::scene

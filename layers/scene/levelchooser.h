// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/citytile.h"
#include "layers/scene/framebudget.h"

#include <span>

namespace loci::scene {

/// What the chooser knows about a tile that lies in view.
struct TileView
{
    double distance = 0;                              ///< of the eye to the tile's bounds
    std::array<std::size_t, kTileLevels> triangles{}; ///< by TileLevel
};

/// The finest level for every tile so that all together stay within `budget` triangles: first as many buildings as can
/// be told apart from there, near tiles before far ones, then more of everything. Nothing that is in view is left out:
/// when even the coarsest levels cost more, they are drawn all the same.
std::vector<TileLevel> chooseLevels(std::span<const TileView> tiles, std::size_t budget);

} // namespace loci::scene

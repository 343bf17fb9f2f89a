// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/levelchooser.h"

#include <algorithm>
#include <numeric>

namespace loci::scene {

std::vector<TileLevel> chooseLevels(std::span<const TileView> tiles, std::size_t budget)
{
    const auto cost = [&](std::size_t tile, TileLevel level) { return tiles[tile].triangles[std::size_t(level)]; };
    std::vector<TileLevel> levels(tiles.size(), TileLevel::Sparse);
    std::vector<std::size_t> order(tiles.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return tiles[a].distance < tiles[b].distance; });
    std::size_t spent = 0;
    for (std::size_t tile = 0; tile < tiles.size(); ++tile) {
        spent += cost(tile, TileLevel::Sparse);
    }
    // Boxes for all come before full detail for the near ones: a city with holes looks worse than a plain one.
    for (const TileLevel finer : {TileLevel::Boxes, TileLevel::Full}) {
        for (const std::size_t tile : order) {
            const std::size_t now = cost(tile, levels[tile]);
            const std::size_t then = cost(tile, finer);
            if (spent - now + then <= budget || then <= now) {
                spent = spent - now + then;
                levels[tile] = finer;
            } else if (finer == TileLevel::Full) {
                break; // a far tile in full detail between plain ones would catch the eye
            }
        }
    }
    return levels;
}

void FrameBudget::measured(std::size_t triangles, double seconds)
{
    if (triangles < 5000 || seconds <= 0) {
        m_fixed = std::clamp(0.8 * m_fixed + 0.2 * seconds, 0.001, 0.04);
        return;
    }
    const double cost = std::max(1e-10, (seconds - m_fixed) / static_cast<double>(triangles));
    m_perTriangle = 0.85 * m_perTriangle + 0.15 * std::clamp(cost, m_perTriangle / 8, m_perTriangle * 8);
    const double allowed = std::max(0.01, m_target - m_fixed) / m_perTriangle;
    m_triangles = static_cast<std::size_t>(std::clamp(allowed, 60000.0, 6e6));
}

} // namespace loci::scene

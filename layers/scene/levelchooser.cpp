// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/levelchooser.h"

#include <algorithm>
#include <numeric>

namespace loci::scene {

namespace {

/// From afar a building is smaller than a pixel: then a share of them looks the same.
TileLevel deserved(double metres)
{
    if (metres < 1500) {
        return TileLevel::Boxes;
    }
    if (metres < 4000) {
        return TileLevel::Sparse;
    }
    return metres < 10000 ? TileLevel::Few : TileLevel::Fewest;
}

/// Levels that were chosen so far and what they cost together.
class Choice
{
public:
    Choice(std::span<const TileView> tiles, std::size_t budget)
        : m_tiles(tiles)
        , m_budget(budget)
        , m_levels(tiles.size(), TileLevel::Fewest)
    {
        for (std::size_t tile = 0; tile < tiles.size(); ++tile) {
            m_spent += cost(tile, TileLevel::Fewest);
        }
    }
    /// Whether the tile has that level now, or a finer one.
    bool raise(std::size_t tile, TileLevel finer)
    {
        if (m_levels[tile] >= finer) {
            return true;
        }
        const std::size_t now = cost(tile, m_levels[tile]);
        const std::size_t then = cost(tile, finer);
        if (m_spent - now + then > m_budget && then > now) {
            return false;
        }
        m_spent = m_spent - now + then;
        m_levels[tile] = finer;
        return true;
    }
    std::vector<TileLevel> take() { return std::move(m_levels); }

private:
    std::size_t cost(std::size_t tile, TileLevel level) const
    {
        return m_tiles[tile].triangles[static_cast<std::size_t>(level)];
    }
    std::span<const TileView> m_tiles;
    std::size_t m_budget;
    std::size_t m_spent = 0;
    std::vector<TileLevel> m_levels;
};

} // namespace

std::vector<TileLevel> chooseLevels(std::span<const TileView> tiles, std::size_t budget)
{
    std::vector<std::size_t> order(tiles.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return tiles[a].distance < tiles[b].distance; });
    Choice choice(tiles, budget);
    for (const std::size_t tile : order) {
        choice.raise(tile, deserved(tiles[tile].distance));
    }
    // Boxes for all come before full detail for the near ones: a city with holes looks worse than a plain one.
    for (const TileLevel finer : {TileLevel::Few, TileLevel::Sparse, TileLevel::Boxes, TileLevel::Full}) {
        for (const std::size_t tile : order) {
            if (!choice.raise(tile, finer) && finer == TileLevel::Full) {
                break; // a far tile in full detail between plain ones would catch the eye
            }
        }
    }
    return choice.take();
}

} // namespace loci::scene

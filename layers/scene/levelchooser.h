// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/citytile.h"

#include <span>

namespace loci::scene {

/// What the chooser knows about a tile that lies in view.
struct TileView
{
    double distance = 0;                    ///< of the eye to the tile's bounds
    std::array<std::size_t, 4> triangles{}; ///< by TileLevel
};

/// The finest level for every tile so that all together stay within `budget` triangles, near tiles first. Nothing that
/// is in view is left out: when even the coarsest levels cost more, they are drawn all the same.
std::vector<TileLevel> chooseLevels(std::span<const TileView> tiles, std::size_t budget);

/// Learns from measured frames how many triangles this computer draws in the time of a moving frame.
class FrameBudget
{
public:
    explicit FrameBudget(double targetSeconds = 0.055) : m_target(targetSeconds) {}
    void measured(std::size_t triangles, double seconds);
    std::size_t triangles() const { return m_triangles; }

private:
    double m_target;
    double m_perTriangle = 1.6e-7, m_fixed = 0.015; ///< first guess: two cores without a GPU
    std::size_t m_triangles = 250000;
};

} // namespace loci::scene

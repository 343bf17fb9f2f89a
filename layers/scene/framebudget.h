// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace loci::scene {

/// What drawing costs on this computer, in seconds: a frame's time is about fine (or coarse) + triangles * perTriangle.
struct DrawCost
{
    double fine = 0.015;         ///< of a frame without triangles, at full resolution
    double coarse = 0.006;       ///< at half of it
    double perTriangle = 1.6e-7; ///< first guess: two cores without a GPU
};

/// How many triangles a moving frame may have so that it takes no longer than its time, and whether it must be drawn at
/// half resolution for that. Begins with what was measured at start, goes on learning from each frame.
class FrameBudget
{
public:
    explicit FrameBudget(double targetSeconds = 0.055) : m_target(targetSeconds) {}
    void calibrate(const DrawCost &cost);
    /// A frame drawn as triangles() and isCoarse() said before.
    void measured(std::size_t triangles, double seconds);
    std::size_t triangles() const { return m_triangles; }
    bool isCoarse() const { return m_coarse; }
    const DrawCost &cost() const { return m_cost; }

private:
    double allowed(double fixed) const;
    void decide(std::size_t triangles);

    double m_target;
    DrawCost m_cost;
    bool m_coarse = false;
    std::size_t m_triangles = 250000;
};

} // namespace loci::scene

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/framebudget.h"

#include <algorithm>

namespace loci::scene {

namespace {
constexpr double kFewest = 60000, kMost = 6e6; ///< triangles of a moving frame
constexpr double kPlain = 120000;              ///< with fewer a city looks poor: rather half the resolution
constexpr std::size_t kNoTriangles = 5000;     ///< so few that the time is that of an empty frame
constexpr double kShare = 0.15;                ///< of the newest frame in what was learned
} // namespace

double FrameBudget::allowed(double fixed) const
{
    return std::clamp(std::max(0.01, m_target - fixed) / m_cost.perTriangle, kFewest, kMost);
}

void FrameBudget::calibrate(const DrawCost &cost)
{
    m_cost.fine = std::clamp(cost.fine, 0.0005, 1.0);
    m_cost.coarse = std::clamp(cost.coarse, 0.0005, m_cost.fine);
    m_cost.perTriangle = std::clamp(cost.perTriangle, 1e-10, 1e-4);
    m_coarse = allowed(m_cost.fine) < kPlain;
    m_triangles = static_cast<std::size_t>(allowed(m_coarse ? m_cost.coarse : m_cost.fine));
}

void FrameBudget::measured(std::size_t triangles, double seconds)
{
    double &fixed = m_coarse ? m_cost.coarse : m_cost.fine;
    if (triangles < kNoTriangles || seconds <= 0) {
        fixed = std::clamp(0.8 * fixed + 0.2 * seconds, 0.0005, 0.04);
        return;
    }
    // One frame says little: a tile that was uploaded, another program that had the processor.
    const double cost = std::max(1e-10, (seconds - fixed) / static_cast<double>(triangles));
    const double before = m_cost.perTriangle;
    m_cost.perTriangle = (1 - kShare) * before + kShare * std::clamp(cost, before / 8, before * 2);
    decide(triangles);
}

void FrameBudget::decide(std::size_t triangles)
{
    const double fine = m_cost.fine + static_cast<double>(triangles) * m_cost.perTriangle;
    if (m_coarse) {
        m_coarse = fine > 0.75 * m_target && allowed(m_cost.fine) < 1.5 * kPlain;
    } else {
        // The frame was as full as it may be, and that is too little.
        m_coarse = static_cast<double>(triangles) >= 0.8 * allowed(m_cost.fine) && allowed(m_cost.fine) < kPlain;
    }
    m_triangles = static_cast<std::size_t>(allowed(m_coarse ? m_cost.coarse : m_cost.fine));
}

} // namespace loci::scene

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/cameramotion.h"

#include <span>
#include <vector>

namespace loci::scene {

inline constexpr double kCalmTurn = 60; ///< degrees a second that the sight may turn before an audience feels ill

/// A way through two or more stops that a large picture can show: it begins and ends at rest and takes as long as the
/// fastest turn of the sight needs to stay at kCalmTurn. Angles in degrees.
class CalmFlight
{
public:
    CalmFlight(const Camera &from, const Camera &to);
    explicit CalmFlight(std::span<const Camera> stops); ///< at least one

    double seconds() const { return m_seconds; }
    Camera at(double share) const; ///< share of the time, 0 to 1
    double fastestTurn() const;    ///< degrees a second, over the whole flight

private:
    void slowDown();
    std::vector<Flight> m_legs;
    std::vector<double> m_ends; ///< share of the time at which each leg ends
    Camera m_only;              ///< of a single stop
    double m_seconds = 0;
};

} // namespace loci::scene

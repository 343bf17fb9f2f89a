// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenetypes.h"

namespace loci::scene {

/// How the eye moves. Pure functions on world coordinates; angles in degrees; z is up; the horizon stays level.
struct ViewAngles
{
    double azimuth = 0; ///< direction of sight, clockwise from north
    double tilt = 0;    ///< below the horizon: 90 looks straight down
};
inline constexpr double kLeastTilt = 1, kMostTilt = 89;
inline constexpr double kViewAngle = 34; ///< vertical opening of the camera

ViewAngles anglesOf(const Camera &camera);
Camera fromAngles(const Vec3 &focus, double distance, const ViewAngles &angles);

/// Turns eye and focus about `pivot`; the tilt stays within its limits.
Camera orbited(const Camera &camera, const Vec3 &pivot, double azimuth, double tilt);
/// Turns the sight, the eye stays.
Camera turned(const Camera &camera, double azimuth, double tilt);
Camera moved(const Camera &camera, const Vec3 &by);
/// Moves the eye towards `place` (or away from it): the distance to it becomes `factor` times what it was, and the
/// place stays under the same pixel.
Camera zoomed(const Camera &camera, const Vec3 &place, double factor);
/// Seen obliquely from the south-west, so that `box` fills a picture of the given width to height; its empty corners
/// may lie outside, but not those of a tower.
Camera fitting(const Box3 &box, double aspect, const ViewAngles &angles = {36, 22});

/// A flight with ease in and out, rising over far distances so that the ground in between is seen.
class Flight
{
public:
    Flight(const Camera &from, const Camera &to);
    double seconds() const { return m_seconds; } ///< 0.8 to 2.5 by the way to go
    Camera at(double share) const;               ///< share of the time, 0 to 1

private:
    Camera m_from, m_to;
    double m_seconds = 0.8, m_rise = 0;
};

} // namespace loci::scene

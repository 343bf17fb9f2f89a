// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/rays/rayscene.h"
#include "layers/base/canceltoken.h"

#include <optional>
#include <vector>

namespace loci::analysis {

/// What a person at the eye sees of a target point over terrain and buildings.
struct SightLine
{
    bool isVisible = false;
    double distance = 0;                  ///< in the plan
    double clearance = 0;                 ///< least height of the line above what is below it; negative: blocked
    std::optional<double> blockedAt;      ///< plan distance of the first thing in the way
    std::optional<std::uint32_t> blocker; ///< its owner
    double neededHeight = 0;              ///< absolute height at the target's place from which on it is seen over all
};

/// Exact in double precision: each triangle is cut with the vertical plane of the line. `refraction`: coefficient k,
/// with which the curvature of the earth counts. Faces within kNearest of eye or target do not count. A line that
/// passes below something (a bridge) is visible, while clearance and needed height are told for going over it. Straight
/// up or down there is no going over: what is between blocks, and the needed height stays infinite. A place that is no
/// number is not seen.
SightLine lineOfSight(const OwnedFaces &faces, const Vec3 &eye, const Vec3 &target,
                      std::optional<double> refraction = std::nullopt);

/// Share of the sky that a horizontal surface at a place sees, weighted by the cosine (isotropic sky): 1 is free.
double skyViewFactor(const RayScene &scene, const Vec3 &place);

/// A grid of places on what is highest there (ground or roof), seen or not from an eye.
struct Viewshed
{
    Vec2 origin;     ///< middle of the first cell
    double cell = 0; ///< metres
    int columns = 0, rows = 0;
    enum class Seen : std::uint8_t { NoSurface, No, Yes };
    std::vector<Seen> cells; ///< row by row, from the south
    std::size_t count(Seen seen) const;
};
struct ViewshedRequest
{
    Vec3 eye;
    Vec2 low, high; ///< window
    double cell = 1;
    double targetHeight = 0; ///< metres above the surface; at least 0.1 is taken, so that a surface hides not itself
    double farthest = 1e5;
};
/// By rays, one thread a core; the same for any number of threads. Fails when cancelled, or for a window that makes
/// more than 100 million cells, or an eye that is no place.
Result<Viewshed> viewshed(const RayScene &scene, const ViewshedRequest &request, const CancelToken &cancel = {});

} // namespace loci::analysis

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenetypes.h"

#include <optional>
#include <utility>
#include <vector>

namespace loci::scene {

/// A half space that is kept: dot(p - point, inward) >= 0. World coordinates.
struct CutPlane
{
    Vec3 point, inward;
    bool operator==(const CutPlane &) const = default;
};

/// An upright plane through `place`. One looks at it in the direction `azimuth` (degrees clockwise from north): what
/// lies before it is cut away, what lies behind stays.
struct SectionPlane
{
    Vec3 place;
    double azimuth = 0;
    bool operator==(const SectionPlane &) const = default;
};

/// What of the models is shown, in world coordinates and heights of the models: a band of heights and, within it,
/// either what lies behind a section plane or what lies in a box (the plane wins when both are set: graphics cards
/// know six planes). The ground around the models is cut from above only. Pure value.
struct SceneCut
{
    std::optional<double> lowest, highest;
    std::optional<SectionPlane> section;
    std::optional<Box3> box;
    double terrainOpacity = 1; ///< below 1 one sees, and picks, what lies under terrain and ground cover

    bool cutsAnything() const { return lowest || highest || section || box; }
    std::vector<CutPlane> planes() const; ///< at most six
    bool keeps(const Vec3 &place) const;
    /// From where to where along the ray (distances, the end may be infinite) things are shown; empty: nowhere.
    std::optional<std::pair<double, double>> kept(const Ray &ray) const;
    bool operator==(const SceneCut &) const = default;
};

} // namespace loci::scene

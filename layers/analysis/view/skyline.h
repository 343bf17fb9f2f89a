// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/rays/rayscene.h"

#include <optional>
#include <vector>

namespace loci::analysis {

/// The upper outline of a town from an eye, by azimuth from north, in degrees. Exact at the middle of each bin. Empty
/// bins only when the eye is no place.
struct Skyline
{
    struct Bin
    {
        std::optional<double> angle; ///< elevation, degrees; absent where nothing stands
        std::uint32_t owner = 0;     ///< of what makes the outline
    };
    std::vector<Bin> bins;

    double binWidth() const { return 360.0 / static_cast<double>(bins.size()); }
    double azimuth(std::size_t bin) const { return (static_cast<double>(bin) + 0.5) * binWidth(); }
};
Skyline skylineFrom(const OwnedFaces &faces, const Vec3 &eye, std::size_t bins = 3600);

/// Figures of a profile; bins without anything are left out, and counted.
struct SkylineFigures
{
    double mean = 0, deviation = 0; ///< degrees; of the population
    double variation = 0;           ///< sum of the steps between neighbours, degrees
    double entropy = 0;             ///< of the classes of angle, nat
    std::size_t classes = 0, empty = 0;
};
SkylineFigures figuresOf(const std::vector<std::optional<double>> &angles, double classWidth = 1);
SkylineFigures figuresOf(const Skyline &skyline, double classWidth = 1);
/// Share of the bins in which two profiles differ by more than `tolerance` degrees.
double changedShare(const Skyline &before, const Skyline &after, double tolerance = 1e-6);

/// Share of what an eye would see of one owner alone that the others leave free, by equal solid angles; nothing when it
/// shows no face to the eye.
std::optional<double> visibleShare(const RayScene &alone, const RayScene &town, std::uint32_t owner, const Vec3 &eye,
                                   const Box3 &bounds);

} // namespace loci::analysis

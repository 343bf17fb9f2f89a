// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/areaindex.h"
#include "layers/analysis/planning/buildingset.h"

#include <optional>
#include <vector>

namespace loci::analysis {

/// How a street is closed by its buildings: the width between facades by the mean height of both sides.
struct StreetProportion
{
    struct Sample
    {
        Vec2 place;
        std::optional<double> left, right;             ///< distance to the first facade; absent: open side
        std::optional<double> leftHeight, rightHeight; ///< of the building that was met
        std::optional<double> ratio() const;           ///< absent with an open side or a height that is not known
    };
    std::vector<Sample> samples;
    std::size_t open = 0; ///< samples with an open side

    /// Of the samples with both sides; absent when there is none. `share` 0.5: the median.
    std::optional<double> quantile(double share) const;
};

/// Samples in the middle of steps of at most `step` along the line, rays to both sides as far as `reach`.
StreetProportion measureStreet(const planning::Line &line, const BuildingSet &buildings, double step = 5,
                               double reach = 60);

} // namespace loci::analysis

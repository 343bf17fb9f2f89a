// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <set>
#include <string>

namespace loci::city {

/// Limits of the height check, in metres. They are data with a source (resources/rules/heights.json), so there are no
/// defaults here.
struct HeightRules
{
    std::set<std::string, std::less<>> standing; ///< types that stand on the ground
    double tolerance = 0, scatterFactor = 0, far = 0, modelOffset = 0, zeroHeight = 0, zeroShare = 0;
    double highestBuilding = 0;
    double smallestDatumOffset = 0, largestDatumOffset = 0;
    double lowestLand = 0, highestLand = 0;
    int fewest = 0;

    /// One sentence when a value is missing or of the wrong kind.
    static Result<HeightRules> fromJson(const QByteArray &json);
};

} // namespace loci::city

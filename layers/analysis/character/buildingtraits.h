// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/character/characterprofile.h"

namespace loci::analysis {

/// What one building shows. Metres, square metres, degrees; absent or empty: not known.
struct BuildingTraits
{
    std::optional<double> height, eaves, footprint, gap, pitch, year;
    bool isFlat = false; ///< its faces that look up are level
    QString roof, material;
};
BuildingTraits traitsOf(const Building &building, const BuildingSet &buildings, const CharacterRule &rule);

/// Mean pitch of the leaning faces that look up, by area, degrees. Absent when they are less than a third of what
/// looks up: then the roof is flat (`isFlat`), or nothing looks up at all.
std::optional<double> roofPitch(const std::vector<Triangle3> &faces, bool &isFlat);

} // namespace loci::analysis

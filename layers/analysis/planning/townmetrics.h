// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/buildingset.h"

#include <QJsonObject>
#include <QSet>

namespace loci::analysis {

/// What people per floor area is assumed; numbers are a choice of the bureau, never of the program.
struct PeopleRule
{
    QStringList uses;             ///< values of a use attribute that count as dwelling; empty: nobody is counted
    double areaPerDwelling = 0;   ///< m2 of floor; 0: not said
    double peoplePerDwelling = 0; ///< 0: not said
    static PeopleRule fromJson(const QJsonObject &object);
};

/// Sums over the buildings of a town.
struct TownMetrics
{
    std::size_t buildings = 0, withoutOutline = 0, withoutHeight = 0, storeysEstimated = 0;
    double builtArea = 0;                        ///< m2 of ground under buildings, each for itself
    std::optional<double> floorArea;             ///< m2; absent when a building has neither storeys nor height
    std::optional<double> highest;               ///< m above the foot
    std::optional<double> meanHeight;            ///< m, weighted by outline
    std::optional<double> dwellings, population; ///< absent when the assumptions or the uses do not tell
};
TownMetrics measureTown(const BuildingSet &set, const PeopleRule &people);

} // namespace loci::analysis

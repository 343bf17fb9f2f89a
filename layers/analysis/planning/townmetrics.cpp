// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/townmetrics.h"

#include <QJsonArray>
#include <algorithm>

namespace loci::analysis {

PeopleRule PeopleRule::fromJson(const QJsonObject &object)
{
    PeopleRule rule;
    for (const QJsonValue &use : object[QLatin1String("dwellingUses")].toArray()) {
        rule.uses << use.toString();
    }
    rule.areaPerDwelling = object[QLatin1String("areaPerDwelling")].toDouble(0);
    rule.peoplePerDwelling = object[QLatin1String("peoplePerDwelling")].toDouble(0);
    return rule;
}

TownMetrics measureTown(const BuildingSet &set, const PeopleRule &people)
{
    TownMetrics metrics;
    double floors = 0, heights = 0, measured = 0, dwellingFloors = 0;
    bool floorsKnown = true;
    const StoreyRule storeys;
    for (const Building &building : set.buildings()) {
        ++metrics.buildings;
        const double area = building.outline.area();
        metrics.withoutOutline += building.outline.isEmpty() ? 1 : 0;
        metrics.withoutHeight += building.height() ? 0 : 1;
        metrics.storeysEstimated += building.storeys && building.storeysEstimated ? 1 : 0;
        metrics.builtArea += area;
        floorsKnown = floorsKnown && building.storeys.has_value() && !building.outline.isEmpty();
        floors += area * building.storeys.value_or(0);
        if (const auto height = building.height()) {
            metrics.highest = std::max(metrics.highest.value_or(*height), *height);
            heights += area * *height;
            measured += area;
        }
        if (people.uses.contains(set.attribute(building, storeys.useAttributes))) {
            dwellingFloors += area * building.storeys.value_or(0);
        }
    }
    metrics.floorArea = floorsKnown ? std::optional(floors) : std::nullopt;
    metrics.meanHeight = measured > 0 ? std::optional(heights / measured) : std::nullopt;
    if (floorsKnown && !people.uses.isEmpty() && people.areaPerDwelling > 0) {
        metrics.dwellings = dwellingFloors / people.areaPerDwelling;
        if (people.peoplePerDwelling > 0) {
            metrics.population = *metrics.dwellings * people.peoplePerDwelling;
        }
    }
    return metrics;
}

} // namespace loci::analysis

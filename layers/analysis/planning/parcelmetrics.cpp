// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/parcelmetrics.h"

#include <algorithm>

namespace loci::analysis {

namespace {

constexpr double kTouching = 1e-6; // m2

void addBuilding(const Building &building, double area, ParcelMetrics &metrics)
{
    ++metrics.buildings;
    if (building.height()) {
        metrics.highest = std::max(metrics.highest.value_or(*building.height()), *building.height());
    }
    if (!building.storeys) {
        metrics.withoutStoreys << building.id;
        return;
    }
    metrics.floorArea = metrics.floorArea.value_or(0) + area * *building.storeys;
    if (building.storeysEstimated) {
        metrics.estimated << building.id;
    }
}

} // namespace

ParcelMetrics measureParcel(const PlacedArea &parcel, const BuildingSet &buildings,
                            const std::vector<const PlacedArea *> &greens)
{
    ParcelMetrics metrics;
    if (!parcel.shape || parcel.area->polygons.empty()) {
        return metrics;
    }
    metrics.siteArea = parcel.shape->area();
    metrics.floorArea = 0;
    std::vector<Shape> built;
    double sum = 0;
    for (const Building *building : buildings.touching(parcel.bounds)) {
        const Shape part = parcel.shape->intersection(building->outline);
        const double area = part.area();
        if (area > kTouching) {
            addBuilding(*building, area, metrics);
            built.push_back(part);
            sum += area;
        }
    }
    metrics.builtArea = Shape::united(buildings.context(), built).area();
    metrics.overlap = std::max(0.0, sum - metrics.builtArea);
    metrics.withoutOutline = buildings.withoutOutline(parcel.bounds);
    if (!metrics.withoutStoreys.isEmpty()) {
        metrics.floorArea.reset();
    }
    std::vector<Shape> green;
    for (const PlacedArea *area : greens) {
        metrics.greenBroken = metrics.greenBroken || (!area->shape && area->bounds.intersects2d(parcel.bounds));
        if (area->shape && area->bounds.intersects2d(parcel.bounds)) {
            green.push_back(parcel.shape->intersection(*area->shape));
        }
    }
    if (!greens.empty() && !metrics.greenBroken) {
        metrics.greenArea = Shape::united(buildings.context(), green).area();
    }
    return metrics;
}

} // namespace loci::analysis

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/character/buildingtraits.h"

#include <algorithm>
#include <cmath>

namespace loci::analysis {

namespace {

constexpr double kLevel = 5, kSteep = 80; // degrees
constexpr double kLeaningShare = 1.0 / 3;

std::optional<double> gapOf(const Building &building, const BuildingSet &buildings)
{
    constexpr double far = CharacterProfile::kFarthest;
    if (building.outline.isEmpty()) {
        return std::nullopt;
    }
    Box3 reach = building.bounds;
    reach.min.x -= far;
    reach.min.y -= far;
    reach.max.x += far;
    reach.max.y += far;
    double nearest = far;
    for (const Building *other : buildings.touching(reach)) {
        const double aside =
            std::max(other->bounds.min.x - building.bounds.max.x, building.bounds.min.x - other->bounds.max.x);
        const double ahead =
            std::max(other->bounds.min.y - building.bounds.max.y, building.bounds.min.y - other->bounds.max.y);
        if (other != &building && std::max(aside, ahead) < nearest) {
            nearest = std::min(nearest, building.outline.distance(other->outline).value_or(far));
        }
    }
    return nearest;
}

} // namespace

std::optional<double> roofPitch(const std::vector<Triangle3> &faces, bool &isFlat)
{
    double upward = 0, leaning = 0, sum = 0;
    for (const Triangle3 &face : faces) {
        const Vec3 u{face[1].x - face[0].x, face[1].y - face[0].y, face[1].z - face[0].z};
        const Vec3 v{face[2].x - face[0].x, face[2].y - face[0].y, face[2].z - face[0].z};
        const Vec3 n{u.y * v.z - u.z * v.y, u.z * v.x - u.x * v.z, u.x * v.y - u.y * v.x};
        const double area = std::sqrt(n.x * n.x + n.y * n.y + n.z * n.z) / 2;
        if (area <= 0 || n.z <= 0) {
            continue;
        }
        const double pitch = std::acos(std::min(1.0, n.z / (2 * area))) * 180 / M_PI;
        if (pitch > kSteep) {
            continue;
        }
        upward += area;
        if (pitch > kLevel) {
            leaning += area;
            sum += area * pitch;
        }
    }
    isFlat = upward > 0 && leaning < kLeaningShare * upward;
    return upward > 0 && !isFlat ? std::optional(sum / leaning) : std::nullopt;
}

BuildingTraits traitsOf(const Building &building, const BuildingSet &buildings, const CharacterRule &rule)
{
    BuildingTraits traits;
    traits.height = building.height();
    traits.eaves = building.eaves && building.foot ? std::optional(*building.eaves - *building.foot) : std::nullopt;
    const double area = building.outline.area();
    traits.footprint = area > 0 ? std::optional(area) : std::nullopt;
    traits.gap = gapOf(building, buildings);
    traits.pitch = roofPitch(buildings.faces(building), traits.isFlat);
    traits.roof = buildings.attribute(building, rule.roof);
    traits.material = buildings.attribute(building, rule.material);
    traits.year = buildings.number(building, rule.year);
    return traits;
}

} // namespace loci::analysis

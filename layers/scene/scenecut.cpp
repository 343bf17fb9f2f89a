// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/scenecut.h"

#include <algorithm>
#include <limits>
#include <numbers>

namespace loci::scene {

std::vector<CutPlane> SceneCut::planes() const
{
    std::vector<CutPlane> all;
    double low = lowest.value_or(-std::numeric_limits<double>::infinity());
    double high = highest.value_or(std::numeric_limits<double>::infinity());
    if (section) {
        const double angle = section->azimuth * std::numbers::pi / 180;
        all.push_back({section->place, {std::sin(angle), std::cos(angle), 0}});
    } else if (box) {
        all.push_back({box->min, {1, 0, 0}});
        all.push_back({box->max, {-1, 0, 0}});
        all.push_back({box->min, {0, 1, 0}});
        all.push_back({box->max, {0, -1, 0}});
        low = std::max(low, box->min.z);
        high = std::min(high, box->max.z);
    }
    if (std::isfinite(low)) {
        all.push_back({{0, 0, low}, {0, 0, 1}});
    }
    if (std::isfinite(high)) {
        all.push_back({{0, 0, high}, {0, 0, -1}});
    }
    return all;
}

bool SceneCut::keeps(const Vec3 &place) const
{
    const std::vector<CutPlane> all = planes();
    return std::all_of(all.begin(), all.end(),
                       [&place](const CutPlane &plane) { return dot(place - plane.point, plane.inward) >= 0; });
}

std::optional<std::pair<double, double>> SceneCut::kept(const Ray &ray) const
{
    double first = 0;
    double last = std::numeric_limits<double>::infinity();
    for (const CutPlane &plane : planes()) {
        const double height = dot(ray.from - plane.point, plane.inward);
        const double along = dot(ray.direction, plane.inward);
        if (std::abs(along) < 1e-12) {
            if (height < 0) {
                return std::nullopt;
            }
            continue;
        }
        const double distance = -height / along;
        if (along > 0) {
            first = std::max(first, distance);
        } else {
            last = std::min(last, distance);
        }
    }
    return first <= last ? std::optional(std::pair(first, last)) : std::nullopt;
}

} // namespace loci::scene

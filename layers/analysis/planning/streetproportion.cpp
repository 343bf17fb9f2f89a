// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/streetproportion.h"

#include <algorithm>
#include <cmath>

namespace loci::analysis {

namespace {

struct Hit
{
    double distance = 0;
    const Building *building = nullptr;
};

/// Distance along the ray to a wall, when it meets it.
std::optional<double> meets(const Vec2 &from, const Vec2 &direction, const Vec2 &a, const Vec2 &b)
{
    const Vec2 wall{b.x - a.x, b.y - a.y};
    const Vec2 to{a.x - from.x, a.y - from.y};
    const double cross = direction.x * wall.y - direction.y * wall.x;
    if (cross == 0) {
        return std::nullopt;
    }
    const double along = (to.x * wall.y - to.y * wall.x) / cross;
    const double share = (to.x * direction.y - to.y * direction.x) / cross;
    return along >= 0 && share >= 0 && share <= 1 ? std::optional(along) : std::nullopt;
}

struct Facade
{
    const Building *building;
    Vec2 a, b;
};

std::vector<Facade> facadesNear(const Box3 &box, const BuildingSet &buildings)
{
    std::vector<Facade> facades;
    for (const Building *building : buildings.touching(box)) {
        for (const planning::Polygon &polygon : building->outline.polygons()) {
            for (const planning::Ring &ring : polygon) {
                for (std::size_t i = 0; i < ring.size(); ++i) {
                    facades.push_back({building, ring[i], ring[(i + 1) % ring.size()]});
                }
            }
        }
    }
    return facades;
}

std::optional<Hit> firstHit(const Vec2 &from, const Vec2 &direction, const std::vector<Facade> &facades, double reach)
{
    std::optional<Hit> first;
    for (const Facade &facade : facades) {
        const auto distance = meets(from, direction, facade.a, facade.b);
        if (distance && *distance <= reach && (!first || *distance < first->distance)) {
            first = Hit{*distance, facade.building};
        }
    }
    return first;
}

StreetProportion::Sample sampleAt(const Vec2 &place, const Vec2 &along, const std::vector<Facade> &facades,
                                  double reach)
{
    StreetProportion::Sample sample;
    sample.place = place;
    if (const auto hit = firstHit(place, {-along.y, along.x}, facades, reach)) {
        sample.left = hit->distance;
        sample.leftHeight = hit->building->height();
    }
    if (const auto hit = firstHit(place, {along.y, -along.x}, facades, reach)) {
        sample.right = hit->distance;
        sample.rightHeight = hit->building->height();
    }
    return sample;
}

} // namespace

std::optional<double> StreetProportion::Sample::ratio() const
{
    if (!left || !right || !leftHeight || !rightHeight || !(*leftHeight + *rightHeight > 0)) {
        return std::nullopt;
    }
    return (*left + *right) / ((*leftHeight + *rightHeight) / 2);
}

std::optional<double> StreetProportion::quantile(double share) const
{
    std::vector<double> ratios;
    ratios.reserve(samples.size());
    for (const Sample &sample : samples) {
        if (const auto ratio = sample.ratio()) {
            ratios.push_back(*ratio);
        }
    }
    if (ratios.empty()) {
        return std::nullopt;
    }
    std::sort(ratios.begin(), ratios.end());
    const double at = share * static_cast<double>(ratios.size() - 1);
    const auto low = static_cast<std::size_t>(std::floor(at));
    const std::size_t high = std::min(low + 1, ratios.size() - 1);
    return ratios[low] + (at - std::floor(at)) * (ratios[high] - ratios[low]);
}

StreetProportion measureStreet(const planning::Line &line, const BuildingSet &buildings, double step, double reach)
{
    StreetProportion street;
    Box3 box;
    for (const Vec2 &p : line) {
        box.include(Vec3{p.x - reach, p.y - reach, 0});
        box.include(Vec3{p.x + reach, p.y + reach, 0});
    }
    const std::vector<Facade> facades = facadesNear(box, buildings);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Vec2 way{line[i + 1].x - line[i].x, line[i + 1].y - line[i].y};
        const double length = std::hypot(way.x, way.y);
        const int count = length > 0 ? std::max(1, static_cast<int>(std::ceil(length / step))) : 0;
        for (int n = 0; n < count; ++n) {
            const double t = (n + 0.5) / count;
            street.samples.push_back(sampleAt({line[i].x + t * way.x, line[i].y + t * way.y},
                                              {way.x / length, way.y / length}, facades, reach));
            const StreetProportion::Sample &sample = street.samples.back();
            street.open += sample.left && sample.right ? 0 : 1;
        }
    }
    return street;
}

} // namespace loci::analysis

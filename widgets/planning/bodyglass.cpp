// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/bodyglass.h"

#include "layers/domain/city/mesh.h"

#include <array>
#include <cmath>

namespace loci::widgets {

namespace {

using Corners = std::vector<Vec3>;

Vec3 between(const Vec3 &a, const Vec3 &b, double z)
{
    const double share = (z - a.z) / (b.z - a.z);
    return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y), z};
}

/// The part of a convex ring that is above (or below) a height.
Corners clipped(const Corners &ring, double z, bool above)
{
    Corners kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec3 &a = ring[i];
        const Vec3 &b = ring[(i + 1) % ring.size()];
        const bool in = above ? a.z >= z : a.z <= z;
        const bool next = above ? b.z >= z : b.z <= z;
        if (in) {
            kept.push_back(a);
        }
        if (in != next) {
            kept.push_back(between(a, b, z));
        }
    }
    return kept;
}

void addFan(const Corners &ring, scene::GlassBody &body)
{
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        body.corners.insert(body.corners.end(), {ring[0], ring[i], ring[i + 1]});
    }
}

void addEdges(const Corners &ring, double limit, scene::GlassBody &low, scene::GlassBody &high)
{
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec3 &a = ring[i];
        const Vec3 &b = ring[(i + 1) % ring.size()];
        if ((a.z > limit) == (b.z > limit)) {
            scene::GlassBody &body = a.z > limit ? high : low;
            body.lines.insert(body.lines.end(), {a, b});
            continue;
        }
        const Vec3 middle = between(a, b, limit);
        low.lines.insert(low.lines.end(), {a.z > limit ? b : a, middle});
        high.lines.insert(high.lines.end(), {a.z > limit ? a : b, middle});
    }
}

/// Lines at every step of height across a triangle.
void addHatch(const Corners &triangle, double from, double step, scene::GlassBody &body)
{
    double low = triangle[0].z, high = low;
    for (const Vec3 &p : triangle) {
        low = std::min(low, p.z);
        high = std::max(high, p.z);
    }
    for (double z = from + step * std::ceil((low - from) / step); z < high; z += step) {
        Corners ends;
        for (std::size_t i = 0; i < triangle.size(); ++i) {
            const Vec3 &a = triangle[i];
            const Vec3 &b = triangle[(i + 1) % triangle.size()];
            if ((a.z < z) != (b.z < z)) {
                ends.push_back(between(a, b, z));
            }
        }
        if (ends.size() == 2) {
            body.lines.insert(body.lines.end(), {ends[0], ends[1]});
        }
    }
}

} // namespace

void addBodyGlass(const planning::PlanChange &change, double limit, const scene::Rgb &below, const scene::Rgb &above,
                  std::vector<scene::GlassBody> &bodies)
{
    constexpr double kBelow = 0.7, kAbove = 0.85, kHatch = 1.1;
    scene::GlassBody low, high;
    low.colour = below;
    low.opacity = kBelow;
    high.colour = above;
    high.opacity = kAbove;
    for (const planning::PlanBody::Surface &surface : change.body->surfaces) {
        Corners points;
        std::vector<std::uint32_t> ends, triangles;
        for (const std::vector<Vec3> &ring : surface.rings) {
            Corners placed;
            for (const Vec3 &p : ring) {
                placed.push_back(planning::placedPoint(p, change.at, change.base, change.turn));
            }
            addEdges(placed, limit, low, high);
            points.insert(points.end(), placed.begin(), placed.end());
            ends.push_back(static_cast<std::uint32_t>(points.size()));
        }
        city::triangulatePolygon(points, ends, triangles);
        for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
            const Corners triangle{points[triangles[i]], points[triangles[i + 1]], points[triangles[i + 2]]};
            addFan(clipped(triangle, limit, false), low);
            const Corners over = clipped(triangle, limit, true);
            addFan(over, high);
            if (over.size() >= 3) {
                addHatch(over, limit, kHatch, high);
            }
        }
    }
    if (!low.corners.empty()) {
        bodies.push_back(std::move(low));
    }
    if (!high.corners.empty()) {
        bodies.push_back(std::move(high));
    }
}

} // namespace loci::widgets

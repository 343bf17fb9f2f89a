// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/groundcut.h"

#include <algorithm>
#include <cmath>

namespace loci::analysis {

namespace {

constexpr double kTouching = 1e-9; // m2: what is thinner touches only
constexpr double kInside = 1e-6;   // metres: how far a way must go inside

double cross(const Vec2 &o, const Vec2 &a, const Vec2 &b)
{
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/// Area and centre, reckoned from the first corner: coordinates of a map are large.
std::optional<Ground> measured(std::vector<Vec2> ring)
{
    Ground ground;
    double twice = 0;
    Vec2 sum;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const double each = cross(ring[0], ring[i], ring[i + 1]);
        twice += each;
        sum.x += each * (ring[i].x + ring[i + 1].x - 2 * ring[0].x);
        sum.y += each * (ring[i].y + ring[i + 1].y - 2 * ring[0].y);
    }
    if (!(std::abs(twice) > 2 * kTouching)) {
        return std::nullopt;
    }
    ground.area = std::abs(twice) / 2;
    ground.middle = {ring[0].x + sum.x / (3 * twice), ring[0].y + sum.y / (3 * twice)};
    ground.corners = std::move(ring);
    return ground;
}

Vec2 between(const Vec2 &a, const Vec2 &b, double t)
{
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

Box3 boxOf(std::span<const Vec2> points)
{
    Box3 box;
    for (const Vec2 &p : points) {
        box.include(Vec3{p.x, p.y, 0});
    }
    return box;
}

} // namespace

std::optional<Ground> EverywhereCut::of(std::span<const Vec2> ring) const
{
    return measured({ring.begin(), ring.end()});
}

std::optional<std::pair<double, double>> EverywhereCut::along(const Vec2 &a, const Vec2 &b) const
{
    static_cast<void>(a);
    static_cast<void>(b);
    return std::pair(0.0, 1.0);
}

ConvexCut::ConvexCut(std::span<const Vec2> ring) : m_ring(ring.begin(), ring.end())
{
    double twice = 0;
    for (std::size_t i = 1; i + 1 < m_ring.size(); ++i) {
        twice += cross(m_ring[0], m_ring[i], m_ring[i + 1]);
    }
    if (twice < 0) {
        std::reverse(m_ring.begin(), m_ring.end());
    }
}

double ConvexCut::inside(std::size_t side, const Vec2 &p) const
{
    const Vec2 &a = m_ring[side];
    const Vec2 &b = m_ring[(side + 1) % m_ring.size()];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    return length > 0 ? cross(a, b, p) / length : 0;
}

std::optional<Ground> ConvexCut::of(std::span<const Vec2> ring) const
{
    std::vector<Vec2> kept(ring.begin(), ring.end()), next;
    next.reserve(kept.size() + m_ring.size());
    for (std::size_t side = 0; side < m_ring.size() && !kept.empty(); ++side) {
        next.clear();
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const Vec2 &a = kept[i];
            const Vec2 &b = kept[(i + 1) % kept.size()];
            const double da = inside(side, a), db = inside(side, b);
            if (da >= 0) {
                next.push_back(a);
            }
            if ((da > 0 && db < 0) || (da < 0 && db > 0)) {
                next.push_back(between(a, b, da / (da - db)));
            }
        }
        kept.swap(next);
    }
    return kept.size() < 3 ? std::nullopt : measured(std::move(kept));
}

std::optional<std::pair<double, double>> ConvexCut::along(const Vec2 &a, const Vec2 &b) const
{
    double low = 0, high = 1;
    for (std::size_t side = 0; side < m_ring.size(); ++side) {
        const double da = inside(side, a), db = inside(side, b);
        if (da <= 0 && db <= 0) {
            return std::nullopt;
        }
        if (da < 0) {
            low = std::max(low, da / (da - db));
        } else if (db < 0) {
            high = std::min(high, da / (da - db));
        }
    }
    if (!(low < high)) {
        return std::nullopt;
    }
    const Vec2 middle = between(a, b, (low + high) / 2);
    for (std::size_t side = 0; side < m_ring.size(); ++side) {
        if (inside(side, middle) < kInside) {
            return std::nullopt;
        }
    }
    return std::pair(low, high);
}

std::optional<Ground> ShapeCut::of(std::span<const Vec2> ring) const
{
    if (!boxOf(ring).intersects2d(m_bounds)) {
        return std::nullopt;
    }
    const Shape piece = Shape::ofRing(m_context, ring).intersection(m_shape);
    Ground ground;
    ground.area = piece.area();
    if (!(ground.area > kTouching)) {
        return std::nullopt;
    }
    ground.middle = piece.centroid();
    for (const planning::Polygon &polygon : piece.polygons()) {
        for (const planning::Ring &corners : polygon) {
            ground.corners.insert(ground.corners.end(), corners.begin(), corners.end());
        }
    }
    return ground;
}

std::optional<std::pair<double, double>> ShapeCut::along(const Vec2 &a, const Vec2 &b) const
{
    if (!boxOf(std::vector<Vec2>{a, b}).intersects2d(m_bounds)) {
        return std::nullopt;
    }
    const std::vector<planning::Line> way{{a, b}};
    const Shape part = Shape::ofLines(m_context, way).intersection(m_shape);
    const Shape rim = part.intersection(m_shape.boundary());
    if (!(part.length() > kInside) || rim.length() > part.length() - kInside) {
        return std::nullopt;
    }
    const Box3 box = part.bounds();
    const bool byX = std::abs(b.x - a.x) >= std::abs(b.y - a.y);
    const double from = byX ? a.x : a.y, way1 = byX ? b.x - a.x : b.y - a.y;
    const double s = ((byX ? box.min.x : box.min.y) - from) / way1;
    const double t = ((byX ? box.max.x : box.max.y) - from) / way1;
    return std::pair(std::min(s, t), std::max(s, t));
}

} // namespace loci::analysis

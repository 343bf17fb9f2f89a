// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/bodyrelations.h"

#include "layers/domain/city/delaunayflips.h"

#include <algorithm>
#include <cmath>

namespace loci::city {

namespace {

constexpr std::int64_t kFiner = 3; ///< the middle of three grid points is on the finer grid

GridPoint finer(const GridPoint &p)
{
    return {p.x * kFiner, p.y * kFiner, p.z * kFiner};
}

GridPoint middle(const Body::Triangle &t)
{
    return {(t[0].x + t[1].x + t[2].x) / kFiner, (t[0].y + t[1].y + t[2].y) / kFiner,
            (t[0].z + t[1].z + t[2].z) / kFiner};
}

void grow(GridPoint &low, GridPoint &high, const GridPoint &p)
{
    low = {std::min(low.x, p.x), std::min(low.y, p.y), std::min(low.z, p.z)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y), std::max(high.z, p.z)};
}

struct Span
{
    GridPoint low, high;
    explicit Span(const Body::Triangle &t) : low(t[0]), high(t[0])
    {
        grow(low, high, t[1]);
        grow(low, high, t[2]);
    }
    bool meets(const GridPoint &otherLow, const GridPoint &otherHigh) const
    {
        return low.x <= otherHigh.x && otherLow.x <= high.x && low.y <= otherHigh.y && otherLow.y <= high.y &&
               low.z <= otherHigh.z && otherLow.z <= high.z;
    }
};

/// Whether the inner of a segment goes through the inner of a triangle.
bool goesThrough(const GridPoint &p, const GridPoint &q, const Body::Triangle &t)
{
    if (orientation(t[0], t[1], t[2], p) * orientation(t[0], t[1], t[2], q) >= 0) {
        return false;
    }
    const int a = orientation(p, q, t[0], t[1]), b = orientation(p, q, t[1], t[2]), c = orientation(p, q, t[2], t[0]);
    return a != 0 && a == b && b == c;
}

/// For a point in the plane of a triangle: whether it is in the triangle or on its edge.
bool isIn(const GridPoint &p, const Body::Triangle &t)
{
    const auto turn = [&](auto u, auto v) {
        bool left = false, right = false;
        for (int i = 0; i < 3; ++i) {
            const GridPoint &a = t[static_cast<std::size_t>(i)], &b = t[static_cast<std::size_t>((i + 1) % 3)];
            const Wide area = Wide(u(b) - u(a)) * (v(p) - v(a)) - Wide(v(b) - v(a)) * (u(p) - u(a));
            left = left || area > 0;
            right = right || area < 0;
        }
        return !(left && right);
    };
    const auto x = [](const GridPoint &g) { return g.x; };
    const auto y = [](const GridPoint &g) { return g.y; };
    const auto z = [](const GridPoint &g) { return g.z; };
    return Span(t).meets(p, p) && turn(x, y) && turn(y, z) && turn(x, z);
}

} // namespace

void BodyRelations::flattenAndFlip()
{
    // Of a polygon that is not quite flat, slivers stick out farther than need be.
    if (m_triangles.size() < 6) {
        return;
    }
    const Vec3 n = newellNormal(std::span<const Vec3>(m_points).first(m_ringEnds.front()));
    const double ax = std::abs(n.x), ay = std::abs(n.y), az = std::abs(n.z);
    const Vec3 o = m_points.front();
    m_flat.clear();
    for (const Vec3 &p : m_points) {
        const Vec3 d{p.x - o.x, p.y - o.y, p.z - o.z};
        m_flat.push_back(az >= ax && az >= ay ? Vec2{d.x, d.y} : ax >= ay ? Vec2{d.y, d.z} : Vec2{d.x, d.z});
    }
    flipToDelaunay(m_flat, m_triangles);
}

Body BodyRelations::make(IndexRange surfaces)
{
    Body body;
    for (SurfaceIndex s = surfaces.begin; s < surfaces.end; ++s) {
        m_points.clear();
        m_ids.clear();
        m_ringEnds.clear();
        m_triangles.clear();
        const IndexRange rings = m_store.rings(s);
        for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
            for (const std::uint32_t id : m_store.ring(r)) {
                m_ids.push_back(m_vertices.place(id));
                m_points.push_back(m_vertices.world(m_ids.back()));
            }
            m_ringEnds.push_back(static_cast<std::uint32_t>(m_ids.size()));
        }
        m_triangulator.triangulate(m_points, m_ringEnds, m_triangles);
        flattenAndFlip();
        for (std::size_t t = 0; t + 2 < m_triangles.size(); t += 3) {
            Body::Triangle triangle;
            for (std::size_t k = 0; k < 3; ++k) {
                triangle[k] = finer(m_vertices.grid(m_ids[m_triangles[t + k]]));
            }
            body.triangles.push_back(triangle);
        }
        body.places.insert(body.places.end(), m_ids.begin(), m_ids.end());
    }
    std::sort(body.places.begin(), body.places.end());
    body.places.erase(std::unique(body.places.begin(), body.places.end()), body.places.end());
    if (!body.triangles.empty()) {
        body.low = body.high = body.triangles[0][0];
        for (const Body::Triangle &t : body.triangles) {
            for (const GridPoint &p : t) {
                grow(body.low, body.high, p);
            }
        }
        // Triangles by their lower x: pairs that cannot meet are passed over.
        std::sort(body.triangles.begin(), body.triangles.end(),
                  [](const Body::Triangle &s, const Body::Triangle &t) { return Span(s).low.x < Span(t).low.x; });
    }
    return body;
}

bool BodyRelations::boxesMeet(const Body &a, const Body &b)
{
    return !a.triangles.empty() && !b.triangles.empty() && a.low.x <= b.high.x && b.low.x <= a.high.x &&
           a.low.y <= b.high.y && b.low.y <= a.high.y && a.low.z <= b.high.z && b.low.z <= a.high.z;
}

bool BodyRelations::pierces(const Body &a, const Body &b, const CancelToken &cancel)
{
    if (!boxesMeet(a, b)) {
        return false;
    }
    for (const Body::Triangle &edges : a.triangles) {
        const Span span(edges);
        if (!span.meets(b.low, b.high)) {
            continue;
        }
        if (cancel.isCancelled()) {
            return false;
        }
        for (const Body::Triangle &face : b.triangles) {
            const Span other(face);
            if (other.low.x > span.high.x) {
                break;
            }
            if (!span.meets(other.low, other.high)) {
                continue;
            }
            for (std::size_t k = 0; k < 3; ++k) {
                if (goesThrough(edges[k], edges[(k + 1) % 3], face)) {
                    return true;
                }
            }
        }
    }
    return false;
}

BodyRelations::Side BodyRelations::sideOf(const GridPoint &p, const Body &body)
{
    if (!Span({p, p, p}).meets(body.low, body.high)) {
        return Side::Outside;
    }
    for (const Body::Triangle &t : body.triangles) {
        if (orientation(t[0], t[1], t[2], p) == 0 && isIn(p, t)) {
            return Side::Boundary;
        }
    }
    // A ray to a point beyond the body; another one when it grazes an edge.
    const std::int64_t reach = std::max({body.high.x - body.low.x, body.high.y - body.low.y, body.high.z - body.low.z});
    static constexpr std::array<std::array<std::int64_t, 3>, 6> kWays{
        {{7, 11, 1009}, {1013, 5, 17}, {13, 1019, 3}, {997, 991, 37}, {-983, 41, 977}, {29, -971, 967}}};
    for (const auto &way : kWays) {
        const GridPoint far{p.x + way[0] * (reach / 256 + 1), p.y + way[1] * (reach / 256 + 1),
                            p.z + way[2] * (reach / 256 + 1)};
        bool grazes = false, inside = false;
        for (const Body::Triangle &t : body.triangles) {
            const int before = orientation(t[0], t[1], t[2], p), behind = orientation(t[0], t[1], t[2], far);
            const int a = orientation(p, far, t[0], t[1]), b = orientation(p, far, t[1], t[2]),
                      c = orientation(p, far, t[2], t[0]);
            const bool misses = (a > 0 || b > 0 || c > 0) && (a < 0 || b < 0 || c < 0);
            if (misses || before * behind > 0) {
                continue;
            }
            if (a == 0 || b == 0 || c == 0 || before == 0 || behind == 0) {
                grazes = true;
                break;
            }
            inside = !inside;
        }
        if (!grazes) {
            return inside ? Side::Inside : Side::Outside;
        }
    }
    return Side::Boundary; // no way tells: nothing is claimed
}

bool BodyRelations::overlaps(const Body &a, const Body &b, const CancelToken &cancel)
{
    if (!boxesMeet(a, b)) {
        return false;
    }
    const auto anyInside = [&cancel](const Body &inner, const Body &outer) {
        return std::any_of(inner.triangles.begin(), inner.triangles.end(), [&](const Body::Triangle &t) {
            return !cancel.isCancelled() && sideOf(middle(t), outer) == Side::Inside;
        });
    };
    return pierces(a, b, cancel) || pierces(b, a, cancel) || anyInside(a, b) || anyInside(b, a);
}

bool BodyRelations::isWithin(const Body &inner, const Body &outer, const CancelToken &cancel)
{
    return std::none_of(inner.triangles.begin(), inner.triangles.end(), [&](const Body::Triangle &t) {
        return !cancel.isCancelled() && sideOf(middle(t), outer) == Side::Outside;
    });
}

bool BodyRelations::shareFace(const Body &a, const Body &b, const CancelToken &cancel)
{
    const auto anyOn = [&cancel](const Body &one, const Body &other) {
        return std::any_of(one.triangles.begin(), one.triangles.end(), [&](const Body::Triangle &t) {
            return !cancel.isCancelled() && sideOf(middle(t), other) == Side::Boundary;
        });
    };
    return boxesMeet(a, b) && (anyOn(a, b) || anyOn(b, a));
}

} // namespace loci::city

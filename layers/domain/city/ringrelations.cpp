// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/ringrelations.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace loci::city {

int RingRelations::turn(const Point &a, const Point &b, const Point &c)
{
    const Wide area = Wide(b.x - a.x) * (c.y - a.y) - Wide(b.y - a.y) * (c.x - a.x);
    return area > 0 ? 1 : area < 0 ? -1 : 0;
}

bool RingRelations::onSegment(const Point &a, const Point &b, const Point &p)
{
    return turn(a, b, p) == 0 && p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y);
}

void RingRelations::layOut(std::span<const GridPoint> points, std::span<const std::uint32_t> ringEnds,
                           const Vec3 &normal)
{
    const double ax = std::abs(normal.x), ay = std::abs(normal.y), az = std::abs(normal.z);
    m_points.clear();
    for (const GridPoint &p : points) {
        const Point flat = az >= ax && az >= ay ? Point{p.x, p.y} : ax >= ay ? Point{p.y, p.z} : Point{p.x, p.z};
        m_points.push_back({2 * flat.x, 2 * flat.y});
    }
    m_rings.clear();
    m_edges.clear();
    m_touches.clear();
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ringEnds) {
        Ring ring{begin, end, m_points[begin], m_points[begin], 0, false};
        const Point origin = m_points[begin];
        Wide area = 0;
        for (std::uint32_t i = begin; i < end; ++i) {
            const Point &a = m_points[i], &b = m_points[i + 1 < end ? i + 1 : begin];
            ring.low = {std::min(ring.low.x, a.x), std::min(ring.low.y, a.y)};
            ring.high = {std::max(ring.high.x, a.x), std::max(ring.high.y, a.y)};
            area += Wide(a.x - origin.x) * (b.y - origin.y) - Wide(a.y - origin.y) * (b.x - origin.x);
            m_edges.push_back({a, b, static_cast<std::uint32_t>(m_rings.size()), i - begin});
        }
        ring.turn = area > 0 ? 1 : area < 0 ? -1 : 0;
        m_rings.push_back(ring);
        begin = end;
    }
    std::sort(m_edges.begin(), m_edges.end(),
              [](const Edge &e, const Edge &f) { return std::min(e.a.x, e.b.x) < std::min(f.a.x, f.b.x); });
}

int RingRelations::meet(const Edge &e, const Edge &f)
{
    const int d1 = turn(f.a, f.b, e.a), d2 = turn(f.a, f.b, e.b), d3 = turn(e.a, e.b, f.a), d4 = turn(e.a, e.b, f.b);
    const bool crosses = d1 * d2 < 0 && d3 * d4 < 0;
    if (e.ring == f.ring) {
        const Ring &ring = m_rings[e.ring];
        const std::uint32_t count = ring.end - ring.begin;
        const bool follows = (e.number + 1) % count == f.number, precedes = (f.number + 1) % count == e.number;
        if (follows || precedes) {
            // Neighbours share a point; they meet elsewhere only by folding back on each other.
            const Point &a = follows ? e.a : f.a, &b = follows ? e.b : f.b, &c = follows ? f.b : e.b;
            return turn(a, b, c) == 0 && (onSegment(a, b, c) || onSegment(b, c, a)) ? 104 : 0;
        }
        const bool touches = onSegment(f.a, f.b, e.a) || onSegment(f.a, f.b, e.b) || onSegment(e.a, e.b, f.a) ||
                             onSegment(e.a, e.b, f.b);
        return crosses || touches ? 104 : 0;
    }
    if (crosses) {
        return 201;
    }
    Point common[4];
    int found = 0;
    const auto note = [&](bool meets, const Point &p) {
        if (meets && std::find(common, common + found, p) == common + found) {
            common[found++] = p;
        }
    };
    note(onSegment(f.a, f.b, e.a), e.a);
    note(onSegment(f.a, f.b, e.b), e.b);
    note(onSegment(e.a, e.b, f.a), f.a);
    note(onSegment(e.a, e.b, f.b), f.b);
    if (found > 1) {
        return 201; // a line in common
    }
    if (found == 1) {
        m_touches.push_back({e.ring, common[0]});
        m_touches.push_back({f.ring, common[0]});
        m_rings[e.ring].touches = m_rings[f.ring].touches = true;
    }
    return 0;
}

int RingRelations::meetings()
{
    int worst = 0;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const std::int64_t right = std::max(m_edges[i].a.x, m_edges[i].b.x);
        const auto [low, high] = std::minmax(m_edges[i].a.y, m_edges[i].b.y);
        for (std::size_t j = i + 1; j < m_edges.size() && std::min(m_edges[j].a.x, m_edges[j].b.x) <= right; ++j) {
            const Edge &f = m_edges[j];
            if (std::max(f.a.y, f.b.y) < low || std::min(f.a.y, f.b.y) > high) {
                continue;
            }
            const int code = meet(m_edges[i], f);
            if (code == 104) {
                return 104;
            }
            worst = std::max(worst, code);
        }
    }
    return worst;
}

bool RingRelations::areSame(const Ring &a, const Ring &b) const
{
    if (a.end - a.begin != b.end - b.begin || !(a.low == b.low) || !(a.high == b.high)) {
        return false;
    }
    std::vector<Point> first(m_points.begin() + a.begin, m_points.begin() + a.end);
    std::vector<Point> second(m_points.begin() + b.begin, m_points.begin() + b.end);
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    return first == second;
}

RingRelations::Side RingRelations::sideOf(const Point &p, const Ring &ring) const
{
    bool inside = false;
    for (std::uint32_t i = ring.begin; i < ring.end; ++i) {
        const Point &a = m_points[i], &b = m_points[i + 1 < ring.end ? i + 1 : ring.begin];
        if (onSegment(a, b, p)) {
            return Side::Boundary;
        }
        if ((a.y > p.y) != (b.y > p.y)) {
            inside = (turn(a, b, p) > 0) == (b.y > a.y) ? !inside : inside;
        }
    }
    return inside ? Side::Inside : Side::Outside;
}

int RingRelations::place(const Ring &inner, const Ring &outer, bool &inside) const
{
    bool in = false, out = false;
    const bool shares = inner.touches && outer.touches;
    for (std::uint32_t i = inner.begin; i < inner.end; ++i) {
        const Point &a = m_points[i], &b = m_points[i + 1 < inner.end ? i + 1 : inner.begin];
        const Point middle{a.x / 2 + b.x / 2, a.y / 2 + b.y / 2};
        for (const Point &p : {a, middle}) {
            const Side side = sideOf(p, outer);
            in = in || side == Side::Inside;
            out = out || side == Side::Outside;
        }
        if (!shares) {
            break; // without a meeting one point speaks for all
        }
    }
    inside = in;
    return in && out ? 201 : 0;
}

bool RingRelations::fallsApart()
{
    // Rings and the points where they touch are the nodes of a graph; a circle in it encloses a part of the interior.
    std::sort(m_touches.begin(), m_touches.end());
    m_touches.erase(std::unique(m_touches.begin(), m_touches.end(),
                                [](const Touch &s, const Touch &t) { return s.ring == t.ring && s.point == t.point; }),
                    m_touches.end());
    std::vector<Point> points;
    for (const Touch &touch : m_touches) {
        points.push_back(touch.point);
    }
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    std::vector<std::size_t> leader(m_rings.size() + points.size());
    std::iota(leader.begin(), leader.end(), std::size_t(0));
    const auto find = [&leader](std::size_t i) {
        while (leader[i] != i) {
            i = leader[i] = leader[leader[i]];
        }
        return i;
    };
    for (const Touch &touch : m_touches) {
        const auto at = std::lower_bound(points.begin(), points.end(), touch.point) - points.begin();
        const std::size_t a = find(touch.ring), b = find(m_rings.size() + static_cast<std::size_t>(at));
        if (a == b) {
            return true;
        }
        leader[a] = b;
    }
    return false;
}

int RingRelations::check(std::span<const GridPoint> points, std::span<const std::uint32_t> ringEnds, const Vec3 &normal)
{
    layOut(points, ringEnds, normal);
    const int meeting = meetings();
    if (meeting == 104 ||
        std::any_of(m_rings.begin(), m_rings.end(), [](const Ring &ring) { return ring.turn == 0; })) {
        return 104;
    }
    for (std::size_t i = 1; i < m_rings.size(); ++i) {
        if (m_rings[i].turn == m_rings[0].turn) {
            return 208;
        }
    }
    for (std::size_t i = 0; i < m_rings.size(); ++i) {
        for (std::size_t j = i + 1; j < m_rings.size(); ++j) {
            if (meeting == 201 && areSame(m_rings[i], m_rings[j])) {
                return 202;
            }
        }
    }
    if (meeting != 0) {
        return meeting;
    }
    bool inside = false;
    for (std::size_t i = 1; i < m_rings.size(); ++i) {
        if (const int code = place(m_rings[i], m_rings[0], inside); code != 0) {
            return code;
        }
        if (!inside) {
            return 206;
        }
    }
    for (std::size_t i = 1; i < m_rings.size(); ++i) {
        for (std::size_t j = 1; j < m_rings.size(); ++j) {
            const Ring &a = m_rings[i], &b = m_rings[j];
            const bool apart = a.high.x < b.low.x || b.high.x < a.low.x || a.high.y < b.low.y || b.high.y < a.low.y;
            if (i == j || apart) {
                continue;
            }
            if (const int code = place(a, b, inside); code != 0) {
                return code;
            }
            if (inside) {
                return 207;
            }
        }
    }
    return !m_touches.empty() && fallsApart() ? 205 : 0;
}

} // namespace loci::city

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/snappedvertices.h"

#include <cstdint>
#include <span>
#include <vector>

namespace loci::city {

/// How the rings of a polygon lie: each for itself, and to each other. Exact.
class RingRelations
{
public:
    /// val3dity's code, 0 when all is well:
    /// 104 a ring crosses or touches itself, or has no area; 208 a hole turns as the exterior does; 202 two rings are
    /// the same; 201 two rings cross or share a line; 206 a hole is outside; 207 holes are nested; 205 the rings touch
    /// so that the interior falls apart.
    /// Rings have three points or more, none twice in a row. `normal` says on which coordinate plane to look.
    int check(std::span<const GridPoint> points, std::span<const std::uint32_t> ringEnds, const Vec3 &normal);

private:
    struct Point
    {
        std::int64_t x, y;
        bool operator==(const Point &) const = default;
        auto operator<=>(const Point &) const = default;
    };
    struct Edge
    {
        Point a, b;
        std::uint32_t ring;
        std::uint32_t number; ///< in its ring
    };
    struct Touch
    {
        std::uint32_t ring;
        Point point;
        auto operator<=>(const Touch &) const = default;
    };
    struct Ring
    {
        std::uint32_t begin, end;
        Point low, high;
        int turn; ///< 1 counter-clockwise, -1 clockwise, 0 no area
        bool touches;
    };
    enum class Side { Outside, Boundary, Inside };

    static int turn(const Point &a, const Point &b, const Point &c);
    static bool onSegment(const Point &a, const Point &b, const Point &p);
    void layOut(std::span<const GridPoint> points, std::span<const std::uint32_t> ringEnds, const Vec3 &normal);
    int meetings();
    int meet(const Edge &e, const Edge &f);
    bool areSame(const Ring &a, const Ring &b) const;
    Side sideOf(const Point &p, const Ring &ring) const;
    int place(const Ring &inner, const Ring &outer, bool &inside) const;
    bool fallsApart();

    std::vector<Point> m_points; ///< doubled, so that middles of edges are on the grid
    std::vector<Ring> m_rings;
    std::vector<Edge> m_edges; ///< by left end
    std::vector<Touch> m_touches;
};

} // namespace loci::city

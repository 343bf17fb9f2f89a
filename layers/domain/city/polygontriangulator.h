// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <cstdint>
#include <span>
#include <vector>

namespace loci::city {

/// Newell normal of a ring, relative to its first point: direction of the face, length twice its area.
Vec3 newellNormal(std::span<const Vec3> ring);

/// Cuts polygons with holes into triangles. Keep one and use it again: its buffers stay.
///
/// The polygon is laid on the coordinate plane that is closest to its own (an exact projection: no rounding), holes
/// are joined to the exterior by bridges, and ears are cut. Reflex vertices sit in a grid, so that a ring of a million
/// vertices takes seconds. Dirty input (crossings, repeated or collinear points, holes outside) always ends, with
/// triangles that cover what can be made out; valid input is covered exactly.
class PolygonTriangulator
{
public:
    /// `ringEnds`: one past the last point of each ring in `points`; first ring exterior. Appends triangles (indices
    /// into `points`), turned as the exterior ring is. Returns false, adding nothing, when the polygon has no area.
    bool triangulate(std::span<const Vec3> points, std::span<const std::uint32_t> ringEnds,
                     std::vector<std::uint32_t> &triangles);

private:
    struct Node
    {
        double x, y;
        std::uint32_t point;
        std::int32_t previous, next;
        bool reflex;
        bool removed;
    };

    bool project(std::span<const Vec3> points, std::span<const std::uint32_t> ringEnds);
    bool shortWay(std::uint32_t count, std::vector<std::uint32_t> &triangles) const;
    bool convexFan(std::uint32_t count, std::vector<std::uint32_t> &triangles) const;
    std::int32_t makeRing(std::uint32_t begin, std::uint32_t end, bool counterClockwise);
    std::int32_t insertHoles(std::int32_t outer, std::span<const std::uint32_t> ringEnds);
    std::int32_t findBridge(std::int32_t outer, const Node &hole) const;
    std::int32_t nearestOnRay(std::int32_t outer, const Node &hole, double &hitX) const;
    void join(std::int32_t outerNode, std::int32_t holeNode);
    std::int32_t addNode(std::uint32_t point, double x, double y);

    void buildGrid(std::int32_t start);
    bool isEar(std::int32_t node);
    bool blockedInRow(int row, int firstColumn, int lastColumn, const Node &a, const Node &b, const Node &c);
    void cutEars(std::int32_t start, std::vector<std::uint32_t> &triangles);
    std::int32_t cut(std::int32_t node, std::vector<std::uint32_t> &triangles);
    double turn(std::int32_t node) const;
    void updateReflex(std::int32_t node);
    int column(double x) const;
    int row(double y) const;

    std::vector<Vec2> m_flat;
    std::vector<Node> m_nodes;
    std::int32_t m_count = 0; ///< nodes still in the ring
    // Grid over the reflex vertices: cell c holds [m_cellStart[c], m_cellStart[c] + m_cellCount[c]).
    int m_columns = 0, m_rows = 0;
    double m_minX = 0, m_minY = 0, m_cellWidth = 1, m_cellHeight = 1;
    std::vector<std::uint32_t> m_cellStart, m_cellCount;
    std::vector<std::int32_t> m_cellNodes;
};

} // namespace loci::city

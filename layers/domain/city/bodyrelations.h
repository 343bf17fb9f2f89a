// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/domain/city/polygontriangulator.h"
#include "layers/domain/city/snappedvertices.h"

#include <array>
#include <vector>

namespace loci::city {

/// Polygons that bound a body, as triangles on the integer grid (times three, so that their middles are on it).
struct Body
{
    using Triangle = std::array<GridPoint, 3>;
    std::vector<Triangle> triangles;
    std::vector<std::uint32_t> places; ///< of its corners, ascending
    GridPoint low, high;
};

/// How two bodies lie to each other, found exactly on integers. Contacts that no corner, middle or edge shows are not
/// seen: what is said is sure, what is not said is not proven.
class BodyRelations
{
public:
    BodyRelations(const GeometryStore &store, const SnappedVertices &vertices) : m_store(store), m_vertices(vertices) {}

    /// `surfaces` of valid shells. Voids may be among them: what lies in a void is outside.
    Body make(IndexRange surfaces);
    static bool pierces(const Body &a, const Body &b, const CancelToken &cancel);
    static bool overlaps(const Body &a, const Body &b, const CancelToken &cancel); ///< their interiors meet
    static bool isWithin(const Body &inner, const Body &outer, const CancelToken &cancel);
    static bool shareFace(const Body &a, const Body &b, const CancelToken &cancel);
    static bool areSame(const Body &a, const Body &b) { return a.places == b.places; }
    static bool boxesMeet(const Body &a, const Body &b);
    /// Whether an edge of the body goes through one of its own faces.
    static bool piercesItself(const Body &body, const CancelToken &cancel) { return pierces(body, body, cancel); }

private:
    enum class Side { Outside, Boundary, Inside };
    static Side sideOf(const GridPoint &p, const Body &body);
    void flattenAndFlip();

    const GeometryStore &m_store;
    const SnappedVertices &m_vertices;
    PolygonTriangulator m_triangulator;
    std::vector<Vec3> m_points;
    std::vector<Vec2> m_flat;
    std::vector<std::uint32_t> m_ids, m_ringEnds, m_triangles;
};

} // namespace loci::city

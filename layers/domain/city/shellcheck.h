// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/snappedvertices.h"

#include <vector>

namespace loci::city {

/// Checks how the polygons of one shell, or of a CompositeSurface, hang together.
class ShellCheck
{
public:
    struct Fault
    {
        int code;
        SurfaceIndex surface; ///< one that shows it
    };

    ShellCheck(const GeometryStore &store, const SnappedVertices &vertices) : m_store(store), m_vertices(vertices) {}

    /// val3dity's 301, 302, 303, 305, 307; empty when nothing is wrong. A CompositeSurface need not be closed and may
    /// have any number of polygons. Polygons must be good for themselves.
    std::vector<Fault> check(IndexRange surfaces, bool mustClose);
    /// Positive when the shell's polygons look outward.
    double volume(IndexRange surfaces);

private:
    struct EdgeUse
    {
        std::uint32_t a, b; ///< places, a < b
        bool forward;
        SurfaceIndex surface;
    };
    struct Corner
    {
        std::uint32_t place;
        SurfaceIndex surface;
        auto operator<=>(const Corner &) const = default;
    };
    void collectEdges(IndexRange surfaces);
    template <class Each>
    void eachEdge(Each each) const; ///< each(first, last) of the uses of one edge
    void addManifoldFaults(std::vector<Fault> &faults) const;
    void addTurnedPolygons(IndexRange surfaces, std::vector<Fault> &faults) const;
    std::vector<std::uint32_t> components(IndexRange surfaces) const;
    bool hasBowTie(IndexRange surfaces, const std::vector<std::uint32_t> &component, SurfaceIndex &where) const;

    const GeometryStore &m_store;
    const SnappedVertices &m_vertices;
    std::vector<EdgeUse> m_edges;
    std::vector<Vec3> m_points;
};

} // namespace loci::city

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/polygontriangulator.h"
#include "layers/domain/city/ringrelations.h"
#include "layers/domain/city/snappedvertices.h"
#include "layers/domain/city/validation.h"

#include <span>
#include <vector>

namespace loci::city {

/// Checks one polygon; in the order of val3dity, which stops at the first fault.
///
/// Crossings and touches are found exactly: the polygon is laid on the coordinate plane closest to its own, where its
/// points are still the integers of the file.
class PolygonCheck
{
public:
    explicit PolygonCheck(const ValidationOptions &options) : m_options(options) {}

    /// val3dity's code: 101, 102, 203, 104, 208, 201, 202, 206, 207, 205, 204; 0 when nothing is wrong.
    /// `vertices`: numbers of the points of all rings, exterior first; `ringEnds` as for PolygonTriangulator.
    int check(const SnappedVertices &store, std::span<const std::uint32_t> vertices,
              std::span<const std::uint32_t> ringEnds);

private:
    bool repeatsPoint(std::span<const std::uint32_t> ringEnds) const;
    bool isOffPlane(Vec3 &normal) const;
    bool isFolded(std::span<const std::uint32_t> ringEnds);

    const ValidationOptions &m_options;
    RingRelations m_rings;
    PolygonTriangulator m_triangulator;
    std::vector<std::uint32_t> m_places;
    std::vector<Vec3> m_points;
    std::vector<Vec2> m_flat;
    std::vector<GridPoint> m_grid;
    std::vector<std::uint32_t> m_triangles;
};

} // namespace loci::city

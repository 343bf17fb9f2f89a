// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/polygontriangulator.h"
#include "layers/domain/city/validation.h"

#include <span>
#include <vector>

namespace loci::city {

/// Checks single rings and polygons; returns val3dity's code, 0 when nothing is wrong.
class PolygonCheck
{
public:
    explicit PolygonCheck(const ValidationOptions &options) : m_options(options) {}

    int checkRing(std::span<const Vec3> ring); ///< 101, 102, 104
    /// 203, 204; rings must be good. `ringEnds` as for PolygonTriangulator.
    int checkPlane(std::span<const Vec3> points, std::span<const std::uint32_t> ringEnds);

private:
    bool crossesItself(std::span<const Vec3> ring);

    const ValidationOptions &m_options;
    PolygonTriangulator m_triangulator;
    std::vector<Vec2> m_flat;
    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_triangles;
};

} // namespace loci::city

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace loci::city {

/// Exact sums of products of coordinates; a room of its own because the compiler calls it an extension.
__extension__ using Wide = __int128;

/// A point on the integer grid of its file: predicates on it are exact.
struct GridPoint
{
    std::int64_t x = 0, y = 0, z = 0;
    bool operator==(const GridPoint &) const = default;
    auto operator<=>(const GridPoint &) const = default;
};

/// Vertices with those that lie within a tolerance taken for one, as val3dity's snap_tol does: each goes to the first
/// one that is near enough. The model's own integers are the grid; the real numbers of templates are laid on a grid
/// of a micrometre.
class SnappedVertices
{
public:
    SnappedVertices(const VertexStore &vertices, double tolerance);
    SnappedVertices(const std::vector<std::array<double, 3>> &vertices, double tolerance);

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_place.size()); }
    /// Number of the vertex that stands for this one.
    std::uint32_t place(std::uint32_t vertex) const { return m_place[vertex]; }
    Vec3 world(std::uint32_t vertex) const;
    GridPoint grid(std::uint32_t vertex) const;

private:
    void snap(double tolerance);

    const VertexStore *m_store = nullptr;
    const std::vector<std::array<double, 3>> *m_reals = nullptr;
    std::vector<std::uint32_t> m_place;
};

/// Sign of the volume of a tetrahedron: positive when d lies on the side of abc from which it turns clockwise.
int orientation(const GridPoint &a, const GridPoint &b, const GridPoint &c, const GridPoint &d);

} // namespace loci::city

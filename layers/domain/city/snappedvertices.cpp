// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/snappedvertices.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace loci::city {

namespace {

constexpr double kTemplateGrid = 1e6;   ///< steps a metre
constexpr double kFarthest = 1e9;       ///< metres from the origin that the grid of templates reaches
constexpr double kExclusive = 1 - 1e-6; ///< neighbours on a grid of the tolerance stay apart, whatever the rounding

std::int64_t onGrid(double value)
{
    return std::llround(std::clamp(std::isfinite(value) ? value : 0.0, -kFarthest, kFarthest) * kTemplateGrid);
}

/// A direction that no street follows: vertices of grids and walls do not fall together along it.
double along(const Vec3 &p)
{
    return 0.41 * p.x + 0.6373 * p.y + 0.6524 * p.z;
}

} // namespace

SnappedVertices::SnappedVertices(const VertexStore &vertices, double tolerance) : m_store(&vertices)
{
    m_place.resize(vertices.size());
    snap(tolerance);
}

SnappedVertices::SnappedVertices(const std::vector<std::array<double, 3>> &vertices, double tolerance)
    : m_reals(&vertices)
{
    m_place.resize(vertices.size());
    snap(tolerance);
}

Vec3 SnappedVertices::world(std::uint32_t vertex) const
{
    if (m_store != nullptr) {
        return m_store->at(vertex);
    }
    const auto &v = (*m_reals)[vertex];
    return {v[0], v[1], v[2]};
}

GridPoint SnappedVertices::grid(std::uint32_t vertex) const
{
    if (m_store != nullptr) {
        const std::int32_t *v = m_store->xyz.data() + 3 * static_cast<std::size_t>(vertex);
        return {v[0], v[1], v[2]};
    }
    const auto &v = (*m_reals)[vertex];
    return {onGrid(v[0]), onGrid(v[1]), onGrid(v[2])};
}

void SnappedVertices::snap(double tolerance)
{
    struct Key
    {
        double at;
        std::uint32_t vertex;
    };
    std::iota(m_place.begin(), m_place.end(), 0U);
    const double reach = std::max(0.0, tolerance) * kExclusive;
    const Vec3 origin = size() > 0 ? world(0) : Vec3{};
    std::vector<Key> keys(size());
    for (std::uint32_t i = 0; i < size(); ++i) {
        const Vec3 p = world(i);
        keys[i] = {along({p.x - origin.x, p.y - origin.y, p.z - origin.z}), i};
    }
    std::sort(keys.begin(), keys.end(),
              [](const Key &a, const Key &b) { return a.at != b.at ? a.at < b.at : a.vertex < b.vertex; });
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::uint32_t first = keys[i].vertex;
        if (m_place[first] != first) {
            continue; // it went to another one
        }
        const Vec3 p = world(first);
        for (std::size_t j = i + 1; j < keys.size() && keys[j].at - keys[i].at <= reach + 1e-7; ++j) {
            const std::uint32_t other = keys[j].vertex;
            const Vec3 q = world(other);
            const double dx = q.x - p.x, dy = q.y - p.y, dz = q.z - p.z;
            if (m_place[other] == other && dx * dx + dy * dy + dz * dz <= reach * reach) {
                m_place[other] = first;
            }
        }
    }
}

int orientation(const GridPoint &a, const GridPoint &b, const GridPoint &c, const GridPoint &d)
{
    const Wide bx = b.x - a.x, by = b.y - a.y, bz = b.z - a.z;
    const Wide cx = c.x - a.x, cy = c.y - a.y, cz = c.z - a.z;
    const Wide dx = d.x - a.x, dy = d.y - a.y, dz = d.z - a.z;
    const Wide sum = dx * (by * cz - bz * cy) + dy * (bz * cx - bx * cz) + dz * (bx * cy - by * cx);
    return sum > 0 ? 1 : sum < 0 ? -1 : 0;
}

} // namespace loci::city

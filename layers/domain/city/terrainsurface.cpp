// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/terrainsurface.h"

#include "layers/domain/city/polygontriangulator.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace loci::city {

namespace {

/// Height of a triangle's plane above a place within it.
std::optional<double> heightIn(const Vec3 &a, const Vec3 &b, const Vec3 &c, const Vec2 &p)
{
    const double area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (area == 0) {
        return std::nullopt;
    }
    const double u = ((p.x - a.x) * (c.y - a.y) - (c.x - a.x) * (p.y - a.y)) / area;
    const double v = ((b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y)) / area;
    constexpr double kEdge = -1e-9; // a place on the edge belongs to both
    if (u < kEdge || v < kEdge || u + v > 1 - kEdge) {
        return std::nullopt;
    }
    return a.z + u * (b.z - a.z) + v * (c.z - a.z);
}

} // namespace

Result<TerrainSurface> TerrainSurface::of(const CityModel &model, const CancelToken &cancel)
{
    constexpr SurfaceIndex kLookEvery = 4096;
    TerrainSurface terrain;
    const GeometryStore &store = model.geometry;
    PolygonTriangulator triangulator;
    std::vector<Vec3> points;
    std::vector<std::uint32_t> ringEnds, triangles;
    for (const Geometry &geometry : store.geometries) {
        if (geometry.object == kNone || model.typeOf(geometry.object) != "TINRelief") {
            continue;
        }
        for (SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
            if (s % kLookEvery == 0 && cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled,
                            QCoreApplication::translate("loci::city", "The check was cancelled."));
            }
            points.clear();
            ringEnds.clear();
            triangles.clear();
            const IndexRange rings = store.rings(s);
            for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
                for (const std::uint32_t id : store.ring(r)) {
                    points.push_back(model.vertices.at(id));
                }
                ringEnds.push_back(static_cast<std::uint32_t>(points.size()));
            }
            if (!points.empty() && triangulator.triangulate(points, ringEnds, triangles)) {
                for (const std::uint32_t t : triangles) {
                    terrain.m_corners.push_back(points[t]);
                    terrain.m_box.include(points[t]);
                }
            }
        }
    }
    terrain.index();
    return terrain;
}

int TerrainSurface::column(double x) const
{
    const double width = std::max(m_box.max.x - m_box.min.x, 1e-9);
    return std::clamp(static_cast<int>((x - m_box.min.x) / width * m_columns), 0, m_columns - 1);
}

int TerrainSurface::row(double y) const
{
    const double height = std::max(m_box.max.y - m_box.min.y, 1e-9);
    return std::clamp(static_cast<int>((y - m_box.min.y) / height * m_rows), 0, m_rows - 1);
}

void TerrainSurface::index()
{
    if (isEmpty()) {
        return;
    }
    constexpr double kMostCells = 2048; // along one side
    const auto count = static_cast<std::uint32_t>(m_corners.size() / 3);
    m_columns = m_rows = static_cast<int>(std::clamp(std::sqrt(count / 2.0), 1.0, kMostCells));
    const auto eachCell = [this](std::uint32_t triangle, auto each) {
        const Vec3 *t = m_corners.data() + 3 * static_cast<std::size_t>(triangle);
        const int left = column(std::min({t[0].x, t[1].x, t[2].x})), right = column(std::max({t[0].x, t[1].x, t[2].x}));
        const int low = row(std::min({t[0].y, t[1].y, t[2].y})), high = row(std::max({t[0].y, t[1].y, t[2].y}));
        for (int y = low; y <= high; ++y) {
            for (int x = left; x <= right; ++x) {
                each(static_cast<std::size_t>(y) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(x));
            }
        }
    };
    m_cellStart.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
    for (std::uint32_t t = 0; t < count; ++t) {
        eachCell(t, [this](std::size_t cell) { ++m_cellStart[cell + 1]; });
    }
    for (std::size_t cell = 1; cell < m_cellStart.size(); ++cell) {
        m_cellStart[cell] += m_cellStart[cell - 1];
    }
    m_cellTriangles.resize(m_cellStart.back());
    std::vector<std::uint32_t> next(m_cellStart.begin(), m_cellStart.end() - 1);
    for (std::uint32_t t = 0; t < count; ++t) {
        eachCell(t, [&](std::size_t cell) { m_cellTriangles[next[cell]++] = t; });
    }
}

std::optional<double> TerrainSurface::heightAt(const Vec2 &place) const
{
    if (isEmpty() || !m_box.contains2d(place)) {
        return std::nullopt;
    }
    const std::size_t cell = static_cast<std::size_t>(row(place.y)) * static_cast<std::size_t>(m_columns) +
                             static_cast<std::size_t>(column(place.x));
    std::optional<double> best;
    for (std::uint32_t i = m_cellStart[cell]; i < m_cellStart[cell + 1]; ++i) {
        const Vec3 *t = m_corners.data() + 3 * static_cast<std::size_t>(m_cellTriangles[i]);
        if (const auto height = heightIn(t[0], t[1], t[2], place); height && (!best || *height > *best)) {
            best = height;
        }
    }
    return best;
}

} // namespace loci::city

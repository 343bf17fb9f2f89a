// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/polygoncheck.h"

#include "layers/domain/city/delaunayflips.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace loci::city {

namespace {

double length(const Vec3 &v)
{
    return std::sqrt(v.x * v.x + v.y * v.y + v.z * v.z);
}

double dot(const Vec3 &a, const Vec3 &b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

Vec3 minus(const Vec3 &a, const Vec3 &b)
{
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}

Vec3 centroid(std::span<const Vec3> points)
{
    const Vec3 origin = points.front(); // sums of large coordinates would lose the millimetres
    Vec3 sum;
    for (const Vec3 &p : points) {
        const Vec3 d = minus(p, origin);
        sum = {sum.x + d.x, sum.y + d.y, sum.z + d.z};
    }
    const auto n = static_cast<double>(points.size());
    return {origin.x + sum.x / n, origin.y + sum.y / n, origin.z + sum.z / n};
}

/// Normal of the least-squares plane: the eigenvector of the smallest eigenvalue of the covariance (Jacobi rotations).
Vec3 planeNormal(std::span<const Vec3> points, const Vec3 &centre)
{
    double m[3][3] = {};
    for (const Vec3 &p : points) {
        const double d[3] = {p.x - centre.x, p.y - centre.y, p.z - centre.z};
        for (int i = 0; i < 3; ++i) {
            for (int j = 0; j < 3; ++j) {
                m[i][j] += d[i] * d[j];
            }
        }
    }
    double v[3][3] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    for (int sweep = 0; sweep < 32; ++sweep) {
        for (int p = 0; p < 2; ++p) {
            for (int q = p + 1; q < 3; ++q) {
                if (m[p][q] == 0) {
                    continue;
                }
                const double theta = 0.5 * std::atan2(2 * m[p][q], m[q][q] - m[p][p]);
                const double c = std::cos(theta), s = std::sin(theta);
                for (int k = 0; k < 3; ++k) {
                    const double a = m[k][p], b = m[k][q];
                    m[k][p] = c * a - s * b;
                    m[k][q] = s * a + c * b;
                }
                for (int k = 0; k < 3; ++k) {
                    const double a = m[p][k], b = m[q][k];
                    m[p][k] = c * a - s * b;
                    m[q][k] = s * a + c * b;
                    const double e = v[k][p], f = v[k][q];
                    v[k][p] = c * e - s * f;
                    v[k][q] = s * e + c * f;
                }
            }
        }
        if (std::abs(m[0][1]) + std::abs(m[0][2]) + std::abs(m[1][2]) < 1e-18 * (m[0][0] + m[1][1] + m[2][2])) {
            break;
        }
    }
    const int least = m[0][0] <= m[1][1] ? (m[0][0] <= m[2][2] ? 0 : 2) : (m[1][1] <= m[2][2] ? 1 : 2);
    return {v[0][least], v[1][least], v[2][least]};
}

} // namespace

int PolygonCheck::check(const SnappedVertices &store, std::span<const std::uint32_t> vertices,
                        std::span<const std::uint32_t> ringEnds)
{
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ringEnds) {
        if (end - begin < 3) {
            return 101;
        }
        begin = end;
    }
    m_places.clear();
    m_points.clear();
    m_grid.clear();
    for (const std::uint32_t vertex : vertices) {
        m_places.push_back(store.place(vertex));
        m_points.push_back(store.world(m_places.back()));
        m_grid.push_back(store.grid(m_places.back()));
    }
    if (repeatsPoint(ringEnds)) {
        return 102;
    }
    Vec3 normal;
    if (isOffPlane(normal)) {
        return 203;
    }
    if (const int code = m_rings.check(m_grid, ringEnds, normal); code != 0) {
        return code;
    }
    return m_points.size() > 3 && isFolded(ringEnds) ? 204 : 0;
}

bool PolygonCheck::repeatsPoint(std::span<const std::uint32_t> ringEnds) const
{
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ringEnds) {
        std::uint32_t before = m_places[end - 1];
        for (std::uint32_t i = begin; i < end; ++i) {
            if (m_places[i] == before) {
                return true;
            }
            before = m_places[i];
        }
        begin = end;
    }
    return false;
}

bool PolygonCheck::isOffPlane(Vec3 &normal) const
{
    const Vec3 centre = centroid(m_points);
    normal = planeNormal(m_points, centre);
    return m_points.size() > 3 && std::any_of(m_points.begin(), m_points.end(), [&](const Vec3 &p) {
               return std::abs(dot(minus(p, centre), normal)) > m_options.planarityDistance;
           });
}

bool PolygonCheck::isFolded(std::span<const std::uint32_t> ringEnds)
{
    const Vec3 normal = newellNormal(std::span<const Vec3>(m_points).first(ringEnds[0]));
    m_triangles.clear();
    if (!m_triangulator.triangulate(m_points, ringEnds, m_triangles)) {
        return false;
    }
    m_flat.clear();
    const double ax = std::abs(normal.x), ay = std::abs(normal.y), az = std::abs(normal.z);
    for (const Vec3 &p : m_points) {
        const Vec3 d = minus(p, m_points.front());
        m_flat.push_back(az >= ax && az >= ay ? Vec2{d.x, d.y} : ax >= ay ? Vec2{d.y, d.z} : Vec2{d.x, d.z});
    }
    flipToDelaunay(m_flat, m_triangles);
    const double limit = std::cos(m_options.planarityAngle * std::numbers::pi / 180);
    for (std::size_t t = 0; t < m_triangles.size(); t += 3) {
        const Vec3 corners[3] = {m_points[m_triangles[t]], m_points[m_triangles[t + 1]], m_points[m_triangles[t + 2]]};
        const Vec3 n = newellNormal(corners);
        constexpr double kSliver = 2e-4; // twice the area in square metres: its normal is noise
        if (length(n) > kSliver && dot(n, normal) < limit * length(n) * length(normal)) {
            return true;
        }
    }
    return false;
}

} // namespace loci::city

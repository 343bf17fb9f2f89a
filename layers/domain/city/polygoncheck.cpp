// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/polygoncheck.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

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

double cross(const Vec2 &a, const Vec2 &b, const Vec2 &c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool within(const Vec2 &a, const Vec2 &b, const Vec2 &p)
{
    return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y);
}

/// Whether two segments have a point in common.
bool meet(const Vec2 &a, const Vec2 &b, const Vec2 &c, const Vec2 &d)
{
    const double d1 = cross(c, d, a), d2 = cross(c, d, b), d3 = cross(a, b, c), d4 = cross(a, b, d);
    if (((d1 > 0 && d2 < 0) || (d1 < 0 && d2 > 0)) && ((d3 > 0 && d4 < 0) || (d3 < 0 && d4 > 0))) {
        return true;
    }
    return (d1 == 0 && within(c, d, a)) || (d2 == 0 && within(c, d, b)) || (d3 == 0 && within(a, b, c)) ||
           (d4 == 0 && within(a, b, d));
}

} // namespace

int PolygonCheck::checkRing(std::span<const Vec3> ring)
{
    if (ring.size() < 3) {
        return 101;
    }
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (length(minus(ring[(i + 1) % ring.size()], ring[i])) <= m_options.snapTolerance) {
            return 102;
        }
    }
    return crossesItself(ring) ? 104 : 0;
}

bool PolygonCheck::crossesItself(std::span<const Vec3> ring)
{
    const Vec3 n = planeNormal(ring, centroid(ring));
    const double ax = std::abs(n.x), ay = std::abs(n.y), az = std::abs(n.z);
    m_flat.clear();
    for (const Vec3 &p : ring) {
        const Vec3 d = minus(p, ring.front());
        m_flat.push_back(az >= ax && az >= ay ? Vec2{d.x, d.y} : ax >= ay ? Vec2{d.y, d.z} : Vec2{d.x, d.z});
    }
    const auto count = static_cast<std::uint32_t>(ring.size());
    const auto end = [&](std::uint32_t i) -> const Vec2 & { return m_flat[i + 1 < count ? i + 1 : 0]; };
    if (count == 3) {
        return cross(m_flat[0], m_flat[1], m_flat[2]) == 0;
    }
    // Edges by their left end: an edge is compared with those that begin before it ends.
    m_order.resize(count);
    std::iota(m_order.begin(), m_order.end(), 0U);
    const auto left = [&](std::uint32_t i) { return std::min(m_flat[i].x, end(i).x); };
    std::sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) { return left(a) < left(b); });
    for (std::uint32_t k = 0; k < count; ++k) {
        const std::uint32_t i = m_order[k];
        const double right = std::max(m_flat[i].x, end(i).x);
        for (std::uint32_t l = k + 1; l < count && left(m_order[l]) <= right; ++l) {
            const std::uint32_t j = m_order[l];
            const bool follows = (i + 1) % count == j, precedes = (j + 1) % count == i;
            if (follows || precedes) {
                // Neighbours share a point; they cross only by folding back on each other.
                const Vec2 &a = follows ? m_flat[i] : m_flat[j];
                const Vec2 &b = follows ? m_flat[j] : m_flat[i];
                const Vec2 &c = follows ? end(j) : end(i);
                const bool back = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0;
                if (back && cross(a, b, c) == 0) {
                    return true;
                }
            } else if (meet(m_flat[i], end(i), m_flat[j], end(j))) {
                return true;
            }
        }
    }
    return false;
}

int PolygonCheck::checkPlane(std::span<const Vec3> points, std::span<const std::uint32_t> ringEnds)
{
    if (points.size() <= 3) {
        return 0;
    }
    const Vec3 centre = centroid(points);
    const Vec3 plane = planeNormal(points, centre);
    for (const Vec3 &p : points) {
        if (std::abs(dot(minus(p, centre), plane)) > m_options.planarityDistance) {
            return 203;
        }
    }
    const Vec3 normal = newellNormal(points.first(ringEnds[0]));
    m_triangles.clear();
    if (!m_triangulator.triangulate(points, ringEnds, m_triangles)) {
        return 0;
    }
    const double limit = std::cos(m_options.planarityAngle * std::numbers::pi / 180);
    for (std::size_t t = 0; t < m_triangles.size(); t += 3) {
        const Vec3 corners[3] = {points[m_triangles[t]], points[m_triangles[t + 1]], points[m_triangles[t + 2]]};
        const Vec3 n = newellNormal(corners);
        constexpr double kSliver = 2e-4; // twice the area in square metres: its normal is noise
        if (length(n) > kSliver && dot(n, normal) < limit * length(n) * length(normal)) {
            return 204;
        }
    }
    return 0;
}

} // namespace loci::city

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/polygontriangulator.h"

#include "layers/domain/city/mesh.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace loci::city {

namespace {

double cross(double ax, double ay, double bx, double by, double cx, double cy)
{
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

template <class A, class B, class C>
double cross(const A &a, const B &b, const C &c)
{
    return cross(a.x, a.y, b.x, b.y, c.x, c.y);
}

double ringArea2(const std::vector<Vec2> &flat, std::uint32_t begin, std::uint32_t end)
{
    double sum = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
        const Vec2 &a = flat[i];
        const Vec2 &b = flat[i + 1 < end ? i + 1 : begin];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

constexpr double kFarthest = 1e100;

} // namespace

Vec3 newellNormal(std::span<const Vec3> ring)
{
    Vec3 normal;
    if (ring.size() < 3) {
        return normal;
    }
    const Vec3 &o = ring.front();
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const double ax = ring[i].x - o.x, ay = ring[i].y - o.y, az = ring[i].z - o.z;
        const double bx = ring[i + 1].x - o.x, by = ring[i + 1].y - o.y, bz = ring[i + 1].z - o.z;
        normal.x += ay * bz - az * by;
        normal.y += az * bx - ax * bz;
        normal.z += ax * by - ay * bx;
    }
    return normal;
}

bool PolygonTriangulator::project(std::span<const Vec3> points, std::span<const std::uint32_t> ringEnds)
{
    if (ringEnds.empty() || ringEnds[0] < 3 || ringEnds.back() > points.size()) {
        return false;
    }
    const Vec3 n = newellNormal(points.first(ringEnds[0]));
    const double ax = std::abs(n.x), ay = std::abs(n.y), az = std::abs(n.z);
    const double largest = std::max({ax, ay, az});
    double reach = 0;
    const Vec3 &o = points[0];
    for (std::uint32_t i = 1; i < ringEnds[0]; ++i) {
        reach =
            std::max({reach, std::abs(points[i].x - o.x), std::abs(points[i].y - o.y), std::abs(points[i].z - o.z)});
    }
    if (!(largest > 1e-14 * reach * reach) || !std::isfinite(largest)) {
        return false;
    }
    m_flat.resize(ringEnds.back());
    for (std::size_t i = 0; i < m_flat.size(); ++i) {
        const double x = points[i].x - o.x, y = points[i].y - o.y, z = points[i].z - o.z;
        if (largest == az) {
            m_flat[i] = n.z > 0 ? Vec2{x, y} : Vec2{y, x};
        } else if (largest == ax) {
            m_flat[i] = n.x > 0 ? Vec2{y, z} : Vec2{z, y};
        } else {
            m_flat[i] = n.y > 0 ? Vec2{z, x} : Vec2{x, z};
        }
        if (!(std::abs(x) + std::abs(y) + std::abs(z) < kFarthest)) {
            return false; // not a number, or beyond every map
        }
    }
    return true;
}

bool PolygonTriangulator::convexFan(std::uint32_t count, std::vector<std::uint32_t> &triangles) const
{
    // All turns to the left and one round only: a fan from the first vertex covers the ring.
    int falls = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const Vec2 &a = m_flat[i];
        const Vec2 &b = m_flat[i + 1 < count ? i + 1 : 0];
        const Vec2 &c = m_flat[i + 2 < count ? i + 2 : i + 2 - count];
        if (!(cross(a, b, c) > 0)) {
            return false;
        }
        falls += (b.x < a.x || (b.x == a.x && b.y < a.y)) && !(c.x < b.x || (c.x == b.x && c.y < b.y)) ? 1 : 0;
    }
    if (falls != 1) {
        return false;
    }
    for (std::uint32_t i = 1; i + 1 < count; ++i) {
        triangles.insert(triangles.end(), {0, i, i + 1});
    }
    return true;
}

bool PolygonTriangulator::shortWay(std::uint32_t count, std::vector<std::uint32_t> &triangles) const
{
    if (count == 3) {
        triangles.insert(triangles.end(), {0, 1, 2});
        return true;
    }
    std::uint32_t reflex = 0;
    int leftTurns = 0;
    for (std::uint32_t i = 0; i < 4; ++i) {
        if (cross(m_flat[(i + 3) % 4], m_flat[i], m_flat[(i + 1) % 4]) > 0) {
            ++leftTurns;
        } else {
            reflex = i;
        }
    }
    if (leftTurns < 3) {
        return false; // crosses itself
    }
    const std::uint32_t first = leftTurns == 4 ? 0 : reflex; // the diagonal from there lies inside
    triangles.insert(triangles.end(), {first, (first + 1) % 4, (first + 2) % 4});
    triangles.insert(triangles.end(), {first, (first + 2) % 4, (first + 3) % 4});
    return true;
}

bool PolygonTriangulator::triangulate(std::span<const Vec3> points, std::span<const std::uint32_t> ringEnds,
                                      std::vector<std::uint32_t> &triangles)
{
    if (!project(points, ringEnds)) {
        return false;
    }
    const std::uint32_t count = ringEnds[0];
    if (ringEnds.size() == 1 && (count == 3 || count == 4 ? shortWay(count, triangles) : convexFan(count, triangles))) {
        return true;
    }
    m_nodes.clear();
    m_nodes.reserve(m_flat.size() + 2 * ringEnds.size());
    std::int32_t start = makeRing(0, count, true);
    start = insertHoles(start, ringEnds);
    const std::size_t before = triangles.size();
    buildGrid(start);
    cutEars(start, triangles);
    return triangles.size() > before;
}

std::int32_t PolygonTriangulator::addNode(std::uint32_t point, double x, double y)
{
    m_nodes.push_back({x, y, point, -1, -1, false, false});
    return static_cast<std::int32_t>(m_nodes.size() - 1);
}

std::int32_t PolygonTriangulator::makeRing(std::uint32_t begin, std::uint32_t end, bool counterClockwise)
{
    const bool turnRound = (ringArea2(m_flat, begin, end) > 0) != counterClockwise;
    const auto first = static_cast<std::int32_t>(m_nodes.size());
    for (std::uint32_t k = begin; k < end; ++k) {
        const std::uint32_t i = turnRound ? end - 1 - (k - begin) : k;
        addNode(i, m_flat[i].x, m_flat[i].y);
    }
    const auto last = static_cast<std::int32_t>(m_nodes.size() - 1);
    for (std::int32_t n = first; n <= last; ++n) {
        m_nodes[n].previous = n == first ? last : n - 1;
        m_nodes[n].next = n == last ? first : n + 1;
    }
    return first;
}

std::int32_t PolygonTriangulator::insertHoles(std::int32_t outer, std::span<const std::uint32_t> ringEnds)
{
    // From left to right: a hole then sees only the exterior and holes that are joined already.
    std::vector<std::int32_t> leftmost;
    for (std::size_t r = 1; r < ringEnds.size(); ++r) {
        if (ringEnds[r] < ringEnds[r - 1] + 3) {
            continue;
        }
        const std::int32_t first = makeRing(ringEnds[r - 1], ringEnds[r], false);
        std::int32_t best = first;
        for (auto n = first; n < static_cast<std::int32_t>(m_nodes.size()); ++n) {
            const Node &a = m_nodes[n], &b = m_nodes[best];
            if (a.x < b.x || (a.x == b.x && a.y < b.y)) {
                best = n;
            }
        }
        leftmost.push_back(best);
    }
    std::sort(leftmost.begin(), leftmost.end(), [this](std::int32_t a, std::int32_t b) {
        return m_nodes[a].x < m_nodes[b].x || (m_nodes[a].x == m_nodes[b].x && m_nodes[a].y < m_nodes[b].y);
    });
    for (const std::int32_t hole : leftmost) {
        const std::int32_t bridge = findBridge(outer, m_nodes[hole]);
        if (bridge >= 0) {
            join(bridge, hole);
        }
    }
    return outer;
}

std::int32_t PolygonTriangulator::nearestOnRay(std::int32_t outer, const Node &hole, double &hitX) const
{
    std::int32_t best = -1;
    hitX = -std::numeric_limits<double>::infinity();
    std::int32_t n = outer;
    do {
        const Node &a = m_nodes[n], &b = m_nodes[m_nodes[n].next];
        // Edges that go down have the inside of the polygon on their right side, where the hole is.
        if (hole.y <= a.y && hole.y >= b.y && a.y != b.y) {
            const double x = a.x + (hole.y - a.y) / (b.y - a.y) * (b.x - a.x);
            if (x <= hole.x && x > hitX) {
                hitX = x;
                best = a.x < b.x ? n : a.next;
                if (x == hole.x) {
                    return hole.y == a.y ? n : hole.y == b.y ? a.next : best;
                }
            }
        }
        n = a.next;
    } while (n != outer);
    return best;
}

std::int32_t PolygonTriangulator::findBridge(std::int32_t outer, const Node &hole) const
{
    double hitX = 0;
    const std::int32_t candidate = nearestOnRay(outer, hole, hitX);
    if (candidate < 0 || hitX == hole.x) {
        return candidate;
    }
    // The candidate is visible unless vertices lie in the triangle hole, hit, candidate; then the one that the ray
    // meets first when it is turned towards the candidate is.
    const Node end = m_nodes[candidate];
    const Vec2 hit{hitX, hole.y};
    const bool below = end.y < hole.y;
    std::int32_t best = candidate;
    double bestSlope = std::numeric_limits<double>::infinity();
    std::int32_t n = candidate;
    do {
        const Node &v = m_nodes[n];
        if (v.x <= hole.x && v.x >= end.x && v.x != hole.x) {
            const double d1 = below ? cross(end, hole, v) : cross(hole, end, v);
            const double d2 = below ? cross(hole, hit, v) : cross(hit, hole, v);
            const double d3 = below ? cross(hit, end, v) : cross(end, hit, v);
            if (d1 >= 0 && d2 >= 0 && d3 >= 0) {
                const double slope = std::abs(v.y - hole.y) / (hole.x - v.x);
                const Node &p = m_nodes[v.previous], &q = m_nodes[v.next];
                const bool convex = cross(p, v, q) >= 0;
                const bool inside = convex ? cross(v, hole, p) >= 0 && cross(v, q, hole) >= 0
                                           : cross(v, hole, p) >= 0 || cross(v, q, hole) >= 0;
                if (inside && (slope < bestSlope || (slope == bestSlope && v.x > m_nodes[best].x))) {
                    best = n;
                    bestSlope = slope;
                }
            }
        }
        n = v.next;
    } while (n != candidate);
    return best;
}

void PolygonTriangulator::join(std::int32_t outerNode, std::int32_t holeNode)
{
    // outerNode -> holeNode ... holeNode' -> outerNode': both ends of the bridge appear twice.
    const Node a = m_nodes[outerNode], b = m_nodes[holeNode];
    const std::int32_t outerTwin = addNode(a.point, a.x, a.y);
    const std::int32_t holeTwin = addNode(b.point, b.x, b.y);
    m_nodes[outerNode].next = holeNode;
    m_nodes[holeNode].previous = outerNode;
    m_nodes[holeTwin].previous = b.previous;
    m_nodes[b.previous].next = holeTwin;
    m_nodes[holeTwin].next = outerTwin;
    m_nodes[outerTwin].previous = holeTwin;
    m_nodes[outerTwin].next = a.next;
    m_nodes[a.next].previous = outerTwin;
}

double PolygonTriangulator::turn(std::int32_t node) const
{
    const Node &n = m_nodes[node];
    return cross(m_nodes[n.previous], n, m_nodes[n.next]);
}

bool triangulatePolygon(std::span<const Vec3> points, std::span<const std::uint32_t> ringEnds,
                        std::vector<std::uint32_t> &triangles)
{
    return PolygonTriangulator().triangulate(points, ringEnds, triangles);
}

} // namespace loci::city

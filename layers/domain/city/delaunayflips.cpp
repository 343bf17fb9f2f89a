// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/delaunayflips.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace loci::city {

namespace {

struct Edge
{
    std::uint32_t a, b;     ///< a < b
    std::size_t triangle;   ///< first index of the triangle
    std::uint32_t opposite; ///< its third corner
};

double turn(const Vec2 &a, const Vec2 &b, const Vec2 &c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Cotangent of the angle at c over the edge ab, scaled so that its sign and sums are right: dot over cross.
double cotangent(const Vec2 &a, const Vec2 &b, const Vec2 &c)
{
    const double dot = (a.x - c.x) * (b.x - c.x) + (a.y - c.y) * (b.y - c.y);
    const double cross = std::max(std::abs(turn(c, a, b)), 1e-300);
    return dot / cross;
}

} // namespace

void flipToDelaunay(std::span<const Vec2> points, std::vector<std::uint32_t> &triangles)
{
    // Each pass turns edges that do not share a triangle; sums of angles fall, so the passes end.
    constexpr int kMostPasses = 64;
    constexpr double kGain = 1e-9;
    std::vector<Edge> edges;
    std::vector<bool> touched;
    for (int pass = 0; pass < kMostPasses; ++pass) {
        edges.clear();
        touched.assign(triangles.size(), false);
        for (std::size_t t = 0; t + 2 < triangles.size(); t += 3) {
            for (std::size_t k = 0; k < 3; ++k) {
                const std::uint32_t a = triangles[t + k], b = triangles[t + (k + 1) % 3];
                edges.push_back({std::min(a, b), std::max(a, b), t, triangles[t + (k + 2) % 3]});
            }
        }
        std::sort(edges.begin(), edges.end(), [](const Edge &e, const Edge &f) {
            return e.a != f.a ? e.a < f.a : e.b != f.b ? e.b < f.b : e.triangle < f.triangle;
        });
        bool changed = false;
        for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
            const Edge &e = edges[i], &f = edges[i + 1];
            const bool pair =
                e.a == f.a && e.b == f.b && (i + 2 >= edges.size() || edges[i + 2].a != e.a || edges[i + 2].b != e.b);
            if (!pair || touched[e.triangle] || touched[f.triangle] || e.opposite == f.opposite) {
                continue;
            }
            const Vec2 &a = points[e.a], &b = points[e.b], &c = points[e.opposite], &d = points[f.opposite];
            const bool convex = turn(c, d, a) * turn(c, d, b) < 0 && turn(a, b, c) * turn(a, b, d) < 0;
            if (!convex || cotangent(a, b, c) + cotangent(a, b, d) >= -kGain) {
                continue;
            }
            const bool left = turn(points[triangles[e.triangle]], points[triangles[e.triangle + 1]],
                                   points[triangles[e.triangle + 2]]) > 0;
            const std::uint32_t first[3] = {e.opposite, f.opposite, e.a}, second[3] = {e.opposite, f.opposite, e.b};
            for (const auto &[at, corners] : {std::pair(e.triangle, first), std::pair(f.triangle, second)}) {
                std::copy(corners, corners + 3, triangles.begin() + static_cast<std::ptrdiff_t>(at));
                if ((turn(points[corners[0]], points[corners[1]], points[corners[2]]) > 0) != left) {
                    std::swap(triangles[at + 1], triangles[at + 2]);
                }
                touched[at] = true;
            }
            changed = true;
        }
        if (!changed) {
            return;
        }
    }
}

} // namespace loci::city

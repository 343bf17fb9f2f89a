// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sample/plane.h"

#include <algorithm>
#include <limits>

namespace loci::sample {

double sinTurns(double turns)
{
    turns -= std::floor(turns + 0.5); // [-0.5, 0.5)
    if (turns > 0.25) {
        turns = 0.5 - turns;
    } else if (turns < -0.25) {
        turns = -0.5 - turns;
    }
    const double x = turns * 6.283185307179586;
    const double q = x * x;
    double term = x;
    double sum = x;
    for (int k = 2; k <= 18; k += 2) {
        term *= -q / (k * (k + 1));
        sum += term;
    }
    return sum;
}

double cosTurns(double turns)
{
    return sinTurns(turns + 0.25);
}

double area(const Ring &ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        sum += cross(ring[i], ring[(i + 1) % ring.size()]);
    }
    return sum / 2;
}

Point centroid(const Ring &ring)
{
    double sum = 0;
    Point c;
    const Point o = ring.front();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i] - o;
        const Point b = ring[(i + 1) % ring.size()] - o;
        const double w = cross(a, b);
        sum += w;
        c = c + (a + b) * w;
    }
    return std::fabs(sum) < 1e-9 ? o : o + c * (1.0 / (3 * sum));
}

bool contains(const Ring &ring, Point p)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[i];
        const Point b = ring[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside;
}

double distanceToSegment(Point p, Point a, Point b)
{
    const Point d = b - a;
    const double l = dot(d, d);
    const double f = l > 0 ? std::clamp(dot(p - a, d) / l, 0.0, 1.0) : 0.0;
    return distance(p, a + d * f);
}

double distanceToLine(Point p, const Line &line)
{
    double best = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        best = std::min(best, distanceToSegment(p, line[i], line[i + 1]));
    }
    return best;
}

Ring clipped(const Ring &ring, Point p, Point normal)
{
    Ring out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        const double da = dot(a - p, normal);
        const double db = dot(b - p, normal);
        if (da >= 0) {
            out.push_back(a);
        }
        if ((da > 0 && db < 0) || (da < 0 && db > 0)) {
            out.push_back(a + (b - a) * (da / (da - db)));
        }
    }
    Ring tidy;
    for (const Point q : out) {
        if (tidy.empty() || distance(tidy.back(), q) > 1e-6) {
            tidy.push_back(q);
        }
    }
    while (tidy.size() > 1 && distance(tidy.front(), tidy.back()) <= 1e-6) {
        tidy.pop_back();
    }
    return tidy.size() < 3 ? Ring{} : tidy;
}

Ring clippedTo(const Ring &ring, const Ring &convex)
{
    Ring out = ring;
    for (std::size_t i = 0; i < convex.size() && !out.empty(); ++i) {
        const Point a = convex[i];
        const Point b = convex[(i + 1) % convex.size()];
        out = clipped(out, a, left(b - a));
    }
    return out;
}

Ring inset(const Ring &convex, double by)
{
    if (by < 0) {
        return outset(convex, -by);
    }
    Ring out = convex;
    for (std::size_t i = 0; i < convex.size() && !out.empty(); ++i) {
        const Point a = convex[i];
        const Point b = convex[(i + 1) % convex.size()];
        const Point n = left(unitVector(b - a));
        out = clipped(out, a + n * by, n);
    }
    return out;
}

Ring outset(const Ring &convex, double by)
{
    Ring out;
    const std::size_t n = convex.size();
    for (std::size_t i = 0; i < n; ++i) {
        const Point before = left(unitVector(convex[i] - convex[(i + n - 1) % n]));
        const Point after = left(unitVector(convex[(i + 1) % n] - convex[i]));
        const Point sum = before + after;
        out.push_back(convex[i] - sum * (2 * by / dot(sum, sum)));
    }
    return out;
}

bool overlap(const Ring &a, const Ring &b, double tolerance)
{
    for (const auto *pair : {&a, &b}) {
        const Ring &r = *pair;
        const Ring &other = pair == &a ? b : a;
        for (std::size_t i = 0; i < r.size(); ++i) {
            const Point e = r[(i + 1) % r.size()] - r[i];
            const double l = length(e);
            if (l < 1e-9) {
                continue;
            }
            const Point n = left(e) * (1.0 / l); // inwards
            double deepest = -std::numeric_limits<double>::max();
            for (const Point q : other) {
                deepest = std::max(deepest, dot(q - r[i], n));
            }
            if (deepest <= tolerance) {
                return false;
            }
        }
    }
    return true;
}

Ring rectangle(Point centre, Point along, double length, double width)
{
    const Point u = along * (length / 2);
    const Point v = left(along) * (width / 2);
    return {centre - u - v, centre + u - v, centre + u + v, centre - u + v};
}

Ring ellipse(Point centre, double radiusX, double radiusY, int count, double phaseTurns)
{
    Ring out;
    for (int i = 0; i < count; ++i) {
        const Point d = direction(phaseTurns + static_cast<double>(i) / count);
        out.push_back({centre.x + radiusX * d.x, centre.y + radiusY * d.y});
    }
    return out;
}

Ring convexHull(std::vector<Point> points)
{
    std::sort(points.begin(), points.end(), [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    Ring hull;
    for (int pass = 0; pass < 2; ++pass) {
        const std::size_t start = hull.size();
        for (const Point p : points) {
            while (hull.size() >= start + 2 && cross(hull.back() - hull[hull.size() - 2], p - hull.back()) <= 0) {
                hull.pop_back();
            }
            hull.push_back(p);
        }
        hull.pop_back();
        std::reverse(points.begin(), points.end());
    }
    return hull;
}

std::vector<Ring> voronoi(const std::vector<Point> &seeds, const Ring &bounds)
{
    std::vector<Ring> cells;
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        Ring cell = bounds;
        for (std::size_t j = 0; j < seeds.size() && !cell.empty(); ++j) {
            if (j != i) {
                cell = clipped(cell, mix(seeds[i], seeds[j], 0.5), seeds[i] - seeds[j]);
            }
        }
        cells.push_back(std::move(cell));
    }
    return cells;
}

std::vector<Point> chord(const Ring &convex, Point p, Point along)
{
    const Point n = left(along);
    std::vector<Point> ends;
    for (std::size_t i = 0; i < convex.size(); ++i) {
        const Point a = convex[i];
        const Point b = convex[(i + 1) % convex.size()];
        const double da = dot(a - p, n);
        const double db = dot(b - p, n);
        if ((da >= 0) != (db >= 0)) {
            ends.push_back(a + (b - a) * (da / (da - db)));
        }
    }
    return ends.size() == 2 ? ends : std::vector<Point>{};
}

Line smoothed(const Line &line, int rounds)
{
    Line out = line;
    for (int r = 0; r < rounds && out.size() > 2; ++r) {
        Line next{out.front()};
        for (std::size_t i = 0; i + 1 < out.size(); ++i) {
            next.push_back(mix(out[i], out[i + 1], 0.25));
            next.push_back(mix(out[i], out[i + 1], 0.75));
        }
        next.push_back(out.back());
        out = std::move(next);
    }
    return out;
}

} // namespace loci::sample

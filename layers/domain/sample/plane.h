// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <vector>

namespace loci::sample {

/// A point of the plan, metres from the south-west corner of the town.
struct Point
{
    double x = 0, y = 0;
};
inline Point operator+(Point a, Point b)
{
    return {a.x + b.x, a.y + b.y};
}
inline Point operator-(Point a, Point b)
{
    return {a.x - b.x, a.y - b.y};
}
inline Point operator*(Point a, double f)
{
    return {a.x * f, a.y * f};
}
inline double dot(Point a, Point b)
{
    return a.x * b.x + a.y * b.y;
}
inline double cross(Point a, Point b)
{
    return a.x * b.y - a.y * b.x;
}
inline double length(Point a)
{
    return std::sqrt(dot(a, a));
}
inline double distance(Point a, Point b)
{
    return length(a - b);
}
inline Point left(Point a)
{
    return {-a.y, a.x};
}
inline Point mix(Point a, Point b, double f)
{
    return a + (b - a) * f;
}
inline Point unitVector(Point a)
{
    return a * (1.0 / length(a));
}

/// Sine and cosine of `turns` full turns. Own series: libm may differ in the last bit between systems, and the
/// sample has to be the same bytes everywhere.
double sinTurns(double turns);
double cosTurns(double turns);
inline Point direction(double turns)
{
    return {cosTurns(turns), sinTurns(turns)};
}
inline Point turned(Point a, double turns)
{
    const Point d = direction(turns);
    return {a.x * d.x - a.y * d.y, a.x * d.y + a.y * d.x};
}

/// A polygon's ring, counter-clockwise, not closed.
using Ring = std::vector<Point>;
using Line = std::vector<Point>;

double area(const Ring &ring);
Point centroid(const Ring &ring);
bool contains(const Ring &ring, Point p);
double distanceToSegment(Point p, Point a, Point b);
double distanceToLine(Point p, const Line &line);
/// The part of `ring` on the side of the line through `p` to which `normal` points. Exact for convex rings; for others
/// parts may stay joined by an edge on the line.
Ring clipped(const Ring &ring, Point p, Point normal);
Ring clippedTo(const Ring &ring, const Ring &convex);
/// A convex ring made smaller by `by` on every side (larger when negative); empty when nothing is left.
Ring inset(const Ring &convex, double by);
/// A convex ring moved outwards with mitred corners: the same number of points.
Ring outset(const Ring &convex, double by);
/// True when two convex rings share more than `tolerance` metres of their interiors.
bool overlap(const Ring &a, const Ring &b, double tolerance);
Ring rectangle(Point centre, Point along, double length, double width);
/// `count` corners around an ellipse.
Ring ellipse(Point centre, double radiusX, double radiusY, int count, double phaseTurns = 0);
Ring convexHull(std::vector<Point> points);
/// Cells of the nearest seed inside `bounds` (convex), one for each seed.
std::vector<Ring> voronoi(const std::vector<Point> &seeds, const Ring &bounds);
/// The line cut by a convex ring: the two ends, or nothing.
std::vector<Point> chord(const Ring &convex, Point p, Point along);
/// A line made smooth by cutting its corners.
Line smoothed(const Line &line, int rounds);

} // namespace loci::sample

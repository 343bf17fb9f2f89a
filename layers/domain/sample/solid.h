// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/sample/plane.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace loci::sample {

enum class Surface : std::uint8_t { Ground, Wall, Roof, OuterCeiling };

struct Face
{
    std::vector<std::vector<int>> rings; ///< outer ring first; ids of Solid::vertices
    Surface surface = Surface::Wall;
};

/// A closed polyhedron in whole millimetres; faces counter-clockwise seen from outside.
struct Solid
{
    std::vector<std::array<std::int32_t, 3>> vertices;
    std::vector<Face> faces;

    /// Vertex at a place; the same place gives the same vertex.
    int vertex(Point p, double z);
    void add(Surface surface, std::vector<int> ring, std::vector<std::vector<int>> holes = {});
    /// Drops repeated corners and empty faces, turns all faces outwards. False when the faces do not close.
    bool finish();
};

/// A building plot in its own frame: s runs along the street, t from the street inwards, both in metres. The ends
/// may be slanted (corner lots are mitred), front and back are parallel, so that every roof plane is a plane.
struct Lot
{
    Point origin, along{1, 0};
    double left0 = 0, leftSlope = 0;   ///< s of the left end: left0 + leftSlope * t
    double right0 = 0, rightSlope = 0; ///< s of the right end
    double depth = 0;

    double leftAt(double t) const { return left0 + leftSlope * t; }
    double rightAt(double t) const { return right0 + rightSlope * t; }
    double width() const { return right0 - left0; }
    bool isRectangle() const { return leftSlope == 0 && rightSlope == 0; }
    Point at(double s, double t) const { return origin + along * s + left(along) * t; }
    Ring footprint() const;
    Lot quarterTurned() const; ///< rectangles only: s and t swapped
    static Lot around(Point centre, Point along, double length, double width);
};

enum class Roof : std::uint8_t {
    Flat,
    Gable,
    Hip,
    HalfHip,
    Pyramid,
    Shed,
    Mansard,
    HipAndGable,
    FireGable,
    Sawtooth,
    Spire,
    Barrel
};
const char *roofName(Roof roof); ///< the code written in the attribute roofType

/// A block or a polygon with courtyards, flat on top; `boxes` are stair heads and lift houses on the roof.
Solid prism(const Ring &outer, const std::vector<Ring> &holes, double base, double top,
            const std::vector<Ring> &boxes = {}, double boxTop = 0);
/// A roof of `roof` over a lot: from `base` up to the eaves and the ridge.
Solid roofed(const Lot &lot, Roof roof, double base, double eaves, double ridge);
/// A roof whose section is the chain (t, z) from the front eaves to the back eaves.
Solid swept(const Lot &lot, double base, const std::vector<std::array<double, 2>> &chain);
/// Gable with stepped fire walls ("horse-head walls") at both ends.
Solid fireGabled(const Lot &lot, double base, double eaves, double ridge);
/// Storeys of a tower, hall or pagoda: rings with the same number of corners and parallel sides, from below upwards.
struct Level
{
    Ring ring;
    double z = 0;
};
enum class Cap { Flat, Apex, Ridge };
/// `Ridge` needs four corners; its ridge runs along the first side and is `ridgeInset` shorter at each end.
Solid lofted(const std::vector<Level> &levels, Cap cap, double capZ, double ridgeInset = 0);
/// A box standing through the roof plane below it (chimney, stair head). False, and nothing done, when it does not fit.
bool addBox(Solid &solid, const Ring &box, double top);
/// A dormer with a flat lid on the slope of a swept() roof: front at `tFront` from the street (from the back when
/// `back`), between s and s + width, `height` high. False when it does not fit.
bool addDormer(Solid &solid, const Lot &lot, double s, double width, double tFront, double height, bool back);

/// Volume in cubic metres.
double volume(const Solid &solid);

} // namespace loci::sample

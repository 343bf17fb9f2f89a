// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/domain/city/citymodel.h"

#include <QString>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace loci::scene {

enum class Theme { Light, Dark };

struct Rgb
{
    std::uint8_t r = 0, g = 0, b = 0;
    bool operator==(const Rgb &) const = default;
};

/// What a triangle is to the eye; colours by default follow it. One byte a triangle.
enum class SurfaceClass : std::uint8_t {
    Wall,
    Roof,
    Ground,
    OuterFloor,
    Closure,
    Window,
    Door,
    Terrain,
    Water,
    Road,
    Rail,
    Vegetation,
    LandUse,
    Bridge,
    Tunnel,
    Furniture,
    Other
};
inline constexpr std::size_t kSurfaceClassCount = 17;

/// One line of a legend. `label` is a value of the data, or empty for the "no data" line (the view words that one).
struct LegendEntry
{
    QString label;
    Rgb colour;
    bool isNoData = false;
    bool isOther = false; ///< the categories that did not get a colour of their own
    std::size_t count = 0;
};
struct Legend
{
    QString title; ///< attribute name; empty: coloured by surface type or texture
    bool isRamp = false;
    std::vector<LegendEntry> entries;
    bool isEmpty() const { return entries.empty(); }
};

/// World position of eye and focus, in the CRS of the scene.
struct Camera
{
    Vec3 position, focus;
    bool operator==(const Camera &) const = default;
};

/// What a ray met. `place` in world coordinates.
struct Hit
{
    QString modelId;
    city::ObjectIndex object = city::kNone;
    city::SurfaceIndex surface = city::kNone;
    Vec3 place;
    double distance = 0;
};

struct Ray
{
    Vec3 from, direction; ///< direction has length 1
    double spread = 0;    ///< how far beside it points and lines are met, metres a metre of distance from the eye
};

struct DrawnCounts
{
    std::size_t objects = 0, triangles = 0, tiles = 0;
};

inline Vec3 operator+(const Vec3 &a, const Vec3 &b)
{
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}
inline Vec3 operator-(const Vec3 &a, const Vec3 &b)
{
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
inline Vec3 operator*(const Vec3 &a, double s)
{
    return {a.x * s, a.y * s, a.z * s};
}
inline double dot(const Vec3 &a, const Vec3 &b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
inline Vec3 cross(const Vec3 &a, const Vec3 &b)
{
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double length(const Vec3 &a)
{
    return std::sqrt(dot(a, a));
}
inline Vec3 normalised(const Vec3 &a)
{
    const double l = length(a);
    return l > 0 ? a * (1 / l) : a;
}

} // namespace loci::scene

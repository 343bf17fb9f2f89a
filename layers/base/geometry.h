// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#ifndef Q_MOC_RUN // moc of Qt 6.4 does not parse it when no Qt header comes before
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12
#include <compare>
#endif
#endif
#include <limits>

namespace loci {

/// World coordinates: always double, in the CRS that the holder states; metres unless the CRS says otherwise.
struct Vec2
{
    double x = 0, y = 0;
    bool operator==(const Vec2 &) const = default;
};
struct Vec3
{
    double x = 0, y = 0, z = 0;
    bool operator==(const Vec3 &) const = default;
};

/// Axis-aligned box; empty until something is put in.
struct Box3
{
    Vec3 min{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(),
             std::numeric_limits<double>::infinity()};
    Vec3 max{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
             -std::numeric_limits<double>::infinity()};

    bool isEmpty() const { return !(min.x <= max.x && min.y <= max.y); }
    void include(const Vec3 &p)
    {
        min = {p.x < min.x ? p.x : min.x, p.y < min.y ? p.y : min.y, p.z < min.z ? p.z : min.z};
        max = {p.x > max.x ? p.x : max.x, p.y > max.y ? p.y : max.y, p.z > max.z ? p.z : max.z};
    }
    void include(const Box3 &other)
    {
        if (!other.isEmpty()) {
            include(other.min);
            include(other.max);
        }
    }
    Vec3 centre() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2, (min.z + max.z) / 2}; }
    bool contains2d(const Vec2 &p) const { return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y; }
    bool intersects2d(const Box3 &o) const
    {
        return !isEmpty() && !o.isEmpty() && min.x <= o.max.x && o.min.x <= max.x && min.y <= o.max.y &&
               o.min.y <= max.y;
    }
    bool operator==(const Box3 &) const = default;
};

/// Code of the EPSG register; 0 is "not stated".
class EpsgCode
{
public:
    constexpr EpsgCode() = default;
    constexpr explicit EpsgCode(int code) : m_code(code) {}
    constexpr int value() const { return m_code; }
    constexpr bool isKnown() const { return m_code > 0; }
    auto operator<=>(const EpsgCode &) const = default;

private:
    int m_code = 0;
};

} // namespace loci

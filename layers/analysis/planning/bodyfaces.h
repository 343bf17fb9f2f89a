// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planar/shape.h"
#include "layers/domain/city/citymodel.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace loci::analysis {

using Triangle3 = std::array<Vec3, 3>;

/// The faces of an object with its descendants, each in its highest LoD (outlines of LoD 0 only when there is nothing
/// else), as triangles in full precision. Placed templates are left out.
std::vector<Triangle3> facesOf(const city::CityModel &model, city::ObjectIndex object);

/// A plane over the map: z = height + dx * (x - at.x) + dy * (y - at.y).
struct SlopedPlane
{
    Vec2 at;
    double height = 0, dx = 0, dy = 0;
    double heightAt(const Vec2 &p) const { return height + dx * (p.x - at.x) + dy * (p.y - at.y); }
    static SlopedPlane level(double z) { return {{}, z, 0, 0}; }
    /// Through three points; nothing when they stand in one vertical plane.
    static std::optional<SlopedPlane> through(const Vec3 &a, const Vec3 &b, const Vec3 &c);
};

/// What of a body lies above a plane, within an area of the map.
struct Excess
{
    std::optional<double> most; ///< highest point above the plane, metres; negative when all is below; absent outside
    Vec3 at;                    ///< that point, on the body
    double area = 0;            ///< m2 of the map where something is above
    double volume = 0;          ///< m3 between body and plane; right for closed bodies
};
/// Exact for the faces as they are. `within` null: everywhere.
Excess excessOver(std::span<const Triangle3> faces, const SlopedPlane &plane, const Shape *within,
                  const Shape::Context &context);
/// The highest point of the faces within an area; absent when nothing of them lies in it.
std::optional<double> highestWithin(std::span<const Triangle3> faces, const Shape &within,
                                    const Shape::Context &context);

} // namespace loci::analysis

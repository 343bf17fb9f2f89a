// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planar/shape.h"
#include "layers/analysis/planning/bodyfaces.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace loci::analysis {

/// What of a body lies above a plane, within an area of the map.
struct Excess
{
    std::optional<double> most; ///< highest point above the plane, metres; negative when all is below; absent outside
    Vec3 at;                    ///< that point, on the body
    double area = 0;            ///< m2 of the map where something is above
    /// m3 between body and plane, of closed bodies, whichever way they are wound. Absent when the surface has a hole or
    /// a turned face that reaches above the plane: then nobody can say what is inside.
    std::optional<double> volume = 0;
};

/// Exact for the faces as they are; walls count for `most`, so a body without a roof has one too. `within` null:
/// everywhere.
Excess excessOver(std::span<const Triangle3> faces, const SlopedPlane &plane, const Shape *within,
                  const Shape::Context &context);
/// The same within a convex ring, turned either way. Any thread.
Excess excessOver(std::span<const Triangle3> faces, const SlopedPlane &plane, std::span<const Vec2> convex);
/// The highest point of the faces within an area; absent when nothing of them lies in it.
std::optional<double> highestWithin(std::span<const Triangle3> faces, const Shape &within,
                                    const Shape::Context &context);

/// The faces with each point raised by what `lift` says of its place, cut so that no edge is longer than `finest` in
/// the plan: between them the lift counts as straight.
std::vector<Triangle3> lifted(std::span<const Triangle3> faces, const std::function<double(const Vec2 &)> &lift,
                              double finest);

/// Whether each edge of the triangles that reaches above the plane has its counterpart in another triangle, run through
/// the other way: no hole and no turned face there.
bool isClosedAbove(std::span<const Triangle3> faces, const SlopedPlane &plane);

} // namespace loci::analysis

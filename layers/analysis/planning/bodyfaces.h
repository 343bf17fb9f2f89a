// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/domain/planning/planlayer.h"

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
    /// Through three points; nothing when they stand in one vertical plane or are no numbers.
    static std::optional<SlopedPlane> through(const Vec3 &a, const Vec3 &b, const Vec3 &c);
};

/// A closed block over outlines: what a height without a body stands for.
std::vector<Triangle3> prismOver(std::span<const planning::Polygon> outlines, double low, double high);

/// Height of a triangle at a place of the map; nothing beside it, or when it is upright.
std::optional<double> heightIn(const Triangle3 &t, const Vec2 &p);
/// Whether something of the body lies over a place: an eye there is inside it or beneath it.
bool isRoofed(std::span<const Triangle3> faces, const Vec3 &place);
bool isFinite(const Triangle3 &t);

} // namespace loci::analysis

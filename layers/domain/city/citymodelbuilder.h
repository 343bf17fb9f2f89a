// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"

#include <initializer_list>

namespace loci::city {

/// Fills the flat arrays of a CityModel in the order they need: object, its attributes, its geometries, their shells
/// and surfaces. For generators and tests; readers of big files write the arrays themselves.
///
///     CityModelBuilder b({0.001, 0.001, 0.001}, {80000, 450000, 0});
///     b.beginObject("b1", "Building");
///     b.attributes().appendText(...) or b.attribute("storeys", 3);
///     b.beginGeometry(GeometryType::Solid, "2");
///     b.beginShell();
///     b.surface({p0, p1, p2, p3}, "GroundSurface");
///     CityModelPtr model = b.finish();
class CityModelBuilder
{
public:
    explicit CityModelBuilder(std::array<double, 3> scale = {0.001, 0.001, 0.001},
                              std::array<double, 3> translate = {0, 0, 0});

    CityModel &model() { return *m_model; } ///< for what has no function here (crs, metadata, themes)

    ObjectIndex beginObject(std::string_view id, std::string_view type, ObjectIndex parent = kNone);
    void attribute(std::string_view name, std::int64_t value);
    void attribute(std::string_view name, int value) { attribute(name, static_cast<std::int64_t>(value)); }
    void attribute(std::string_view name, double value);
    void attribute(std::string_view name, bool value);
    void attribute(std::string_view name, std::string_view text);
    void attribute(std::string_view name, const char *text) { attribute(name, std::string_view(text)); }

    GeometryIndex beginGeometry(GeometryType type, std::string_view lod);
    void beginShell(std::uint32_t solid = 0); ///< Solid, MultiSolid, CompositeSolid only
    /// A polygon: rings of world points, exterior first, open. Semantic surfaces of one name in one geometry are
    /// separate unless `shareSemantic`.
    SurfaceIndex surface(std::initializer_list<std::vector<Vec3>> rings, std::string_view semantic = {});
    SurfaceIndex surface(std::span<const std::vector<Vec3>> rings, std::string_view semantic = {});
    SurfaceIndex surface(std::span<const Vec3> ring, std::string_view semantic = {});

    std::uint32_t vertex(const Vec3 &world); ///< number of the vertex; equal ones of one object are shared

    /// Ends the model: children, extent, index. The builder is empty afterwards.
    CityModelPtr finish();

private:
    void beginSurface(std::string_view semantic);
    void addRing(std::span<const Vec3> ring);

    std::shared_ptr<CityModel> m_model;
    std::uint32_t m_firstVertexOfObject = 0;
};

} // namespace loci::city

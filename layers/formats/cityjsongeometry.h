// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/nestedarray.h"
#include "layers/formats/readcontext.h"

#include <array>
#include <simdjson.h>
#include <string_view>

namespace loci::formats {

/// The members of one geometry object as raw JSON text, in whatever order they came.
struct RawGeometry
{
    std::string_view type, lod, boundaries, semantics, material, texture, templateIndex, matrix;
    bool lodIsText = false;
};

/// Turns raw geometries into rows of a GeometryStore. Numbers of vertices, materials and textures are stored as the
/// document has them, vertices with `vertexBase` added; AppearanceLinker and the range check end them.
class CityJsonGeometry
{
public:
    explicit CityJsonGeometry(ReadContext &context) : m_context(context) {}

    void setVertexBase(std::uint32_t base) { m_vertexBase = base; }
    /// Appends one geometry of `object` to `store` (the model's, or its templates'). False when it had to be left out.
    bool add(const RawGeometry &raw, city::ObjectIndex object, city::GeometryStore &store);

private:
    struct Mark;
    bool append(const RawGeometry &raw, city::ObjectIndex object, city::GeometryStore &store);
    bool readBoundaries(city::GeometryType type, std::string_view text);
    bool readRing(NestedArray &array);
    bool readSurface(NestedArray &array);
    bool readShell(NestedArray &array, std::uint32_t solid);
    bool readPoint(NestedArray &array);
    bool readLine(NestedArray &array);
    void endSurface();
    void addInstance(const RawGeometry &raw, city::Geometry &geometry);
    bool readMatrix(std::string_view raw, std::array<double, 16> &matrix);
    simdjson::error_code open(std::string_view raw, simdjson::ondemand::document &document);
    bool readSemanticSurfaces(simdjson::ondemand::array surfaces);
    void readSemanticSurface(simdjson::ondemand::object surface, std::uint32_t first);
    void addSemantics(const RawGeometry &raw, const city::Geometry &geometry);
    void addMaterials(const RawGeometry &raw, const city::Geometry &geometry);
    void addTextures(const RawGeometry &raw, const city::Geometry &geometry);
    void addMaterialTheme(std::string_view name, simdjson::ondemand::object theme, const city::Geometry &geometry);
    void addTextureTheme(std::string_view name, std::string_view values, const city::Geometry &geometry);
    bool readRingTexture(NestedArray &array, std::uint32_t ring, city::TextureTheme &theme, bool &lengths);
    /// Calls `sink(surface, number)` for each value; false when the shape is not that of the geometry.
    template <class Sink>
    bool spread(NestedArray &array, const city::Geometry &geometry, Sink sink);
    template <class Each>
    bool eachShell(NestedArray &array, const city::Geometry &geometry, Each each);

    ReadContext &m_context;
    city::GeometryStore *m_store = nullptr;
    std::uint32_t m_vertexBase = 0;
    std::uint32_t m_firstSurface = 0;    ///< of the geometry that is read
    simdjson::ondemand::parser m_parser; ///< for the small documents semantics, material, texture
};

} // namespace loci::formats

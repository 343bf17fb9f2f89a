// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/domain/city/attributes.h"
#include "layers/domain/city/compacttext.h"
#include "layers/domain/city/stringpool.h"
#include "layers/domain/city/textindex.h"

#include <QByteArray>
#include <QString>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace loci::city {

using ObjectIndex = std::uint32_t;   ///< row of a CityObject
using GeometryIndex = std::uint32_t; ///< row in GeometryStore::geometries
using SurfaceIndex = std::uint32_t;  ///< row of a surface (polygon with holes) in a GeometryStore
inline constexpr std::uint32_t kNone = 0xffffffffU;

struct IndexRange
{
    std::uint32_t begin = 0, end = 0;
    std::uint32_t size() const { return end - begin; }
    bool isEmpty() const { return begin == end; }
    bool contains(std::uint32_t i) const { return i >= begin && i < end; }
};

enum class GeometryType : std::uint8_t {
    MultiPoint,
    MultiLineString,
    MultiSurface,
    CompositeSurface,
    Solid,
    MultiSolid,
    CompositeSolid,
    GeometryInstance
};
std::string_view geometryTypeName(GeometryType type); ///< as CityJSON writes it

/// One geometry of an object. For MultiPoint and MultiLineString each "surface" holds one ring that is the point or
/// line; for GeometryInstance `surfaces` is empty and `instance` is set.
struct Geometry
{
    ObjectIndex object = kNone;
    GeometryType type = GeometryType::MultiSurface;
    std::uint32_t lod = kNone; ///< in CityModel::lodNames; kNone when the file states none
    IndexRange surfaces;       ///< into the surface arrays of the same store
    IndexRange shells;         ///< into GeometryStore::shells; empty for surfaces, points and lines
    std::uint32_t instance = kNone;
};

struct Shell
{
    IndexRange surfaces;
    std::uint32_t solid = 0; ///< ordinal of its solid in the geometry; the first shell of a solid is its exterior
};

/// A semantic surface object. Several polygons may share one.
struct SemanticSurface
{
    std::uint32_t type = kNone;   ///< in CityModel::typeNames
    std::uint32_t parent = kNone; ///< in GeometryStore::semantics
    CompactText attributes;       ///< JSON object text of everything else, or empty
};

/// Materials or textures of one theme. `surface` is by SurfaceIndex (may be shorter than the surfaces: the rest none).
struct MaterialTheme
{
    std::string name;
    std::vector<std::uint32_t> surface; ///< index in CityModel::materials or kNone
};
struct TextureTheme
{
    std::string name;
    std::vector<std::uint32_t> ringTexture; ///< by ring: index in CityModel::textures or kNone
    std::vector<std::uint32_t> ringUv;      ///< by ring: first index in `uv`
    std::vector<std::uint32_t> uv;          ///< indices in CityModel::textureVertices, one per ring vertex
};

/// Flat arrays of all geometries; rings are not closed (the first vertex is not repeated).
struct GeometryStore
{
    std::vector<Geometry> geometries;
    std::vector<Shell> shells;
    std::vector<std::uint32_t> surfaceRings{0}; ///< surface s has rings [surfaceRings[s], surfaceRings[s+1])
    std::vector<std::uint32_t> ringVertices{0}; ///< ring r has ids [ringVertices[r], ringVertices[r+1]) of vertexIds
    std::vector<std::uint32_t> vertexIds;
    std::vector<std::uint32_t> surfaceSemantic; ///< in `semantics` or kNone; size = surfaceCount()
    std::vector<GeometryIndex> surfaceGeometry; ///< owner; size = surfaceCount()
    std::vector<SemanticSurface> semantics;
    std::vector<MaterialTheme> materialThemes;
    std::vector<TextureTheme> textureThemes;

    std::uint32_t surfaceCount() const { return static_cast<std::uint32_t>(surfaceRings.size() - 1); }
    IndexRange rings(SurfaceIndex s) const { return {surfaceRings[s], surfaceRings[s + 1]}; }
    std::span<const std::uint32_t> ring(std::uint32_t r) const
    {
        return {vertexIds.data() + ringVertices[r], ringVertices[r + 1] - ringVertices[r]};
    }
};

/// A placed template: world = matrix (row-major, applied to the template's vertex) + reference point.
struct Instance
{
    std::uint32_t templateGeometry = kNone; ///< in CityModel::templates.geometries
    std::uint32_t referenceVertex = kNone;  ///< in CityModel::vertices
    std::array<double, 16> matrix{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
};

/// World coordinates as integers with one scale and shift, as CityJSON has them: 12 bytes a vertex, exact.
struct VertexStore
{
    std::array<double, 3> scale{1, 1, 1};
    std::array<double, 3> translate{0, 0, 0};
    std::vector<std::int32_t> xyz;

    std::uint32_t size() const { return static_cast<std::uint32_t>(xyz.size() / 3); }
    Vec3 at(std::uint32_t i) const
    {
        const std::int32_t *v = xyz.data() + 3 * static_cast<std::size_t>(i);
        return {v[0] * scale[0] + translate[0], v[1] * scale[1] + translate[1], v[2] * scale[2] + translate[2]};
    }
};

struct Material
{
    std::string name;
    std::optional<std::array<double, 3>> diffuse;
    double transparency = 0; ///< 1 is fully transparent
    std::string json;        ///< the whole object as read
};
struct Texture
{
    std::string image; ///< path as written in the file; resolved by the reader's rules, never fetched
    std::string json;
    /// An image inside the model's file; then `image` names it.
    std::shared_ptr<const std::vector<std::byte>> bytes = {};
};

/// A semantic 3D city model, columnar and compact. Immutable once loaded: held as std::shared_ptr<const CityModel>
/// and read from any thread. Coordinates are in `crs` as the file states it.
class CityModel
{
public:
    // What was read
    QString sourcePath;
    QString format;           ///< "CityJSON", "CityJSONSeq", ...
    QString version;          ///< "2.0"
    QString crsText;          ///< as written; empty when the file states none
    EpsgCode crs;             ///< unknown when not stated or not EPSG
    std::string metadata;     ///< JSON object text
    std::string extensions;   ///< JSON object text
    std::string otherMembers; ///< JSON object text of unknown root members
    Box3 extent;              ///< of the vertices in use

    // Objects, one row each
    std::vector<std::string> objectIds;
    std::vector<std::uint32_t> objectType;    ///< in typeNames
    std::vector<IndexRange> objectGeometries; ///< into geometry.geometries
    std::vector<IndexRange> objectChildren;   ///< into `children`
    std::vector<ObjectIndex> objectParent;    ///< first parent or kNone
    std::vector<ObjectIndex> children;
    AttributeTable attributes;
    std::vector<std::pair<ObjectIndex, std::string>>
        objectExtra; ///< JSON text of address, children_roles and unknown members

    StringPool typeNames; ///< CityObject and semantic surface types
    StringPool lodNames;  ///< "2", "2.2": always text

    VertexStore vertices;
    GeometryStore geometry;
    std::vector<Instance> instances;
    GeometryStore templates;
    std::vector<std::array<double, 3>> templateVertices;

    std::vector<Material> materials;
    std::vector<Texture> textures;
    std::vector<std::array<float, 2>> textureVertices;
    std::string defaultMaterialTheme, defaultTextureTheme;

    // Questions
    std::uint32_t objectCount() const { return static_cast<std::uint32_t>(objectIds.size()); }
    QString idOf(ObjectIndex o) const { return QString::fromStdString(objectIds[o]); }
    std::string_view typeOf(ObjectIndex o) const { return typeNames.at(objectType[o]); }
    ObjectIndex find(std::string_view id) const; ///< kNone when absent
    ObjectIndex rootOf(ObjectIndex o) const;     ///< up the parents (guarded against circles)
    std::span<const ObjectIndex> childrenOf(ObjectIndex o) const
    {
        return {children.data() + objectChildren[o].begin, objectChildren[o].size()};
    }
    std::vector<ObjectIndex> withDescendants(ObjectIndex o) const;
    ObjectIndex objectOfSurface(SurfaceIndex s) const
    {
        return geometry.geometries[geometry.surfaceGeometry[s]].object;
    }
    /// Type name of the semantic surface, empty when it has none.
    std::string_view semanticOf(SurfaceIndex s) const;
    /// Bounds of an object's own geometries, instances' reference points included; empty when it has none.
    Box3 boundsOf(ObjectIndex o) const;
    /// Bounds with those of all descendants.
    Box3 boundsWithDescendants(ObjectIndex o) const;
    std::size_t memoryBytes() const; ///< of the arrays, roughly
    void buildIndex();               ///< id index; the reader calls it once at the end
    /// Instead of buildIndex(): all rows by id and then row, as somebody sorted them before.
    void adoptIdOrder(std::vector<ObjectIndex> rows);

    CityModel() = default;
    CityModel(CityModel &&) = default;
    CityModel &operator=(CityModel &&) = default;
    /// A model of its own with the same content; the attributes, which nobody changes any more, are shared.
    std::shared_ptr<CityModel> copy() const;

private:
    CityModel(const CityModel &) = default; // only for copy(): nobody copies a city by accident

    TextIndex m_byId; // of objectIds, or
    std::vector<ObjectIndex> m_idOrder;
};

using CityModelPtr = std::shared_ptr<const CityModel>;

} // namespace loci::city

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/mesh/affine.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace loci::formats {

struct JsonText
{
    std::string text;
};
using MeshValue = std::variant<std::int64_t, double, bool, std::string, JsonText>;
using NamedValues = std::vector<std::pair<std::string, MeshValue>>;

struct MeshMaterial
{
    city::Material material;
    std::uint32_t texture = city::kNone; ///< in MeshPart::textures
};

/// Faces [faces.begin, faces.end) of one part that make one geometry.
struct MeshGeometry
{
    city::GeometryType type = city::GeometryType::MultiSurface; ///< or MultiPoint, MultiLineString
    city::IndexRange faces;
    std::string semantic = {}; ///< type of all its surfaces, empty for none
};

struct MeshObject
{
    std::string id;
    std::string type = "GenericCityObject";
    std::uint32_t parent = city::kNone; ///< an earlier object of the same part
    NamedValues attributes = {};
    std::vector<MeshGeometry> geometries = {};
    std::uint32_t shape = city::kNone; ///< in MeshPart::shapes: the object is an instance of it
    Affine placement = {};             ///< of the instance
};

/// What one file or tile holds, before anything is quantised: double coordinates, polygons without holes. Readers
/// make parts, MeshAssembler makes the model of them.
struct MeshPart
{
    std::vector<Vec3> points;
    std::vector<std::array<float, 2>> uv; ///< by point, origin at the lower left; empty without textures
    std::vector<std::uint32_t> corners;   ///< in points
    std::vector<std::uint32_t> faceEnds{0};
    std::vector<std::uint32_t> faceMaterial; ///< in materials or kNone; by face
    std::vector<MeshMaterial> materials;
    std::vector<city::Texture> textures;
    std::vector<MeshObject> objects;
    std::vector<std::shared_ptr<const MeshPart>> shapes; ///< drawn by instances only; objects of theirs do not count

    std::uint32_t faceCount() const { return static_cast<std::uint32_t>(faceEnds.size() - 1); }
    std::span<const std::uint32_t> face(std::uint32_t f) const
    {
        return {corners.data() + faceEnds[f], faceEnds[f + 1] - faceEnds[f]};
    }
    void endFace(std::uint32_t material)
    {
        faceEnds.push_back(static_cast<std::uint32_t>(corners.size()));
        faceMaterial.push_back(material);
    }
};

/// Rows of a table that says something of numbered features: a batch table or a property table.
class FeatureRows
{
public:
    virtual ~FeatureRows() = default;
    virtual std::uint64_t count() const = 0;
    virtual NamedValues row(std::uint64_t number) const = 0; ///< values that are not known are left out
};

/// The value of the first member that looks like an identifier of text ("gml_id", "id", "GlobalId"); empty without one.
std::string identifierIn(const NamedValues &values);

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/mesh/meshcontext.h"
#include "layers/formats/mesh/meshpart.h"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace loci::formats {

/// Writes parts into the arrays of a model whose scale and shift are set.
class ModelAppender
{
public:
    ModelAppender(city::CityModel &model, MeshContext &context) : m_model(model), m_context(context) {}
    void append(const MeshPart &part);

private:
    struct Numbers ///< where a part's materials, textures and texture vertices are in the model
    {
        std::vector<std::uint32_t> material;
        std::vector<std::uint32_t> texture; ///< by the part's material
        std::uint32_t firstUv = 0;
    };
    Numbers appendLook(const MeshPart &part);
    std::uint32_t materialNumber(const city::Material &material);
    std::uint32_t textureNumber(const city::Texture &texture);
    std::vector<std::uint32_t> appendVertices(const MeshPart &part);
    std::uint32_t appendVertex(const Vec3 &point); ///< kNone when it is no number
    void appendFaces(city::GeometryStore &store, const MeshPart &part, const MeshGeometry &geometry,
                     const Numbers &numbers, const std::vector<std::uint32_t> &vertices, std::uint32_t object);
    void appendValues(city::ObjectIndex object, const NamedValues &values);
    void appendInstance(const MeshPart &part, const MeshObject &from, city::ObjectIndex object);
    std::uint32_t templateOf(const std::shared_ptr<const MeshPart> &shape);
    std::string uniqueId(const std::string &wanted);

    city::CityModel &m_model;
    MeshContext &m_context;
    std::unordered_set<std::string> m_ids;
    std::unordered_map<std::string, std::uint32_t> m_nextSuffix;
    std::map<std::string, std::uint32_t> m_materials;
    std::map<std::pair<std::string, const void *>, std::uint32_t> m_textures;
    std::map<std::shared_ptr<const MeshPart>, std::uint32_t> m_templates;
};

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/mesh/gltfmaterials.h"
#include "layers/formats/mesh/gltfprimitive.h"
#include "layers/formats/mesh/gltfscene.h"
#include "layers/formats/mesh/propertytable.h"

#include <array>
#include <map>
#include <tuple>

namespace loci::formats {

/// Gathers the faces of primitives by the object they belong to, and writes them into the part object by object.
class MeshGatherer
{
public:
    MeshGatherer(const GltfDocument &document, const GltfUse &use, const std::vector<PropertyTable> &tables,
                 MeshPart &part, MeshContext &context);

    /// Adds mesh `mesh` as node `node` places it. `extras` become attributes where the node is one object.
    void addMesh(qint64 mesh, qint64 node, const QString &name, const Affine &placement, const QJsonObject &extras);
    void finish(); ///< once, at the end

    /// Id and attributes of row `feature` of a table; `base` names those without an identifier of their own.
    static MeshObject featureObject(const FeatureRows *rows, std::uint64_t feature, const QString &base,
                                    MeshContext &context);

private:
    using Key = std::tuple<int, std::uint64_t, std::uint64_t>;
    struct Bucket
    {
        MeshObject object;
        std::array<std::vector<std::uint32_t>, 3> corners, materials; ///< by corners of a face, less one
    };
    struct Features
    {
        std::vector<float> ids; ///< by point; empty: the primitive has none
        const FeatureRows *rows = nullptr;
        int kind = 0; ///< first part of the key, and what the second part counts
        std::uint64_t set = 0;
        double none = -1; ///< id that means no feature
    };
    Features featuresOf(const GltfPrimitive &primitive, const QJsonObject &from, qint64 node, const QString &where);
    void addPrimitive(const GltfPrimitive &primitive, const QJsonObject &from, qint64 node, const QString &name,
                      const Affine &placement, const QJsonObject &extras, const QString &where);
    Bucket &nodeBucket(qint64 node, const QString &name, const QJsonObject &extras);
    Bucket &featureBucket(const Features &features, std::uint64_t feature, const QString &name);
    void addTextureCoordinates(const GltfPrimitive &primitive, const GltfMaterials::Look &look, std::size_t base);

    const GltfDocument &m_document;
    const GltfUse &m_use;
    const std::vector<PropertyTable> &m_tables;
    MeshPart &m_part;
    MeshContext &m_context;
    GltfMaterials m_materials;
    std::map<Key, std::size_t> m_numbers;
    std::vector<Bucket> m_buckets; ///< in order of first appearance
};

} // namespace loci::formats

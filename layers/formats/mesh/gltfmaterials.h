// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/mesh/gltfdocument.h"
#include "layers/formats/mesh/meshlook.h"
#include "layers/formats/mesh/meshpart.h"

#include <map>
#include <vector>

namespace loci::formats {

/// Materials of a document, put into a part as primitives ask for them.
class GltfMaterials
{
public:
    GltfMaterials(const GltfDocument &document, MeshPart &part, MeshContext &context);

    struct Look
    {
        std::uint32_t material = city::kNone;             ///< in the part
        QByteArray uvAttribute;                           ///< "TEXCOORD_0" when textured, else empty
        std::array<double, 5> uvTransform{0, 0, 0, 1, 1}; ///< offset, rotation, scale of KHR_texture_transform
    };
    Look look(qint64 material);
    /// The material with its colour multiplied by that of a vertex: 16 steps a channel, so that they stay few.
    std::uint32_t tinted(std::uint32_t material, const std::array<float, 3> &colour);

private:
    Look makeLook(qint64 material);
    std::uint32_t textureOf(const QJsonObject &reference);
    std::uint32_t imageNumber(qint64 image);

    const GltfDocument &m_document;
    MeshPart &m_part;
    MeshContext &m_context;
    std::map<qint64, Look> m_looks;
    std::map<qint64, std::uint32_t> m_images;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> m_tints;
};

} // namespace loci::formats

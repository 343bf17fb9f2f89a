// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/mesh/dracomesh.h"
#include "layers/formats/mesh/gltfaccessors.h"
#include "layers/formats/mesh/meshcontext.h"

#include <optional>
#include <vector>

namespace loci::formats {

/// One primitive of a mesh, unpacked: points, and faces of one, two or three corners.
class GltfPrimitive
{
public:
    /// Empty, and reported, when its positions or indices cannot be had.
    static std::optional<GltfPrimitive> read(const GltfDocument &document, const QJsonObject &primitive,
                                             const QString &where, MeshContext &context);

    std::size_t pointCount() const { return m_positions.size() / 3; }
    Vec3 point(std::size_t i) const { return {m_positions[3 * i], m_positions[3 * i + 1], m_positions[3 * i + 2]}; }
    std::uint32_t cornersOfFace() const { return m_cornersOfFace; } ///< 1 points, 2 lines, 3 triangles
    const std::vector<std::uint32_t> &corners() const { return m_corners; }

    bool has(const char *attribute) const;
    /// `components` numbers a point; empty when the attribute is not there or damaged.
    std::vector<float> attribute(const char *name, std::uint32_t components) const;
    std::uint32_t componentsOf(const char *attribute) const;

private:
    GltfPrimitive(const GltfDocument &document, const QJsonObject &primitive);
    bool readDraco(const QString &where, MeshContext &context);
    const DracoMesh::Attribute *dracoAttribute(const char *name) const;
    bool connect(std::vector<std::uint32_t> indices, int mode);
    std::size_t dropOutOfRange();

    const GltfDocument &m_document;
    QJsonObject m_primitive, m_attributes, m_dracoIds;
    std::optional<DracoMesh> m_draco;
    std::vector<float> m_positions;
    std::vector<std::uint32_t> m_corners;
    std::uint32_t m_cornersOfFace = 3;
};

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/dracomesh.h"

#include <algorithm>
#include <array>
#include <draco/compression/decode.h>
#include <draco/mesh/mesh.h>

namespace loci::formats {

std::optional<DracoMesh> DracoMesh::decode(std::span<const std::byte> bytes)
{
    draco::DecoderBuffer buffer;
    buffer.Init(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    draco::Decoder decoder;
    auto decoded = decoder.DecodeMeshFromBuffer(&buffer);
    if (!decoded.ok()) {
        return std::nullopt;
    }
    const std::unique_ptr<draco::Mesh> mesh = std::move(decoded).value();
    DracoMesh made;
    made.m_triangles.reserve(3 * static_cast<std::size_t>(mesh->num_faces()));
    for (std::uint32_t f = 0; f < mesh->num_faces(); ++f) {
        const draco::Mesh::Face &face = mesh->face(draco::FaceIndex(f));
        for (std::size_t corner = 0; corner < 3; ++corner) {
            made.m_triangles.push_back(face[corner].value());
        }
    }
    for (int i = 0; i < mesh->num_attributes(); ++i) {
        const draco::PointAttribute *from = mesh->attribute(i);
        constexpr std::uint32_t kMostComponents = 4;
        const std::uint32_t components = from->num_components();
        if (components == 0 || components > kMostComponents) {
            continue;
        }
        Attribute attribute{static_cast<int>(from->unique_id()), components, {}};
        attribute.values.reserve(static_cast<std::size_t>(mesh->num_points()) * components);
        for (std::uint32_t p = 0; p < mesh->num_points(); ++p) {
            std::array<float, kMostComponents> value{};
            from->ConvertValue<float>(from->mapped_index(draco::PointIndex(p)), static_cast<std::int8_t>(components),
                                      value.data());
            attribute.values.insert(attribute.values.end(), value.begin(), value.begin() + components);
        }
        made.m_attributes.push_back(std::move(attribute));
    }
    return made;
}

const DracoMesh::Attribute *DracoMesh::attribute(int id) const
{
    const auto found =
        std::find_if(m_attributes.begin(), m_attributes.end(), [id](const Attribute &a) { return a.id == id; });
    return found == m_attributes.end() ? nullptr : &*found;
}

} // namespace loci::formats

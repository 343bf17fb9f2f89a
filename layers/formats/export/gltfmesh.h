// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/export/gltfbuffer.h"
#include "layers/formats/export/looks.h"

#include <array>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace loci::formats {

/// One glTF 2.0 scene that grows surface by surface: one mesh with a part for each look, a feature number at every
/// vertex (EXT_mesh_features) and the objects' attributes (EXT_structural_metadata).
class GltfMesh
{
public:
    /// Local metres, z up, in place of world coordinates; false when a point cannot be placed.
    using Place = std::function<bool(std::span<Vec3> points)>;
    /// Text of an image's JSON object; may add the bytes to the buffer.
    using ImageJson = std::function<std::string(std::uint32_t texture, GltfBuffer &buffer)>;
    GltfMesh(const city::CityModel &model, std::vector<bool> usableTextures, Place place);

    void add(const WalkedSurface &surface);
    std::size_t triangleCount() const { return m_triangles; }
    /// Objects of the table: those with faces, and after write() the ones they are part of.
    const std::vector<city::ObjectIndex> &objects() const { return m_objects; }
    int outside() const { return m_outside; } ///< surfaces that could not be placed

    /// The JSON text, and the buffer it speaks of. `asset`: more members of "asset"; `uri`: of the buffer, empty in
    /// GLB.
    std::string write(GltfBuffer &buffer, const ImageJson &image, const std::string &asset, const std::string &uri);

private:
    struct Part
    {
        std::vector<float> positions, normals, uv, features;
        std::vector<std::uint32_t> indices;
    };
    void addParents();
    Vec3 normalOf(const WalkedSurface &surface) const;
    std::string accessor(std::size_t view, int component, std::size_t count, const char *type,
                         const std::string &more = {});
    std::string primitive(const Part &part, std::size_t look, GltfBuffer &buffer);
    std::string materials(const ImageJson &image, GltfBuffer &buffer);

    const city::CityModel &m_model;
    LookTable m_looks;
    Place m_place;
    std::vector<Part> m_parts;                ///< by look
    std::vector<city::ObjectIndex> m_objects; ///< by feature number; parents without faces behind
    std::size_t m_features = 0;               ///< objects with faces, known when writing
    std::vector<Vec3> m_points;
    std::string m_accessors;
    std::size_t m_accessorCount = 0;
    std::string m_textures, m_images;
    std::size_t m_triangles = 0;
    int m_outside = 0;
};

/// GLB: both parts in one text. Empty when it would be longer than the format's 4 GiB.
std::string glbBytes(std::string json, const std::string &binary);

} // namespace loci::formats

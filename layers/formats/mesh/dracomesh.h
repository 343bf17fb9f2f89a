// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace loci::formats {

/// A mesh that KHR_draco_mesh_compression packed.
class DracoMesh
{
public:
    struct Attribute
    {
        int id;                   ///< unique id inside the Draco data, as the glTF names it
        std::uint32_t components; ///< a point
        std::vector<float> values;
    };
    /// Empty when the bytes are damaged.
    static std::optional<DracoMesh> decode(std::span<const std::byte> bytes);

    const std::vector<std::uint32_t> &triangles() const { return m_triangles; }
    const Attribute *attribute(int id) const;

private:
    std::vector<std::uint32_t> m_triangles;
    std::vector<Attribute> m_attributes;
};

} // namespace loci::formats

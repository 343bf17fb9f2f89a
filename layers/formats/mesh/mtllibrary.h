// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/mesh/contentfolder.h"
#include "layers/formats/mesh/meshpart.h"

#include <map>
#include <string>

namespace loci::formats {

struct MeshContext;

/// Materials of OBJ files: what `mtllib` and `usemtl` name, put into a part.
class MtlLibrary
{
public:
    MtlLibrary(const ContentFolder &folder, MeshPart &part, MeshContext &context);
    void load(std::string_view uri);
    /// Number in the part; a plain grey one (reported) for a name that no library has.
    std::uint32_t material(std::string_view name);

private:
    struct Entry
    {
        std::array<double, 3> diffuse{1, 1, 1};
        double opacity = 1;
        std::string image;
    };
    void add(const std::string &name, const Entry &entry, const ContentFolder &place);

    ContentFolder m_folder;
    MeshPart &m_part;
    MeshContext &m_context;
    std::map<std::string, std::uint32_t, std::less<>> m_numbers;
    std::map<QString, std::uint32_t> m_images;
};

} // namespace loci::formats

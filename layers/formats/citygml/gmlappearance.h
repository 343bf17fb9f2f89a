// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/citygml/gmlshape.h"
#include "layers/formats/readcontext.h"

#include <unordered_map>

namespace loci::formats {

/// X3DMaterial and ParameterizedTexture with TexCoordList, by theme. What they name may come later in the document, so
/// the targets are kept until resolve(); equal materials and textures become one. Georeferenced textures, TexCoordGen
/// and materials of back sides are counted and named in one finding.
class GmlAppearance
{
public:
    GmlAppearance(ReadContext &context, GmlIds &ids) : m_context(context), m_ids(ids) {}

    void read(GmlTree &tree, GmlNode appearance);
    bool isPending() const { return !m_materialTargets.empty() || !m_textureTargets.empty(); }
    /// Links targets to the surfaces and rings in `ids` from these places on, which must be sorted; the others stay.
    void resolve(std::size_t firstSurface, std::size_t firstRing);
    /// After the last resolve(): findings for what was not found or is not carried.
    void finish();

private:
    struct MaterialTarget
    {
        std::uint64_t id;
        std::uint32_t material, theme;
    };
    struct TextureTarget
    {
        std::uint64_t ring;
        std::uint32_t texture, theme, uv, count; ///< in m_uv
        std::uint32_t line;
    };
    void readData(GmlTree &tree, GmlNode data, std::uint32_t theme);
    void readMaterial(const GmlTree &tree, GmlNode data, std::uint32_t theme);
    void readTexture(GmlTree &tree, GmlNode data, std::uint32_t theme);
    void readTextureTargets(const GmlTree &tree, GmlNode node, std::uint32_t texture, std::uint32_t theme);
    void readCoordinates(const GmlTree &tree, GmlNode list, std::uint32_t texture, std::uint32_t theme);
    bool resolveMaterial(const MaterialTarget &target, std::size_t first);
    bool resolveTexture(const TextureTarget &target, std::size_t first);
    bool setTexture(const TextureTarget &target, const GmlIds::Entry &ring);
    std::uint32_t themeNumber(std::string_view name);

    ReadContext &m_context;
    GmlIds &m_ids;
    std::vector<std::string> m_themes;
    std::vector<MaterialTarget> m_materialTargets;
    std::vector<TextureTarget> m_textureTargets;
    std::vector<float> m_uv;                                                ///< of the targets that wait
    std::unordered_map<std::string, std::uint32_t> m_materials, m_textures; ///< by JSON
    std::uint32_t m_notCarried = 0;
};

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/readcontext.h"

#include <simdjson.h>
#include <string_view>
#include <unordered_map>

namespace loci::formats {

/// Reads "appearance" of a document or feature and turns the numbers that its geometries hold (local to it) into
/// numbers of the model. Equal materials and textures of several features become one.
class AppearanceLinker
{
public:
    explicit AppearanceLinker(ReadContext &context) : m_context(context) {}

    void begin(); ///< before a document or feature
    /// Raw text of the member, with readable bytes behind.
    void read(std::string_view raw);
    /// After the document: checks and translates what was added since begin().
    void end();

private:
    struct Mark
    {
        std::size_t surfaces = 0, rings = 0;
    };
    void readMaterials(simdjson::ondemand::array list);
    void readTextures(simdjson::ondemand::array list);
    void readTextureVertices(std::string_view raw);
    void link(city::GeometryStore &store, const Mark &mark);
    void linkMaterials(city::GeometryStore &store, std::size_t first);
    void linkTextures(city::GeometryStore &store, std::size_t first);
    void reportOnce(bool &reported, const char *code, const QString &message, const city::GeometryStore &store,
                    std::size_t surface);

    ReadContext &m_context;
    simdjson::ondemand::parser m_parser;
    Mark m_model, m_templates;
    bool m_first = true; ///< the only document, or the header of a sequence
    bool m_ownMaterials = false, m_ownTextures = false, m_ownUv = false;
    std::vector<std::uint32_t> m_materials, m_textures; ///< local number to the model's
    std::uint32_t m_uvBase = 0, m_uvCount = 0;
    std::unordered_map<std::string, std::uint32_t> m_knownMaterials, m_knownTextures;
};

} // namespace loci::formats

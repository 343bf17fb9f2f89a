// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/export/cityjsonupgrade.h"
#include "layers/formats/textfile.h"

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace loci::formats {

/// Numbers as the target counts: as in the model, or anew from nought in each feature of a sequence.
class TargetNumbers
{
public:
    explicit TargetNumbers(std::size_t count, bool local) : m_new(local ? count : 0, city::kNone), m_local(local) {}
    std::uint32_t operator()(std::uint32_t number);
    const std::vector<std::uint32_t> &used() const { return m_used; } ///< in their new order
    void reset();

private:
    std::vector<std::uint32_t> m_new;
    std::vector<std::uint32_t> m_used;
    bool m_local;
};

/// Writes the parts of CityJSON 2.0 into a text: objects with everything they have, geometries, appearance.
class CityJsonText
{
public:
    /// `image` gives the path a texture's image is written with.
    using ImagePath = std::function<std::string(std::uint32_t texture)>;
    CityJsonText(const city::CityModel &model, bool local, ImagePath image, DroppedList &dropped);
    ~CityJsonText();

    void object(TextBuffer &out, city::ObjectIndex object); ///< `"id":{...}`
    void templates(TextBuffer &out);                        ///< value of geometry-templates
    void wholeAppearance(TextBuffer &out);                  ///< value of appearance, all there is
    bool localAppearance(TextBuffer &out);                  ///< of what was used since reset(); false: nothing
    void vertex(TextBuffer &out, std::uint32_t number) const;
    void localVertices(TextBuffer &out);                   ///< of what was used since reset()
    void reset();                                          ///< a new feature begins
    std::string writtenId(city::ObjectIndex object) const; ///< JSON string
    const CityJsonUpgrade &upgrade() const { return m_upgrade; }
    std::string compact(std::string_view json); ///< a kept text without its blanks; empty when it is damaged

private:
    struct Parsers;
    void attributes(TextBuffer &out, city::ObjectIndex object);
    void emptyColumns(TextBuffer &out, bool &any);
    void links(TextBuffer &out, city::ObjectIndex object);
    void extra(TextBuffer &out, city::ObjectIndex object);
    bool geometry(TextBuffer &out, const city::GeometryStore &store, city::GeometryIndex number);
    bool instance(TextBuffer &out, const city::Geometry &geometry);
    void boundaries(TextBuffer &out, const city::GeometryStore &store, const city::Geometry &geometry);
    void semantics(TextBuffer &out, const city::GeometryStore &store, city::GeometryIndex number);
    void materials(TextBuffer &out, const city::GeometryStore &store, const city::Geometry &geometry);
    void textures(TextBuffer &out, const city::GeometryStore &store, const city::Geometry &geometry);
    void appearance(TextBuffer &out, const std::vector<std::uint32_t> &materials,
                    const std::vector<std::uint32_t> &textures, const std::vector<std::uint32_t> &uv);
    void drop(const city::Geometry &geometry, const QString &reason, int count = 1);
    std::uint32_t numbered(TargetNumbers &numbers, std::uint32_t number) const;

    const city::CityModel &m_model;
    ImagePath m_image;
    DroppedList &m_dropped;
    CityJsonUpgrade m_upgrade;
    std::unique_ptr<Parsers> m_parsers;
    TargetNumbers m_vertices, m_materials, m_textures, m_uv;
    bool m_local;
    std::vector<city::IndexRange> m_semantics, m_templateSemantics;
    std::unordered_map<city::ObjectIndex, std::vector<city::ObjectIndex>> m_moreParents; ///< beside the first
    std::vector<std::string> m_keys;   ///< by column: its name as a JSON member
    std::vector<std::size_t> m_cursor; ///< by column: where the next value is expected
    std::size_t m_extraCursor = 0;
    bool m_inTemplates = false;
    bool m_emptyColumns = true; ///< not written yet
};

} // namespace loci::formats

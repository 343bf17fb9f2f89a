// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/modelcache/cachehead.h"
#include "layers/formats/modelcache/rowreader.h"

#include <unordered_map>

namespace loci::formats::modelcache {

/// Copies single geometries of a kept model into a new one, with what they use. Ids of vertices stay those of the file
/// until finish() brings the vertices themselves.
class GeometryPicker
{
public:
    GeometryPicker(RowReader &rows, const CacheHead &head, city::CityModel &model)
        : m_rows(rows)
        , m_head(head)
        , m(model)
    {}

    /// LoD of a geometry of the file, that of the template for an instance.
    std::uint32_t lodOf(const city::Geometry &geometry);
    /// Appends the geometry to the model's store as one of `object`.
    void add(const city::Geometry &geometry, city::ObjectIndex object);
    /// After the last one: vertices, templates, texture coordinates, extent.
    void finish();

private:
    /// New numbers for rows of the file, in the order in which they are asked for.
    class Renumbering
    {
    public:
        std::uint32_t operator()(std::uint32_t old)
        {
            const auto [found, isNew] = m_numbers.try_emplace(old, static_cast<std::uint32_t>(m_old.size()));
            if (isNew) {
                m_old.push_back(old);
            }
            return found->second;
        }
        const std::vector<std::uint32_t> &old() const { return m_old; }

    private:
        std::unordered_map<std::uint32_t, std::uint32_t> m_numbers;
        std::vector<std::uint32_t> m_old;
    };

    city::GeometryStore &store(std::uint32_t number) { return number == 0 ? m.geometry : m.templates; }
    void copy(const city::Geometry &geometry, std::uint32_t number, city::ObjectIndex object);
    bool copyRings(const city::Geometry &geometry, std::uint32_t number);
    void copySemantics(const city::Geometry &geometry, std::uint32_t number);
    void copyMaterials(const city::Geometry &geometry, std::uint32_t number, std::uint32_t firstSurface);
    void copyTextures(std::uint32_t number, city::IndexRange fileRings, std::uint32_t firstRing);
    void finishSemantics(std::uint32_t number);
    void finishVertices();
    void finishAppearance();

    RowReader &m_rows;
    const CacheHead &m_head;
    city::CityModel &m;
    Renumbering m_templates, m_materials, m_textures, m_textureVertices;
    std::array<Renumbering, 2> m_semantics;
    city::IndexRange m_fileRings; ///< of the geometry just copied
};

} // namespace loci::formats::modelcache

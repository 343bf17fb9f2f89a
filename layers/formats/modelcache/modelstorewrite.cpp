// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/objectindex.h"
#include "layers/formats/modelcache/cachehead.h"
#include "layers/formats/modelcache/cachewriter.h"
#include "layers/formats/modelcache/keptfootprints.h"
#include "layers/formats/modelcache/modelstore.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>
#include <numeric>

namespace loci::formats::modelcache {

using namespace loci::city;

namespace {

/// One writing of a model.
class ModelWriter
{
public:
    ModelWriter(CacheWriter &out, const CityModel &model) : m_out(out), m(model) {}

    bool write(const OpenedModel &opened, const CancelToken &cancel)
    {
        m_out.bytes(Section::Head, CacheHead::of(m).toBytes());
        m_out.bytes(Section::Findings, toBytes(opened.loaded.findings, m.sourcePath));
        if (opened.companions) {
            m_out.bytes(Section::Companions, toBytes(*opened.companions));
        }
        const auto steps = {&ModelWriter::writeObjects, &ModelWriter::writeAttributes, &ModelWriter::writeGeometry,
                            &ModelWriter::writeAppearance, &ModelWriter::writeIndexes};
        for (const auto step : steps) {
            if (cancel.isCancelled() || !m_fits || !m_out.good()) {
                break;
            }
            (this->*step)();
        }
        if (opened.footprints) {
            m_fits = m_fits && writeFootprints(m_out, *opened.footprints);
        }
        return m_fits;
    }

private:
    /// Texts as one run of bytes, and where each ends. `textAt(i)` gives a view.
    template <class TextAt>
    void texts(Section ends, Section bytes, std::size_t count, const TextAt &textAt, std::uint32_t number = 0)
    {
        std::vector<std::uint32_t> places;
        places.reserve(count);
        std::uint64_t place = 0;
        m_out.begin(bytes, number);
        for (std::size_t i = 0; i < count; ++i) {
            const std::string_view text = textAt(i);
            m_out.put(text.data(), text.size());
            place += text.size();
            places.push_back(static_cast<std::uint32_t>(place));
        }
        m_out.end();
        m_out.array(ends, places, number);
        m_fits = m_fits && place <= std::numeric_limits<std::uint32_t>::max();
    }

    void writeObjects()
    {
        texts(Section::ObjectIdEnds, Section::ObjectIdBytes, m.objectIds.size(),
              [this](std::size_t i) { return std::string_view(m.objectIds[i]); });
        m_out.array(Section::ObjectType, m.objectType);
        m_out.array(Section::ObjectGeometries, m.objectGeometries);
        m_out.array(Section::ObjectChildren, m.objectChildren);
        m_out.array(Section::ObjectParent, m.objectParent);
        m_out.array(Section::Children, m.children);
        std::vector<ObjectIndex> rows;
        for (const auto &[object, text] : m.objectExtra) {
            rows.push_back(object);
        }
        m_fits = m_fits && std::is_sorted(rows.begin(), rows.end());
        m_out.array(Section::ExtraObjects, rows);
        texts(Section::ExtraEnds, Section::ExtraBytes, m.objectExtra.size(),
              [this](std::size_t i) { return std::string_view(m.objectExtra[i].second); });
    }

    void writeAttributes()
    {
        const StringPool &pool = m.attributes.texts();
        texts(Section::TextEnds, Section::TextBytes, pool.size(),
              [&pool](std::size_t i) { return pool.at(static_cast<std::uint32_t>(i)); });
        std::uint32_t number = 0;
        for (const auto &column : m.attributes.columns()) {
            const AttributeColumn::Values &values = column->values();
            m_out.array(Section::ColumnRows, values.rows, number);
            m_out.array(Section::ColumnIntegers, values.integers, number);
            m_out.array(Section::ColumnReals, values.reals, number);
            m_out.array(Section::ColumnTexts, values.texts, number);
            ++number;
        }
    }

    void writeGeometry()
    {
        m_out.array(Section::Vertices, m.vertices.xyz);
        m_out.array(Section::TemplateVertices, m.templateVertices);
        m_out.array(Section::Instances, m.instances);
        writeStore(m.geometry, 0);
        writeStore(m.templates, 1);
    }

    void writeStore(const GeometryStore &store, std::uint32_t number)
    {
        m_out.begin(Section::Geometries, number);
        for (const Geometry &geometry : store.geometries) {
            std::array<char, sizeof(Geometry)> row{}; // field by field: what lies between them stays 0
            const auto put = [&row](std::size_t at, const auto &field) {
                std::memcpy(row.data() + at, &field, sizeof field);
            };
            put(offsetof(Geometry, object), geometry.object);
            put(offsetof(Geometry, type), geometry.type);
            put(offsetof(Geometry, lod), geometry.lod);
            put(offsetof(Geometry, surfaces), geometry.surfaces);
            put(offsetof(Geometry, shells), geometry.shells);
            put(offsetof(Geometry, instance), geometry.instance);
            m_out.put(row.data(), row.size());
        }
        m_out.end();
        m_out.array(Section::Shells, store.shells, number);
        m_out.array(Section::SurfaceRings, store.surfaceRings, number);
        m_out.array(Section::RingVertices, store.ringVertices, number);
        m_out.array(Section::VertexIds, store.vertexIds, number);
        m_out.array(Section::SurfaceSemantic, store.surfaceSemantic, number);
        m_out.array(Section::SurfaceGeometry, store.surfaceGeometry, number);
        writeSemantics(store, number);
        for (std::uint32_t t = 0; t < store.materialThemes.size(); ++t) {
            m_out.array(Section::ThemeMaterials, store.materialThemes[t].surface, 2 * t + number);
        }
        for (std::uint32_t t = 0; t < store.textureThemes.size(); ++t) {
            m_out.array(Section::ThemeRingTexture, store.textureThemes[t].ringTexture, 2 * t + number);
            m_out.array(Section::ThemeRingUv, store.textureThemes[t].ringUv, 2 * t + number);
            m_out.array(Section::ThemeUv, store.textureThemes[t].uv, 2 * t + number);
        }
    }

    void writeSemantics(const GeometryStore &store, std::uint32_t number)
    {
        std::vector<std::uint32_t> rows;
        m_out.begin(Section::Semantics, number);
        for (std::uint32_t s = 0; s < store.semantics.size(); ++s) {
            const SemanticRow row{store.semantics[s].type, store.semantics[s].parent};
            m_out.put(&row, sizeof row);
            if (!store.semantics[s].attributes.empty()) {
                rows.push_back(s);
            }
        }
        m_out.end();
        m_out.array(Section::SemanticTextRows, rows, number);
        texts(
            Section::SemanticTextEnds, Section::SemanticTextBytes, rows.size(),
            [&](std::size_t i) { return std::string_view(store.semantics[rows[i]].attributes); }, number);
    }

    void writeAppearance()
    {
        std::vector<MaterialRow> rows;
        for (const Material &material : m.materials) {
            const std::array<double, 3> colour = material.diffuse.value_or(std::array<double, 3>{});
            rows.push_back(
                {colour[0], colour[1], colour[2], material.transparency, material.diffuse.has_value() ? 1.0 : 0.0});
        }
        m_out.array(Section::Materials, rows);
        texts(Section::MaterialEnds, Section::MaterialBytes, 2 * m.materials.size(), [this](std::size_t i) {
            const Material &material = m.materials[i / 2];
            return std::string_view(i % 2 == 0 ? material.name : material.json);
        });
        texts(Section::TextureEnds, Section::TextureBytes, 2 * m.textures.size(), [this](std::size_t i) {
            const Texture &texture = m.textures[i / 2];
            return std::string_view(i % 2 == 0 ? texture.image : texture.json);
        });
        m_out.array(Section::TextureVertices, m.textureVertices);
        for (std::uint32_t t = 0; t < m.textures.size(); ++t) {
            if (m.textures[t].bytes) {
                m_out.array(Section::TextureImages, *m.textures[t].bytes, t);
            }
        }
    }

    void writeIndexes()
    {
        std::vector<ObjectIndex> byId(m.objectIds.size());
        std::iota(byId.begin(), byId.end(), 0U);
        std::sort(byId.begin(), byId.end(), [this](ObjectIndex a, ObjectIndex b) {
            const int order = m.objectIds[a].compare(m.objectIds[b]);
            return order != 0 ? order < 0 : a < b;
        });
        m_out.array(Section::ObjectsById, byId);
        const ObjectIndexTree tree = ObjectIndexTree::build(m);
        m_out.array(Section::TreeBoxes, tree.boxes());
        m_out.array(Section::TreeObjects, tree.objects());
    }

    CacheWriter &m_out;
    const CityModel &m;
    bool m_fits = true;
};

} // namespace

Result<> writeModel(const QString &path, std::uint64_t key, const OpenedModel &opened, const ContentHash &source,
                    std::uint64_t sourceBytes, const CancelToken &cancel)
{
    CacheWriter out(path, key);
    LOCI_CHECK(out.open());
    if (!ModelWriter(out, *opened.loaded.value).write(opened, cancel)) {
        return fail(
            ErrorCode::Unsupported,
            QCoreApplication::translate("loci::formats", "The model is too large to be kept for quick opening."));
    }
    if (cancel.isCancelled()) {
        return fail(ErrorCode::Cancelled,
                    QCoreApplication::translate("loci::formats", "Keeping the model for quick opening was cancelled."));
    }
    return out.commit(source, sourceBytes);
}

} // namespace loci::formats::modelcache

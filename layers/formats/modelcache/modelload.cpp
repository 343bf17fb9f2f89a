// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/cachehead.h"
#include "layers/formats/modelcache/indexcheck.h"
#include "layers/formats/modelcache/modelstore.h"
#include "layers/formats/modelcache/steps.h"

#include <algorithm>

namespace loci::formats::modelcache {

using namespace loci::city;

namespace {

/// One loading of a model: a list of steps that touch different arrays, and what joins them.
class ModelLoader
{
public:
    ModelLoader(const CacheFile &file, CityModel &model) : m_file(file), m(model) {}

    bool load(bool hasFindings)
    {
        const auto bytes = m_file.readBytes(Section::Head);
        const auto size = static_cast<std::size_t>(m_file.bytes(Section::Head));
        auto head = bytes ? CacheHead::fromBytes({bytes.get(), size}) : std::nullopt;
        if (!head || !takeCounts()) {
            return false;
        }
        if (hasFindings && head->language != languageProbe()) {
            return false;
        }
        m_head = std::move(*head);
        m_head.apply(m);
        if (m.typeNames.size() != m_head.typeNames.size() || m.lodNames.size() != m_head.lodNames.size()) {
            return false; // names were there twice
        }
        addObjects();
        addAttributes();
        addVertices();
        addStore(m.geometry, 0, m_vertices, m_geometries);
        addStore(m.templates, 1, m_templateVertices, m_templates);
        addAppearance();
        return m_steps.run() && join();
    }

private:
    /// Lengths of the arrays that others point into. They fit into 32 bits with room for kNone, or all is refused.
    bool takeCounts()
    {
        bool fits = true;
        const auto count = [&]<class T>(T, Section section, std::uint32_t number = 0) {
            const std::size_t values = m_file.count<T>(section, number);
            fits = fits && values < kNone;
            return static_cast<std::uint32_t>(values);
        };
        m_objects = count(std::uint32_t(), Section::ObjectIdEnds);
        m_vertices = count(std::array<std::int32_t, 3>(), Section::Vertices);
        m_templateVertices = count(std::array<double, 3>(), Section::TemplateVertices);
        m_geometries = count(Geometry(), Section::Geometries, 0);
        m_templates = count(Geometry(), Section::Geometries, 1);
        m_instances = count(Instance(), Section::Instances);
        m_texts = count(std::uint32_t(), Section::TextEnds);
        m_materials = count(MaterialRow(), Section::Materials);
        m_textures = count(std::uint32_t(), Section::TextureEnds) / 2;
        m_textureVertices = count(std::array<float, 2>(), Section::TextureVertices);
        return fits;
    }

    /// A step that reads one array.
    template <class T, class Check>
    void add(Section section, std::uint32_t number, std::vector<T> &values, Check check)
    {
        m_steps.add(m_file.bytes(section, number), [this, section, number, &values, check]() mutable {
            return m_file.read(section, number, values, [&check](std::span<const T> part) { return check(part); });
        });
    }
    static constexpr auto kAny = [](const auto &) { return true; };

    std::uint32_t length(Section section) const { return static_cast<std::uint32_t>(m_file.bytes(section)); }

    /// The texts of a section as the ends divide them.
    template <class Use>
    bool eachText(Section ends, Section bytes, std::uint32_t number, const Use &use) const
    {
        std::vector<std::uint32_t> places;
        const std::uint64_t size = m_file.bytes(bytes, number);
        const auto text = m_file.readBytes(bytes, number);
        Ascending check{static_cast<std::uint32_t>(std::min<std::uint64_t>(size, kNone))};
        if (!text ||
            !m_file.read(ends, number, places, [&](std::span<const std::uint32_t> part) { return check(part); })) {
            return false;
        }
        std::uint32_t begin = 0;
        std::size_t i = 0;
        for (const std::uint32_t end : places) {
            use(i++, std::string_view(text.get() + begin, end - begin));
            begin = end;
        }
        return true;
    }

    void addObjects()
    {
        m_steps.add(3 * m_file.bytes(Section::ObjectIdBytes), [this] {
            m.objectIds.reserve(m_objects);
            return eachText(Section::ObjectIdEnds, Section::ObjectIdBytes, 0,
                            [this](std::size_t, std::string_view id) { m.objectIds.emplace_back(id); });
        });
        add(Section::ObjectsById, 0, m_idOrder, Below{m_objects});
        add(Section::ObjectType, 0, m.objectType, Below{static_cast<std::uint32_t>(m_head.typeNames.size())});
        add(Section::ObjectGeometries, 0, m.objectGeometries, RangesIn{m_geometries});
        add(Section::ObjectChildren, 0, m.objectChildren,
            RangesIn{static_cast<std::uint32_t>(m_file.count<std::uint32_t>(Section::Children))});
        add(Section::ObjectParent, 0, m.objectParent, BelowOrNone{m_objects});
        add(Section::Children, 0, m.children, Below{m_objects});
        m_steps.add(3 * m_file.bytes(Section::ExtraBytes), [this] {
            std::vector<ObjectIndex> rows;
            if (!m_file.read(Section::ExtraObjects, 0, rows,
                             [this](std::span<const std::uint32_t> part) { return Below{m_objects}(part); })) {
                return false;
            }
            m.objectExtra.reserve(rows.size());
            const bool good =
                eachText(Section::ExtraEnds, Section::ExtraBytes, 0, [&](std::size_t i, std::string_view t) {
                    if (i < rows.size()) {
                        m.objectExtra.emplace_back(rows[i], t);
                    }
                });
            return good && m.objectExtra.size() == rows.size();
        });
    }

    void addAttributes()
    {
        m_steps.add(3 * m_file.bytes(Section::TextBytes), [this] {
            std::vector<std::uint32_t> ends;
            Ascending check{length(Section::TextBytes)};
            auto bytes = m_file.readBytes(Section::TextBytes);
            if (!bytes || !m_file.read(Section::TextEnds, 0, ends,
                                       [&](std::span<const std::uint32_t> part) { return check(part); })) {
                return false;
            }
            m.attributes.sharedTexts()->adopt(std::move(bytes), ends);
            return true;
        });
        m_columns.resize(m_head.columns.size());
        for (std::uint32_t c = 0; c < m_columns.size(); ++c) {
            const AttributeColumn::Kind kind = m_head.columns[c].kind;
            add(Section::ColumnRows, c, m_columns[c].rows, Rows{m_objects});
            add(Section::ColumnIntegers, c, m_columns[c].integers, kAny);
            add(Section::ColumnReals, c, m_columns[c].reals, kAny);
            add(Section::ColumnTexts, c, m_columns[c].texts,
                Below{kind == AttributeColumn::Kind::Boolean ? 2U : m_texts});
        }
    }

    void addVertices()
    {
        add(Section::Vertices, 0, m.vertices.xyz, kAny);
        add(Section::TemplateVertices, 0, m.templateVertices, kAny);
        add(Section::Instances, 0, m.instances, [this](std::span<const Instance> part) {
            return std::all_of(part.begin(), part.end(), [this](const Instance &i) {
                return (i.templateGeometry == kNone || i.templateGeometry < m_templates) &&
                       (i.referenceVertex == kNone || i.referenceVertex < m_vertices);
            });
        });
    }

    void addStore(GeometryStore &store, std::uint32_t n, std::uint32_t vertices, std::uint32_t geometries)
    {
        const auto count = [&]<class T>(T, Section section) {
            return static_cast<std::uint32_t>(std::min<std::size_t>(m_file.count<T>(section, n), kNone));
        };
        const std::uint32_t semantics = count(SemanticRow(), Section::Semantics);
        GeometryLimits limits;
        limits.objects = m_objects;
        limits.lods = static_cast<std::uint32_t>(m_head.lodNames.size());
        limits.surfaces = std::max(1U, count(std::uint32_t(), Section::SurfaceRings)) - 1;
        limits.shells = count(Shell(), Section::Shells);
        limits.instances = m_instances;
        limits.templates = n == 1;
        const std::uint32_t rings = std::max(1U, count(std::uint32_t(), Section::RingVertices)) - 1;
        add(Section::Geometries, n, store.geometries, [limits](std::span<const Geometry> part) {
            return std::all_of(part.begin(), part.end(), [&](const Geometry &g) { return limits.allows(g); });
        });
        add(Section::Shells, n, store.shells, [limits](std::span<const Shell> part) {
            return std::all_of(part.begin(), part.end(),
                               [&](const Shell &s) { return isRangeIn(s.surfaces, limits.surfaces); });
        });
        store.surfaceRings.clear(); // a new store has the first 0
        store.ringVertices.clear();
        add(Section::SurfaceRings, n, store.surfaceRings, Ascending{rings});
        add(Section::RingVertices, n, store.ringVertices, Ascending{count(std::uint32_t(), Section::VertexIds)});
        add(Section::VertexIds, n, store.vertexIds, Below{vertices});
        add(Section::SurfaceSemantic, n, store.surfaceSemantic, BelowOrNone{semantics});
        add(Section::SurfaceGeometry, n, store.surfaceGeometry, Below{geometries});
        addSemantics(store, n, semantics);
        store.materialThemes.resize(m_head.themes[n].materials.size());
        for (std::uint32_t t = 0; t < store.materialThemes.size(); ++t) {
            store.materialThemes[t].name = m_head.themes[n].materials[t];
            add(Section::ThemeMaterials, 2 * t + n, store.materialThemes[t].surface, BelowOrNone{m_materials});
        }
        store.textureThemes.resize(m_head.themes[n].textures.size());
        for (std::uint32_t t = 0; t < store.textureThemes.size(); ++t) {
            TextureTheme &theme = store.textureThemes[t];
            theme.name = m_head.themes[n].textures[t];
            add(Section::ThemeRingTexture, 2 * t + n, theme.ringTexture, BelowOrNone{m_textures});
            add(Section::ThemeRingUv, 2 * t + n, theme.ringUv, kAny);
            add(Section::ThemeUv, 2 * t + n, theme.uv, kAny); // what no ring uses may be anything
        }
    }

    void addSemantics(GeometryStore &store, std::uint32_t n, std::uint32_t semantics)
    {
        const std::uint64_t weight = 2 * m_file.bytes(Section::Semantics, n);
        m_steps.add(weight + 3 * m_file.bytes(Section::SemanticTextBytes, n), [this, &store, n, semantics] {
            const auto types = static_cast<std::uint32_t>(m_head.typeNames.size());
            CacheFile::reserveFor(store.semantics, semantics);
            const auto take = [&](std::span<const SemanticRow> part) {
                std::uint32_t bad = 0;
                for (const SemanticRow &row : part) {
                    bad |= static_cast<std::uint32_t>(row.type + 1U > types) |
                           static_cast<std::uint32_t>(row.parent + 1U > semantics); // kNone becomes 0
                    store.semantics.push_back({row.type, row.parent, {}});
                }
                return bad == 0;
            };
            std::vector<std::uint32_t> with;
            const auto below = [&](std::span<const std::uint32_t> part) { return Below{semantics}(part); };
            if (!m_file.each<SemanticRow>(Section::Semantics, n, take) ||
                !m_file.read(Section::SemanticTextRows, n, with, below)) {
                return false;
            }
            std::size_t texts = 0;
            const bool good = eachText(Section::SemanticTextEnds, Section::SemanticTextBytes, n,
                                       [&](std::size_t i, std::string_view text) {
                                           if (i < with.size()) {
                                               store.semantics[with[i]].attributes = text;
                                           }
                                           ++texts;
                                       });
            return good && texts == with.size();
        });
    }

    void addAppearance()
    {
        m_steps.add(m_file.bytes(Section::MaterialBytes) + m_file.bytes(Section::TextureBytes), [this] {
            std::vector<MaterialRow> rows;
            if (!m_file.read(Section::Materials, 0, rows)) {
                return false;
            }
            m.materials.resize(rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i) {
                m.materials[i].transparency = rows[i].transparency;
                if (rows[i].hasDiffuse != 0) {
                    m.materials[i].diffuse = {rows[i].red, rows[i].green, rows[i].blue};
                }
            }
            m.textures.resize(m_textures);
            std::size_t texts = 0;
            const bool materials =
                eachText(Section::MaterialEnds, Section::MaterialBytes, 0, [&](std::size_t i, std::string_view text) {
                    if (i / 2 < m.materials.size()) {
                        (i % 2 == 0 ? m.materials[i / 2].name : m.materials[i / 2].json) = text;
                    }
                    ++texts;
                });
            const bool textures =
                eachText(Section::TextureEnds, Section::TextureBytes, 0, [this](std::size_t i, std::string_view text) {
                    if (i / 2 < m.textures.size()) {
                        (i % 2 == 0 ? m.textures[i / 2].image : m.textures[i / 2].json) = text;
                    }
                });
            return materials && textures && texts == 2 * rows.size() && readImages();
        });
        add(Section::TextureVertices, 0, m.textureVertices, kAny);
    }

    bool readImages()
    {
        for (std::uint32_t t = 0; t < m_textures; ++t) {
            if (m_file.find(Section::TextureImages, t) == nullptr) {
                continue;
            }
            auto image = std::make_shared<std::vector<std::byte>>();
            if (!m_file.read(Section::TextureImages, t, *image)) {
                return false;
            }
            m.textures[t].bytes = std::move(image);
        }
        return true;
    }

    /// What needs more than one array.
    bool join()
    {
        const bool objects = m.objectIds.size() == m_objects && m.objectType.size() == m_objects &&
                             m.objectGeometries.size() == m_objects && m.objectChildren.size() == m_objects &&
                             m.objectParent.size() == m_objects && m.vertices.xyz.size() == std::size_t(3) * m_vertices;
        if (!objects || m_idOrder.size() != m_objects) {
            return false;
        }
        m.adoptIdOrder(std::move(m_idOrder));
        return joinAttributes() && joinStore(m.geometry, m_textureVertices) &&
               joinStore(m.templates, m_textureVertices);
    }

    bool joinAttributes()
    {
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const ColumnHead &head = m_head.columns[c];
            AttributeColumn::Values &values = m_columns[c];
            const std::size_t count = values.rows.size();
            const bool integer = head.kind == AttributeColumn::Kind::Integer;
            const bool real = head.kind == AttributeColumn::Kind::Real;
            if (values.integers.size() != (integer ? count : 0) || values.reals.size() != (real ? count : 0) ||
                values.texts.size() != (integer || real ? 0 : count) ||
                !m.attributes.add({head.name, m.attributes.sharedTexts(), head.kind, std::move(values)})) {
                return false;
            }
        }
        return true;
    }

    static bool joinStore(const GeometryStore &store, std::uint32_t uvs)
    {
        if (store.surfaceRings.empty() || store.ringVertices.empty() ||
            store.surfaceSemantic.size() != store.surfaceCount() ||
            store.surfaceGeometry.size() != store.surfaceCount()) {
            return false;
        }
        const std::size_t rings = store.ringVertices.size() - 1;
        for (const TextureTheme &theme : store.textureThemes) {
            if (theme.ringTexture.size() > rings || theme.ringUv.size() < theme.ringTexture.size()) {
                return false;
            }
            for (std::uint32_t r = 0; r < theme.ringTexture.size(); ++r) {
                const std::size_t length = theme.ringTexture[r] == kNone ? 0 : store.ring(r).size();
                if (length > 0 && (theme.ringUv[r] + static_cast<std::uint64_t>(length) > theme.uv.size() ||
                                   !BelowOrNone{uvs}({theme.uv.data() + theme.ringUv[r], length}))) {
                    return false;
                }
            }
        }
        return std::all_of(store.materialThemes.begin(), store.materialThemes.end(),
                           [&](const MaterialTheme &theme) { return theme.surface.size() <= store.surfaceCount(); });
    }

    const CacheFile &m_file;
    CityModel &m;
    CacheHead m_head;
    Steps m_steps;
    std::vector<AttributeColumn::Values> m_columns;
    std::vector<ObjectIndex> m_idOrder;
    std::uint32_t m_objects = 0, m_vertices = 0, m_templateVertices = 0, m_geometries = 0, m_templates = 0;
    std::uint32_t m_instances = 0, m_texts = 0, m_materials = 0, m_textures = 0, m_textureVertices = 0;
};

} // namespace

std::optional<LoadedModel> loadModel(const CacheFile &file, const QString &sourcePath)
{
    auto model = std::make_shared<CityModel>();
    model->sourcePath = sourcePath;
    const auto bytes = file.readBytes(Section::Findings);
    auto findings =
        bytes ? findingsFromBytes({bytes.get(), static_cast<std::size_t>(file.bytes(Section::Findings))}, sourcePath)
              : std::nullopt;
    if (!findings || !ModelLoader(file, *model).load(!findings->empty())) {
        return std::nullopt;
    }
    return LoadedModel{std::move(model), std::move(*findings)};
}

} // namespace loci::formats::modelcache

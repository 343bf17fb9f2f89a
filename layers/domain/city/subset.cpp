// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/subset.h"

#include "layers/domain/city/geometrycopy.h"
#include "layers/domain/city/jsonmembers.h"
#include "layers/domain/city/jsontext.h"
#include "layers/domain/city/modelfinish.h"
#include "layers/domain/city/objectextra.h"
#include "layers/domain/city/subsetchoice.h"

#include <QCoreApplication>
#include <numeric>

namespace loci::city {

namespace {

class SubsetBuilder
{
public:
    SubsetBuilder(const CityModel &model, const SubsetCriteria &criteria)
        : m_from(model)
        , m_to(std::make_shared<CityModel>())
        , m_kept(chooseObjects(model, criteria))
        , m_chosen(chooseSubsetGeometries(model, m_kept, criteria.lod))
        , m_objects(model.objectCount())
    {}

    bool build(const CancelToken &cancel)
    {
        copyHead();
        copyObjects();
        if (cancel.isCancelled()) {
            return false;
        }
        m_to->geometry = copyGeometries(m_from.geometry, m_chosen);
        linkGeometries();
        copyTemplates();
        if (cancel.isCancelled()) {
            return false;
        }
        copyVertices();
        copyAppearance();
        if (cancel.isCancelled()) {
            return false;
        }
        copyAttributes();
        finish();
        return true;
    }

    CityModelPtr take() { return std::move(m_to); }

private:
    void copyHead()
    {
        m_to->sourcePath = m_from.sourcePath;
        m_to->format = m_from.format;
        m_to->version = m_from.version;
        m_to->crsText = m_from.crsText;
        m_to->crs = m_from.crs;
        m_to->metadata = m_from.metadata;
        m_to->extensions = m_from.extensions;
        m_to->otherMembers = m_from.otherMembers;
        m_to->defaultMaterialTheme = m_from.defaultMaterialTheme;
        m_to->defaultTextureTheme = m_from.defaultTextureTheme;
        for (std::uint32_t i = 0; i < m_from.typeNames.size(); ++i) {
            m_to->typeNames.intern(m_from.typeNames.at(i));
        }
        for (std::uint32_t i = 0; i < m_from.lodNames.size(); ++i) {
            m_to->lodNames.intern(m_from.lodNames.at(i));
        }
    }

    void copyObjects()
    {
        for (ObjectIndex o = 0; o < m_from.objectCount(); ++o) {
            if (m_kept[o] != Kept::No) {
                m_objects.use(o);
            }
        }
        m_objects.finish();
        for (ObjectIndex o = 0; o < m_from.objectCount(); ++o) {
            if (m_objects[o] == kNone) {
                continue;
            }
            m_to->objectIds.push_back(m_from.objectIds[o]);
            m_to->objectType.push_back(m_from.objectType[o]);
            m_to->objectParent.push_back(m_objects[m_from.objectParent[o]]);
            IndexRange children{static_cast<std::uint32_t>(m_to->children.size()), 0};
            for (const ObjectIndex child : m_from.childrenOf(o)) {
                if (m_objects[child] != kNone) {
                    m_to->children.push_back(m_objects[child]);
                }
            }
            children.end = static_cast<std::uint32_t>(m_to->children.size());
            m_to->objectChildren.push_back(children);
        }
        copyExtra();
    }

    void copyExtra()
    {
        for (const auto &[object, text] : m_from.objectExtra) {
            if (m_objects[object] == kNone) {
                continue;
            }
            std::vector<bool> stays;
            for (const ObjectIndex child : m_from.childrenOf(object)) {
                stays.push_back(m_objects[child] != kNone);
            }
            m_to->objectExtra.emplace_back(m_objects[object], withRolesOf(text, stays));
        }
    }

    void linkGeometries()
    {
        m_to->objectGeometries.assign(m_to->objectCount(), {});
        GeometryIndex next = 0;
        std::vector<Geometry> &geometries = m_to->geometry.geometries;
        for (Geometry &geometry : geometries) {
            geometry.object = m_objects[geometry.object];
            if (geometry.instance != kNone) {
                m_to->instances.push_back(m_from.instances[geometry.instance]);
                geometry.instance = static_cast<std::uint32_t>(m_to->instances.size() - 1);
            }
        }
        for (ObjectIndex o = 0; o < m_to->objectCount(); ++o) {
            IndexRange &range = m_to->objectGeometries[o];
            range.begin = next;
            while (next < geometries.size() && geometries[next].object == o) {
                ++next;
            }
            range.end = next;
        }
    }

    void copyTemplates()
    {
        Renumbering used(m_from.templates.geometries.size());
        for (const Instance &instance : m_to->instances) {
            used.use(instance.templateGeometry);
        }
        used.finish();
        std::vector<GeometryIndex> chosen;
        for (GeometryIndex g = 0; g < m_from.templates.geometries.size(); ++g) {
            if (used[g] != kNone) {
                chosen.push_back(g);
            }
        }
        m_to->templates = copyGeometries(m_from.templates, chosen);
        for (Instance &instance : m_to->instances) {
            instance.templateGeometry = used[instance.templateGeometry];
        }
        Renumbering vertices(m_from.templateVertices.size());
        useVertices(m_to->templates, vertices);
        vertices.finish();
        renumberVertices(m_to->templates, vertices);
        m_to->templateVertices = kept(m_from.templateVertices, vertices);
    }

    void copyVertices()
    {
        const VertexStore &from = m_from.vertices;
        VertexStore &to = m_to->vertices;
        Renumbering numbers(from.size());
        useVertices(m_to->geometry, numbers);
        for (const Instance &instance : m_to->instances) {
            numbers.use(instance.referenceVertex);
        }
        std::vector<std::uint32_t> ofAddresses;
        if (m_from.format != QLatin1String("CityJSONSeq")) { // in a sequence they count from the feature's own vertices
            for (const auto &[object, text] : m_to->objectExtra) {
                collectAddressVertices(text, ofAddresses);
            }
        }
        for (const std::uint32_t vertex : ofAddresses) {
            numbers.use(vertex);
        }
        const std::uint32_t count = numbers.finish();
        to.scale = from.scale;
        to.translate = from.translate;
        to.xyz.reserve(3 * static_cast<std::size_t>(count));
        for (std::uint32_t i = 0; i < from.size(); ++i) {
            if (numbers[i] != kNone) {
                const auto at = from.xyz.begin() + 3 * static_cast<std::ptrdiff_t>(i);
                to.xyz.insert(to.xyz.end(), at, at + 3);
            }
        }
        renumberVertices(m_to->geometry, numbers);
        for (Instance &instance : m_to->instances) {
            instance.referenceVertex = numbers[instance.referenceVertex];
        }
        for (auto &[object, text] : m_to->objectExtra) {
            if (!ofAddresses.empty()) {
                text = withAddressVertices(text, [&](std::uint32_t vertex) { return numbers[vertex]; });
            }
        }
    }

    void copyAppearance()
    {
        AppearanceNumbers numbers{Renumbering(m_from.materials.size()), Renumbering(m_from.textures.size()),
                                  Renumbering(m_from.textureVertices.size())};
        useAppearance(m_to->geometry, numbers);
        useAppearance(m_to->templates, numbers);
        numbers.materials.finish();
        numbers.textures.finish();
        numbers.uv.finish();
        renumberAppearance(m_to->geometry, numbers);
        renumberAppearance(m_to->templates, numbers);
        m_to->materials = kept(m_from.materials, numbers.materials);
        m_to->textures = kept(m_from.textures, numbers.textures);
        m_to->textureVertices = kept(m_from.textureVertices, numbers.uv);
    }

    void copyAttributes()
    {
        for (const auto &column : m_from.attributes.columns()) {
            AttributeColumn *copy = nullptr;
            const std::vector<std::uint32_t> &rows = column->rows();
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (m_objects[rows[i]] == kNone) {
                    continue;
                }
                copy = copy == nullptr ? &m_to->attributes.column(column->name()) : copy;
                copy->appendFrom(*column, i, m_objects[rows[i]]);
            }
        }
    }

    void finish()
    {
        computeExtent(*m_to);
        m_to->buildIndex();
        const Box3 &box = m_to->extent;
        if (m_to->metadata.find("\"geographicalExtent\"") == std::string::npos) {
            return;
        }
        m_to->metadata = changedJsonMember(m_to->metadata, "geographicalExtent", [&](std::string_view) {
            if (box.isEmpty()) {
                return std::string();
            }
            std::string text = "[";
            for (const double part : {box.min.x, box.min.y, box.min.z, box.max.x, box.max.y, box.max.z}) {
                text += (text.size() > 1 ? "," : "") + jsonNumber(part);
            }
            return text + ']';
        });
    }

    const CityModel &m_from;
    std::shared_ptr<CityModel> m_to;
    std::vector<Kept> m_kept;
    std::vector<GeometryIndex> m_chosen;
    Renumbering m_objects;
};

} // namespace

Result<CityModelPtr> subset(const CityModel &model, const SubsetCriteria &criteria, const CancelToken &cancel)
{
    SubsetBuilder builder(model, criteria);
    if (cancel.isCancelled() || !builder.build(cancel)) {
        return fail(ErrorCode::Cancelled,
                    QCoreApplication::translate("loci::city", "Choosing a part of the model was cancelled."));
    }
    return builder.take();
}

} // namespace loci::city

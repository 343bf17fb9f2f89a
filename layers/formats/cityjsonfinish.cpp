// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of CityJsonDocument: checks that need a whole document, and the end of the model.
#include "layers/domain/city/cityobjecttypes.h"
#include "layers/domain/city/modelfindings.h"
#include "layers/domain/city/modelfinish.h"
#include "layers/formats/cityjsondocument.h"

#include <algorithm>

namespace loci::formats {

using namespace loci::city;

void CityJsonDocument::checkRanges(GeometryStore &store, std::size_t firstRing, std::uint32_t vertexCount)
{
    const std::vector<bool> &bad = m_context.badVertex;
    const bool isModel = &store == &m_context.model.geometry;
    const std::uint32_t first = store.ringVertices[firstRing];
    const auto wrong = [&](std::uint32_t id) { return id >= vertexCount || (isModel && id < bad.size() && bad[id]); };
    if (std::any_of(store.vertexIds.begin() + first, store.vertexIds.end(), wrong)) {
        emptyRings(store, firstRing, vertexCount);
    }
}

void CityJsonDocument::emptyRings(GeometryStore &store, std::size_t firstRing, std::uint32_t vertexCount)
{
    const bool isModel = &store == &m_context.model.geometry;
    const std::vector<bool> &bad = m_context.badVertex;
    std::uint32_t kept = store.ringVertices[firstRing];
    std::uint32_t begin = kept;
    SurfaceIndex surface = 0;
    GeometryIndex reported = kNone;
    for (std::size_t r = firstRing; r + 1 < store.ringVertices.size(); ++r) {
        const std::uint32_t end = store.ringVertices[r + 1];
        const auto missing = std::find_if(store.vertexIds.begin() + begin, store.vertexIds.begin() + end,
                                          [&](std::uint32_t id) { return id >= vertexCount; });
        const bool broken = isModel && std::any_of(store.vertexIds.begin() + begin, store.vertexIds.begin() + end,
                                                   [&](std::uint32_t id) { return id < bad.size() && bad[id]; });
        const bool isMissing = missing != store.vertexIds.begin() + end;
        if (isMissing || broken) {
            while (store.surfaceRings[surface + 1] <= r) {
                ++surface;
            }
            const GeometryIndex geometry = store.surfaceGeometry[surface];
            const ObjectIndex owner = store.geometries[geometry].object;
            if (isMissing && geometry != reported) {
                reported = geometry;
                m_context.currentObject = owner == kNone ? std::string() : m_context.model.objectIds[owner];
                m_context.report(Severity::Error, "wrong_vertex_index",
                                 QCoreApplication::translate(
                                     "loci::formats", "A surface uses a vertex that does not exist; it was left out."),
                                 geometryWhere(m_context.model, store, geometry, surface));
            }
            for (TextureTheme &theme : store.textureThemes) {
                if (r < theme.ringTexture.size()) {
                    theme.ringTexture[r] = kNone;
                }
            }
        } else {
            std::copy(store.vertexIds.begin() + begin, store.vertexIds.begin() + end, store.vertexIds.begin() + kept);
            kept += end - begin;
        }
        begin = end;
        store.ringVertices[r + 1] = kept;
    }
    store.vertexIds.resize(kept);
}

void CityJsonDocument::checkInstances()
{
    CityModel &m = m_context.model;
    for (GeometryIndex g = 0; g < m.geometry.geometries.size(); ++g) {
        const Geometry &geometry = m.geometry.geometries[g];
        if (geometry.instance == kNone) {
            continue;
        }
        const QString where = geometryWhere(m, m.geometry, g);
        Instance &instance = m.instances[geometry.instance];
        m_context.currentObject = m.objectIds[geometry.object];
        if (instance.templateGeometry >= m.templates.geometries.size()) {
            m_context.report(
                Severity::Error, "schema",
                QCoreApplication::translate("loci::formats", "It is an instance of a template that does not exist."),
                where);
            instance.templateGeometry = kNone;
        }
        const bool bad =
            instance.referenceVertex < m_context.badVertex.size() && m_context.badVertex[instance.referenceVertex];
        if (instance.referenceVertex != kNone && (instance.referenceVertex >= m_vertices.size() || bad)) {
            m_context.report(
                Severity::Error, "wrong_vertex_index",
                QCoreApplication::translate("loci::formats", "The reference point of an instance does not exist."),
                where);
            instance.referenceVertex = kNone;
        }
    }
}

void CityJsonDocument::checkDuplicateIds()
{
    const CityModel &m = m_context.model;
    for (ObjectIndex o = 0; o < m.objectCount(); ++o) {
        if (m.find(m.objectIds[o]) != o) {
            m_context.currentObject = m.objectIds[o];
            m_context.report(Severity::Error, "schema",
                             QCoreApplication::translate("loci::formats", "The id is used more than once."));
        }
    }
}

void CityJsonDocument::checkTypes()
{
    const CityModel &m = m_context.model;
    std::vector<bool> known(m.typeNames.size());
    std::vector<bool> second(m.typeNames.size());
    for (std::uint32_t t = 0; t < m.typeNames.size(); ++t) {
        known[t] = isKnownObjectType(m.typeNames.at(t)) || m.typeNames.at(t).empty();
        second[t] = needsParent(m.typeNames.at(t));
    }
    for (ObjectIndex o = 0; o < m.objectCount(); ++o) {
        if (!known[m.objectType[o]]) {
            m_context.currentObject = m.objectIds[o];
            m_context.report(Severity::Error, "schema",
                             QCoreApplication::translate("loci::formats", "There is no city object type \"%1\".")
                                 .arg(toText(m.typeOf(o))));
        }
        if (second[m.objectType[o]] && m.objectParent[o] == kNone) {
            m_context.currentObject = m.objectIds[o];
            m_context.report(Severity::Error, "schema",
                             QCoreApplication::translate("loci::formats", "An object of type %1 must have a parent.")
                                 .arg(toText(m.typeOf(o))));
        }
    }
}

void CityJsonDocument::checkHeader()
{
    m_context.currentObject.clear();
    m_context.place.clear();
    if (!m_sawHeader && m_features > 1) {
        m_context.report(
            Severity::Error, "schema",
            QCoreApplication::translate("loci::formats", "The first line of the sequence is no CityJSON object."));
    }
    if (!m_sawHeader && m_features == 1) {
        m_context.report(
            Severity::Warning, "schema",
            QCoreApplication::translate("loci::formats",
                                        "This is a feature without the CityJSON object before it: scale, place and "
                                        "reference system are not known."));
    }
    m_context.reportUnknownCrs(QStringLiteral("/metadata/referenceSystem"));
}

void CityJsonDocument::finish()
{
    CityModel &m = m_context.model;
    m_context.place.clear();
    if (!m_others.empty()) {
        m.otherMembers = std::move(m_others);
        m.otherMembers += '}';
    }
    m_vertices.finish();
    const std::vector<bool> &bad = m_context.badVertex;
    if (std::find(bad.begin(), bad.end(), true) != bad.end()) {
        checkRanges(m.geometry, 0, m.vertices.size()); // vertices that turned out bad only with the transform
    }
    checkInstances();
    m.buildIndex();
    checkDuplicateIds();
    m_links.resolve(m_context);
    checkTypes();
    computeExtent(m);
    checkHeader();
    m_context.findings.forEach([&m](Finding &finding) { placeFinding(m, finding); });
}

} // namespace loci::formats

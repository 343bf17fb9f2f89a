// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/modelfindings.h"

#include <QCoreApplication>
#include <algorithm>

namespace loci::city {

namespace {

struct CodeRow
{
    int code;
    const char *name;
    const char *sentence;
};

constexpr CodeRow kCodes[] = {
    {101, "101 TOO_FEW_POINTS", QT_TRANSLATE_NOOP("loci::city", "A ring has fewer than three points.")},
    {102, "102 CONSECUTIVE_POINTS_SAME",
     QT_TRANSLATE_NOOP("loci::city", "Two points of a ring that follow each other are the same.")},
    {104, "104 RING_SELF_INTERSECTION", QT_TRANSLATE_NOOP("loci::city", "A ring crosses or touches itself.")},
    {201, "201 INTERSECTION_RINGS", QT_TRANSLATE_NOOP("loci::city", "Two rings of a polygon cross or share a line.")},
    {202, "202 DUPLICATED_RINGS", QT_TRANSLATE_NOOP("loci::city", "Two rings of a polygon are the same.")},
    {203, "203 NON_PLANAR_POLYGON_DISTANCE_PLANE",
     QT_TRANSLATE_NOOP("loci::city", "A point of a polygon lies off its plane.")},
    {204, "204 NON_PLANAR_POLYGON_NORMALS_DEVIATION", QT_TRANSLATE_NOOP("loci::city", "A polygon is folded.")},
    {205, "205 POLYGON_INTERIOR_DISCONNECTED",
     QT_TRANSLATE_NOOP("loci::city", "The holes of a polygon cut its inside into pieces.")},
    {206, "206 INNER_RING_OUTSIDE", QT_TRANSLATE_NOOP("loci::city", "A hole lies outside its polygon.")},
    {207, "207 INNER_RINGS_NESTED", QT_TRANSLATE_NOOP("loci::city", "A hole lies within another hole.")},
    {208, "208 ORIENTATION_RINGS_SAME",
     QT_TRANSLATE_NOOP("loci::city", "A hole is turned the same way as its polygon.")},
    {301, "301 TOO_FEW_POLYGONS", QT_TRANSLATE_NOOP("loci::city", "A shell has fewer than four polygons.")},
    {302, "302 SHELL_NOT_CLOSED", QT_TRANSLATE_NOOP("loci::city", "A shell is not closed.")},
    {303, "303 NON_MANIFOLD_CASE",
     QT_TRANSLATE_NOOP("loci::city", "Polygons of a shell meet in an edge or corner where the surface is not one.")},
    {305, "305 MULTIPLE_CONNECTED_COMPONENTS",
     QT_TRANSLATE_NOOP("loci::city", "A shell has parts that do not hang together.")},
    {306, "306 SHELL_SELF_INTERSECTION", QT_TRANSLATE_NOOP("loci::city", "A shell goes through itself.")},
    {307, "307 POLYGON_WRONG_ORIENTATION",
     QT_TRANSLATE_NOOP("loci::city", "A polygon of a shell is turned the wrong way.")},
    {401, "401 INTERSECTION_SHELLS", QT_TRANSLATE_NOOP("loci::city", "Two shells of a solid go through each other.")},
    {402, "402 DUPLICATED_SHELLS", QT_TRANSLATE_NOOP("loci::city", "Two shells of a solid are the same.")},
    {403, "403 INNER_SHELL_OUTSIDE", QT_TRANSLATE_NOOP("loci::city", "A void lies outside its solid.")},
    {405, "405 WRONG_ORIENTATION_SHELL", QT_TRANSLATE_NOOP("loci::city", "A shell is turned inside out.")},
    {501, "501 INTERSECTION_SOLIDS", QT_TRANSLATE_NOOP("loci::city", "Two solids of a composite overlap.")},
    {502, "502 DUPLICATED_SOLIDS", QT_TRANSLATE_NOOP("loci::city", "Two solids of a composite are the same.")},
    {503, "503 DISCONNECTED_SOLIDS",
     QT_TRANSLATE_NOOP("loci::city", "A solid of a composite does not touch the others.")},
    {601, "601 BUILDINGPARTS_OVERLAP", QT_TRANSLATE_NOOP("loci::city", "Two parts of a building overlap.")},
};

} // namespace

QString geometryWhere(const CityModel &model, const GeometryStore &store, GeometryIndex geometry, SurfaceIndex surface)
{
    const Geometry &item = store.geometries[geometry];
    const QString place =
        item.object == kNone ? QStringLiteral("/geometry-templates/templates/%1").arg(geometry)
                             : QStringLiteral("/geometry/%1").arg(geometry - model.objectGeometries[item.object].begin);
    return surface == kNone ? place : place + QStringLiteral(", surface %1").arg(surface - item.surfaces.begin);
}

Box3 surfaceBounds(const CityModel &model, const GeometryStore &store, SurfaceIndex surface)
{
    Box3 box;
    if (&store == &model.templates) {
        for (const Instance &instance : model.instances) {
            if (instance.templateGeometry == store.surfaceGeometry[surface] &&
                instance.referenceVertex < model.vertices.size()) {
                box.include(model.vertices.at(instance.referenceVertex));
            }
        }
        return box;
    }
    const IndexRange rings = store.rings(surface);
    for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
        for (const std::uint32_t id : store.ring(r)) {
            box.include(model.vertices.at(id));
        }
    }
    return box;
}

void placeFinding(const CityModel &model, Finding &finding)
{
    if (!finding.object.isEmpty() && !finding.place) {
        const ObjectIndex object = model.find(finding.object.toStdString());
        const Box3 box = object == kNone ? Box3() : model.boundsWithDescendants(object);
        if (!box.isEmpty()) {
            finding.place = box;
        }
    }
    if (finding.place) {
        finding.placeCrs = model.crs;
    }
}

void ModelFindings::add(Severity severity, const char *code, const QString &message, ObjectIndex object,
                        const QString &where, const Box3 &place)
{
    Finding finding;
    finding.severity = severity;
    finding.code = QString::fromLatin1(code);
    finding.object = object == kNone ? QString() : m_model.idOf(object);
    finding.where = where;
    finding.message = message;
    finding.source = m_model.sourcePath;
    finding.placeCrs = m_model.crs;
    if (!place.isEmpty()) {
        finding.place = place;
    }
    m_findings.add(std::move(finding));
}

void ModelFindings::add(int code, const GeometryStore &store, SurfaceIndex surface)
{
    const auto *row =
        std::find_if(std::begin(kCodes), std::end(kCodes), [code](const CodeRow &r) { return r.code == code; });
    if (row == std::end(kCodes)) {
        return;
    }
    const GeometryIndex geometry = store.surfaceGeometry[surface];
    ObjectIndex object = store.geometries[geometry].object;
    if (&store == &m_model.templates) {
        for (const Geometry &placed : m_model.geometry.geometries) {
            if (placed.instance != kNone && m_model.instances[placed.instance].templateGeometry == geometry) {
                object = placed.object; // the first that uses the template
                break;
            }
        }
    }
    add(Severity::Error, row->name, QCoreApplication::translate("loci::city", row->sentence), object,
        geometryWhere(m_model, store, geometry, surface), surfaceBounds(m_model, store, surface));
}

} // namespace loci::city

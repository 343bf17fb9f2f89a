// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/citygml/gmlgeometrywriter.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace loci::formats {

using namespace loci::city;

void GmlGeometryWriter::setDefaultSystem(std::string_view srsName)
{
    if (!srsName.empty() && m_srsName.empty() && m_defaultFrame == nullptr) {
        m_srsName = srsName;
        m_frames.noteName(srsName);
    }
}

void GmlGeometryWriter::report(Severity severity, const char *code, const QString &message, const GmlTree &tree,
                               GmlNode node)
{
    m_context.report(severity, code, message, QStringLiteral("line %1").arg(tree.line(node)));
}

void GmlGeometryWriter::reportOpenRing(const GmlTree &tree, GmlNode boundary)
{
    Finding finding;
    finding.code = QStringLiteral("103 RING_NOT_CLOSED");
    finding.object = QString::fromStdString(m_context.currentObject);
    finding.where = QStringLiteral("line %1").arg(tree.line(boundary));
    finding.message = QCoreApplication::translate("loci::formats", "A ring does not end where it begins.");
    finding.source = m_context.model.sourcePath;
    if (!m_isTemplate) {
        Box3 place;
        place.include(m_list.points.front());
        place.include(m_list.points.back());
        finding.place = place;
        finding.placeCrs = m_context.model.crs;
    }
    m_context.findings.add(std::move(finding));
}

int GmlGeometryWriter::dimensionOf(const GmlTree &tree, GmlNode node, std::size_t count) const
{
    const std::string_view stated =
        tree.dimensionCount() > 0 ? tree.inherited(node, GmlAttribute::SrsDimension) : std::string_view();
    const int dimension = stated == "2" ? 2 : stated == "3" ? 3 : m_dimension;
    if (count == 2 && tree.name(node).local == "pos") {
        return 2;
    }
    // Nothing says it: the number of values does.
    return dimension != 0 ? dimension : count % 3 != 0 && count % 2 == 0 ? 2 : 3;
}

void GmlGeometryWriter::appendNumbers(const GmlTree &tree, GmlNode node)
{
    const std::span<const double> numbers = tree.numbers(node);
    m_list.broken = m_list.broken || tree.isBroken(node);
    const auto dimension = static_cast<std::size_t>(dimensionOf(tree, node, numbers.size()));
    m_list.broken = m_list.broken || numbers.size() % dimension != 0;
    m_list.flat = m_list.flat || (dimension == 2 && !numbers.empty());
    for (std::size_t i = 0; i + dimension <= numbers.size(); i += dimension) {
        m_list.points.push_back({numbers[i], numbers[i + 1], dimension == 3 ? numbers[i + 2] : 0});
    }
}

void GmlGeometryWriter::readPoints(const GmlTree &tree, GmlNode node)
{
    for (const GmlNode child : tree.children(node)) {
        if (tree.tag(child) == GmlTag::Coordinates) {
            appendNumbers(tree, child);
        } else {
            readPoints(tree, child);
        }
    }
}

bool GmlGeometryWriter::place(const GmlTree &tree, GmlNode node)
{
    const bool finite = std::all_of(m_list.points.begin(), m_list.points.end(), [](const Vec3 &p) {
        return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z);
    });
    if (m_list.broken || !finite) {
        report(Severity::Error, "coordinates",
               QCoreApplication::translate("loci::formats",
                                           "The coordinates are no numbers or are incomplete; they were left out."),
               tree, node);
        return false;
    }
    if (m_list.points.empty()) {
        return false;
    }
    if (m_list.flat && !m_reportedFlat) {
        m_reportedFlat = true;
        report(Severity::Warning, "no_heights",
               QCoreApplication::translate("loci::formats", "Coordinates without heights are drawn at height 0."), tree,
               node);
    }
    if (m_isTemplate) {
        return true;
    }
    const Vec3 first = m_list.points.front();
    const std::string_view own =
        tree.srsNameCount() > 0 ? tree.inherited(node, GmlAttribute::SrsName) : std::string_view();
    if (own.empty() && m_defaultFrame == nullptr) {
        m_defaultFrame = &m_frames.frame(m_srsName, first.x, first.y);
    }
    GmlFrames::Frame &frame = own.empty() ? *m_defaultFrame : m_frames.frame(own, first.x, first.y);
    for (Vec3 &p : m_list.points) {
        if (!m_frames.toModel(frame, p.x, p.y)) {
            report(Severity::Error, "coordinates",
                   QCoreApplication::translate(
                       "loci::formats", "Coordinates have no place in the reference system; they were left out."),
                   tree, node);
            return false;
        }
    }
    return true;
}

std::uint32_t GmlGeometryWriter::vertex(const Vec3 &world)
{
    if (!m_isTemplate) {
        return m_vertices.add(world);
    }
    std::vector<std::array<double, 3>> &all = m_context.model.templateVertices;
    const std::array<double, 3> key{world.x, world.y, world.z};
    const auto [entry, isNew] = m_templateVertices.try_emplace(key, static_cast<std::uint32_t>(all.size()));
    if (isNew) {
        all.push_back(key);
    }
    return entry->second;
}

bool GmlGeometryWriter::writeRing(const GmlTree &tree, GmlNode boundary, bool reversed)
{
    m_list.points.clear();
    m_list.broken = m_list.flat = false;
    readPoints(tree, boundary);
    if (m_list.points.empty() && !m_list.broken) {
        report(Severity::Error, "coordinates",
               QCoreApplication::translate("loci::formats", "A ring has no coordinates; it was left out."), tree,
               boundary);
        return false;
    }
    const bool closed = m_list.points.size() > 1 && m_list.points.front() == m_list.points.back();
    if (!place(tree, boundary)) {
        return false;
    }
    if (closed) {
        m_list.points.pop_back();
    } else {
        reportOpenRing(tree, boundary);
    }
    if (reversed) {
        std::reverse(m_list.points.begin(), m_list.points.end());
    }
    const std::size_t begin = m_store->vertexIds.size();
    for (const Vec3 &p : m_list.points) {
        const std::uint32_t id = vertex(p);
        if (id == kNone) {
            m_store->vertexIds.resize(begin);
            report(
                Severity::Error, "coordinates",
                QCoreApplication::translate("loci::formats", "A point lies beyond every map; its ring was left out."),
                tree, boundary);
            return false;
        }
        m_store->vertexIds.push_back(id);
    }
    m_store->ringVertices.push_back(static_cast<std::uint32_t>(m_store->vertexIds.size()));
    const GmlNode ring = tree.firstChild(boundary);
    if (const std::string_view id = ring == kNoNode ? std::string_view() : tree.id(ring); !id.empty()) {
        m_ids.rings.push_back({gmlIdHash(id), static_cast<std::uint32_t>(m_store->ringVertices.size() - 2),
                               m_isTemplate, reversed, false});
    }
    return true;
}

bool GmlGeometryWriter::writePolygon(const GmlSurfaceUse &use)
{
    const GmlTree &tree = *use.tree;
    bool hasExterior = false;
    for (const GmlTag wanted : {GmlTag::Exterior, GmlTag::Interior}) { // the exterior comes first in the model
        for (const GmlNode boundary : tree.children(use.polygon)) {
            if (tree.tag(boundary) != wanted || (wanted == GmlTag::Exterior && hasExterior)) {
                continue;
            }
            const bool written = writeRing(tree, boundary, use.reversed);
            hasExterior = hasExterior || written;
            if (!hasExterior) {
                return false;
            }
        }
        if (!hasExterior) {
            report(Severity::Error, "coordinates",
                   QCoreApplication::translate("loci::formats", "A polygon has no outer ring; it was left out."), tree,
                   use.polygon);
            return false;
        }
    }
    return true;
}

bool GmlGeometryWriter::writeCopy(const GmlSurfaceUse &use)
{
    if (m_isTemplate) {
        return false; // the numbers are those of the model
    }
    GeometryStore &store = *m_store;
    const IndexRange rings = store.rings(use.copyOf);
    for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
        const std::uint32_t begin = store.ringVertices[r];
        const std::uint32_t end = store.ringVertices[r + 1];
        for (std::uint32_t i = begin; i < end; ++i) {
            const std::uint32_t id = store.vertexIds[use.reversed ? end - 1 - (i - begin) : i];
            store.vertexIds.push_back(id);
        }
        store.ringVertices.push_back(static_cast<std::uint32_t>(store.vertexIds.size()));
    }
    return true;
}

void GmlGeometryWriter::registerSurface(const GmlSurfaceUse &use, SurfaceIndex surface)
{
    if (use.tree == nullptr) {
        return;
    }
    const GmlTree &tree = *use.tree;
    if (const std::string_view id = tree.id(use.polygon); !id.empty()) {
        m_ids.surfaces.push_back({gmlIdHash(id), surface, m_isTemplate, use.reversed, false});
    }
    if (!use.linked) {
        return;
    }
    // Appearances may name what the polygon stands in, although the geometry takes only the polygon.
    for (GmlNode node = tree.parent(use.polygon); node != kNoNode; node = tree.parent(node)) {
        if (const GmlTag tag = tree.tag(node); tag == GmlTag::LodGeometry || tag == GmlTag::CityObject) {
            break;
        }
        if (const std::string_view id = tree.id(node); isGmlGeometry(tree.tag(node)) && !id.empty()) {
            m_ids.surfaces.push_back({gmlIdHash(id), surface, m_isTemplate, use.reversed, true});
        }
    }
}

Geometry GmlGeometryWriter::begin(ObjectIndex object, std::uint32_t lod, GeometryType type)
{
    Geometry geometry;
    geometry.object = object;
    geometry.type = type;
    geometry.lod = lod;
    const auto shells = static_cast<std::uint32_t>(m_store->shells.size());
    geometry.surfaces = {m_store->surfaceCount(), m_store->surfaceCount()};
    geometry.shells = {shells, shells};
    return geometry;
}

GeometryIndex GmlGeometryWriter::end(Geometry geometry)
{
    geometry.surfaces.end = m_store->surfaceCount();
    if (geometry.surfaces.isEmpty()) {
        m_store->shells.resize(geometry.shells.begin);
        return kNone;
    }
    geometry.shells.end = static_cast<std::uint32_t>(m_store->shells.size());
    const auto number = static_cast<GeometryIndex>(m_store->geometries.size());
    m_store->surfaceGeometry.resize(m_store->surfaceCount(), number);
    m_store->surfaceSemantic.resize(m_store->surfaceCount(), kNone);
    m_store->geometries.push_back(geometry);
    if (!m_isTemplate) {
        m_context.model.objectGeometries[geometry.object].end = number + 1;
    }
    return number;
}

void GmlGeometryWriter::writeSurfaces(const GmlShape &shape, Geometry &geometry, const SemanticFunction &semantic)
{
    const bool isSolid = geometry.type == GeometryType::Solid || geometry.type == GeometryType::MultiSolid ||
                         geometry.type == GeometryType::CompositeSolid;
    std::uint32_t shell = kNone;
    std::vector<SurfaceIndex> numbers;
    numbers.reserve(shape.surfaces.size());
    for (const GmlSurfaceUse &use : shape.surfaces) {
        numbers.push_back(m_store->surfaceCount());
        const std::size_t ids = m_store->vertexIds.size();
        const std::size_t rings = m_store->ringVertices.size();
        const std::uint32_t meaning = m_cancel.isCancelled() ? kSkip : semantic ? semantic(use) : kNone;
        if (meaning == kSkip || !(use.tree == nullptr ? writeCopy(use) : writePolygon(use))) {
            m_store->vertexIds.resize(ids);
            m_store->ringVertices.resize(rings);
            while (!m_ids.rings.empty() && m_ids.rings.back().isTemplate == m_isTemplate &&
                   m_ids.rings.back().index + 1 >= rings) {
                m_ids.rings.pop_back();
            }
            continue;
        }
        if (isSolid && shell != use.shell) {
            shell = use.shell;
            const std::uint32_t solid = shell < shape.shellSolids.size() ? shape.shellSolids[shell] : 0;
            m_store->shells.push_back({{m_store->surfaceCount(), m_store->surfaceCount()}, solid});
        }
        m_store->surfaceRings.push_back(static_cast<std::uint32_t>(m_store->ringVertices.size() - 1));
        m_store->surfaceSemantic.resize(m_store->surfaceCount(), kNone);
        m_store->surfaceSemantic.back() = meaning;
        if (isSolid) {
            m_store->shells.back().surfaces.end = m_store->surfaceCount();
        }
        registerSurface(use, numbers.back());
    }
    numbers.push_back(m_store->surfaceCount());
    for (const GmlShape::Aggregate &aggregate : shape.aggregates) {
        for (SurfaceIndex s = numbers[aggregate.begin]; s < numbers[aggregate.end]; ++s) {
            m_ids.surfaces.push_back({aggregate.id, s, m_isTemplate, false, true});
        }
    }
}

GeometryIndex GmlGeometryWriter::addSurfaces(const GmlShape &shape, ObjectIndex object, std::uint32_t lod,
                                             GeometryType type, const SemanticFunction &semantic)
{
    m_store = &m_context.model.geometry;
    m_isTemplate = false;
    Geometry geometry = begin(object, lod, type);
    writeSurfaces(shape, geometry, semantic);
    return end(geometry);
}

GeometryIndex GmlGeometryWriter::addTemplate(const GmlShape &shape, std::uint32_t lod)
{
    m_store = &m_context.model.templates;
    m_isTemplate = true;
    m_templateVertices.clear();
    const bool isSolid = shape.outer == GmlTag::Solid && !shape.surfaces.empty();
    Geometry geometry = begin(kNone, lod, isSolid ? GeometryType::Solid : GeometryType::MultiSurface);
    writeSurfaces(shape, geometry, {});
    const GeometryIndex number = end(geometry);
    m_isTemplate = false;
    return number;
}

GeometryIndex GmlGeometryWriter::addLines(const GmlShape &shape, ObjectIndex object, std::uint32_t lod)
{
    m_store = &m_context.model.geometry;
    m_isTemplate = false;
    const Geometry geometry = begin(object, lod, GeometryType::MultiLineString);
    for (const GmlShape::Place &line : shape.lines) {
        m_list.points.clear();
        m_list.broken = m_list.flat = false;
        readPoints(*line.tree, line.node);
        if (!place(*line.tree, line.node)) {
            continue;
        }
        for (const Vec3 &p : m_list.points) {
            if (const std::uint32_t id = vertex(p); id != kNone) {
                m_store->vertexIds.push_back(id);
            }
        }
        if (m_store->vertexIds.size() > m_store->ringVertices.back()) {
            m_store->ringVertices.push_back(static_cast<std::uint32_t>(m_store->vertexIds.size()));
            m_store->surfaceRings.push_back(static_cast<std::uint32_t>(m_store->ringVertices.size() - 1));
        }
    }
    return end(geometry);
}

GeometryIndex GmlGeometryWriter::addPoints(const GmlShape &shape, ObjectIndex object, std::uint32_t lod)
{
    m_store = &m_context.model.geometry;
    m_isTemplate = false;
    const Geometry geometry = begin(object, lod, GeometryType::MultiPoint);
    for (const GmlShape::Place &point : shape.points) {
        if (const std::uint32_t id = addPoint(*point.tree, point.node); id != kNone) {
            m_store->vertexIds.push_back(id);
            m_store->ringVertices.push_back(static_cast<std::uint32_t>(m_store->vertexIds.size()));
            m_store->surfaceRings.push_back(static_cast<std::uint32_t>(m_store->ringVertices.size() - 1));
        }
    }
    return end(geometry);
}

std::uint32_t GmlGeometryWriter::addPoint(const GmlTree &tree, GmlNode node)
{
    m_isTemplate = false;
    m_list.points.clear();
    m_list.broken = m_list.flat = false;
    readPoints(tree, node);
    return place(tree, node) ? vertex(m_list.points.front()) : kNone;
}

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/cityjsongeometry.h"

#include <algorithm>
#include <optional>

namespace loci::formats {

using namespace loci::city;

namespace {

constexpr std::uint32_t kBadId = 0xfffffffeU; ///< out of every range: the range check finds it

std::optional<GeometryType> geometryType(std::string_view name)
{
    for (int i = 0; i <= static_cast<int>(GeometryType::GeometryInstance); ++i) {
        if (geometryTypeName(static_cast<GeometryType>(i)) == name) {
            return static_cast<GeometryType>(i);
        }
    }
    return std::nullopt;
}

int depthOf(GeometryType type)
{
    static constexpr std::array<int, 8> kDepths{1, 2, 3, 3, 4, 5, 5, 1};
    return kDepths[static_cast<std::size_t>(type)];
}

} // namespace

/// Sizes of a store, to take back what a broken geometry left behind.
struct CityJsonGeometry::Mark
{
    explicit Mark(const GeometryStore &s)
        : shells(s.shells.size())
        , surfaces(s.surfaceRings.size())
        , rings(s.ringVertices.size())
        , ids(s.vertexIds.size())
    {}
    void restore(GeometryStore &s) const
    {
        s.shells.resize(shells);
        s.surfaceRings.resize(surfaces);
        s.ringVertices.resize(rings);
        s.vertexIds.resize(ids);
        s.surfaceSemantic.resize(surfaces - 1);
        s.surfaceGeometry.resize(surfaces - 1);
    }
    std::size_t shells, surfaces, rings, ids;
};

bool CityJsonGeometry::add(const RawGeometry &raw, ObjectIndex object, GeometryStore &store)
{
    const auto number = static_cast<std::uint32_t>(store.geometries.size());
    m_context.currentGeometry =
        object == kNone ? QStringLiteral("/geometry-templates/templates/%1").arg(number)
                        : QStringLiteral("/geometry/%1").arg(number - m_context.model.objectGeometries[object].begin);
    const bool added = append(raw, object, store);
    m_context.currentGeometry.clear();
    return added;
}

bool CityJsonGeometry::append(const RawGeometry &raw, ObjectIndex object, GeometryStore &store)
{
    m_store = &store;
    const std::optional<GeometryType> type = geometryType(raw.type);
    if (!type) {
        m_context.report(Severity::Error, "schema",
                         raw.type.empty()
                             ? QCoreApplication::translate("loci::formats", "A geometry has no type.")
                             : QCoreApplication::translate("loci::formats", "There is no geometry type \"%1\".")
                                   .arg(toText(raw.type)));
        return false;
    }
    Geometry geometry;
    geometry.object = object;
    geometry.type = *type;
    if (!raw.lod.empty()) {
        geometry.lod = m_context.model.lodNames.intern(raw.lod);
    } else if (*type != GeometryType::GeometryInstance) {
        m_context.report(Severity::Error, "schema",
                         QCoreApplication::translate("loci::formats", "A geometry of type %1 has no level of detail.")
                             .arg(toText(raw.type)));
    }
    const auto shells = static_cast<std::uint32_t>(store.shells.size());
    geometry.surfaces = {store.surfaceCount(), store.surfaceCount()};
    geometry.shells = {shells, shells};
    if (*type == GeometryType::GeometryInstance) {
        addInstance(raw, geometry);
        store.geometries.push_back(geometry);
        return true;
    }
    const Mark mark(store);
    m_firstSurface = store.surfaceCount();
    if (!readBoundaries(*type, raw.boundaries)) {
        mark.restore(store);
        m_context.report(
            Severity::Error, "schema",
            raw.boundaries.empty()
                ? QCoreApplication::translate("loci::formats", "A geometry of type %1 has no boundaries.")
                      .arg(toText(raw.type))
                : QCoreApplication::translate(
                      "loci::formats",
                      "The boundaries of a geometry of type %1 are not lists nested %2 deep of vertex numbers.")
                      .arg(toText(raw.type))
                      .arg(depthOf(*type)));
    }
    geometry.surfaces.end = store.surfaceCount();
    geometry.shells.end = static_cast<std::uint32_t>(store.shells.size());
    const auto number = static_cast<GeometryIndex>(store.geometries.size());
    store.surfaceSemantic.resize(store.surfaceCount(), kNone);
    store.surfaceGeometry.resize(store.surfaceCount(), number);
    store.geometries.push_back(geometry);
    addSemantics(raw, geometry);
    addMaterials(raw, geometry);
    addTextures(raw, geometry);
    return true;
}

bool CityJsonGeometry::readBoundaries(GeometryType type, std::string_view boundaries)
{
    NestedArray array(boundaries);
    std::uint32_t solid = 0;
    const auto shell = [&] { return readShell(array, solid); };
    bool good = false;
    switch (type) {
    case GeometryType::MultiPoint:
        good = array.list([&] { return readPoint(array); });
        break;
    case GeometryType::MultiLineString:
        good = array.list([&] { return readLine(array); });
        break;
    case GeometryType::MultiSurface:
    case GeometryType::CompositeSurface:
        good = array.list([&] { return readSurface(array); });
        break;
    case GeometryType::Solid:
        good = array.list(shell);
        break;
    case GeometryType::MultiSolid:
    case GeometryType::CompositeSolid:
        good = array.list([&] {
            const bool done = array.list(shell);
            ++solid;
            return done;
        });
        break;
    case GeometryType::GeometryInstance:
        break;
    }
    return good && array.atEnd();
}

bool CityJsonGeometry::readPoint(NestedArray &array)
{
    std::int64_t id = 0;
    if (!array.integer(id)) {
        return false;
    }
    const std::int64_t shifted = id + m_vertexBase;
    m_store->vertexIds.push_back(id >= 0 && shifted < kBadId ? static_cast<std::uint32_t>(shifted) : kBadId);
    m_store->ringVertices.push_back(static_cast<std::uint32_t>(m_store->vertexIds.size()));
    endSurface();
    return true;
}

bool CityJsonGeometry::readRing(NestedArray &array)
{
    const bool good = array.list([&] {
        std::int64_t id = 0;
        if (!array.integer(id)) {
            return false;
        }
        const std::int64_t shifted = id + m_vertexBase;
        m_store->vertexIds.push_back(id >= 0 && shifted < kBadId ? static_cast<std::uint32_t>(shifted) : kBadId);
        return true;
    });
    if (good && m_store->ringVertices.back() == m_store->vertexIds.size()) {
        m_context.report(Severity::Error, "101 TOO_FEW_POINTS",
                         QCoreApplication::translate("loci::formats", "A ring has no points."),
                         m_context.currentGeometry +
                             QStringLiteral(", surface %1").arg(m_store->surfaceCount() - m_firstSurface));
    }
    m_store->ringVertices.push_back(static_cast<std::uint32_t>(m_store->vertexIds.size()));
    return good;
}

bool CityJsonGeometry::readLine(NestedArray &array)
{
    const bool good = readRing(array);
    endSurface();
    return good;
}

bool CityJsonGeometry::readSurface(NestedArray &array)
{
    const bool good = array.list([&] { return readRing(array); });
    endSurface();
    return good;
}

void CityJsonGeometry::endSurface()
{
    m_store->surfaceRings.push_back(static_cast<std::uint32_t>(m_store->ringVertices.size() - 1));
}

bool CityJsonGeometry::readShell(NestedArray &array, std::uint32_t solid)
{
    Shell shell;
    shell.solid = solid;
    shell.surfaces.begin = m_store->surfaceCount();
    const bool good = array.list([&] { return readSurface(array); });
    shell.surfaces.end = m_store->surfaceCount();
    m_store->shells.push_back(shell);
    return good;
}

bool CityJsonGeometry::readMatrix(std::string_view raw, std::array<double, 16> &matrix)
{
    simdjson::ondemand::document document;
    simdjson::ondemand::array values;
    if (raw.empty() || open(raw, document) || document.get_array().get(values)) {
        return false;
    }
    std::size_t count = 0;
    for (auto value : values) {
        double part = 0;
        if (count == 16 || value.get_double().get(part)) {
            return false;
        }
        matrix[count++] = part;
    }
    return count == 16;
}

simdjson::error_code CityJsonGeometry::open(std::string_view raw, simdjson::ondemand::document &document)
{
    // Behind every raw text the window keeps readable bytes.
    return m_parser.iterate(raw.data(), raw.size(), raw.size() + simdjson::SIMDJSON_PADDING).get(document);
}

void CityJsonGeometry::addInstance(const RawGeometry &raw, Geometry &geometry)
{
    Instance instance;
    std::int64_t number = 0;
    NestedArray shape(raw.templateIndex);
    if (shape.integer(number) && number >= 0 && number < kBadId) {
        instance.templateGeometry = static_cast<std::uint32_t>(number);
    }
    NestedArray point(raw.boundaries);
    int points = 0;
    const bool good = point.list([&] {
        const bool read = point.integer(number);
        ++points;
        return read;
    });
    const std::int64_t shifted = number + m_vertexBase;
    if (good && points == 1 && number >= 0 && shifted < kBadId) {
        instance.referenceVertex = static_cast<std::uint32_t>(shifted);
    } else {
        m_context.report(
            Severity::Error, "schema",
            QCoreApplication::translate("loci::formats", "A template instance must have exactly one reference point."));
    }
    if (!readMatrix(raw.matrix, instance.matrix)) {
        instance.matrix = Instance().matrix;
        m_context.report(
            Severity::Error, "schema",
            QCoreApplication::translate("loci::formats",
                                        "The transformation matrix of a template instance must have 16 numbers."));
    }
    geometry.instance = static_cast<std::uint32_t>(m_context.model.instances.size());
    m_context.model.instances.push_back(instance);
}

} // namespace loci::formats

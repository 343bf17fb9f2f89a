// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/validation.h"

#include "layers/domain/city/cityobjecttypes.h"
#include "layers/domain/city/polygoncheck.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numeric>

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
    {203, "203 NON_PLANAR_POLYGON_DISTANCE_PLANE",
     QT_TRANSLATE_NOOP("loci::city", "A point of a polygon lies off its plane.")},
    {204, "204 NON_PLANAR_POLYGON_NORMALS_DEVIATION", QT_TRANSLATE_NOOP("loci::city", "A polygon is folded.")},
    {301, "301 TOO_FEW_POLYGONS", QT_TRANSLATE_NOOP("loci::city", "A shell has fewer than four polygons.")},
    {302, "302 SHELL_NOT_CLOSED", QT_TRANSLATE_NOOP("loci::city", "A shell is not closed.")},
    {303, "303 NON_MANIFOLD_CASE",
     QT_TRANSLATE_NOOP("loci::city", "More than two polygons of a shell meet in one edge.")},
    {307, "307 POLYGON_WRONG_ORIENTATION",
     QT_TRANSLATE_NOOP("loci::city", "A polygon of a shell is turned the wrong way.")},
    {405, "405 WRONG_ORIENTATION_SHELL", QT_TRANSLATE_NOOP("loci::city", "A shell is turned inside out.")},
};

/// One use of an edge by a polygon: undirected, with its direction.
struct EdgeUse
{
    std::uint32_t a, b;
    bool forward;
};

class Validator
{
public:
    Validator(const CityModel &model, const ValidationOptions &options, const CancelToken &cancel)
        : m_model(model)
        , m_cancel(cancel)
        , m_polygons(options)
    {}

    Result<Findings> run()
    {
        checkTypes();
        checkExtensions();
        checkVertices();
        const std::vector<Geometry> &geometries = m_model.geometry.geometries;
        for (GeometryIndex g = 0; g < geometries.size(); ++g) {
            if (g % 64 == 0 && m_cancel.isCancelled()) {
                return fail(ErrorCode::Cancelled,
                            QCoreApplication::translate("loci::city", "The check was cancelled."));
            }
            checkGeometry(geometries[g]);
        }
        return m_findings.take();
    }

private:
    void report(Severity severity, const char *code, const QString &object, const QString &where,
                const QString &message, const Box3 &place = {})
    {
        Finding finding{severity, QString::fromLatin1(code), object, where,
                        message,  m_model.sourcePath,        {},     m_model.crs};
        if (!place.isEmpty()) {
            finding.place = place;
        }
        m_findings.add(std::move(finding));
    }

    void report(int code, const Geometry &geometry, SurfaceIndex surface)
    {
        const auto *row =
            std::find_if(std::begin(kCodes), std::end(kCodes), [&](const CodeRow &r) { return r.code == code; });
        Box3 place;
        const IndexRange rings = m_model.geometry.rings(surface);
        for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
            for (const std::uint32_t id : m_model.geometry.ring(r)) {
                place.include(m_model.vertices.at(id));
            }
        }
        const auto first = m_model.objectGeometries[geometry.object].begin;
        const auto number = m_model.geometry.surfaceGeometry[surface] - first;
        report(Severity::Error, row->name, m_model.idOf(geometry.object),
               QStringLiteral("/geometry/%1, surface %2").arg(number).arg(surface - geometry.surfaces.begin),
               QCoreApplication::translate("loci::city", row->sentence), place);
    }

    /// Only CityJSON lists which geometry an object may have.
    bool isCityJson() const { return m_model.format.startsWith(QLatin1String("CityJSON")); }
    void checkTypes();
    void checkExtensions();
    void checkVertices();
    void checkGeometry(const Geometry &geometry);
    bool checkSurface(const Geometry &geometry, SurfaceIndex surface);
    void checkShell(const Geometry &geometry, const Shell &shell, bool exterior);
    int edgeFault(const Shell &shell);
    void nameCorners(const Shell &shell);
    double volume(const Shell &shell);

    const CityModel &m_model;
    CancelToken m_cancel;
    PolygonCheck m_polygons;
    FindingList m_findings;
    std::vector<Vec3> m_points;
    std::vector<std::uint32_t> m_ringEnds;
    std::vector<EdgeUse> m_edges;
    std::vector<std::uint32_t> m_corners, m_cornerNames; ///< by place in vertexIds, from the shell's first on
};

void Validator::checkTypes()
{
    for (const Geometry &geometry : m_model.geometry.geometries) {
        if (isCityJson() && !allowsGeometry(m_model.typeOf(geometry.object), geometry.type)) {
            const std::string_view name = geometryTypeName(geometry.type), type = m_model.typeOf(geometry.object);
            report(
                Severity::Error, "schema", m_model.idOf(geometry.object), QStringLiteral("/geometry"),
                QCoreApplication::translate("loci::city", "An object of type %1 must not have a geometry of type %2.")
                    .arg(QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size())),
                         QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))));
        }
    }
    std::vector<bool> told(m_model.typeNames.size(), false);
    for (const SemanticSurface &surface : m_model.geometry.semantics) {
        if (surface.type != kNone && !told[surface.type] && !isKnownSemanticType(m_model.typeNames.at(surface.type))) {
            told[surface.type] = true;
            const std::string_view type = m_model.typeNames.at(surface.type);
            report(Severity::Error, "schema", {}, {},
                   QCoreApplication::translate("loci::city", "There is no semantic surface type \"%1\".")
                       .arg(QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()))));
        }
    }
}

void Validator::checkExtensions()
{
    if (!m_model.extensions.empty() && m_model.extensions != "{}") {
        return; // their schemas are not fetched; what they add is taken as it is
    }
    const auto tell = [this](std::string_view name) {
        report(Severity::Error, "extensions", {}, {},
               QCoreApplication::translate("loci::city", "\"%1\" needs an extension, and the model declares none.")
                   .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))));
    };
    for (std::uint32_t t = 0; t < m_model.typeNames.size(); ++t) {
        if (m_model.typeNames.at(t).starts_with('+')) {
            tell(m_model.typeNames.at(t));
        }
    }
    for (const auto &column : m_model.attributes.columns()) {
        if (column->name().starts_with('+')) {
            tell(column->name());
        }
    }
}

void Validator::checkVertices()
{
    const std::uint32_t count = m_model.vertices.size();
    const std::vector<std::int32_t> &xyz = m_model.vertices.xyz;
    std::vector<bool> used(count, false);
    for (const std::uint32_t id : m_model.geometry.vertexIds) {
        used[id] = true;
    }
    for (const Instance &instance : m_model.instances) {
        if (instance.referenceVertex < count) {
            used[instance.referenceVertex] = true;
        }
    }
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    const auto at = [&](std::uint32_t i) { return xyz.begin() + 3 * static_cast<std::ptrdiff_t>(i); };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::lexicographical_compare(at(a), at(a) + 3, at(b), at(b) + 3);
    });
    std::uint32_t twins = 0;
    for (std::uint32_t i = 1; i < count; ++i) {
        twins += std::equal(at(order[i]), at(order[i]) + 3, at(order[i - 1])) ? 1 : 0;
    }
    const auto unused = static_cast<std::uint32_t>(std::count(used.begin(), used.end(), false));
    const bool shared = m_model.format == QLatin1String("CityJSON"); // features and GML repeat each other's by design
    if (twins > 0 && shared) {
        report(Severity::Warning, "duplicate_vertices", {}, QStringLiteral("/vertices"),
               QCoreApplication::translate("loci::city", "%1 vertices are repeated.").arg(twins));
    }
    if (unused > 0) {
        report(Severity::Warning, "unused_vertices", {}, QStringLiteral("/vertices"),
               QCoreApplication::translate("loci::city", "%1 vertices are not used.").arg(unused));
    }
}

void Validator::checkGeometry(const Geometry &geometry)
{
    if (geometry.type == GeometryType::MultiPoint || geometry.type == GeometryType::MultiLineString ||
        geometry.type == GeometryType::GeometryInstance) {
        return;
    }
    bool good = true;
    for (SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
        good = checkSurface(geometry, s) && good;
    }
    if (!good) {
        return;
    }
    std::uint32_t solid = kNone;
    for (std::uint32_t i = geometry.shells.begin; i < geometry.shells.end; ++i) {
        const Shell &shell = m_model.geometry.shells[i];
        checkShell(geometry, shell, shell.solid != solid);
        solid = shell.solid;
    }
}

bool Validator::checkSurface(const Geometry &geometry, SurfaceIndex surface)
{
    m_points.clear();
    m_ringEnds.clear();
    const IndexRange rings = m_model.geometry.rings(surface);
    for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
        const std::size_t begin = m_points.size();
        for (const std::uint32_t id : m_model.geometry.ring(r)) {
            m_points.push_back(m_model.vertices.at(id));
        }
        m_ringEnds.push_back(static_cast<std::uint32_t>(m_points.size()));
        if (const int code = m_polygons.checkRing(std::span(m_points).subspan(begin)); code != 0) {
            report(code, geometry, surface);
            return false;
        }
    }
    if (rings.isEmpty()) {
        return false;
    }
    if (const int code = m_polygons.checkPlane(m_points, m_ringEnds); code != 0) {
        report(code, geometry, surface);
        return false;
    }
    return true;
}

void Validator::checkShell(const Geometry &geometry, const Shell &shell, bool exterior)
{
    if (shell.surfaces.isEmpty()) {
        return;
    }
    if (shell.surfaces.size() < 4) {
        report(301, geometry, shell.surfaces.begin);
        return;
    }
    if (const int code = edgeFault(shell); code != 0) {
        report(code, geometry, shell.surfaces.begin);
        return;
    }
    if ((volume(shell) > 0) != exterior) {
        report(405, geometry, shell.surfaces.begin);
    }
}

void Validator::nameCorners(const Shell &shell)
{
    // Vertices at one place are one corner, whatever their numbers: files repeat vertices.
    const GeometryStore &store = m_model.geometry;
    const std::uint32_t first = store.ringVertices[store.surfaceRings[shell.surfaces.begin]];
    const std::uint32_t last = store.ringVertices[store.surfaceRings[shell.surfaces.end]];
    m_corners.resize(last - first);
    std::iota(m_corners.begin(), m_corners.end(), first);
    const auto at = [&](std::uint32_t i) {
        return m_model.vertices.xyz.begin() + 3 * static_cast<std::ptrdiff_t>(store.vertexIds[i]);
    };
    std::sort(m_corners.begin(), m_corners.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::lexicographical_compare(at(a), at(a) + 3, at(b), at(b) + 3);
    });
    m_cornerNames.resize(m_corners.size());
    std::uint32_t name = 0;
    for (std::size_t i = 0; i < m_corners.size(); ++i) {
        name += i > 0 && !std::equal(at(m_corners[i]), at(m_corners[i]) + 3, at(m_corners[i - 1])) ? 1 : 0;
        m_cornerNames[m_corners[i] - first] = name;
    }
}

int Validator::edgeFault(const Shell &shell)
{
    nameCorners(shell);
    const GeometryStore &store = m_model.geometry;
    const std::uint32_t base = store.ringVertices[store.surfaceRings[shell.surfaces.begin]];
    m_edges.clear();
    for (std::uint32_t r = store.surfaceRings[shell.surfaces.begin]; r < store.surfaceRings[shell.surfaces.end]; ++r) {
        const std::uint32_t begin = store.ringVertices[r], end = store.ringVertices[r + 1];
        for (std::uint32_t i = begin; i < end; ++i) {
            const std::uint32_t a = m_cornerNames[i - base], b = m_cornerNames[(i + 1 < end ? i + 1 : begin) - base];
            m_edges.push_back({std::min(a, b), std::max(a, b), a < b});
        }
    }
    std::sort(m_edges.begin(), m_edges.end(),
              [](const EdgeUse &x, const EdgeUse &y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    int fault = 0;
    for (std::size_t i = 0; i < m_edges.size();) {
        std::size_t end = i, forward = 0;
        for (; end < m_edges.size() && m_edges[end].a == m_edges[i].a && m_edges[end].b == m_edges[i].b; ++end) {
            forward += m_edges[end].forward ? 1 : 0;
        }
        const std::size_t uses = end - i;
        if (uses == 1) {
            return 302;
        }
        fault = uses > 2 ? 303 : forward != 1 && fault == 0 ? 307 : fault;
        i = end;
    }
    return fault;
}

double Validator::volume(const Shell &shell)
{
    const GeometryStore &store = m_model.geometry;
    const Vec3 o = m_model.vertices.at(store.vertexIds[store.ringVertices[store.surfaceRings[shell.surfaces.begin]]]);
    double sum = 0;
    for (std::uint32_t r = store.surfaceRings[shell.surfaces.begin]; r < store.surfaceRings[shell.surfaces.end]; ++r) {
        m_points.clear();
        for (const std::uint32_t id : store.ring(r)) {
            m_points.push_back(m_model.vertices.at(id));
        }
        if (m_points.empty()) {
            continue;
        }
        // A flat ring of any shape: area vector times the distance of its plane (holes turn the other way).
        const Vec3 n = newellNormal(m_points);
        const Vec3 &p = m_points.front();
        sum += n.x * (p.x - o.x) + n.y * (p.y - o.y) + n.z * (p.z - o.z);
    }
    return sum / 6;
}

} // namespace

Result<Findings> validate(const CityModel &model, const ValidationOptions &options, const CancelToken &cancel)
{
    return Validator(model, options, cancel).run();
}

QStringList uncheckedCodes()
{
    return {QStringLiteral("103"), QStringLiteral("201"), QStringLiteral("202"), QStringLiteral("205"),
            QStringLiteral("206"), QStringLiteral("207"), QStringLiteral("208"), QStringLiteral("305"),
            QStringLiteral("306"), QStringLiteral("401"), QStringLiteral("402"), QStringLiteral("403"),
            QStringLiteral("404"), QStringLiteral("501"), QStringLiteral("502"), QStringLiteral("503"),
            QStringLiteral("601")};
}

} // namespace loci::city

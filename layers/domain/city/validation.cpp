// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/validation.h"

#include "layers/domain/city/bodyrelations.h"
#include "layers/domain/city/modelfindings.h"
#include "layers/domain/city/polygoncheck.h"
#include "layers/domain/city/schemacheck.h"
#include "layers/domain/city/shellcheck.h"

#include <QCoreApplication>
#include <algorithm>

namespace loci::city {

namespace {

/// A body of one object's geometry, to be compared with those of the other parts of its building.
struct PartBody
{
    SurfaceIndex surface;
    std::uint32_t lod;
    Body body;
};

/// Checks the geometries of one store: the model's, or its templates'.
class StoreValidator
{
public:
    StoreValidator(const CityModel &model, const GeometryStore &store, const SnappedVertices &vertices,
                   const ValidationOptions &options, ModelFindings &findings, const CancelToken &cancel)
        : m_model(model)
        , m_store(store)
        , m_vertices(vertices)
        , m_findings(findings)
        , m_cancel(cancel)
        , m_polygons(options)
        , m_shells(store, vertices)
        , m_bodies(store, vertices)
        , m_good(store.geometries.size(), false)
    {}

    bool run(const ProgressFunction &progress)
    {
        constexpr GeometryIndex kLookEvery = 64;
        const auto count = static_cast<GeometryIndex>(m_store.geometries.size());
        for (GeometryIndex g = 0; g < count; ++g) {
            if (g % kLookEvery == 0) {
                if (m_cancel.isCancelled()) {
                    return false;
                }
                if (progress) {
                    progress(static_cast<double>(g) / count);
                }
            }
            m_good[g] = checkGeometry(m_store.geometries[g]);
        }
        return !m_cancel.isCancelled();
    }

    bool checkParts();

private:
    void report(int code, SurfaceIndex surface) { m_findings.add(code, m_store, surface); }
    bool checkGeometry(const Geometry &geometry);
    bool checkSurface(SurfaceIndex surface);
    bool checkShells(const Geometry &geometry);
    bool checkSolid(std::uint32_t firstShell, std::uint32_t endShell);
    bool checkComposite(const Geometry &geometry);
    void comparePartsOf(ObjectIndex building);
    std::vector<IndexRange> solidsOf(const Geometry &geometry) const;

    const CityModel &m_model;
    const GeometryStore &m_store;
    const SnappedVertices &m_vertices;
    ModelFindings &m_findings;
    CancelToken m_cancel;
    PolygonCheck m_polygons;
    ShellCheck m_shells;
    BodyRelations m_bodies;
    std::vector<bool> m_good; ///< by geometry: no fault on any level
    std::vector<std::uint32_t> m_ids, m_ringEnds;
};

bool StoreValidator::checkGeometry(const Geometry &geometry)
{
    if (geometry.type == GeometryType::MultiPoint || geometry.type == GeometryType::MultiLineString ||
        geometry.type == GeometryType::GeometryInstance) {
        return true;
    }
    bool good = true;
    for (SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
        good = checkSurface(s) && good;
    }
    if (!good || geometry.surfaces.isEmpty()) {
        return good;
    }
    if (geometry.type == GeometryType::CompositeSurface) {
        const auto faults = m_shells.check(geometry.surfaces, false);
        for (const ShellCheck::Fault &fault : faults) {
            report(fault.code, fault.surface);
        }
        return faults.empty();
    }
    return checkShells(geometry) && (geometry.type != GeometryType::CompositeSolid || checkComposite(geometry));
}

bool StoreValidator::checkSurface(SurfaceIndex surface)
{
    m_ids.clear();
    m_ringEnds.clear();
    const IndexRange rings = m_store.rings(surface);
    for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
        const auto ring = m_store.ring(r);
        if (ring.empty()) {
            return false; // the reader left it out, and said why
        }
        m_ids.insert(m_ids.end(), ring.begin(), ring.end());
        m_ringEnds.push_back(static_cast<std::uint32_t>(m_ids.size()));
    }
    const int code = rings.isEmpty() ? 0 : m_polygons.check(m_vertices, m_ids, m_ringEnds);
    if (code != 0) {
        report(code, surface);
    }
    return code == 0;
}

bool StoreValidator::checkShells(const Geometry &geometry)
{
    bool good = true;
    for (std::uint32_t first = geometry.shells.begin; first < geometry.shells.end;) {
        std::uint32_t end = first;
        while (end < geometry.shells.end && m_store.shells[end].solid == m_store.shells[first].solid) {
            ++end;
        }
        good = checkSolid(first, end) && good;
        first = end;
    }
    return good;
}

bool StoreValidator::checkSolid(std::uint32_t firstShell, std::uint32_t endShell)
{
    constexpr std::size_t kManyTriangles = 20000; // beyond, comparing all with all would take minutes
    bool good = true;
    std::vector<Body> bodies;
    std::vector<IndexRange> ranges;
    for (std::uint32_t i = firstShell; i < endShell; ++i) {
        const IndexRange surfaces = m_store.shells[i].surfaces;
        if (surfaces.isEmpty()) {
            continue;
        }
        ranges.push_back(surfaces);
        auto faults = m_shells.check(surfaces, true);
        if (faults.empty()) {
            bodies.push_back(m_bodies.make(surfaces));
            if (bodies.back().triangles.size() < kManyTriangles &&
                BodyRelations::piercesItself(bodies.back(), m_cancel)) {
                faults.push_back({306, surfaces.begin});
            } else if ((m_shells.volume(surfaces) > 0) != (i == firstShell)) {
                faults.push_back({405, surfaces.begin});
            }
        }
        for (const ShellCheck::Fault &fault : faults) {
            report(fault.code, fault.surface);
        }
        good = faults.empty() && good;
    }
    if (!good) {
        return false;
    }
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        for (std::size_t j = i + 1; j < bodies.size(); ++j) {
            const Body &outer = bodies[i], &inner = bodies[j];
            const bool pierced =
                BodyRelations::pierces(inner, outer, m_cancel) || BodyRelations::pierces(outer, inner, m_cancel);
            const int code = BodyRelations::areSame(outer, inner)                         ? 402
                             : pierced                                                    ? 401
                             : i == 0 && !BodyRelations::isWithin(inner, outer, m_cancel) ? 403
                                                                                          : 0;
            if (code != 0) {
                report(code, ranges[j].begin);
                good = false;
            }
        }
    }
    return good;
}

std::vector<IndexRange> StoreValidator::solidsOf(const Geometry &geometry) const
{
    std::vector<IndexRange> solids;
    std::uint32_t before = kNone;
    for (std::uint32_t i = geometry.shells.begin; i < geometry.shells.end; ++i) {
        const Shell &shell = m_store.shells[i];
        if (shell.surfaces.isEmpty()) {
            continue;
        }
        if (shell.solid != before) {
            solids.push_back(shell.surfaces);
        }
        solids.back().end = shell.surfaces.end;
        before = shell.solid;
    }
    return solids;
}

bool StoreValidator::checkComposite(const Geometry &geometry)
{
    const std::vector<IndexRange> solids = solidsOf(geometry);
    std::vector<Body> bodies;
    for (const IndexRange &solid : solids) {
        bodies.push_back(m_bodies.make(solid));
    }
    bool good = true;
    std::vector<std::size_t> group(bodies.size());
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        group[i] = i;
        for (std::size_t j = 0; j < i; ++j) {
            const int code = BodyRelations::areSame(bodies[i], bodies[j])              ? 502
                             : BodyRelations::overlaps(bodies[i], bodies[j], m_cancel) ? 501
                                                                                       : 0;
            if (code != 0) {
                report(code, solids[i].begin);
                good = false;
            }
            if (group[i] != group[j] && (code != 0 || BodyRelations::shareFace(bodies[i], bodies[j], m_cancel))) {
                std::replace(group.begin(), group.begin() + static_cast<std::ptrdiff_t>(i) + 1, group[j], group[i]);
            }
        }
    }
    for (std::size_t i = 1; good && i < bodies.size(); ++i) {
        if (group[i] != group[0]) {
            report(503, solids[i].begin);
            good = false;
        }
    }
    return good;
}

void StoreValidator::comparePartsOf(ObjectIndex building)
{
    std::vector<PartBody> bodies;
    for (const ObjectIndex part : m_model.childrenOf(building)) {
        if (m_model.typeOf(part) != "BuildingPart") {
            continue;
        }
        const IndexRange geometries = m_model.objectGeometries[part];
        for (GeometryIndex g = geometries.begin; g < geometries.end; ++g) {
            const Geometry &geometry = m_store.geometries[g];
            if (m_good[g] && !geometry.shells.isEmpty() && !geometry.surfaces.isEmpty()) {
                bodies.push_back({geometry.surfaces.begin, geometry.lod, m_bodies.make(geometry.surfaces)});
            }
        }
    }
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const bool samePart = m_store.geometries[m_store.surfaceGeometry[bodies[i].surface]].object ==
                                  m_store.geometries[m_store.surfaceGeometry[bodies[j].surface]].object;
            if (!samePart && bodies[i].lod == bodies[j].lod &&
                (BodyRelations::areSame(bodies[i].body, bodies[j].body) ||
                 BodyRelations::overlaps(bodies[i].body, bodies[j].body, m_cancel))) {
                report(601, bodies[i].surface);
                break; // one finding a part is enough
            }
        }
    }
}

bool StoreValidator::checkParts()
{
    for (ObjectIndex o = 0; o < m_model.objectCount(); ++o) {
        if (m_cancel.isCancelled()) {
            return false;
        }
        if (m_model.typeOf(o) == "Building" && m_model.childrenOf(o).size() > 1) {
            comparePartsOf(o);
        }
    }
    return true;
}

} // namespace

Result<Findings> validate(const CityModel &model, const ValidationOptions &options, const CancelToken &cancel,
                          const ProgressFunction &progress)
{
    ModelFindings findings(model);
    SchemaCheck(model, findings).run();
    const SnappedVertices vertices(model.vertices, options.snapTolerance);
    const SnappedVertices templateVertices(model.templateVertices, options.snapTolerance);
    StoreValidator templates(model, model.templates, templateVertices, options, findings, cancel);
    StoreValidator geometries(model, model.geometry, vertices, options, findings, cancel);
    if (!templates.run({}) || !geometries.run(progress) || !geometries.checkParts()) {
        return fail(ErrorCode::Cancelled, QCoreApplication::translate("loci::city", "The check was cancelled."));
    }
    return findings.take();
}

QStringList uncheckedCodes()
{
    return {QStringLiteral("103"), QStringLiteral("300"), QStringLiteral("404"), QStringLiteral("701"),
            QStringLiteral("702"), QStringLiteral("703"), QStringLiteral("704")};
}

QStringList partlyCheckedCodes()
{
    return {QStringLiteral("306"), QStringLiteral("401"), QStringLiteral("403"),
            QStringLiteral("501"), QStringLiteral("503"), QStringLiteral("601")};
}

QString uncheckedSentence()
{
    return QCoreApplication::translate(
               "loci::city", "Not checked: %1 and the schemas of extensions. Only clear cases are found of: %2.")
        .arg(uncheckedCodes().join(QStringLiteral(", ")), partlyCheckedCodes().join(QStringLiteral(", ")));
}

} // namespace loci::city

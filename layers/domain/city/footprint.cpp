// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/mesh.h"
#include "layers/domain/city/polygontriangulator.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace loci::city {

namespace {

using Polygon = std::vector<std::vector<Vec2>>;

/// Finds the outline of one root object and its parts.
class FootprintFinder
{
public:
    explicit FootprintFinder(const CityModel &model) : m_model(model) {}

    Footprint find(ObjectIndex root)
    {
        Footprint footprint;
        footprint.object = root;
        const std::vector<ObjectIndex> family = m_model.withDescendants(root);
        Box3 bounds;
        for (const ObjectIndex member : family) {
            bounds.include(m_model.boundsOf(member));
        }
        if (bounds.isEmpty()) {
            return footprint;
        }
        footprint.groundHeight = bounds.min.z;
        footprint.roofHeight = bounds.max.z;
        for (const auto &step :
             {&FootprintFinder::addGroundSurfaces, &FootprintFinder::addLodZero, &FootprintFinder::addFaces}) {
            for (const ObjectIndex member : family) {
                (this->*step)(member, footprint.polygons);
            }
            if (!footprint.polygons.empty()) {
                break;
            }
        }
        return footprint;
    }

private:
    template <class Wanted>
    void addWanted(const Geometry &geometry, const Wanted &wanted, std::vector<Polygon> &polygons)
    {
        for (SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
            if (wanted(s)) {
                addPolygon(s, polygons);
            }
        }
    }

    static bool hasFaces(const Geometry &geometry)
    {
        return geometry.type != GeometryType::MultiPoint && geometry.type != GeometryType::MultiLineString;
    }

    void addGroundSurfaces(ObjectIndex object, std::vector<Polygon> &polygons)
    {
        for (const GeometryIndex g : chooseGeometries(m_model, object, {})) {
            addWanted(
                m_model.geometry.geometries[g],
                [this](SurfaceIndex s) { return m_model.semanticOf(s) == "GroundSurface"; }, polygons);
        }
    }

    void addLodZero(ObjectIndex object, std::vector<Polygon> &polygons)
    {
        for (const GeometryIndex g : chooseGeometries(m_model, object, {QStringLiteral("0.9")})) {
            const Geometry &geometry = m_model.geometry.geometries[g];
            if (hasFaces(geometry) && geometry.lod != kNone) {
                addWanted(
                    geometry, [](SurfaceIndex) { return true; }, polygons);
            }
        }
    }

    void addFaces(ObjectIndex object, std::vector<Polygon> &polygons)
    {
        constexpr double kDown = -0.5, kFlat = 0.2; // z of the unit normal
        const std::vector<GeometryIndex> chosen = chooseGeometries(m_model, object, {});
        for (const bool down : {true, false}) {
            const std::size_t before = polygons.size();
            for (const GeometryIndex g : chosen) {
                const Geometry &geometry = m_model.geometry.geometries[g];
                if (hasFaces(geometry)) {
                    addWanted(
                        geometry,
                        [&](SurfaceIndex s) {
                            const double z = slope(s);
                            return down ? z < kDown : z > kFlat;
                        },
                        polygons);
                }
            }
            if (polygons.size() > before) {
                return;
            }
        }
    }

    /// z of the unit normal; 0 for a face without area.
    double slope(SurfaceIndex s)
    {
        const IndexRange rings = m_model.geometry.rings(s);
        if (rings.isEmpty()) {
            return 0;
        }
        m_points.clear();
        for (const std::uint32_t id : m_model.geometry.ring(rings.begin)) {
            m_points.push_back(m_model.vertices.at(id));
        }
        const Vec3 n = newellNormal(m_points);
        const double length = std::sqrt(n.x * n.x + n.y * n.y + n.z * n.z);
        return length > 0 ? n.z / length : 0;
    }

    void addPolygon(SurfaceIndex s, std::vector<Polygon> &polygons)
    {
        Polygon polygon;
        const IndexRange rings = m_model.geometry.rings(s);
        for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
            std::vector<Vec2> ring;
            double area = 0;
            for (const std::uint32_t id : m_model.geometry.ring(r)) {
                const Vec3 p = m_model.vertices.at(id);
                ring.push_back({p.x, p.y});
            }
            for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
                area += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
                        (ring[i].y - ring[0].y) * (ring[i + 1].x - ring[0].x);
            }
            constexpr double kSmallest = 1e-12; // also in degrees a real outline is larger
            if (std::abs(area) < kSmallest) {
                if (r == rings.begin) {
                    return;
                }
                continue;
            }
            if ((area > 0) != (r == rings.begin)) {
                std::reverse(ring.begin(), ring.end()); // exterior counter-clockwise seen from above
            }
            polygon.push_back(std::move(ring));
        }
        if (!polygon.empty()) {
            polygons.push_back(std::move(polygon));
        }
    }

    const CityModel &m_model;
    std::vector<Vec3> m_points;
};

} // namespace

Result<std::vector<Footprint>> footprints(const CityModel &model, const CancelToken &cancel)
{
    constexpr ObjectIndex kCancelEvery = 256;
    std::vector<Footprint> found;
    FootprintFinder finder(model);
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        if (o % kCancelEvery == 0 && cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled,
                        QCoreApplication::translate("loci::city", "The search for outlines was cancelled."));
        }
        // A terrain mesh has no outline of its own, and a group's members have theirs.
        const std::string_view type = model.typeOf(o);
        if (model.objectParent[o] != kNone || type == "TINRelief" || type == "CityObjectGroup") {
            continue;
        }
        Footprint footprint = finder.find(o);
        if (!footprint.polygons.empty()) {
            found.push_back(std::move(footprint));
        }
    }
    return found;
}

} // namespace loci::city

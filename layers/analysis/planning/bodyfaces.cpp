// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/bodyfaces.h"

#include "layers/domain/city/mesh.h"
#include "layers/domain/city/polygontriangulator.h"

#include <algorithm>
#include <cmath>

namespace loci::analysis {

namespace {

class FaceCollector
{
public:
    FaceCollector(const city::CityModel &model, std::vector<Triangle3> &faces) : m_model(model), m_faces(faces) {}

    void add(city::SurfaceIndex surface)
    {
        m_points.clear();
        m_ends.clear();
        m_corners.clear();
        const city::IndexRange rings = m_model.geometry.rings(surface);
        for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
            for (const std::uint32_t id : m_model.geometry.ring(r)) {
                m_points.push_back(m_model.vertices.at(id));
            }
            m_ends.push_back(static_cast<std::uint32_t>(m_points.size()));
        }
        m_triangulator.triangulate(m_points, m_ends, m_corners);
        for (std::size_t i = 0; i + 2 < m_corners.size(); i += 3) {
            m_faces.push_back({m_points[m_corners[i]], m_points[m_corners[i + 1]], m_points[m_corners[i + 2]]});
        }
    }

private:
    const city::CityModel &m_model;
    std::vector<Triangle3> &m_faces;
    city::PolygonTriangulator m_triangulator;
    std::vector<Vec3> m_points;
    std::vector<std::uint32_t> m_ends, m_corners;
};

bool isOutline(const city::CityModel &model, const city::Geometry &geometry)
{
    return geometry.lod != city::kNone && model.lodNames.at(geometry.lod).starts_with('0');
}

bool hasFaces(const city::Geometry &geometry)
{
    return geometry.type != city::GeometryType::MultiPoint && geometry.type != city::GeometryType::MultiLineString;
}

void addFaces(const city::CityModel &model, city::ObjectIndex object, bool outlines, FaceCollector &collector)
{
    for (const city::ObjectIndex part : model.withDescendants(object)) {
        for (const city::GeometryIndex g : city::chooseGeometries(model, part, {})) {
            const city::Geometry &geometry = model.geometry.geometries[g];
            if (!hasFaces(geometry) || isOutline(model, geometry) != outlines) {
                continue;
            }
            for (city::SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
                collector.add(s);
            }
        }
    }
}

/// The ring counter-clockwise, or else clockwise.
planning::Ring turned(planning::Ring ring, bool counterClockwise)
{
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        twice += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
                 (ring[i].y - ring[0].y) * (ring[i + 1].x - ring[0].x);
    }
    if ((twice > 0) != counterClockwise) {
        std::reverse(ring.begin(), ring.end());
    }
    return ring;
}

} // namespace

std::vector<Triangle3> facesOf(const city::CityModel &model, city::ObjectIndex object)
{
    std::vector<Triangle3> faces;
    FaceCollector collector(model, faces);
    addFaces(model, object, false, collector);
    if (faces.empty()) {
        addFaces(model, object, true, collector);
    }
    return faces;
}

std::optional<SlopedPlane> SlopedPlane::through(const Vec3 &a, const Vec3 &b, const Vec3 &c)
{
    const Vec3 u{b.x - a.x, b.y - a.y, b.z - a.z};
    const Vec3 v{c.x - a.x, c.y - a.y, c.z - a.z};
    const double nx = u.y * v.z - u.z * v.y;
    const double ny = u.z * v.x - u.x * v.z;
    const double nz = u.x * v.y - u.y * v.x;
    const double sides = std::hypot(u.x, u.y) * std::hypot(v.x, v.y);
    constexpr double kSmallestSine = 1e-12;
    if (!(std::abs(nz) > kSmallestSine * sides)) {
        return std::nullopt;
    }
    const SlopedPlane plane{{a.x, a.y}, a.z, -nx / nz, -ny / nz};
    const bool isPlane = std::isfinite(plane.height) && std::isfinite(plane.dx) && std::isfinite(plane.dy);
    return isPlane ? std::optional(plane) : std::nullopt;
}

std::vector<Triangle3> prismOver(std::span<const planning::Polygon> outlines, double low, double high)
{
    std::vector<Triangle3> faces;
    city::PolygonTriangulator triangulator;
    std::vector<Vec3> points;
    std::vector<std::uint32_t> ends, corners;
    for (const planning::Polygon &outline : outlines) {
        points.clear();
        ends.clear();
        corners.clear();
        for (const planning::Ring &written : outline) {
            const planning::Ring ring = turned(written, &written == &outline.front());
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const Vec2 &a = ring[i];
                const Vec2 &b = ring[(i + 1) % ring.size()];
                points.push_back({a.x, a.y, high});
                faces.push_back({Vec3{a.x, a.y, low}, Vec3{b.x, b.y, low}, Vec3{b.x, b.y, high}});
                faces.push_back({Vec3{a.x, a.y, low}, Vec3{b.x, b.y, high}, Vec3{a.x, a.y, high}});
            }
            ends.push_back(static_cast<std::uint32_t>(points.size()));
        }
        triangulator.triangulate(points, ends, corners);
        for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
            const Triangle3 roof{points[corners[i]], points[corners[i + 1]], points[corners[i + 2]]};
            faces.push_back(roof);
            faces.push_back(
                {Vec3{roof[2].x, roof[2].y, low}, Vec3{roof[1].x, roof[1].y, low}, Vec3{roof[0].x, roof[0].y, low}});
        }
    }
    return faces;
}

std::optional<double> heightIn(const Triangle3 &t, const Vec2 &p)
{
    const double d = (t[1].x - t[0].x) * (t[2].y - t[0].y) - (t[2].x - t[0].x) * (t[1].y - t[0].y);
    if (d == 0) {
        return std::nullopt;
    }
    const double u = ((p.x - t[0].x) * (t[2].y - t[0].y) - (t[2].x - t[0].x) * (p.y - t[0].y)) / d;
    const double v = ((t[1].x - t[0].x) * (p.y - t[0].y) - (p.x - t[0].x) * (t[1].y - t[0].y)) / d;
    constexpr double kRim = 1e-9;
    if (u < -kRim || v < -kRim || u + v > 1 + kRim) {
        return std::nullopt;
    }
    return t[0].z + u * (t[1].z - t[0].z) + v * (t[2].z - t[0].z);
}

bool isRoofed(std::span<const Triangle3> faces, const Vec3 &place)
{
    return std::any_of(faces.begin(), faces.end(), [&place](const Triangle3 &t) {
        const auto height = heightIn(t, {place.x, place.y});
        return height && *height > place.z;
    });
}

bool isFinite(const Triangle3 &t)
{
    return std::all_of(t.begin(), t.end(),
                       [](const Vec3 &p) { return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z); });
}

} // namespace loci::analysis

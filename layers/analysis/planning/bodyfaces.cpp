// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/bodyfaces.h"

#include "layers/domain/city/mesh.h"
#include "layers/domain/city/polygontriangulator.h"

#include <algorithm>
#include <cmath>

namespace loci::analysis {

namespace {

/// Twice the signed area seen from above; positive for faces that look up.
double flatArea(const Triangle3 &t)
{
    return (t[1].x - t[0].x) * (t[2].y - t[0].y) - (t[1].y - t[0].y) * (t[2].x - t[0].x);
}

bool isUpright(const Triangle3 &t)
{
    constexpr double kSlimmest = 1e-9; // m2: seen from above a wall is a line
    return std::abs(flatArea(t)) < kSlimmest;
}

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

Vec3 crossing(const Vec3 &a, double ha, const Vec3 &b, double hb)
{
    const double t = ha / (ha - hb);
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), a.z + t * (b.z - a.z)};
}

/// The part of a triangle at or above the plane.
std::vector<Vec3> above(const Triangle3 &t, const SlopedPlane &plane)
{
    std::vector<Vec3> kept;
    kept.reserve(4);
    for (std::size_t i = 0; i < 3; ++i) {
        const Vec3 &a = t[i];
        const Vec3 &b = t[(i + 1) % 3];
        const double ha = a.z - plane.heightAt({a.x, a.y});
        const double hb = b.z - plane.heightAt({b.x, b.y});
        if (ha >= 0) {
            kept.push_back(a);
        }
        if ((ha > 0 && hb < 0) || (ha < 0 && hb > 0)) {
            kept.push_back(crossing(a, ha, b, hb));
        }
    }
    return kept;
}

std::vector<Vec2> flat(std::span<const Vec3> points)
{
    std::vector<Vec2> flattened;
    flattened.reserve(points.size());
    for (const Vec3 &p : points) {
        flattened.push_back({p.x, p.y});
    }
    return flattened;
}

Shape cut(std::span<const Vec3> ring, const Shape *within, const Shape::Context &context)
{
    Shape shape = Shape::ofRing(context, flat(ring));
    return within == nullptr ? shape : shape.intersection(*within);
}

/// The largest of (face - plane) over the ground of a piece: both are flat, so a corner has it.
void raiseOver(const Shape &piece, const SlopedPlane &face, const SlopedPlane &plane, Excess &excess)
{
    for (const planning::Polygon &polygon : piece.polygons()) {
        for (const planning::Ring &ring : polygon) {
            for (const Vec2 &p : ring) {
                const double height = face.heightAt(p);
                const double over = height - plane.heightAt(p);
                if (!excess.most || over > *excess.most) {
                    excess.most = over;
                    excess.at = {p.x, p.y, height};
                }
            }
        }
    }
}

bool boxesMeet(const Triangle3 &t, const Box3 &box)
{
    Box3 own;
    std::for_each(t.begin(), t.end(), [&own](const Vec3 &p) { own.include(p); });
    return own.intersects2d(box);
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
    return SlopedPlane{{a.x, a.y}, a.z, -nx / nz, -ny / nz};
}

Excess excessOver(std::span<const Triangle3> faces, const SlopedPlane &plane, const Shape *within,
                  const Shape::Context &context)
{
    Excess excess;
    const Box3 box = within == nullptr ? Box3() : within->bounds();
    for (const Triangle3 &t : faces) {
        if (isUpright(t) || (within != nullptr && !boxesMeet(t, box))) {
            continue;
        }
        const auto face = SlopedPlane::through(t[0], t[1], t[2]);
        if (!face) {
            continue;
        }
        raiseOver(cut(t, within, context), *face, plane, excess);
        const std::vector<Vec3> high = above(t, plane);
        if (high.size() < 3) {
            continue;
        }
        const Shape piece = cut(high, within, context);
        const Vec2 middle = piece.centroid();
        const double volume = piece.area() * (face->heightAt(middle) - plane.heightAt(middle));
        const bool up = flatArea(t) > 0;
        excess.volume += up ? volume : -volume;
        excess.area += up ? piece.area() : 0;
    }
    return excess;
}

std::optional<double> highestWithin(std::span<const Triangle3> faces, const Shape &within,
                                    const Shape::Context &context)
{
    Excess excess;
    const Box3 box = within.bounds();
    for (const Triangle3 &t : faces) {
        const auto face = isUpright(t) || !boxesMeet(t, box) ? std::nullopt : SlopedPlane::through(t[0], t[1], t[2]);
        if (face) {
            raiseOver(cut(t, &within, context), *face, SlopedPlane::level(0), excess);
        }
    }
    return excess.most;
}

} // namespace loci::analysis

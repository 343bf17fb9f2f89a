// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planar/shape.h"

#include <geos_c.h>
#include <utility>

namespace loci::analysis {

namespace {

GEOSCoordSequence *sequence(GEOSContextHandle_t geos, std::span<const Vec2> points, bool close)
{
    const auto count = static_cast<unsigned>(points.size() + (close ? 1 : 0));
    GEOSCoordSequence *coordinates = GEOSCoordSeq_create_r(geos, count, 2);
    for (unsigned i = 0; coordinates != nullptr && i < count; ++i) {
        const Vec2 &p = points[i % points.size()];
        GEOSCoordSeq_setXY_r(geos, coordinates, i, p.x, p.y);
    }
    return coordinates;
}

GEOSGeometry *ringOf(GEOSContextHandle_t geos, std::span<const Vec2> points)
{
    GEOSCoordSequence *coordinates = points.size() < 3 ? nullptr : sequence(geos, points, true);
    return coordinates == nullptr ? nullptr : GEOSGeom_createLinearRing_r(geos, coordinates);
}

GEOSGeometry *polygonOf(GEOSContextHandle_t geos, const planning::Polygon &polygon)
{
    GEOSGeometry *shell = polygon.empty() ? nullptr : ringOf(geos, polygon.front());
    if (shell == nullptr) {
        return nullptr;
    }
    std::vector<GEOSGeometry *> holes;
    holes.reserve(polygon.size());
    for (std::size_t i = 1; i < polygon.size(); ++i) {
        if (GEOSGeometry *hole = ringOf(geos, polygon[i])) {
            holes.push_back(hole);
        }
    }
    return GEOSGeom_createPolygon_r(geos, shell, holes.data(), static_cast<unsigned>(holes.size()));
}

GEOSGeometry *collection(GEOSContextHandle_t geos, int type, std::vector<GEOSGeometry *> parts)
{
    return GEOSGeom_createCollection_r(geos, type, parts.data(), static_cast<unsigned>(parts.size()));
}

GEOSGeometry *multiPolygon(GEOSContextHandle_t geos, std::span<const planning::Polygon> polygons)
{
    std::vector<GEOSGeometry *> parts;
    parts.reserve(polygons.size());
    for (const planning::Polygon &polygon : polygons) {
        if (GEOSGeometry *part = polygonOf(geos, polygon)) {
            parts.push_back(part);
        }
    }
    return collection(geos, GEOS_MULTIPOLYGON, std::move(parts));
}

planning::Ring readRing(GEOSContextHandle_t geos, const GEOSGeometry *ring)
{
    planning::Ring points;
    const GEOSCoordSequence *coordinates = ring == nullptr ? nullptr : GEOSGeom_getCoordSeq_r(geos, ring);
    unsigned count = 0;
    if (coordinates == nullptr || GEOSCoordSeq_getSize_r(geos, coordinates, &count) == 0 || count < 2) {
        return points;
    }
    points.resize(count - 1); // the last is the first again
    for (unsigned i = 0; i + 1 < count; ++i) {
        GEOSCoordSeq_getXY_r(geos, coordinates, i, &points[i].x, &points[i].y);
    }
    return points;
}

void readPolygons(GEOSContextHandle_t geos, const GEOSGeometry *geometry, std::vector<planning::Polygon> &into)
{
    const int type = geometry == nullptr ? -1 : GEOSGeomTypeId_r(geos, geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(geos, geometry) != 0) {
            return;
        }
        planning::Polygon polygon{readRing(geos, GEOSGetExteriorRing_r(geos, geometry))};
        const int holes = GEOSGetNumInteriorRings_r(geos, geometry);
        for (int i = 0; i < holes; ++i) {
            polygon.push_back(readRing(geos, GEOSGetInteriorRingN_r(geos, geometry, i)));
        }
        into.push_back(std::move(polygon));
    } else if (type >= GEOS_MULTIPOINT) {
        const int parts = GEOSGetNumGeometries_r(geos, geometry);
        for (int i = 0; i < parts; ++i) {
            readPolygons(geos, GEOSGetGeometryN_r(geos, geometry, i), into);
        }
    }
}

} // namespace

Shape::Context::Context() : m_handle(GEOS_init_r(), [](GEOSContextHandle_t handle) { GEOS_finish_r(handle); }) {}

Shape::Shape(const Context &context, GEOSGeometry *geometry)
    : m_context(context)
    , m_geometry(geometry, [context](GEOSGeometry *old) {
        if (old != nullptr) {
            GEOSGeom_destroy_r(context.handle(), old);
        }
    })
{}

Shape Shape::made(GEOSGeometry *geometry) const
{
    return m_context ? Shape(*m_context, geometry) : Shape();
}

std::optional<Shape> Shape::exact(const Context &context, std::span<const planning::Polygon> polygons)
{
    Shape shape(context, multiPolygon(context.handle(), polygons));
    if (!shape.m_geometry || GEOSisValid_r(context.handle(), shape.m_geometry.get()) != 1 || !(shape.area() > 0)) {
        return std::nullopt;
    }
    return shape;
}

Shape Shape::covered(const Context &context, std::span<const planning::Polygon> polygons)
{
    GEOSContextHandle_t geos = context.handle();
    std::vector<GEOSGeometry *> parts;
    parts.reserve(polygons.size());
    for (const planning::Polygon &polygon : polygons) {
        const Shape raw(context, polygonOf(geos, polygon));
        if (!raw.m_geometry) {
            continue;
        }
        GEOSGeometry *sound = GEOSisValid_r(geos, raw.m_geometry.get()) == 1
                                  ? GEOSGeom_clone_r(geos, raw.m_geometry.get())
                                  : GEOSMakeValid_r(geos, raw.m_geometry.get());
        if (sound != nullptr) {
            parts.push_back(sound);
        }
    }
    const Shape all(context, collection(geos, GEOS_GEOMETRYCOLLECTION, std::move(parts)));
    return Shape(context, all.m_geometry ? GEOSUnaryUnion_r(geos, all.m_geometry.get()) : nullptr);
}

Shape Shape::ofRing(const Context &context, std::span<const Vec2> ring)
{
    GEOSGeometry *shell = ringOf(context.handle(), ring);
    return Shape(context, shell == nullptr ? nullptr : GEOSGeom_createPolygon_r(context.handle(), shell, nullptr, 0));
}

Shape Shape::ofLines(const Context &context, std::span<const planning::Line> lines)
{
    std::vector<GEOSGeometry *> parts;
    parts.reserve(lines.size());
    for (const planning::Line &line : lines) {
        GEOSCoordSequence *coordinates = line.size() < 2 ? nullptr : sequence(context.handle(), line, false);
        if (GEOSGeometry *part =
                coordinates == nullptr ? nullptr : GEOSGeom_createLineString_r(context.handle(), coordinates)) {
            parts.push_back(part);
        }
    }
    return Shape(context, collection(context.handle(), GEOS_MULTILINESTRING, std::move(parts)));
}

Shape Shape::ofPoint(const Context &context, const Vec2 &point)
{
    return Shape(context, GEOSGeom_createPointFromXY_r(context.handle(), point.x, point.y));
}

Shape Shape::united(const Context &context, std::span<const Shape> shapes)
{
    std::vector<GEOSGeometry *> parts;
    parts.reserve(shapes.size());
    for (const Shape &shape : shapes) {
        if (!shape.isEmpty()) {
            parts.push_back(GEOSGeom_clone_r(context.handle(), shape.m_geometry.get()));
        }
    }
    const Shape all(context, collection(context.handle(), GEOS_GEOMETRYCOLLECTION, std::move(parts)));
    return Shape(context, all.m_geometry ? GEOSUnaryUnion_r(context.handle(), all.m_geometry.get()) : nullptr);
}

bool Shape::isEmpty() const
{
    return !m_geometry || GEOSisEmpty_r(m_context->handle(), m_geometry.get()) != 0;
}

double Shape::area() const
{
    double value = 0;
    return !isEmpty() && GEOSArea_r(m_context->handle(), m_geometry.get(), &value) == 1 ? value : 0;
}

double Shape::length() const
{
    double value = 0;
    return !isEmpty() && GEOSLength_r(m_context->handle(), m_geometry.get(), &value) == 1 ? value : 0;
}

Vec2 Shape::centroid() const
{
    Vec2 point;
    if (isEmpty()) {
        return point;
    }
    const Shape middle = made(GEOSGetCentroid_r(m_context->handle(), m_geometry.get()));
    if (!middle.isEmpty()) {
        GEOSGeomGetX_r(m_context->handle(), middle.m_geometry.get(), &point.x);
        GEOSGeomGetY_r(m_context->handle(), middle.m_geometry.get(), &point.y);
    }
    return point;
}

std::optional<Vec2> Shape::inside() const
{
    const Shape place = isEmpty() ? Shape() : made(GEOSPointOnSurface_r(m_context->handle(), m_geometry.get()));
    if (place.isEmpty()) {
        return std::nullopt;
    }
    return place.centroid();
}

Box3 Shape::bounds() const
{
    Box3 box;
    if (isEmpty()) {
        return box;
    }
    GEOSContextHandle_t geos = m_context->handle();
    const GEOSGeometry *g = m_geometry.get();
    Vec3 low, high;
    if (GEOSGeom_getXMin_r(geos, g, &low.x) == 1 && GEOSGeom_getYMin_r(geos, g, &low.y) == 1 &&
        GEOSGeom_getXMax_r(geos, g, &high.x) == 1 && GEOSGeom_getYMax_r(geos, g, &high.y) == 1) {
        box.include(low);
        box.include(high);
    }
    return box;
}

bool Shape::intersects(const Shape &other) const
{
    return !isEmpty() && !other.isEmpty() &&
           GEOSIntersects_r(m_context->handle(), m_geometry.get(), other.m_geometry.get()) == 1;
}

bool Shape::covers(const Shape &other) const
{
    return !isEmpty() && !other.isEmpty() &&
           GEOSCovers_r(m_context->handle(), m_geometry.get(), other.m_geometry.get()) == 1;
}

std::optional<double> Shape::distance(const Shape &other) const
{
    double value = 0;
    if (isEmpty() || other.isEmpty() ||
        GEOSDistance_r(m_context->handle(), m_geometry.get(), other.m_geometry.get(), &value) != 1) {
        return std::nullopt;
    }
    return value;
}

Shape Shape::intersection(const Shape &other) const
{
    return isEmpty() || other.isEmpty()
               ? Shape()
               : made(GEOSIntersection_r(m_context->handle(), m_geometry.get(), other.m_geometry.get()));
}

Shape Shape::difference(const Shape &other) const
{
    if (isEmpty() || other.isEmpty()) {
        return *this;
    }
    return made(GEOSDifference_r(m_context->handle(), m_geometry.get(), other.m_geometry.get()));
}

Shape Shape::boundary() const
{
    return isEmpty() ? Shape() : made(GEOSBoundary_r(m_context->handle(), m_geometry.get()));
}

Shape Shape::buffer(double distance) const
{
    constexpr int kQuarterSegments = 32;
    return isEmpty() ? Shape() : made(GEOSBuffer_r(m_context->handle(), m_geometry.get(), distance, kQuarterSegments));
}

std::vector<planning::Polygon> Shape::polygons() const
{
    std::vector<planning::Polygon> found;
    if (!isEmpty()) {
        readPolygons(m_context->handle(), m_geometry.get(), found);
    }
    return found;
}

} // namespace loci::analysis

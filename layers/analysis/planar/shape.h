// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/domain/planning/planlayer.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

using GEOSGeometry = struct GEOSGeom_t;
using GEOSContextHandle_t = struct GEOSContextHandle_HS *;

namespace loci::analysis {

/// A planar geometry in GEOS, in the CRS of whoever made it. A value of one thread: the context behind it is shared by
/// all shapes made from it. What GEOS cannot do gives an empty shape or nothing, never an exception.
class Shape
{
public:
    /// GEOS' state. One per thread.
    class Context
    {
    public:
        Context();
        GEOSContextHandle_t handle() const { return m_handle.get(); }
        bool operator==(const Context &) const = default;

    private:
        std::shared_ptr<struct GEOSContextHandle_HS> m_handle;
    };

    Shape() = default;
    /// The polygons as they are, for areas that a document draws; nothing when they cross themselves or have no area.
    static std::optional<Shape> exact(const Context &context, std::span<const planning::Polygon> polygons);
    /// The ground they cover: repaired and united. For outlines of buildings, which meet and overlap.
    static Shape covered(const Context &context, std::span<const planning::Polygon> polygons);
    static Shape ofRing(const Context &context, std::span<const Vec2> ring); ///< simple, any direction
    static Shape ofLines(const Context &context, std::span<const planning::Line> lines);
    static Shape ofPoint(const Context &context, const Vec2 &point);
    static Shape united(const Context &context, std::span<const Shape> shapes);

    bool isEmpty() const;
    double area() const;
    double length() const;
    Vec2 centroid() const;              ///< 0, 0 of an empty one
    std::optional<Vec2> inside() const; ///< some point inside
    Box3 bounds() const;                ///< heights are 0
    bool intersects(const Shape &other) const;
    bool covers(const Shape &other) const;
    /// Plan distance; nothing when one is empty.
    std::optional<double> distance(const Shape &other) const;
    Shape intersection(const Shape &other) const;
    Shape difference(const Shape &other) const;
    Shape boundary() const;
    Shape buffer(double distance) const; ///< 32 segments a quarter
    std::vector<planning::Polygon> polygons() const;

private:
    Shape(const Context &context, GEOSGeometry *geometry);
    Shape made(GEOSGeometry *geometry) const;

    std::optional<Context> m_context;
    std::shared_ptr<GEOSGeometry> m_geometry;
};

} // namespace loci::analysis

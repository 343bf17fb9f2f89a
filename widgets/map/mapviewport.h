// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"

#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QTransform>

namespace loci::widgets {

/// Where the map looks: a centre, a size in logical pixels and the map units of one pixel. North is up.
struct MapViewport
{
    Vec2 centre;
    double unitsPerPixel = 1;
    QSize size{1, 1};

    Vec2 toMap(const QPointF &pixel) const
    {
        return {centre.x + (pixel.x() - size.width() / 2.0) * unitsPerPixel,
                centre.y - (pixel.y() - size.height() / 2.0) * unitsPerPixel};
    }
    QPointF toPixel(const Vec2 &point) const
    {
        return {(point.x - centre.x) / unitsPerPixel + size.width() / 2.0,
                (centre.y - point.y) / unitsPerPixel + size.height() / 2.0};
    }
    Box3 extent() const
    {
        const Vec2 low = toMap({0.0, static_cast<double>(size.height())});
        const Vec2 high = toMap({static_cast<double>(size.width()), 0.0});
        Box3 box;
        box.include(Vec3{low.x, low.y, 0});
        box.include(Vec3{high.x, high.y, 0});
        return box;
    }
    /// Rectangle on the screen of a box on the map.
    QRectF toPixels(const Box3 &box) const
    {
        return QRectF(toPixel({box.min.x, box.max.y}), toPixel({box.max.x, box.min.y}));
    }
    /// Of a path in map units relative to `origin`, to pixels: large coordinates never meet single precision.
    QTransform pathTransform(const Vec2 &origin) const
    {
        const QPointF at = toPixel(origin);
        return {1 / unitsPerPixel, 0, 0, -1 / unitsPerPixel, at.x(), at.y()};
    }
    MapViewport zoomedAbout(const QPointF &pixel, double factor) const
    {
        MapViewport result = *this;
        const Vec2 fixed = toMap(pixel);
        result.unitsPerPixel = unitsPerPixel / factor;
        result.centre = {fixed.x - (pixel.x() - size.width() / 2.0) * result.unitsPerPixel,
                         fixed.y + (pixel.y() - size.height() / 2.0) * result.unitsPerPixel};
        return result;
    }
    MapViewport moved(const QPointF &pixels) const
    {
        MapViewport result = *this;
        result.centre = {centre.x - pixels.x() * unitsPerPixel, centre.y + pixels.y() * unitsPerPixel};
        return result;
    }
    /// The viewport of the same size that shows all of a box.
    MapViewport showing(const Box3 &box) const
    {
        MapViewport result = *this;
        const Vec3 middle = box.centre();
        result.centre = {middle.x, middle.y};
        const double wide = (box.max.x - box.min.x) / std::max(1, size.width());
        const double high = (box.max.y - box.min.y) / std::max(1, size.height());
        if (std::max(wide, high) > 0) {
            result.unitsPerPixel = std::max(wide, high);
        }
        return result;
    }
    bool operator==(const MapViewport &) const = default;
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/webdatum/webdatumrasters.h"

#include "layers/map/webdatum/webdatum.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmaplayer.h>
#include <qgsrectangle.h>

#include <cmath>
#include <optional>

namespace loci::map {

namespace {

/// Web Mercator of a place in degrees, on its sphere.
Vec2 webMercator(const Vec2 &lonLat)
{
    constexpr double kRadius = 6378137;
    constexpr double kDegree = M_PI / 180;
    return {lonLat.x * kDegree * kRadius, std::log(std::tan(M_PI / 4 + lonLat.y * kDegree / 2)) * kRadius};
}

std::optional<Vec2> middleOf(const QgsRectangle &extent, const QgsCoordinateReferenceSystem &crs)
{
    try {
        const QgsCoordinateTransform toDegrees(crs, QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")),
                                               QgsCoordinateTransformContext());
        const QgsPointXY middle = toDegrees.transform(extent.center());
        if (std::isfinite(middle.x()) && std::isfinite(middle.y()) && std::abs(middle.y()) < 85) {
            return Vec2{middle.x(), middle.y()};
        }
    } catch (const QgsCsException &) {
        return std::nullopt; // the view shows no place of the earth
    }
    return std::nullopt;
}

QgsCoordinateReferenceSystem movedMercator(geodesy::WebDatum datum, const Vec2 &place)
{
    const Vec2 here = webMercator(place);
    const Vec2 marked = webMercator(geodesy::toWebDatum(datum, place));
    return QgsCoordinateReferenceSystem::fromProj(
        QStringLiteral("+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=%1 +y_0=%2 +k=1 +units=m "
                       "+nadgrids=@null +wktext +no_defs +type=crs")
            .arg(marked.x - here.x, 0, 'f', 3)
            .arg(marked.y - here.y, 0, 'f', 3));
}

} // namespace

WebDatumRasters::WebDatumRasters() = default;
WebDatumRasters::~WebDatumRasters() = default;

QList<QgsMapLayer *> WebDatumRasters::shown(const QList<QgsMapLayer *> &layers, const QgsRectangle &extent,
                                            const QgsCoordinateReferenceSystem &crs)
{
    m_copies.clear();
    QList<QgsMapLayer *> shown;
    shown.reserve(layers.size());
    std::optional<Vec2> middle;
    for (QgsMapLayer *layer : layers) {
        const geodesy::WebDatum datum =
            layer->type() == Qgis::LayerType::Raster ? webDatumOf(*layer) : geodesy::WebDatum::None;
        if (datum != geodesy::WebDatum::None && !middle) {
            middle = middleOf(extent, crs);
        }
        if (datum == geodesy::WebDatum::None || !middle) {
            shown << layer;
            continue;
        }
        std::unique_ptr<QgsMapLayer> copy(layer->clone());
        copy->setId(layer->id()); // problems of the drawing are told by it
        copy->setCrs(movedMercator(datum, *middle), false);
        shown << copy.get();
        m_copies.push_back(std::move(copy));
    }
    return shown;
}

} // namespace loci::map

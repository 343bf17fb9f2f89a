// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/webdatum/webdatum.h"

#include "layers/map/mapdocument.h"
#include "layers/map/webdatum/webdatumuri.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsmaplayer.h>
#include <qgsproject.h>
#include <qgsrectangle.h>

#include <QCoreApplication>

namespace loci::map {

namespace {

constexpr char kRasterMark[] = "loci/webDatum"; // custom property: it is stored with the layer

bool isTileMap(const QgsMapLayer &layer)
{
    return layer.type() == Qgis::LayerType::Raster && layer.providerType() == QLatin1String("wms") &&
           layer.source().contains(QLatin1String("type=xyz"));
}

} // namespace

geodesy::WebDatum webDatumOf(const QgsMapLayer &layer)
{
    if (isTileMap(layer)) {
        return geodesy::webDatumFromKey(layer.customProperty(QLatin1String(kRasterMark)).toString());
    }
    if (layer.providerType() != QLatin1String(kWebDatumProvider)) {
        return geodesy::WebDatum::None;
    }
    const auto parts = WebDatumUri::fromText(layer.source());
    return parts ? parts->datum : geodesy::WebDatum::None;
}

bool canHaveWebDatum(const QgsMapLayer &layer)
{
    if (isTileMap(layer)) {
        return true;
    }
    const QgsRectangle extent = layer.extent();
    return layer.type() == Qgis::LayerType::Vector && layer.isSpatial() &&
           (!layer.crs().isValid() || layer.crs().isGeographic()) && !layer.id().startsWith(QLatin1String("city/")) &&
           (extent.isNull() || extent.intersects(QgsRectangle(73.66, 3.86, 135.05, 53.55)));
}

bool canSetWebDatum(const MapDocument &document, const QString &layerId, geodesy::WebDatum datum)
{
    const QgsMapLayer *layer = document.project().mapLayer(layerId);
    return layer != nullptr && canHaveWebDatum(*layer) && webDatumOf(*layer) != datum;
}

Result<> setWebDatum(MapDocument &document, const QString &layerId, geodesy::WebDatum datum)
{
    QgsMapLayer *layer = document.project().mapLayer(layerId);
    if (layer == nullptr) {
        return fail(ErrorCode::Usage, QCoreApplication::translate("Map", "This layer is not there any more."));
    }
    if (webDatumOf(*layer) == datum) {
        return {};
    }
    if (!canHaveWebDatum(*layer)) {
        return fail(
            ErrorCode::Usage,
            QCoreApplication::translate("Map", "Layer %1 has no degrees in China to be corrected.").arg(layer->name()));
    }
    if (isTileMap(*layer)) {
        if (datum == geodesy::WebDatum::None) {
            layer->removeCustomProperty(QLatin1String(kRasterMark));
        } else {
            layer->setCustomProperty(QLatin1String(kRasterMark), geodesy::webDatumKey(datum));
        }
        layer->triggerRepaint();
        return {};
    }
    WebDatumUri parts{datum, layer->providerType(), layer->source()};
    if (const auto marked = WebDatumUri::fromText(layer->source());
        marked && layer->providerType() == QLatin1String(kWebDatumProvider)) {
        parts.provider = marked->provider;
        parts.uri = marked->uri;
    }
    const bool plain = datum == geodesy::WebDatum::None;
    return document.changeSource(layerId, plain ? parts.provider : QLatin1String(kWebDatumProvider),
                                 plain ? parts.uri : parts.toText());
}

} // namespace loci::map

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/viewpainter.h"

#include "layers/map/quietstyle.h"
#include "widgets/map/mappainter.h"

#include <qgsmapsettings.h>
#include <qgsproject.h>
#include <qgsrectangle.h>

#include <QTimer>

namespace loci::widgets {

ViewPainter::ViewPainter(map::MapDocument &document, QObject *parent) : QObject(parent), m_document(document)
{
    const auto forget = [this] {
        if (m_job == nullptr) {
            m_copies.clear();
        }
    };
    connect(&m_document, &map::MapDocument::layersChanged, this, forget);
    connect(&m_document, &map::MapDocument::layerStyleChanged, this, forget);
}

ViewPainter::~ViewPainter()
{
    if (m_job != nullptr) {
        m_job->disconnect(this);
        m_job->cancel();
    }
}

QgsMapLayer *ViewPainter::inTheme(QgsMapLayer *layer, bool dark)
{
    if (dark == m_document.isDark()) {
        return layer;
    }
    std::unique_ptr<QgsMapLayer> &copy = m_copies[layer->id()];
    if (!copy) {
        copy.reset(layer->clone());
        if (!copy) {
            return layer;
        }
        map::switchQuietStyle(*copy, dark);
    }
    return copy.get();
}

QList<QgsMapLayer *> ViewPainter::layersOf(const Wish &wish, QStringList &missing)
{
    missing = wish.layers;
    QList<QgsMapLayer *> layers;
    QList<QgsMapLayer *> candidates = m_document.visibleLayers();
    if (!wish.layers.isEmpty()) {
        for (const QString &id : wish.layers) {
            QgsMapLayer *layer = m_document.project().mapLayer(id);
            if (layer != nullptr && layer->isValid() && !candidates.contains(layer)) {
                candidates << layer;
            }
        }
    }
    for (QgsMapLayer *layer : std::as_const(candidates)) {
        const bool isCity = layer->id().startsWith(QLatin1String("city/"));
        const bool wanted = isCity ? wish.outlines : wish.layers.isEmpty() || wish.layers.contains(layer->id());
        if (wanted) {
            missing.removeAll(layer->id());
            layers << inTheme(layer, wish.dark);
        }
    }
    return layers;
}

void ViewPainter::paint(Wish wish, Done done)
{
    m_wishes.emplace_back(std::move(wish), std::move(done));
    next();
}

void ViewPainter::next()
{
    if (m_job != nullptr || m_wishes.empty()) {
        return;
    }
    const Wish &wish = m_wishes.front().first;
    QgsCoordinateReferenceSystem system = m_document.project().crs();
    if (wish.crs.isKnown()) {
        const QgsCoordinateReferenceSystem wished(QStringLiteral("EPSG:%1").arg(wish.crs.value()));
        const QgsCoordinateReferenceSystem plane = wished.horizontalCrs();
        system = plane.isValid() ? plane : wished;
    }
    Box3 extent = wish.extent;
    if (extent.isEmpty()) {
        const QgsRectangle all = m_document.fullExtent();
        extent.include(Vec3{all.xMinimum(), all.yMinimum(), 0});
        extent.include(Vec3{all.xMaximum(), all.yMaximum(), 0});
        system = m_document.project().crs();
    }
    QStringList missing;
    const QList<QgsMapLayer *> layers = layersOf(wish, missing);
    QgsMapSettings settings = MapPainter::settingsFor(
        m_document.project(), extent, (QSizeF(wish.size) / wish.scale).toSize(), wish.scale,
        m_rasters.shown(layers, QgsRectangle(extent.min.x, extent.min.y, extent.max.x, extent.max.y), system),
        map::quietPalette(wish.dark).ground, system);
    settings.setFlag(Qgis::MapSettingsFlag::DrawLabeling, wish.labels);
    m_job = new QgsMapRendererParallelJob(settings);
    m_job->setParent(this);
    connect(m_job, &QgsMapRendererJob::finished, this, [this, missing] {
        const QgsRectangle drawn = m_job->mapSettings().visibleExtent();
        Box3 box;
        box.include(Vec3{drawn.xMinimum(), drawn.yMinimum(), 0});
        box.include(Vec3{drawn.xMaximum(), drawn.yMaximum(), 0});
        QImage image = m_job->renderedImage();
        image.setDevicePixelRatio(1);
        const QSize wanted = m_wishes.front().first.size;
        if (image.size() != wanted) { // by a pixel, where the scale does not divide it
            image = image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        }
        m_job->deleteLater();
        m_job = nullptr;
        const Done done = std::move(m_wishes.front().second);
        m_wishes.pop_front();
        done(image, box, missing);
        next();
    });
    m_job->start();
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/groundpainter.h"

#include "widgets/map/mappainter.h"

#include <qgsmaplayer.h>
#include <qgsmapsettings.h>
#include <qgsproject.h>
#include <qgsrectangle.h>

namespace loci::widgets {

GroundPainter::GroundPainter(map::MapDocument &document, QObject *parent) : QObject(parent), m_document(document) {}

GroundPainter::~GroundPainter()
{
    const QList<QgsMapRendererParallelJob *> jobs = findChildren<QgsMapRendererParallelJob *>();
    for (QgsMapRendererParallelJob *job : jobs) {
        job->disconnect(this);
        job->cancel();
    }
}

void GroundPainter::paint(const Box3 &extent, EpsgCode crs, QSize size, const QColor &ground, Done done)
{
    if (m_job != nullptr) {
        m_job->disconnect(this);
        connect(m_job, &QgsMapRendererJob::finished, m_job, &QObject::deleteLater);
        m_job->cancelWithoutBlocking();
        m_job = nullptr;
    }
    if (extent.isEmpty() || size.isEmpty()) {
        return;
    }
    QList<QgsMapLayer *> layers;
    const QList<QgsMapLayer *> visible = m_document.visibleLayers();
    for (QgsMapLayer *layer : visible) {
        if (!layer->id().startsWith(QLatin1String("city/"))) {
            layers << layer;
        }
    }
    QgsCoordinateReferenceSystem system = m_document.project().crs();
    if (crs.isKnown()) {
        const QgsCoordinateReferenceSystem wished(QStringLiteral("EPSG:%1").arg(crs.value()));
        const QgsCoordinateReferenceSystem plane = wished.horizontalCrs();
        system = plane.isValid() ? plane : wished;
    }
    QgsMapSettings settings = MapPainter::settingsFor(
        m_document.project(), extent, size, 1.0,
        m_rasters.shown(layers, QgsRectangle(extent.min.x, extent.min.y, extent.max.x, extent.max.y), system), ground,
        system);
    settings.setFlag(Qgis::MapSettingsFlag::DrawLabeling, false); // words lying on the ground are blurs
    m_job = new QgsMapRendererParallelJob(settings);
    m_job->setParent(this);
    connect(m_job, &QgsMapRendererJob::finished, this, [this, done = std::move(done)] {
        const QgsRectangle drawn = m_job->mapSettings().visibleExtent();
        Box3 box;
        box.include(Vec3{drawn.xMinimum(), drawn.yMinimum(), 0});
        box.include(Vec3{drawn.xMaximum(), drawn.yMaximum(), 0});
        const QImage image = m_job->renderedImage();
        m_job->deleteLater();
        m_job = nullptr;
        done(image, box);
    });
    m_job->start();
}

} // namespace loci::widgets

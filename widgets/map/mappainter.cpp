// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mappainter.h"

#include "layers/map/sourceopener.h"

#include <qgslabelingenginesettings.h>
#include <qgsmaplayer.h>
#include <qgsmaprenderercache.h>
#include <qgsmapsettings.h>
#include <qgsnetworkaccessmanager.h>
#include <qgsnetworkreply.h>
#include <qgsproject.h>
#include <qgsrectangle.h>

#include <QNetworkReply>
#include <QPainter>
#include <QUrl>
#include <algorithm>

namespace loci::widgets {

namespace {

constexpr int kLookMs = 100;
constexpr int kIdleMs = 280;
constexpr double kLookBudgetMs = 8; // a look composes all layers on the main thread
constexpr qint64 kSurroundingsLimitMs = 700;
constexpr double kSurroundingsGrow = 0.5; // of the view, on each side

QgsRectangle rectangle(const Box3 &box)
{
    return QgsRectangle(box.min.x, box.min.y, box.max.x, box.max.y);
}

Box3 boxOf(const QgsRectangle &r)
{
    Box3 box;
    box.include(Vec3{r.xMinimum(), r.yMinimum(), 0});
    box.include(Vec3{r.xMaximum(), r.yMaximum(), 0});
    return box;
}

/// No answer, or none of use; a tile that does not exist and what we stop ourselves are something else.
bool isSilence(QNetworkReply::NetworkError error)
{
    const bool transport = error > QNetworkReply::NoError && error < QNetworkReply::ProxyConnectionRefusedError;
    const bool server = error >= QNetworkReply::InternalServerError;
    return (transport && error != QNetworkReply::OperationCanceledError) || server;
}

} // namespace

MapPainter::MapPainter(QgsProject &project, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_cache(std::make_unique<QgsMapRendererCache>())
{
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, &MapPainter::look);
    // Tiles that do not come are no error of the drawing to QGIS: what its network says has to be heard.
    connect(QgsNetworkAccessManager::instance(), qOverload<QgsNetworkReplyContent>(&QgsNetworkAccessManager::finished),
            this, [this](const QgsNetworkReplyContent &reply) {
                if (m_job != nullptr && isSilence(reply.error())) {
                    m_silent.insert(reply.request().url().authority().section(QLatin1Char('@'), -1));
                }
            });
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdleMs);
    connect(&m_idle, &QTimer::timeout, this, &MapPainter::paintSurroundings);
}

MapPainter::~MapPainter()
{
    // Jobs hold snapshots of their layers and end by themselves; only the cache has to outlive them.
    for (QgsMapRendererParallelJob *job : {m_job.data(), m_wideJob.data()}) {
        if (job != nullptr) {
            job->disconnect(this);
            job->cancel();
            delete job;
        }
    }
    const QList<QgsMapRendererParallelJob *> retired = findChildren<QgsMapRendererParallelJob *>();
    for (QgsMapRendererParallelJob *job : retired) {
        job->cancel();
        delete job;
    }
}

QgsMapSettings MapPainter::settingsFor(const QgsProject &project, const Box3 &extent, const QSize &size,
                                       double devicePixelRatio, const QList<QgsMapLayer *> &layers,
                                       const QColor &ground, const QgsCoordinateReferenceSystem &crs)
{
    QgsMapSettings settings;
    settings.setDestinationCrs(crs);
    settings.setTransformContext(project.transformContext());
    settings.setEllipsoid(project.ellipsoid());
    settings.setExtent(rectangle(extent));
    settings.setOutputSize(size);
    settings.setOutputDpi(96);
    settings.setDevicePixelRatio(static_cast<float>(devicePixelRatio));
    settings.setBackgroundColor(ground);
    settings.setLayers(layers);
    settings.setFlag(Qgis::MapSettingsFlag::Antialiasing, true);
    settings.setFlag(Qgis::MapSettingsFlag::HighQualityImageTransforms, true);
    settings.setFlag(Qgis::MapSettingsFlag::DrawLabeling, true);
    settings.setFlag(Qgis::MapSettingsFlag::UseRenderingOptimization, true);
    settings.setFlag(Qgis::MapSettingsFlag::RenderPartialOutput, true);
    QgsLabelingEngineSettings labels = project.labelingEngineSettings();
    labels.setFlag(Qgis::LabelingFlag::UsePartialCandidates, false);
    settings.setLabelingEngineSettings(labels);
    return settings;
}

void MapPainter::paint(const MapViewport &viewport, double devicePixelRatio, const QList<QgsMapLayer *> &layers)
{
    cancel();
    m_viewport = viewport;
    m_ratio = devicePixelRatio;
    m_layers.clear();
    for (QgsMapLayer *layer : layers) {
        m_layers << layer;
    }
    const QgsMapSettings settings =
        settingsFor(m_project, viewport.extent(), viewport.size, devicePixelRatio,
                    m_rasters.shown(layers, rectangle(viewport.extent()), m_project.crs()), m_ground, m_project.crs());
    m_failed.clear();
    m_silent.clear();
    m_clock.start();
    m_look.start();
    start(settings);
}

void MapPainter::start(const QgsMapSettings &settings)
{
    m_job = new QgsMapRendererParallelJob(settings);
    m_job->setParent(this);
    m_job->setCache(m_cache.get());
    connect(m_job, &QgsMapRendererJob::finished, this, &MapPainter::onFinished);
    m_job->start();
}

void MapPainter::forget(const QgsMapLayer *layer)
{
    m_surroundings = {};
    if (layer == nullptr) {
        m_cache->clear();
    } else {
        m_cache->invalidateCacheForLayer(const_cast<QgsMapLayer *>(layer)); // NOLINT: used as a key only
    }
}

void MapPainter::cancel()
{
    m_look.stop();
    m_idle.stop();
    retire();
    if (m_wideJob != nullptr) {
        m_wideJob->disconnect(this);
        connect(m_wideJob, &QgsMapRendererJob::finished, m_wideJob, &QObject::deleteLater);
        m_wideJob->cancelWithoutBlocking();
        m_wideJob = nullptr;
    }
}

void MapPainter::retire()
{
    if (m_job == nullptr) {
        return;
    }
    m_job->disconnect(this);
    connect(m_job, &QgsMapRendererJob::finished, m_job, &QObject::deleteLater);
    m_job->cancelWithoutBlocking();
    m_job = nullptr;
}

void MapPainter::look()
{
    if (m_job == nullptr || m_lookMs > kLookBudgetMs) {
        return;
    }
    QElapsedTimer timer;
    timer.start();
    const QImage image = m_job->renderedImage();
    m_lookMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!image.isNull()) {
        m_picture = {image, m_viewport.extent()};
        emit pictureChanged();
    }
}

QStringList MapPainter::failedLayers() const
{
    QStringList failed;
    for (const QgsMapRendererJob::Error &error : m_job->errors()) {
        failed << error.layerID;
    }
    for (const auto &layer : std::as_const(m_layers)) {
        const QString source = layer != nullptr ? QUrl::fromPercentEncoding(layer->source().toUtf8()) : QString();
        const bool silent = std::any_of(m_silent.cbegin(), m_silent.cend(), [&source](const QString &server) {
            return source.contains(QLatin1String("//") + server);
        });
        if (silent && !failed.contains(layer->id())) {
            failed << layer->id();
        }
    }
    failed.removeDuplicates();
    return failed;
}

void MapPainter::keepGoodPictures(const QStringList &failed)
{
    QHash<QString, MapPicture> good;
    const Box3 extent = boxOf(m_job->mapSettings().visibleExtent());
    for (const auto &layer : std::as_const(m_layers)) {
        if (layer == nullptr || !map::isRemote(layer->providerType(), layer->source())) {
            continue;
        }
        const QString id = layer->id();
        if (failed.contains(id)) {
            good.insert(id, m_good.value(id));
        } else {
            good.insert(id, {m_cache->cacheImage(id), extent});
        }
    }
    m_good = std::move(good); // nothing is kept of layers that are not shown
}

/// Puts the last whole pictures of layers in place of the failed ones and draws again, which costs little: all else
/// comes from the cache. False when there is nothing to put.
bool MapPainter::showOldInstead(const QStringList &failed)
{
    const QgsMapSettings settings = m_job->mapSettings();
    bool any = false;
    for (const auto &layer : std::as_const(m_layers)) {
        const MapPicture old = layer != nullptr ? m_good.value(layer->id()) : MapPicture();
        if (layer == nullptr || !failed.contains(layer->id()) || old.isEmpty()) {
            continue;
        }
        QImage image(settings.deviceOutputSize(), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(m_ratio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(m_viewport.toPixels(old.extent), old.image, QRectF(old.image.rect()));
        painter.end();
        m_cache->setCacheImageWithParameters(layer->id(), image, settings.visibleExtent(), settings.mapToPixel(),
                                             {layer.data()});
        any = true;
    }
    if (!any) {
        return false;
    }
    m_failed = failed;
    m_job->disconnect(this);
    m_job->deleteLater();
    start(settings);
    return true;
}

void MapPainter::onFinished()
{
    QStringList failed = failedLayers();
    if (m_failed.isEmpty()) {
        keepGoodPictures(failed);
        if (!failed.isEmpty() && showOldInstead(failed)) {
            return;
        }
    } else {
        failed = std::exchange(m_failed, {});
    }
    for (const auto &layer : std::as_const(m_layers)) {
        if (layer != nullptr && failed.contains(layer->id())) {
            m_cache->invalidateCacheForLayer(layer); // the next drawing asks the server again
        }
    }
    m_look.stop();
    m_lastMs = m_clock.elapsed();
    m_picture = {m_job->renderedImage(), boxOf(m_job->mapSettings().visibleExtent())};
    m_job->disconnect(this);
    m_job->deleteLater();
    m_job = nullptr;
    // A look may be dear with many layers; it is measured anew with every picture.
    m_lookMs *= 0.5;
    emit pictureChanged();
    emit layersFailed(failed);
    emit finished();
    if (m_lastMs <= kSurroundingsLimitMs) {
        m_idle.start();
    }
}

void MapPainter::paintSurroundings()
{
    if (m_job != nullptr || m_wideJob != nullptr) {
        return;
    }
    Box3 wide = m_viewport.extent();
    const double dx = (wide.max.x - wide.min.x) * kSurroundingsGrow;
    const double dy = (wide.max.y - wide.min.y) * kSurroundingsGrow;
    wide.include(Vec3{wide.min.x - dx, wide.min.y - dy, 0});
    wide.include(Vec3{wide.max.x + dx, wide.max.y + dy, 0});
    QList<QgsMapLayer *> layers;
    for (const auto &layer : std::as_const(m_layers)) {
        if (layer != nullptr) {
            layers << layer.data();
        }
    }
    const QSize size(static_cast<int>(m_viewport.size.width() * (1 + 2 * kSurroundingsGrow)),
                     static_cast<int>(m_viewport.size.height() * (1 + 2 * kSurroundingsGrow)));
    m_wideJob = new QgsMapRendererParallelJob(settingsFor(m_project, wide, size, 1.0,
                                                          m_wideRasters.shown(layers, rectangle(wide), m_project.crs()),
                                                          m_ground, m_project.crs()));
    m_wideJob->setParent(this);
    connect(m_wideJob, &QgsMapRendererJob::finished, this, [this] {
        m_surroundings = {m_wideJob->renderedImage(), boxOf(m_wideJob->mapSettings().visibleExtent())};
        m_wideJob->deleteLater();
        m_wideJob = nullptr;
    });
    m_wideJob->start();
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/print/mapexporter.h"

#include "layers/base/logging.h"
#include "layers/map/print/maplayoutbuilder.h"

#include <qgslayertree.h>
#include <qgslayoutexporter.h>
#include <qgsmaprendererparalleljob.h>
#include <qgsmapsettings.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <cmath>

namespace loci::map {

namespace {
QgsLayoutExporter::ExportResult write(QgsPrintLayout &layout, const PrintRequest &request, const QString &suffix,
                                      const QString &path)
{
    QgsLayoutExporter exporter(&layout);
    if (suffix == QLatin1String("pdf")) {
        QgsLayoutExporter::PdfExportSettings settings;
        settings.dpi = request.dpi;
        settings.rasterizeWholeImage = false;
        settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysOutlines;
        return exporter.exportToPdf(path, settings);
    }
    if (suffix == QLatin1String("svg")) {
        QgsLayoutExporter::SvgExportSettings settings;
        settings.dpi = request.dpi;
        return exporter.exportToSvg(path, settings);
    }
    QgsLayoutExporter::ImageExportSettings settings;
    settings.dpi = request.dpi;
    return exporter.exportToImage(path, settings);
}

Result<> resultOf(QgsLayoutExporter::ExportResult result, const QString &path)
{
    switch (result) {
    case QgsLayoutExporter::Success:
        return {};
    case QgsLayoutExporter::Canceled:
        return fail(ErrorCode::Cancelled, QCoreApplication::translate("Print", "The export was stopped."));
    case QgsLayoutExporter::MemoryError:
        return fail(ErrorCode::NotWritable,
                    QCoreApplication::translate(
                        "Print", "There is not enough memory for a picture of this size. Choose a lower resolution."));
    default:
        return fail(ErrorCode::NotWritable,
                    QCoreApplication::translate("Print", "The map could not be written to “%1”.").arg(path),
                    QStringLiteral("QgsLayoutExporter result %1").arg(int(result)));
    }
}

/// Writes beside the wished file and moves everything over at the end, so that a failure leaves the old file alone.
Result<> writeLayout(QgsPrintLayout &layout, const PrintRequest &request, const QString &path)
{
    const QFileInfo target(path);
    const QString suffix = target.suffix().toLower();
    if (!QStringList{"pdf", "svg", "png", "jpg", "jpeg", "tif", "tiff"}.contains(suffix)) {
        return fail(ErrorCode::Unsupported,
                    QCoreApplication::translate(
                        "Print", "“%1” is none of the formats a map can be written to: PDF, SVG, PNG, JPG, TIF.")
                        .arg(target.fileName()));
    }
    if (!target.dir().exists()) {
        return fail(ErrorCode::NotWritable,
                    QCoreApplication::translate("Print", "The folder “%1” does not exist.").arg(target.path()));
    }
    QTemporaryDir beside(target.dir().filePath(QStringLiteral(".loci-export-XXXXXX")));
    if (!beside.isValid()) {
        return fail(
            ErrorCode::NotWritable,
            QCoreApplication::translate("Print", "Nothing can be written into the folder “%1”.").arg(target.path()),
            beside.errorString());
    }
    const QString draft = beside.filePath(QStringLiteral("map.") + suffix);
    qCInfo(logMap) << "Write the map to" << path;
    LOCI_CHECK(resultOf(write(layout, request, suffix, draft), path));
    if (QFileInfo(draft).size() == 0) {
        return resultOf(QgsLayoutExporter::FileError, path);
    }
    if (QFile::exists(path) && !QFile::remove(path)) {
        return resultOf(QgsLayoutExporter::FileError, path);
    }
    if (!QFile::rename(draft, path)) {
        return resultOf(QgsLayoutExporter::FileError, path);
    }
    return {};
}

QList<QgsMapLayer *> visibleLayers(const PrintRequest &request)
{
    if (!request.layers.isEmpty()) {
        return request.layers;
    }
    QList<QgsMapLayer *> visible;
    const QgsLayerTree *root = request.project->layerTreeRoot();
    for (QgsMapLayer *layer : root->layerOrder()) {
        const QgsLayerTreeLayer *node = root->findLayer(layer);
        if (node && node->isVisible()) {
            visible.append(layer);
        }
    }
    return visible;
}
} // namespace

Result<> exportMap(const PrintRequest &request, const QString &path)
{
    LOCI_CHECK(checkRequest(request));
    MapLayoutBuilder builder(request);
    const std::unique_ptr<QgsPrintLayout> layout = builder.build();
    return writeLayout(*layout, request, path);
}

MapExporter::MapExporter(QObject *parent) : QObject(parent) {}

MapExporter::~MapExporter()
{
    release();
}

void MapExporter::start(const PrintRequest &request, const QString &path)
{
    release();
    if (const Result<> checked = checkRequest(request); !checked) {
        report(checked);
        return;
    }
    m_request = request;
    m_path = path;
    renderMap();
}

void MapExporter::startPicture(const PrintRequest &request)
{
    release();
    if (const Result<> checked = checkRequest(request); !checked) {
        report(checked);
        return;
    }
    m_request = request;
    m_path.clear();
    renderMap();
}

void MapExporter::renderMap()
{
    const QRectF area = mapArea(m_request);
    const double dotsPerMillimetre = m_request.dpi / 25.4;
    const Box3 extent = paperExtent(m_request);
    QgsMapSettings settings;
    settings.setDestinationCrs(paperCrs(m_request));
    settings.setTransformContext(m_request.project->transformContext());
    settings.setPathResolver(m_request.project->pathResolver());
    settings.setEllipsoid(m_request.project->ellipsoid());
    settings.setOutputSize(
        QSize(int(std::lround(area.width() * dotsPerMillimetre)), int(std::lround(area.height() * dotsPerMillimetre))));
    settings.setOutputDpi(m_request.dpi);
    settings.setExtent(QgsRectangle(extent.min.x, extent.min.y, extent.max.x, extent.max.y));
    settings.setLayers(m_rasters.shown(visibleLayers(m_request), settings.extent(), settings.destinationCrs()));
    settings.setBackgroundColor(Qt::white);
    settings.setFlag(Qgis::MapSettingsFlag::Antialiasing);
    settings.setFlag(Qgis::MapSettingsFlag::UseAdvancedEffects);
    settings.setFlag(Qgis::MapSettingsFlag::HighQualityImageTransforms);
    settings.setFlag(Qgis::MapSettingsFlag::DrawEditingInfo, false);
    m_job = std::make_unique<QgsMapRendererParallelJob>(settings);
    connect(m_job.get(), &QgsMapRendererJob::finished, this, &MapExporter::onRendered);
    emit progressChanged(0.05);
    m_job->start();
}

void MapExporter::onRendered()
{
    QImage picture = m_job->renderedImage();
    // The job is inside its own signal: it must outlive this call.
    m_job->disconnect(this);
    m_job.release()->deleteLater();
    if (m_path.isEmpty()) {
        emit pictureReady(picture);
        return;
    }
    emit progressChanged(0.7);
    MapLayoutBuilder builder(m_request, std::move(picture));
    const std::unique_ptr<QgsPrintLayout> layout = builder.build();
    const Result<> result = writeLayout(*layout, m_request, m_path);
    emit progressChanged(1);
    report(result);
}

void MapExporter::cancel()
{
    if (!m_job) {
        return;
    }
    release();
    report(fail(ErrorCode::Cancelled, QCoreApplication::translate("Print", "The export was stopped.")));
}

void MapExporter::report(const Result<> &result)
{
    if (result) {
        emit succeeded();
    } else {
        emit failed(result.error());
    }
}

void MapExporter::release()
{
    if (m_job) {
        m_job->disconnect(this);
        m_job->cancelWithoutBlocking();
        // It removes itself once its threads have seen the wish.
        QgsMapRendererParallelJob *job = m_job.release();
        if (job->isActive()) {
            connect(job, &QgsMapRendererJob::finished, job, &QObject::deleteLater);
        } else {
            job->deleteLater();
        }
    }
}

} // namespace loci::map

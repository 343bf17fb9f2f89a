// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/print/printrequest.h"
#include "layers/map/webdatum/webdatumrasters.h"

#include <QImage>
#include <QObject>
#include <memory>

class QgsMapRendererParallelJob;

namespace loci::map {

/// Writes one sheet as .pdf, .png, .jpg, .tif or .svg (by the suffix of `path`), completely or not at all. Blocks until
/// it is done. PDF and SVG keep lines and letters as vectors.
Result<> exportMap(const PrintRequest &request, const QString &path);

/// The same without holding the caller: the map is drawn by background threads first, then the page is put together
/// and written. For PDF and SVG the map is then a picture at the resolution of the request; everything else stays
/// vector. One export at a time; deleting the object cancels it. The project must outlive it.
class MapExporter final : public QObject
{
    Q_OBJECT
public:
    explicit MapExporter(QObject *parent = nullptr);
    ~MapExporter() override;
    void start(const PrintRequest &request, const QString &path);
    /// Only the map picture, for the clipboard: pictureReady() instead of succeeded().
    void startPicture(const PrintRequest &request);
    void cancel();
    bool isRunning() const { return m_job != nullptr; }

signals:
    void progressChanged(double progress); ///< 0 to 1
    void succeeded();
    void failed(const loci::Error &error); ///< Cancelled when it was stopped
    void pictureReady(const QImage &picture);

private:
    void renderMap();
    void onRendered();
    void release();
    void report(const Result<> &result);

    PrintRequest m_request;
    QString m_path;
    WebDatumRasters m_rasters;
    std::unique_ptr<QgsMapRendererParallelJob> m_job;
};

} // namespace loci::map

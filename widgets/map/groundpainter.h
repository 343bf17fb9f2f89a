// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/mapdocument.h"
#include "layers/map/webdatum/webdatumrasters.h"

#include <qgsmaprendererparalleljob.h>

#include <QColor>
#include <QImage>
#include <QObject>
#include <QPointer>
#include <functional>

namespace loci::widgets {

/// The map as a picture for the ground of the 3D view: without the outlines of city models, which stand there
/// themselves. A newer request replaces the one under way. Main thread.
class GroundPainter final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const QImage &, const Box3 &)>;
    explicit GroundPainter(map::MapDocument &document, QObject *parent = nullptr);
    ~GroundPainter() override;
    void paint(const Box3 &extent, EpsgCode crs, QSize size, const QColor &ground, Done done);

private:
    map::MapDocument &m_document;
    map::WebDatumRasters m_rasters;
    QPointer<QgsMapRendererParallelJob> m_job;
};

} // namespace loci::widgets

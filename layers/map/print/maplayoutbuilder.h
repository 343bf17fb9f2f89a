// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/print/printrequest.h"

#include <QImage>
#include <memory>

class QgsLayoutItemMap;
class QgsPrintLayout;
class QgsTextFormat;

namespace loci::map {

/// Puts one sheet together on a QGIS layout: map, legend, title block, scale bar, north arrow. The layout refers to the
/// project and its layers and must die before them. Main thread.
class MapLayoutBuilder
{
public:
    /// With `picture` the map is that image (drawn before, of mapArea() and paperExtent()) instead of being drawn when
    /// the layout is.
    explicit MapLayoutBuilder(const PrintRequest &request, QImage picture = {});
    ~MapLayoutBuilder();
    std::unique_ptr<QgsPrintLayout> build();

private:
    void addMap();
    void addLegend();
    void addTitleBlock();
    void addScale(const QRectF &area);
    void addNorthArrow(const QRectF &area);
    void addLine(double x1, double y1, double x2, double y2);
    void addText(const QString &text, const QRectF &area, double points, bool bold, bool muted,
                 Qt::AlignmentFlag horizontal = Qt::AlignLeft);
    QgsTextFormat format(double points, bool bold, bool muted) const;
    QString dateText() const;
    QList<QgsMapLayer *> layers() const;

    const PrintRequest &m_request;
    QImage m_picture;
    std::unique_ptr<QgsPrintLayout> m_layout;
    QgsLayoutItemMap *m_map = nullptr;
};

} // namespace loci::map

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feeds/sparkline.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>

namespace loci::widgets {

std::vector<std::vector<QPointF>> sparklinePieces(const StreamPoints &points, qint64 cadenceMs)
{
    std::vector<std::vector<QPointF>> pieces;
    if (points.empty()) {
        return pieces;
    }
    double low = 0;
    double high = 0;
    bool any = false;
    for (const StreamPoint &point : points) {
        if (point.number) {
            low = any ? std::min(low, *point.number) : *point.number;
            high = any ? std::max(high, *point.number) : *point.number;
            any = true;
        }
    }
    const auto span = static_cast<double>(std::max<qint64>(1, points.back().time - points.front().time));
    const StreamPoint *before = nullptr;
    for (const StreamPoint &point : points) {
        if (!point.number) {
            before = nullptr;
            continue;
        }
        const bool gap = !before || (cadenceMs > 0 && (point.time - before->time) * 2 > cadenceMs * 5);
        if (gap) {
            pieces.emplace_back();
        }
        const double y = high > low ? (*point.number - low) / (high - low) : 0.5;
        pieces.back().emplace_back(static_cast<double>(point.time - points.front().time) / span, y);
        before = &point;
    }
    return pieces;
}

void paintSparkline(QPainter &painter, const QRectF &box, const StreamPoints &points, qint64 cadenceMs,
                    const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.2));
    for (const std::vector<QPointF> &piece : sparklinePieces(points, cadenceMs)) {
        QPolygonF line;
        for (const QPointF &point : piece) {
            line << QPointF(box.left() + point.x() * box.width(), box.bottom() - point.y() * box.height());
        }
        if (line.size() == 1) {
            painter.drawEllipse(line.first(), 1, 1);
        } else {
            painter.drawPolyline(line);
        }
    }
    painter.restore();
}

} // namespace loci::widgets

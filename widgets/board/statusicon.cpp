// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/statusicon.h"

#include <QPainter>

namespace loci::widgets {

QIcon statusIcon(Status status, const QWidget &widget)
{
    const qreal ratio = widget.devicePixelRatioF();
    QPixmap picture(QSize(16, 16) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawStatus(painter, status, QRectF(0, 0, 16, 16));
    painter.end();
    return picture;
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/boarddata.h"
#include "widgets/board/tilepaint.h"
#include "widgets/common/tokens.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace loci::widgets {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::Board)
};

/// The picture as large as it fits without being cut or stretched.
void paintWhole(QPainter &painter, const QRectF &box, const QImage &image)
{
    const QSizeF size = QSizeF(image.size()).scaled(box.size(), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(box.center() - QPointF(size.width() / 2, size.height() / 2), size), image);
}

/// The middle of the picture, filling the box.
void paintFilling(QPainter &painter, const QRectF &box, const QImage &image)
{
    const QSizeF size = box.size().scaled(QSizeF(image.size()), Qt::KeepAspectRatio);
    const QRectF source(QRectF(image.rect()).center() - QPointF(size.width() / 2, size.height() / 2), size);
    QPainterPath frame;
    frame.addRoundedRect(box, tokens().radius - 2, tokens().radius - 2);
    painter.save();
    painter.setClipPath(frame, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(box, image, source);
    painter.restore();
}

} // namespace

void paintPicture(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Tokens &t = tokens();
    const bool scene = tile.kind == Tile::Kind::Scene;
    const QString own = tile.text.in(context.language);
    const QString title = !own.isEmpty() ? own : scene ? Texts::tr("3D view") : QString();
    const QRectF room = title.isEmpty() ? box : paintTileHead(painter, box, title, {});
    const QImage image = context.data == nullptr ? QImage()
                         : scene                 ? context.data->scene
                                                 : context.data->pictures.value(tile.picture);
    if (image.isNull()) {
        painter.setFont(tokenFont(t.fontBody));
        painter.setPen(t.textMuted);
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap,
                         scene                    ? Texts::tr("The 3D view has not been drawn yet.")
                         : tile.picture.isEmpty() ? Texts::tr("No picture is chosen.")
                                                  : Texts::tr("The picture cannot be read."));
        return;
    }
    scene ? paintFilling(painter, room, image) : paintWhole(painter, room, image);
}

} // namespace loci::widgets

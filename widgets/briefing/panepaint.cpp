// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/panepaint.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

namespace {

/// 1, 2 or 5 times a power of ten, not more than `most`.
double roundLength(double most)
{
    const double power = std::pow(10, std::floor(std::log10(std::max(1e-6, most))));
    for (const double step : {5.0, 2.0}) {
        if (power * step <= most) {
            return power * step;
        }
    }
    return power;
}

void paintScale(QPainter &painter, const QRectF &place, const PanePicture &picture, const WallLayout &layout,
                const WallColours &colours)
{
    const double metres = roundLength(picture.metresPerPixel * place.width() / 5);
    const double pixels = metres / picture.metresPerPixel;
    const QString text =
        (metres >= 1000 ? QStringLiteral("%1 km").arg(metres / 1000) : QStringLiteral("%1 m").arg(metres)) +
        QStringLiteral("  ") + picture.crs;
    const QFont font = wallFont(layout.small());
    const double wide = std::max(pixels, QFontMetricsF(font).horizontalAdvance(text));
    const QPointF end(place.right() - 2.5 * layout.unit, place.bottom() - 2.5 * layout.unit);
    painter.setPen(QPen(colours.picture, 0.9 * layout.unit, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(end.x() - pixels, end.y()), end);
    painter.setPen(QPen(colours.text, 0.35 * layout.unit, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(end.x() - pixels, end.y()), end);
    paintHaloed(painter, {end.x() - wide, end.y() - 1.2 * layout.unit}, text, font, colours.text, colours.picture,
                0.7 * layout.unit);
}

void paintCaption(QPainter &painter, const QRectF &place, const PanePicture &picture, const WallLayout &layout,
                  const WallColours &colours)
{
    const QFont font = wallFont(layout.text(), QFont::DemiBold);
    const double high = layout.text() * 2.6;
    QLinearGradient shade(0, place.bottom() - high, 0, place.bottom());
    QColor clear = colours.picture;
    clear.setAlpha(0);
    shade.setColorAt(0, clear);
    shade.setColorAt(0.75, colours.picture);
    painter.fillRect(QRectF(place.left(), place.bottom() - high, place.width(), high), shade);
    painter.setFont(font);
    painter.setPen(colours.text);
    painter.drawText(QRectF(place.left() + 2.9 * layout.unit, place.bottom() - layout.text() * 1.9,
                            place.width() - 5.8 * layout.unit, layout.text() * 1.6),
                     Qt::AlignLeft | Qt::AlignVCenter, picture.caption);
}

/// A point with its words above, kept inside the pane and out of the way of the others.
void paintLabels(QPainter &painter, const QRectF &place, const PanePicture &picture, const WallLayout &layout,
                 const WallColours &colours)
{
    const QFont font = wallFont(layout.text(), QFont::DemiBold);
    const QFontMetricsF metrics(font);
    std::vector<QRectF> taken;
    for (const PanePicture::Label &label : picture.labels) {
        const QPointF at = place.topLeft() + label.place;
        const double wide = metrics.horizontalAdvance(label.text);
        QRectF box(at.x() - wide / 2, at.y() - layout.text() * 2.6, wide, layout.text() * 1.3);
        box.moveLeft(std::clamp(box.left(), place.left() + layout.unit,
                                std::max(place.left() + layout.unit, place.right() - wide - layout.unit)));
        for (int tries = 0; tries < 8; ++tries) {
            const bool covered =
                std::any_of(taken.begin(), taken.end(), [&box](const QRectF &other) { return other.intersects(box); });
            if (!covered) {
                break;
            }
            box.translate(0, -layout.text() * 1.4);
        }
        box.moveTop(std::max(box.top(), place.top() + layout.unit));
        taken.push_back(box);
        painter.setPen(QPen(colours.picture, 0.5 * layout.unit));
        painter.drawLine(at, QPointF(at.x(), box.bottom()));
        painter.setPen(QPen(colours.text, 0.2 * layout.unit));
        painter.drawLine(at, QPointF(at.x(), box.bottom()));
        painter.setBrush(colours.text);
        painter.drawEllipse(at, 0.5 * layout.unit, 0.5 * layout.unit);
        painter.setBrush(Qt::NoBrush);
        paintHaloed(painter, {box.left(), box.top() + metrics.ascent()}, label.text, font, colours.text,
                    colours.picture, 0.8 * layout.unit);
    }
}

} // namespace

void paintHaloed(QPainter &painter, const QPointF &baseline, const QString &text, const QFont &font,
                 const QColor &colour, const QColor &halo, double width)
{
    QPainterPath path;
    path.addText(baseline, font, text);
    painter.setPen(QPen(halo, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.fillPath(path, colour);
}

void paintLight(QPainter &painter, const QRectF &box, briefing::Light light, const QColor &colour)
{
    const QRectF shape = box.adjusted(box.width() * 0.1, box.height() * 0.1, -box.width() * 0.1, -box.height() * 0.1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (light) {
    case briefing::Light::Good:
        painter.drawEllipse(shape);
        break;
    case briefing::Light::Watch:
        painter.drawPolygon(
            QPolygonF({QPointF(shape.center().x(), shape.top()), shape.bottomRight(), shape.bottomLeft()}));
        break;
    case briefing::Light::Bad:
        painter.drawRect(shape);
        break;
    case briefing::Light::Unknown: {
        QPen pen(colour, box.width() * 0.13);
        pen.setDashPattern({1.6, 1.4});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(shape);
        break;
    }
    }
}

void paintPane(QPainter &painter, const QRect &place, const PanePicture &picture, const WallLayout &layout,
               const WallColours &colours)
{
    painter.save();
    painter.setClipRect(place);
    painter.fillRect(place, colours.picture);
    if (!picture.image.isNull()) {
        painter.drawImage(place.topLeft(), picture.image);
    }
    const QRectF box(place);
    paintLabels(painter, box, picture, layout, colours);
    if (!picture.caption.isEmpty()) {
        paintCaption(painter, box, picture, layout, colours);
    }
    if (picture.metresPerPixel > 0) {
        paintScale(painter, box, picture, layout, colours);
    }
    if (!picture.problem.isEmpty()) {
        const double size = 2.4 * layout.unit; // the audience's discreet mark; the reason is on the console
        paintLight(painter, {box.left() + 2 * layout.unit, box.top() + 2 * layout.unit, size, size},
                   briefing::Light::Unknown, colours.unknown);
    }
    painter.restore();
}

} // namespace loci::widgets

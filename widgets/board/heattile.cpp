// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/sensorfield.h"
#include "widgets/board/tilepaint.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QCoreApplication>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace loci::widgets {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::Board)
};

constexpr double kLegend = 26;

QRectF plotBox(const QRectF &box)
{
    return box.adjusted(0, 28, 0, -kLegend);
}

/// From the plane of the areas to the tile, north up.
class Fit
{
public:
    Fit(const QRectF &bounds, const QRectF &box)
        : m_from(bounds.center())
        , m_to(box.center())
        , m_scale(std::min(box.width() / bounds.width(), box.height() / bounds.height()))
    {}
    QPointF operator()(const Vec2 &p) const
    {
        return {m_to.x() + (p.x - m_from.x()) * m_scale, m_to.y() - (p.y - m_from.y()) * m_scale};
    }
    Vec2 back(const QPointF &p) const
    {
        return {m_from.x() + (p.x() - m_to.x()) / m_scale, m_from.y() - (p.y() - m_to.y()) / m_scale};
    }

private:
    QPointF m_from, m_to;
    double m_scale;
};

QPainterPath outline(const AreaTree &areas, int level, const Fit &fit)
{
    QPainterPath path;
    for (const int area : areas.atLevel(level)) {
        for (const auto &polygon : areas.at(area).polygons) {
            for (const auto &ring : polygon) {
                QPolygonF points;
                points.reserve(static_cast<qsizetype>(ring.size()));
                for (const Vec2 &p : ring) {
                    points << fit(p);
                }
                path.addPolygon(points);
                path.closeSubpath();
            }
        }
    }
    return path;
}

void paintField(QPainter &painter, const QRectF &plot, const SensorField &field, const Fit &fit)
{
    constexpr double kCell = 4;
    const int columns = std::max(1, static_cast<int>(plot.width() / kCell));
    const int rows = std::max(1, static_cast<int>(plot.height() / kCell));
    QImage image(columns, rows, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            const auto value = field.at(fit.back(
                {plot.left() + plot.width() * (x + 0.5) / columns, plot.top() + plot.height() * (y + 0.5) / rows}));
            if (value) {
                image.setPixelColor(x, y, field.colour(*value));
            }
        }
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(plot, image);
}

void paintSensors(QPainter &painter, const SensorField &field, const Fit &fit)
{
    const Tokens &t = tokens();
    painter.setFont(tokenFont(t.fontCaption, QFont::DemiBold));
    for (const SensorField::Sensor &sensor : field.sensors()) {
        const QPointF at = fit(sensor.place);
        painter.setPen(QPen(t.surface, 1.5));
        if (!sensor.value) {
            drawStatus(painter, Status::Unknown, QRectF(at.x() - 8, at.y() - 8, 16, 16));
            continue;
        }
        painter.setBrush(field.colour(*sensor.value));
        painter.drawEllipse(at, 5, 5);
        const QString text = QLocale().toString(*sensor.value, 'f', 0);
        const double wide = painter.fontMetrics().horizontalAdvance(text) + 6;
        const QRectF label(at.x() + 6, at.y() - 8, wide, 16);
        QColor ground = t.surface;
        ground.setAlpha(215);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(label, 3, 3);
        painter.setPen(t.text);
        painter.drawText(label, Qt::AlignCenter, text);
    }
}

void paintScale(QPainter &painter, const QRectF &box, const SensorField &field)
{
    const Tokens &t = tokens();
    const QLocale locale;
    const QRectF bar(box.left(), box.bottom() - 14, std::min(140.0, box.width() * 0.4), 10);
    for (int i = 0; i < static_cast<int>(bar.width()); ++i) {
        const double value = field.low() + (field.high() - field.low()) * i / bar.width();
        painter.fillRect(QRectF(bar.left() + i, bar.top(), 1.2, bar.height()), field.colour(value));
    }
    painter.setFont(tokenFont(t.fontCaption));
    painter.setPen(t.textMuted);
    painter.drawText(QRectF(bar.right() + 8, bar.top() - 4, box.right() - bar.right() - 8, 18), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(Texts::tr("%1 to %2 %3, between sensors an estimate")
                                                          .arg(locale.toString(field.low(), 'f', 0),
                                                               locale.toString(field.high(), 'f', 0), field.unit()),
                                                      Qt::ElideRight, static_cast<int>(box.right() - bar.right() - 8)));
}

} // namespace

void paintHeat(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Tokens &t = tokens();
    const SensorField field = SensorField::of(context.outcome, tile.stream);
    const QString own = tile.text.in(context.language);
    paintTileHead(painter, box, own.isEmpty() ? tile.stream : own,
                  field.time().isValid() ? QLocale().toString(field.time(), QLocale::ShortFormat) : QString());
    const QRectF plot = plotBox(box);
    const AreaTree &areas = context.outcome.results->areas();
    const QRectF bounds = field.bounds(areas);
    if (field.sensors().empty() || bounds.isEmpty() || plot.height() < 40) {
        painter.setPen(t.textMuted);
        painter.drawText(plot, Qt::AlignCenter, Texts::tr("no data"));
        return;
    }
    const Fit fit(bounds, plot);
    const QPainterPath city = outline(areas, std::max(0, areas.cityLevel() - 1), fit);
    painter.save();
    painter.setClipPath(city, Qt::IntersectClip);
    painter.fillRect(plot, t.sunken);
    paintHatch(painter, plot, t.hairline); // where no sensor says anything
    paintField(painter, plot, field, fit);
    painter.restore();
    painter.setPen(QPen(t.outline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(city);
    paintSensors(painter, field, fit);
    paintScale(painter, box, field);
}

QString heatWords(const Tile &tile, const TileContext &context)
{
    QStringList words;
    const SensorField field = SensorField::of(context.outcome, tile.stream);
    for (const SensorField::Sensor &sensor : field.sensors()) {
        words << QStringLiteral("%1 %2").arg(sensor.name, sensor.value ? QLocale().toString(*sensor.value, 'f', 0)
                                                                       : Texts::tr("no data"));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/explanation.h"
#include "widgets/board/readings.h"
#include "widgets/board/tilepaint.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace loci::widgets {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::Board)
};

constexpr double kLegend = 112;

QRectF mapBox(const QRectF &box)
{
    const QRectF below = box.adjusted(0, 28, 0, 0);
    return below.width() > 2.2 * kLegend ? below.adjusted(0, 0, -kLegend - 8, 0) : below;
}

/// From the plane of the areas to the tile, north up.
class Fit
{
public:
    Fit(const AreaTree &areas, const Ranking &ranking, const QRectF &box)
    {
        QRectF bounds;
        for (const Ranked &row : ranking.rows) {
            for (const auto &polygon : areas.at(row.area).polygons) {
                for (const Vec2 &p : polygon.front()) {
                    bounds = m_any ? bounds.united(QRectF(p.x, p.y, 1e-9, 1e-9)) : QRectF(p.x, p.y, 1e-9, 1e-9);
                    m_any = true;
                }
            }
        }
        m_scale = m_any ? std::min(box.width() / bounds.width(), box.height() / bounds.height()) : 1;
        m_from = bounds.center();
        m_to = box.center();
    }
    bool any() const { return m_any; }
    QPointF operator()(const Vec2 &p) const
    {
        return {m_to.x() + (p.x - m_from.x()) * m_scale, m_to.y() - (p.y - m_from.y()) * m_scale};
    }

private:
    bool m_any = false;
    double m_scale = 1;
    QPointF m_from, m_to;
};

QPainterPath shapeOf(const Area &area, const Fit &fit)
{
    QPainterPath path;
    for (const auto &polygon : area.polygons) {
        for (const auto &ring : polygon) {
            QPolygonF points;
            points.reserve(static_cast<qsizetype>(ring.size()) + 1);
            for (const Vec2 &p : ring) {
                points << fit(p);
            }
            path.addPolygon(points);
            path.closeSubpath();
        }
    }
    return path;
}

void hatch(QPainter &painter, const QPainterPath &path, const QColor &colour)
{
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    paintHatch(painter, path.boundingRect(), colour);
    painter.restore();
}

void paintLegend(QPainter &painter, const QRectF &box, const Definition &definition, const Ranking &ranking,
                 const QList<QColor> &colours)
{
    const Tokens &t = tokens();
    double y = box.bottom() - 20.0 * (static_cast<double>(ranking.bounds.size()) + 3);
    painter.setFont(tokenFont(t.fontCaption));
    const auto line = [&](const QColor &colour, bool hatched, const QString &text) {
        const QRectF chip(box.left(), y + 3, 14, 12);
        if (!hatched) {
            painter.fillRect(chip, colour);
        } else {
            paintHatch(painter, chip, colour);
        }
        painter.setPen(t.textMuted);
        painter.drawText(QRectF(chip.right() + 6, y, box.width() - 20, 18), Qt::AlignVCenter, text);
        y += 20;
    };
    for (int i = static_cast<int>(ranking.bounds.size()); i >= 0; --i) {
        line(colours.value(i), false, classLabel(ranking, definition, i));
    }
    line(t.unknown, true, Texts::tr("no data"));
    line(t.textMuted, true, Texts::tr("partial"));
}

} // namespace

void paintMapTile(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Tokens &t = tokens();
    const Results &results = *context.outcome.results;
    const Definition *definition = results.definition(tile.code);
    const Ranking ranking = rankingOf(tile, context);
    paintIndicatorHead(painter, box, tile, context,
                       definition != nullptr ? Texts::tr("%1 by area").arg(shownUnit(definition->unit)) : QString());
    const QRectF drawn = mapBox(box);
    const Fit fit(results.areas(), ranking, drawn);
    if (definition == nullptr || !fit.any()) {
        painter.setPen(t.textMuted);
        painter.drawText(drawn, Qt::AlignCenter, Texts::tr("The areas have no outlines."));
        return;
    }
    const QList<QColor> colours = classColours(definition->direction != Direction::LowerIsBetter);
    for (const Ranked &row : ranking.rows) {
        const QPainterPath path = shapeOf(results.areas().at(row.area), fit);
        painter.setPen(QPen(t.surface, 1));
        if (row.colour < 0) {
            painter.fillPath(path, t.sunken);
            hatch(painter, path, t.unknown);
        } else {
            painter.fillPath(path, colours.value(row.colour));
            if (row.value->quality == Quality::Partial) {
                hatch(painter, path, t.surface);
            }
        }
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }
    for (const Ranked &row : ranking.rows) {
        if (results.areas().at(row.area).code == context.marked) {
            painter.setPen(QPen(t.accent, 2.5));
            painter.drawPath(shapeOf(results.areas().at(row.area), fit));
        }
    }
    if (drawn.right() < box.right() - 1) {
        paintLegend(painter, QRectF(drawn.right() + 8, box.top(), kLegend, box.height()), *definition, ranking,
                    colours);
    }
}

std::vector<TileSpot> mapSpots(const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Results &results = *context.outcome.results;
    const Definition *definition = results.definition(tile.code);
    const Ranking ranking = rankingOf(tile, context);
    const Fit fit(results.areas(), ranking, mapBox(box));
    std::vector<TileSpot> spots;
    for (const Ranked &row : ranking.rows) {
        const Area &area = results.areas().at(row.area);
        if (definition == nullptr || area.polygons.empty()) {
            continue;
        }
        const QPainterPath path = shapeOf(area, fit);
        TileSpot spot;
        spot.box = path.boundingRect();
        for (const QPolygonF &polygon : path.toFillPolygons()) {
            spot.shape.push_back(polygon);
        }
        spot.area = area.code;
        spot.code = tile.code;
        spot.tip = QStringLiteral("%1: %2 %3")
                       .arg(area.name.in(context.language),
                            row.value != nullptr ? shownNumber(*definition, row.value->value, QLocale())
                                                 : Texts::tr("no data"),
                            shownUnit(definition->unit));
        spots.push_back(std::move(spot));
    }
    return spots;
}

} // namespace loci::widgets

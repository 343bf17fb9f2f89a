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
#include <algorithm>

namespace loci::widgets {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::Board)
};

constexpr double kHead = 28, kRow = 22, kName = 92, kNumber = 52;

QRectF rowBox(const QRectF &box, std::size_t index)
{
    return {box.left(), box.top() + kHead + 16 + kRow * static_cast<double>(index), box.width(), kRow};
}

std::size_t fitting(const QRectF &box)
{
    return static_cast<std::size_t>(std::max(0.0, (box.height() - kHead - 18) / kRow));
}

} // namespace

void paintRanking(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Tokens &t = tokens();
    const Results &results = *context.outcome.results;
    const Definition *definition = results.definition(tile.code);
    const Ranking ranking = rankingOf(tile, context);
    paintIndicatorHead(painter, box, tile, context,
                       definition != nullptr ? Texts::tr("%1 by area").arg(shownUnit(definition->unit)) : QString());
    if (definition == nullptr) {
        return;
    }
    double most = 0;
    for (const Ranked &row : ranking.rows) {
        most = std::max(most, row.value != nullptr ? row.value->value.value_or(0) : 0);
    }
    const double left = box.left() + kName, wide = std::max(0.0, box.width() - kName - kNumber - 18);
    const bool hasBars = wide > 30; // a narrow tile is a list of names and numbers
    const QList<QColor> colours = classColours(definition->direction != Direction::LowerIsBetter);
    const std::size_t shown = std::min(ranking.rows.size(), fitting(box));
    for (std::size_t i = 0; i < shown; ++i) {
        const Ranked &row = ranking.rows[i];
        const QRectF line = rowBox(box, i);
        const Area &area = results.areas().at(row.area);
        const bool marked = area.code == context.marked;
        if (marked) {
            painter.fillRect(line, t.selected);
        }
        const bool known = row.value != nullptr && row.value->value;
        painter.setFont(tokenFont(t.fontCaption, marked ? QFont::DemiBold : QFont::Normal));
        painter.setPen(known ? t.text : t.textFaint);
        painter.drawText(QRectF(line.left(), line.top(), kName - 6, kRow), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(area.name.in(context.language), Qt::ElideRight,
                                                          static_cast<int>(kName - 6)));
        const QRectF bar(left, line.top() + 5, wide * (known && most > 0 ? *row.value->value / most : 1), kRow - 10);
        painter.setPen(t.textMuted);
        if (known) {
            if (hasBars) {
                painter.fillRect(bar, colours.value(std::max(0, row.colour)));
            }
            if (row.value->quality == Quality::Partial) {
                if (hasBars) {
                    paintHatch(painter, bar, t.surface);
                }
                drawStatus(painter, Status::Partial, QRectF(line.right() - kNumber - 2, line.top() + 4, 12, 14));
            }
            painter.setPen(t.text);
            painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight,
                             shownNumber(*definition, row.value->value, QLocale()));
        } else {
            if (hasBars) {
                paintHatch(painter, bar.adjusted(0, 0, -kNumber / 4, 0), t.unknown);
            }
            const bool nothing = row.value != nullptr && row.value->need == 0;
            painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight,
                             nothing ? Texts::tr("none") : Texts::tr("no data"));
        }
    }
    const Calculated *city = results.latest(tile.code, results.areas().city());
    if (city != nullptr && city->value && most > 0 && shown > 0 && hasBars) {
        const double x = left + wide * std::clamp(*city->value / most, 0.0, 1.0);
        painter.setPen(QPen(t.text, 1.2));
        painter.drawLine(QPointF(x, rowBox(box, 0).top() - 2), QPointF(x, rowBox(box, shown - 1).bottom()));
        painter.setFont(tokenFont(t.fontCaption));
        painter.setPen(t.textMuted);
        const QString label = Texts::tr("city %1").arg(shownNumber(*definition, city->value, QLocale()));
        const double labelWide = painter.fontMetrics().horizontalAdvance(label);
        painter.drawText(
            QRectF(std::min(x - labelWide / 2, box.right() - labelWide), box.top() + kHead - 6, labelWide + 1, 18),
            Qt::AlignVCenter, label);
    }
    if (shown < ranking.rows.size() && shown > 0) {
        painter.setPen(t.textFaint);
        painter.drawText(QRectF(box.left(), box.bottom() - 14, box.width(), 16), Qt::AlignVCenter,
                         Texts::tr("and %1 more").arg(ranking.rows.size() - shown));
    }
}

std::vector<TileSpot> rankingSpots(const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Results &results = *context.outcome.results;
    const Definition *definition = results.definition(tile.code);
    const Ranking ranking = rankingOf(tile, context);
    std::vector<TileSpot> spots;
    const std::size_t shown = std::min(ranking.rows.size(), fitting(box));
    spots.reserve(shown);
    for (std::size_t i = 0; i < shown && definition != nullptr; ++i) {
        const Ranked &row = ranking.rows[i];
        const Area &area = results.areas().at(row.area);
        const QString number = row.value != nullptr ? shownNumber(*definition, row.value->value, QLocale()) : QString();
        spots.push_back({rowBox(box, i),
                         {},
                         area.code,
                         tile.code,
                         QStringLiteral("%1: %2 %3, %4")
                             .arg(area.name.in(context.language), number, shownUnit(definition->unit),
                                  row.value != nullptr ? row.value->coverage() : QString())});
    }
    return spots;
}

void paintTable(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Tokens &t = tokens();
    const Results &results = *context.outcome.results;
    paintTileHead(painter, box, tileTitle(tile, context), results.areas().at(context.area).name.in(context.language));
    for (const TileSpot &spot : tableSpots(box, tile, context)) {
        const Definition *definition = results.definition(spot.code);
        const Calculated *value = results.latest(spot.code, context.area);
        const ValueStatus status = statusOf(context, spot.code);
        const QRectF line = spot.box;
        if (status.hasStatus) {
            drawStatus(painter, status.status, QRectF(line.left(), line.top() + 3, 16, 16));
        }
        painter.setFont(tokenFont(t.fontCaption));
        painter.setPen(t.text);
        const double numbers = 96, words = std::min(150.0, line.width() * 0.3);
        const double name = line.width() - 24 - numbers - words;
        painter.drawText(QRectF(line.left() + 24, line.top(), name, line.height()), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(definition->name.in(context.language), Qt::ElideRight,
                                                          static_cast<int>(name)));
        const QString number = value != nullptr ? shownNumber(*definition, value->value, QLocale()) : QString();
        painter.drawText(
            QRectF(line.left() + 24 + name, line.top(), numbers - 8, line.height()), Qt::AlignVCenter | Qt::AlignRight,
            (number + QLatin1Char(' ') + (value != nullptr && value->value ? shownUnit(definition->unit) : QString()))
                .trimmed());
        painter.setPen(t.textMuted);
        painter.drawText(QRectF(line.right() - words, line.top(), words, line.height()), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(status.hasStatus ? status.word : Texts::tr("no target"),
                                                          Qt::ElideRight, static_cast<int>(words)));
        painter.setPen(QPen(t.hairline, 1));
        painter.drawLine(line.bottomLeft(), line.bottomRight());
    }
}

std::vector<TileSpot> tableSpots(const QRectF &box, const Tile &, const TileContext &context)
{
    std::vector<TileSpot> spots;
    double top = box.top() + kHead;
    for (const auto &definition : context.outcome.results->definitions()) {
        if (!context.board.framework.isEmpty() && definition->framework != context.board.framework) {
            continue;
        }
        if (top + 24 > box.bottom() + 2) {
            break;
        }
        spots.push_back({QRectF(box.left(), top, box.width(), 24),
                         {},
                         {},
                         definition->code,
                         definition->text.in(context.language)});
        top += 24;
    }
    return spots;
}

} // namespace loci::widgets

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
#include <cmath>

namespace loci::widgets {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::Board)
};

constexpr double kAxis = 20;

/// How many areas have a value between two bounds of equal distance.
struct Histogram
{
    double low = 0, step = 1;
    std::vector<std::vector<const Ranked *>> bins;
    std::vector<const Ranked *> unknown;
    std::size_t most = 1;
};

/// Round steps of 1, 2 or 5, about as many as the square root of the values.
double roundStep(double span, std::size_t values)
{
    const double rough = span / std::clamp(std::sqrt(static_cast<double>(values)), 3.0, 12.0);
    const double power = std::pow(10, std::floor(std::log10(std::max(1e-9, rough))));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough) {
            return factor * power;
        }
    }
    return 10 * power;
}

Histogram histogramOf(const Ranking &ranking)
{
    Histogram result;
    double low = 1e300, high = -1e300;
    std::size_t known = 0;
    for (const Ranked &row : ranking.rows) {
        if (row.value == nullptr || !row.value->value) {
            result.unknown.push_back(&row);
            continue;
        }
        low = std::min(low, *row.value->value);
        high = std::max(high, *row.value->value);
        ++known;
    }
    if (known == 0) {
        return result;
    }
    result.step = roundStep(std::max(1e-6, high - low), known);
    result.low = std::floor(low / result.step) * result.step;
    result.bins.resize(static_cast<std::size_t>(std::floor((high - result.low) / result.step)) + 1);
    for (const Ranked &row : ranking.rows) {
        if (row.value != nullptr && row.value->value) {
            const auto bin = static_cast<std::size_t>((*row.value->value - result.low) / result.step);
            result.bins[std::min(bin, result.bins.size() - 1)].push_back(&row);
        }
    }
    for (const auto &bin : result.bins) {
        result.most = std::max(result.most, bin.size());
    }
    result.most = std::max(result.most, result.unknown.size());
    return result;
}

QRectF plotBox(const QRectF &box)
{
    return box.adjusted(0, 40, 0, -kAxis);
}

QRectF barBox(const QRectF &plot, const Histogram &histogram, std::size_t bin, std::size_t count)
{
    const bool gap = !histogram.unknown.empty();
    const double places = static_cast<double>(histogram.bins.size()) + (gap ? 1.5 : 0);
    const double wide = plot.width() / std::max(1.0, places);
    const double place = bin < histogram.bins.size() ? static_cast<double>(bin) : places - 1;
    const double high = plot.height() * static_cast<double>(count) / static_cast<double>(histogram.most);
    return {plot.left() + wide * place + 1, plot.bottom() - high, wide - 2, high};
}

Tile finest(const Tile &tile, const TileContext &context)
{
    Tile fine = tile;
    const Definition *definition = context.outcome.results->definition(tile.code);
    if (fine.level.isEmpty() && definition != nullptr) {
        fine.level = definition->level;
    }
    return fine;
}

bool holds(const std::vector<const Ranked *> &bin, const TileContext &context)
{
    return std::any_of(bin.begin(), bin.end(), [&context](const Ranked *row) {
        return context.outcome.results->areas().at(row->area).code == context.marked;
    });
}

void paintBin(QPainter &painter, const QRectF &bar, const std::vector<const Ranked *> &rows, const QColor &colour,
              const TileContext &context, bool counted)
{
    const Tokens &t = tokens();
    painter.fillRect(bar, colour);
    const auto partial = static_cast<double>(std::count_if(
        rows.begin(), rows.end(), [](const Ranked *row) { return row->value->quality == Quality::Partial; }));
    if (partial > 0) {
        const double share = partial / static_cast<double>(rows.size());
        paintHatch(painter, QRectF(bar.left(), bar.top(), bar.width(), bar.height() * share), t.surface);
    }
    if (holds(rows, context)) {
        painter.setPen(QPen(t.accent, 2.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.adjusted(1, 1, -1, -1));
    }
    if (counted && !rows.empty()) {
        painter.setPen(t.textMuted);
        painter.drawText(QRectF(bar.left() - 8, bar.top() - 16, bar.width() + 16, 15), Qt::AlignCenter,
                         QString::number(rows.size()));
    }
}

} // namespace

void paintDistribution(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Tokens &t = tokens();
    const Definition *definition = context.outcome.results->definition(tile.code);
    const Ranking ranking = rankingOf(finest(tile, context), context);
    const Histogram histogram = histogramOf(ranking);
    paintIndicatorHead(
        painter, box, tile, context,
        definition != nullptr ? Texts::tr("number of areas by value, %1").arg(shownUnit(definition->unit)) : QString());
    const QRectF plot = plotBox(box);
    if (definition == nullptr || histogram.bins.empty() || plot.height() < 24) {
        painter.setPen(t.textMuted);
        painter.drawText(plot, Qt::AlignCenter, Texts::tr("no data"));
        return;
    }
    const QLocale locale;
    const QList<QColor> colours = classColours(true);
    painter.setFont(tokenFont(t.fontCaption));
    double free = -1e9;
    for (std::size_t i = 0; i < histogram.bins.size(); ++i) {
        const auto &rows = histogram.bins[i];
        const QRectF bar = barBox(plot, histogram, i, rows.size());
        paintBin(painter, bar, rows, rows.empty() ? t.sunken : colours.value(rows.front()->colour), context,
                 bar.width() > 14);
        const QString text =
            locale.toString(histogram.low + static_cast<double>(i) * histogram.step, 'f', definition->decimals);
        const double wide = painter.fontMetrics().horizontalAdvance(text);
        if (bar.left() - wide / 2 > free) {
            painter.setPen(t.textFaint);
            painter.drawText(QRectF(bar.left() - wide / 2, plot.bottom() + 3, wide + 1, 16), Qt::AlignVCenter, text);
            free = bar.left() + wide / 2 + 8;
        }
    }
    painter.setPen(QPen(t.hairline, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    if (!histogram.unknown.empty()) {
        const QRectF bar = barBox(plot, histogram, histogram.bins.size(), histogram.unknown.size());
        painter.fillRect(bar, t.sunken);
        paintHatch(painter, bar, t.unknown);
        painter.setPen(t.textMuted);
        painter.drawText(QRectF(bar.left() - 12, bar.top() - 16, bar.width() + 24, 15), Qt::AlignCenter,
                         QString::number(histogram.unknown.size()));
        painter.drawText(QRectF(bar.right() - 90, plot.bottom() + 3, 90, 16), Qt::AlignVCenter | Qt::AlignRight,
                         Texts::tr("no data"));
    }
    const Calculated *here = context.outcome.results->latest(tile.code, context.area);
    if (here != nullptr && here->value) {
        const QRectF first = barBox(plot, histogram, 0, 1);
        const double x = first.left() - 1 + (first.width() + 2) * (*here->value - histogram.low) / histogram.step;
        painter.setPen(QPen(t.text, 1.4));
        painter.drawLine(QPointF(x, plot.top() - 12), QPointF(x, plot.bottom()));
    }
}

std::vector<TileSpot> distributionSpots(const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Definition *definition = context.outcome.results->definition(tile.code);
    const Ranking ranking = rankingOf(finest(tile, context), context);
    const Histogram histogram = histogramOf(ranking);
    std::vector<TileSpot> spots;
    if (definition == nullptr) {
        return spots;
    }
    const QRectF plot = plotBox(box);
    spots.reserve(histogram.bins.size() + 1);
    const auto add = [&](std::size_t bin, const std::vector<const Ranked *> &rows) {
        if (rows.empty()) {
            return;
        }
        QStringList names;
        for (const Ranked *row : rows) {
            names << context.outcome.results->areas().at(row->area).name.in(context.language);
        }
        TileSpot spot;
        spot.box = barBox(plot, histogram, bin, histogram.most);
        spot.area = context.outcome.results->areas().at(rows.front()->area).code;
        spot.code = tile.code;
        spot.tip = names.mid(0, 12).join(QStringLiteral(", ")) +
                   (names.size() > 12 ? Texts::tr(" and %1 more").arg(names.size() - 12) : QString());
        spots.push_back(std::move(spot));
    };
    for (std::size_t i = 0; i < histogram.bins.size(); ++i) {
        add(i, histogram.bins[i]);
    }
    add(histogram.bins.size(), histogram.unknown);
    return spots;
}

} // namespace loci::widgets

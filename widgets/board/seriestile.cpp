// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/forecast.h"
#include "widgets/board/readings.h"
#include "widgets/board/seriesline.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

using namespace indicators;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::Board)
};

/// What is drawn: values at equal steps, NaN is a gap.
struct Drawn
{
    std::vector<double> values;
    QString unit;
    std::function<QString(std::size_t)> label;
    bool hourly = false;
    QDateTime start;                                 ///< of the stream
    const std::vector<Anomaly> *anomalies = nullptr; ///< of the stream, by step
};

Drawn drawnOf(const Tile &tile, const TileContext &context)
{
    Drawn drawn;
    if (!tile.stream.isEmpty()) {
        const auto found = context.outcome.recent.find(tile.stream);
        if (found != context.outcome.recent.end() && !found->second.values.empty()) {
            const HourlySeries &series = found->second;
            drawn.values = series.values;
            drawn.unit = shownUnit(series.unit);
            drawn.hourly = true;
            drawn.start = series.start;
            const auto judged = context.outcome.anomalies.find(tile.stream);
            drawn.anomalies = judged != context.outcome.anomalies.end() ? &judged->second : nullptr;
            drawn.label = [start = series.start, step = series.stepHours](std::size_t i) {
                return QLocale().toString(start.addSecs(3600LL * step * static_cast<qint64>(i)).date(),
                                          QStringLiteral("d MMM"));
            };
        }
        return drawn;
    }
    const Definition *definition = context.outcome.results->definition(tile.code);
    QStringList periods;
    for (const Calculated *value : context.outcome.results->series(tile.code, context.area)) {
        drawn.values.push_back(value->value.value_or(std::nan("")));
        periods << value->period;
    }
    drawn.unit = definition != nullptr ? shownUnit(definition->unit) : QString();
    drawn.label = [periods](std::size_t i) { return periods.value(static_cast<qsizetype>(i)); };
    return drawn;
}

/// Rounded steps for an axis.
double stepFor(double span)
{
    const double rough = std::max(1e-12, span / 4);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough) {
            return factor * power;
        }
    }
    return 10 * power;
}

using Plot = SeriesFrame;

Plot frameOf(const QRectF &box, double low, double high, std::size_t steps)
{
    return {box.left(), box.top(), box.width(), box.height(), low, high, std::max<std::size_t>(2, steps)};
}

/// The anomaly of a drawn step, when it is one.
const Anomaly *flaggedAt(const Drawn &drawn, std::size_t i)
{
    const bool known = drawn.anomalies != nullptr && i < drawn.anomalies->size() && std::isfinite(drawn.values[i]);
    return known && (*drawn.anomalies)[i].flagged ? &(*drawn.anomalies)[i] : nullptr;
}

/// Values and bounds of the plot, with room for limit and forecast.
struct Scale
{
    double low = 0, high = 0;
};

Scale scaleOf(const Drawn &drawn, const Tile &tile, const std::vector<ForecastPoint> &ahead)
{
    Scale scale{0, tile.limit.value_or(0)};
    for (const double value : drawn.values) {
        scale.high = std::isfinite(value) ? std::max(scale.high, value) : scale.high;
        scale.low = std::isfinite(value) ? std::min(scale.low, value) : scale.low;
    }
    for (const ForecastPoint &point : ahead) {
        scale.high = std::max(scale.high, point.high);
    }
    scale.high += 0.08 * (scale.high - scale.low);
    return scale;
}

QRectF plotBoxOf(const QRectF &box)
{
    return box.adjusted(46, 28 + 6, -10, -22);
}

/// Diamonds: values far outside of what the same hour brought before.
void paintAnomalies(QPainter &painter, const Plot &plot, const Drawn &drawn)
{
    const Tokens &t = tokens();
    painter.setPen(QPen(t.surface, 1));
    painter.setBrush(t.bad);
    for (std::size_t i = 0; i < drawn.values.size(); ++i) {
        if (flaggedAt(drawn, i) != nullptr) {
            const QPointF at(plot.x(static_cast<double>(i)), plot.y(drawn.values[i]));
            painter.drawPolygon(
                QPolygonF{at + QPointF(0, -5), at + QPointF(5, 0), at + QPointF(0, 5), at + QPointF(-5, 0)});
        }
    }
}

void paintAxis(QPainter &painter, const QRectF &box, const Plot &plot, double low, double high)
{
    const Tokens &t = tokens();
    painter.setFont(tokenFont(t.fontCaption));
    const double step = stepFor(high - low);
    for (double v = std::ceil(low / step) * step; v <= high + step * 1e-6; v += step) {
        painter.setPen(QPen(t.hairline, 1));
        painter.drawLine(QPointF(box.left(), plot.y(v)), QPointF(box.right(), plot.y(v)));
        painter.setPen(t.textFaint);
        painter.drawText(QRectF(box.left() - 44, plot.y(v) - 8, 38, 16), Qt::AlignVCenter | Qt::AlignRight,
                         QLocale().toString(v, 'g', 4));
    }
}

void paintTimes(QPainter &painter, const QRectF &box, const Plot &plot, const Drawn &drawn)
{
    const Tokens &t = tokens();
    painter.setPen(t.textFaint);
    const std::size_t count = drawn.values.size();
    const std::size_t every = drawn.hourly ? 24 : 1;
    double free = -1e9;
    for (std::size_t i = 0; i < count; i += every) {
        const QString text = drawn.label(i);
        const double wide = painter.fontMetrics().horizontalAdvance(text);
        if (plot.x(static_cast<double>(i)) - wide / 2 > free &&
            plot.x(static_cast<double>(i)) + wide / 2 < box.right() + 16) {
            painter.drawText(QRectF(plot.x(static_cast<double>(i)) - wide / 2, box.bottom() + 4, wide + 1, 16),
                             Qt::AlignVCenter, text);
            free = plot.x(static_cast<double>(i)) + wide / 2 + 12;
        }
    }
}

/// Stretches without a value are hatched; no line crosses them.
void paintGaps(QPainter &painter, const QRectF &box, const Plot &plot, const std::vector<double> &values)
{
    for (std::size_t i = 0; i < values.size();) {
        std::size_t end = i;
        while (end < values.size() && !std::isfinite(values[end])) {
            ++end;
        }
        if (end > i) {
            const QRectF gap(plot.x(static_cast<double>(i) - (i > 0 ? 1 : 0)), box.top(), 0, box.height());
            const double right = plot.x(static_cast<double>(std::min(end, values.size() - 1)));
            const QRectF wide(gap.left(), gap.top(), right - gap.left(), gap.height());
            painter.fillRect(wide, tokens().sunken);
            paintHatch(painter, wide, tokens().unknown);
            painter.setFont(tokenFont(tokens().fontCaption));
            const QString text = Texts::tr("no data");
            if (wide.width() > painter.fontMetrics().horizontalAdvance(text) + 8) {
                const QRectF label(wide.center().x() - 30, wide.top() + 8, 60, 16);
                painter.fillRect(label, tokens().sunken);
                painter.setPen(tokens().textMuted);
                painter.drawText(label, Qt::AlignCenter, text);
            }
        }
        i = end + 1;
    }
}

void paintLine(QPainter &painter, const Plot &plot, const std::vector<double> &values, bool dots)
{
    const Tokens &t = tokens();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.accent, 1.8));
    paintSeriesLine(painter, values, plot);
    for (std::size_t i = 0; i < values.size() && dots; ++i) {
        if (std::isfinite(values[i])) {
            painter.setPen(QPen(t.accent, 1.5));
            painter.setBrush(t.surface);
            painter.drawEllipse(QPointF(plot.x(static_cast<double>(i)), plot.y(values[i])), 3, 3);
        }
    }
}

/// Never in the symbol of measurements: a dashed line in a band.
void paintForecast(QPainter &painter, const Plot &plot, std::size_t from, const std::vector<ForecastPoint> &points)
{
    const Tokens &t = tokens();
    QPolygonF band;
    QPainterPath line;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QPointF at(plot.x(static_cast<double>(from + i)), plot.y(points[i].value));
        band << QPointF(at.x(), plot.y(points[i].high));
        i == 0 ? line.moveTo(at) : line.lineTo(at);
    }
    for (std::size_t i = points.size(); i-- > 0;) {
        band << QPointF(plot.x(static_cast<double>(from + i)), plot.y(points[i].low));
    }
    painter.setPen(Qt::NoPen);
    QColor soft = t.partial;
    soft.setAlpha(48);
    painter.setBrush(soft);
    painter.drawPolygon(band);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.partial, 1.6, Qt::DashLine));
    painter.drawPath(line);
}

} // namespace

void paintSeries(QPainter &painter, const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Tokens &t = tokens();
    const Drawn drawn = drawnOf(tile, context);
    const auto made = context.outcome.forecasts.find(tile.stream);
    const bool hasForecast = !tile.stream.isEmpty() && made != context.outcome.forecasts.end();
    const std::vector<ForecastPoint> ahead = hasForecast ? made->second.points : std::vector<ForecastPoint>();
    const QString remark = !hasForecast ? drawn.unit
                                        : drawn.unit + QStringLiteral(" · ") +
                                              Texts::tr("dashed: forecast by Holt-Winters, 90 % band, mean error %1")
                                                  .arg(QLocale().toString(made->second.backTest.meanAbsolute, 'f', 1));
    const StreamNow *reading = readingOf(context, tile.stream);
    const ValueStatus status = reading != nullptr ? readingStatus(*reading) : ValueStatus();
    const QRectF below = reading != nullptr ? paintTileHead(painter, box, tileTitle(tile, context), remark, &status)
                                            : paintIndicatorHead(painter, box, tile, context, remark);
    const QRectF plotBox = plotBoxOf(box);
    const auto [low, high] = scaleOf(drawn, tile, ahead);
    if (drawn.values.empty() || plotBox.height() < 30 || !(high > low)) {
        painter.setPen(t.textMuted);
        painter.drawText(below, Qt::AlignCenter, Texts::tr("no data"));
        return;
    }
    const Plot plot = frameOf(plotBox, low, high, drawn.values.size() + ahead.size());
    paintAxis(painter, plotBox, plot, low, high);
    painter.save();
    painter.setClipRect(plotBox.adjusted(-4, -2, 4, 2));
    paintGaps(painter, plotBox, plot, drawn.values);
    if (!ahead.empty()) {
        paintForecast(painter, plot, drawn.values.size(), ahead);
    }
    paintLine(painter, plot, drawn.values, !drawn.hourly);
    paintAnomalies(painter, plot, drawn);
    painter.restore();
    paintTimes(painter, plotBox, plot, drawn);
    if (tile.limit) {
        painter.setPen(QPen(t.watch, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(plotBox.left(), plot.y(*tile.limit)), QPointF(plotBox.right(), plot.y(*tile.limit)));
        painter.setFont(tokenFont(t.fontCaption));
        painter.setPen(t.watch);
        painter.drawText(QRectF(plotBox.right() - 90, plot.y(*tile.limit) - 18, 88, 16), Qt::AlignRight,
                         Texts::tr("limit %1").arg(QLocale().toString(*tile.limit, 'g', 4)));
    }
}

std::vector<TileSpot> seriesSpots(const QRectF &box, const Tile &tile, const TileContext &context)
{
    const Drawn drawn = drawnOf(tile, context);
    const auto made = context.outcome.forecasts.find(tile.stream);
    const std::vector<ForecastPoint> ahead =
        made != context.outcome.forecasts.end() ? made->second.points : std::vector<ForecastPoint>();
    const auto [low, high] = scaleOf(drawn, tile, ahead);
    std::vector<TileSpot> spots;
    if (drawn.values.empty() || !(high > low)) {
        return spots;
    }
    const Plot plot = frameOf(plotBoxOf(box), low, high, drawn.values.size() + ahead.size());
    const QLocale locale;
    for (std::size_t i = 0; i < drawn.values.size(); ++i) {
        const Anomaly *anomaly = flaggedAt(drawn, i);
        if (anomaly == nullptr) {
            continue;
        }
        const QPointF at(plot.x(static_cast<double>(i)), plot.y(drawn.values[i]));
        TileSpot spot;
        spot.box = QRectF(at - QPointF(6, 6), QSizeF(12, 12));
        spot.code = tile.code;
        spot.tip = Texts::tr("%1: %2 %3 is unusual. The same hour of the 28 days before: median %4, %5 to %6 expected; "
                             "robust z-score %7.")
                       .arg(locale.toString(drawn.start.addSecs(3600LL * static_cast<qint64>(i)), QLocale::ShortFormat),
                            locale.toString(drawn.values[i], 'f', 1), drawn.unit,
                            locale.toString(anomaly->expected, 'f', 1), locale.toString(anomaly->low, 'f', 1),
                            locale.toString(anomaly->high, 'f', 1), locale.toString(anomaly->score, 'f', 1));
        spots.push_back(std::move(spot));
    }
    return spots;
}

} // namespace loci::widgets

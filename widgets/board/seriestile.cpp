// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/forecast.h"
#include "widgets/board/tilepaint.h"
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
};

Drawn drawnOf(const Tile &tile, const TileContext &context)
{
    Drawn drawn;
    if (!tile.stream.isEmpty()) {
        const auto series =
            context.outcome.streams ? context.outcome.streams->hourly(tile.stream) : Result<HourlySeries>();
        if (context.outcome.streams && series && !series->values.empty()) {
            const std::size_t most = 24 * 8; // the last days
            const std::size_t from = series->values.size() > most ? series->values.size() - most : 0;
            drawn.values.assign(series->values.begin() + static_cast<std::ptrdiff_t>(from), series->values.end());
            drawn.unit = shownUnit(series->unit);
            drawn.hourly = true;
            drawn.label = [start = series->start, step = series->stepHours, from](std::size_t i) {
                return QLocale().toString(start.addSecs(3600LL * step * static_cast<qint64>(from + i)).date(),
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

class Plot
{
public:
    Plot(const QRectF &box, double low, double high, std::size_t steps) : m_box(box), m_low(low), m_high(high)
    {
        m_steps = std::max<std::size_t>(2, steps);
    }
    double x(double step) const { return m_box.left() + m_box.width() * step / static_cast<double>(m_steps - 1); }
    double y(double value) const { return m_box.bottom() - m_box.height() * (value - m_low) / (m_high - m_low); }

private:
    QRectF m_box;
    double m_low, m_high;
    std::size_t m_steps;
};

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
    QPainterPath path;
    bool down = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            down = false;
            continue;
        }
        const QPointF at(plot.x(static_cast<double>(i)), plot.y(values[i]));
        down ? path.lineTo(at) : path.moveTo(at);
        down = true;
    }
    const Tokens &t = tokens();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.accent, 1.8));
    painter.drawPath(path);
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
    const QRectF below = paintTileHead(painter, box, tileTitle(tile, context), remark);
    const QRectF plotBox = below.adjusted(46, 6, -10, -22);
    double low = 0, high = tile.limit.value_or(0);
    for (const double value : drawn.values) {
        high = std::isfinite(value) ? std::max(high, value) : high;
        low = std::isfinite(value) ? std::min(low, value) : low;
    }
    for (const ForecastPoint &point : ahead) {
        high = std::max(high, point.high);
    }
    if (drawn.values.empty() || plotBox.height() < 30 || !(high > low)) {
        painter.setPen(t.textMuted);
        painter.drawText(below, Qt::AlignCenter, Texts::tr("no data"));
        return;
    }
    high += 0.08 * (high - low);
    const Plot plot(plotBox, low, high, drawn.values.size() + ahead.size());
    paintAxis(painter, plotBox, plot, low, high);
    painter.save();
    painter.setClipRect(plotBox.adjusted(-4, -2, 4, 2));
    paintGaps(painter, plotBox, plot, drawn.values);
    if (!ahead.empty()) {
        paintForecast(painter, plot, drawn.values.size(), ahead);
    }
    paintLine(painter, plot, drawn.values, !drawn.hourly);
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

} // namespace loci::widgets

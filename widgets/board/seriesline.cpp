// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/seriesline.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

namespace {

constexpr double kDense = 4; // steps a column of pixels

/// What one column of the picture keeps of the steps that fall on it.
struct ColumnKeep
{
    std::size_t first = 0, least = 0, most = 0, last = 0;

    void begin(std::size_t step) { first = least = most = last = step; }
    void add(const std::vector<double> &values, std::size_t step)
    {
        last = step;
        least = values[step] < values[least] ? step : least;
        most = values[step] > values[most] ? step : most;
    }
    void flush(const std::vector<double> &values, const SeriesFrame &frame, QPolygonF &line) const
    {
        std::size_t steps[4]{first, std::min(least, most), std::max(least, most), last};
        std::size_t before = static_cast<std::size_t>(-1);
        for (const std::size_t step : steps) {
            if (step != before) {
                line << QPointF(frame.x(static_cast<double>(step)), frame.y(values[step]));
            }
            before = step;
        }
    }
};

QPolygonF thinned(const std::vector<double> &values, std::size_t from, std::size_t end, const SeriesFrame &frame,
                  double stepsAColumn)
{
    QPolygonF line;
    if (stepsAColumn <= 2) {
        line.reserve(static_cast<qsizetype>(end - from));
        for (std::size_t i = from; i < end; ++i) {
            line << QPointF(frame.x(static_cast<double>(i)), frame.y(values[i]));
        }
        return line;
    }
    line.reserve(static_cast<qsizetype>(4 * (static_cast<double>(end - from) / stepsAColumn + 2)));
    std::size_t i = from;
    while (i < end) {
        const double column = std::floor(static_cast<double>(i) / stepsAColumn);
        const auto next = std::min(end, static_cast<std::size_t>(std::ceil((column + 1) * stepsAColumn)));
        ColumnKeep keep;
        keep.begin(i);
        for (++i; i < next; ++i) {
            keep.add(values, i);
        }
        keep.flush(values, frame, line);
    }
    return line;
}

} // namespace

std::vector<QPolygonF> seriesStretches(const std::vector<double> &values, const SeriesFrame &frame, double columnWidth)
{
    std::vector<QPolygonF> stretches;
    const double stepsAColumn = columnWidth * static_cast<double>(frame.steps - 1) / std::max(1.0, frame.width);
    for (std::size_t i = 0; i < values.size();) {
        std::size_t end = i;
        while (end < values.size() && std::isfinite(values[end])) {
            ++end;
        }
        if (end > i) {
            stretches.push_back(thinned(values, i, end, frame, stepsAColumn));
        }
        i = end + 1;
    }
    return stretches;
}

std::vector<QLineF> seriesColumns(const std::vector<double> &values, const SeriesFrame &frame, double columnWidth)
{
    std::vector<QLineF> columns;
    const double stepsAColumn = columnWidth * static_cast<double>(frame.steps - 1) / std::max(1.0, frame.width);
    columns.reserve(static_cast<std::size_t>(static_cast<double>(values.size()) / std::max(1.0, stepsAColumn)) + 1);
    double before = std::nan("");
    for (std::size_t i = 0; i < values.size();) {
        const double column = std::floor(static_cast<double>(i) / stepsAColumn);
        const auto next = std::min(values.size(), static_cast<std::size_t>(std::ceil((column + 1) * stepsAColumn)));
        double least = before, most = before; // from where the column before ended, unless a gap lies between
        for (; i < next; ++i) {
            const double value = values[i];
            if (std::isfinite(value)) {
                least = std::isfinite(least) ? std::min(least, value) : value;
                most = std::isfinite(most) ? std::max(most, value) : value;
            }
            before = value;
        }
        if (std::isfinite(least)) {
            const double x = frame.left + (column + 0.5) * columnWidth;
            columns.emplace_back(x, frame.y(most), x, frame.y(least));
        }
    }
    return columns;
}

void paintSeriesLine(QPainter &painter, const std::vector<double> &values, const SeriesFrame &frame)
{
    const double column = 1 / std::max(1.0, std::abs(painter.deviceTransform().m11()));
    if (column * static_cast<double>(frame.steps - 1) <= kDense * frame.width) {
        for (const QPolygonF &line : seriesStretches(values, frame, column)) {
            line.size() == 1 ? painter.drawPoint(line.front()) : painter.drawPolyline(line);
        }
        return;
    }
    // so dense that the line fills columns of pixels: these are drawn as such, without joints and smoothing
    std::vector<QLineF> lines = seriesColumns(values, frame, column);
    const double weight = std::max(0.0, painter.pen().widthF() / 2 - column / 2);
    for (QLineF &line : lines) {
        line.translate(0, -weight);
        line.setP2(line.p2() + QPointF(0, 2 * weight));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(painter.pen().color(), 0));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    painter.restore();
}

} // namespace loci::widgets

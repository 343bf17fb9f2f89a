// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPolygonF>
#include <functional>
#include <vector>

class QPainter;

namespace loci::widgets {

/// From steps and values to the places of a plot.
struct SeriesFrame
{
    double left = 0, top = 0, width = 1, height = 1; ///< of the plot
    double low = 0, high = 1;                        ///< values at its bottom and top
    std::size_t steps = 2;                           ///< from its left to its right side
    double x(double step) const { return left + width * step / static_cast<double>(steps - 1); }
    double y(double value) const { return top + height * (high - value) / (high - low); }
};

/// The line of a series as unbroken stretches: a gap (NaN) ends one. Where more than two steps fall on a column of
/// `columnWidth` each column keeps its first, lowest, highest and last value, so that no extreme is lost.
std::vector<QPolygonF> seriesStretches(const std::vector<double> &values, const SeriesFrame &frame,
                                       double columnWidth = 1);
/// The same for very dense series: what the line covers of each column of pixels, as an upright line. A column without
/// a value has none.
std::vector<QLineF> seriesColumns(const std::vector<double> &values, const SeriesFrame &frame, double columnWidth = 1);
/// Draws it with the painter's pen; a stretch of one step is a dot.
void paintSeriesLine(QPainter &painter, const std::vector<double> &values, const SeriesFrame &frame);

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// D6: the repaint of a chart of 10 series of 100,000 points, ours against QLineSeries of Qt Charts without OpenGL, on
// the same picture. One JSON line for each repetition; the last line tells how far the thinned line is from the whole
// one.
#include "widgets/board/seriesline.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QImage>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>
#include <algorithm>
#include <cmath>
#include <cstdio>

using loci::widgets::SeriesFrame;

namespace {

constexpr int kWidth = 1280, kHeight = 600, kSeries = 10, kPoints = 100'000, kRounds = 7;

std::vector<std::vector<double>> made()
{
    std::vector<std::vector<double>> all;
    all.reserve(kSeries);
    quint32 state = 1;
    for (int series = 0; series < kSeries; ++series) {
        std::vector<double> values;
        values.reserve(kPoints);
        for (int i = 0; i < kPoints; ++i) {
            state = state * 1664525U + 1013904223U;
            values.push_back(50 + 30 * std::sin(i / 8000.0 + series) + (state >> 20U) / 400.0);
        }
        all.push_back(std::move(values));
    }
    return all;
}

SeriesFrame frame()
{
    return {0, 0, kWidth - 1, kHeight - 1, 0, 100, kPoints};
}

double ours(const std::vector<std::vector<double>> &all)
{
    QImage image(kWidth, kHeight, QImage::Format_ARGB32_Premultiplied);
    QElapsedTimer clock;
    clock.start();
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < kSeries; ++i) {
        painter.setPen(QPen(QColor::fromHsv(36 * i, 200, 160), 1.8));
        loci::widgets::paintSeriesLine(painter, all[static_cast<std::size_t>(i)], frame());
    }
    painter.end();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

double peer(QChartView &view)
{
    QImage image(kWidth, kHeight, QImage::Format_ARGB32_Premultiplied);
    QElapsedTimer clock;
    clock.start();
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    view.render(&painter);
    painter.end();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

/// How far the drawn columns are from what the whole line covers, pixels.
double error(const std::vector<std::vector<double>> &all)
{
    double most = 0;
    for (const auto &values : all) {
        std::vector<std::pair<double, double>> whole(kWidth, {1e9, -1e9});
        for (std::size_t i = 0; i < values.size(); ++i) {
            auto &column =
                whole[static_cast<std::size_t>(std::min<double>(kWidth - 1, frame().x(static_cast<double>(i))))];
            column.first = std::min(column.first, frame().y(values[i]));
            column.second = std::max(column.second, frame().y(values[i]));
        }
        for (const QLineF &line : loci::widgets::seriesColumns(values, frame())) {
            const auto &column = whole[static_cast<std::size_t>(std::min<double>(kWidth - 1, line.x1()))];
            most = std::max({most, line.y1() - column.first, column.second - line.y2()}); // nothing may be lost
        }
    }
    return most;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const auto all = made();
    QChart chart;
    for (const auto &values : all) {
        auto *series = new QLineSeries;
        QList<QPointF> points;
        points.reserve(kPoints);
        for (int i = 0; i < kPoints; ++i) {
            points << QPointF(i, values[static_cast<std::size_t>(i)]);
        }
        series->replace(points);
        series->setUseOpenGL(false);
        chart.addSeries(series);
    }
    chart.createDefaultAxes();
    chart.legend()->hide();
    chart.setAnimationOptions(QChart::NoAnimation);
    QChartView view;
    view.setRenderHint(QPainter::Antialiasing);
    view.resize(kWidth, kHeight);
    view.setChart(&chart);
    view.show();
    QApplication::processEvents();
    peer(view);
    for (int round = 0; round < kRounds; ++round) {
        std::printf(
            "{\"goal\": \"D6\", \"ours\": %.4f, \"peer\": %.4f, \"unit\": \"ms\", \"peerName\": \"Qt Charts\"}\n",
            ours(all), peer(view));
    }
    std::printf("{\"goal\": \"D6e\", \"ours\": %.4f, \"unit\": \"px\"}\n", error(all));
    std::fflush(stdout);
    view.setChart(new QChart); // the chart above goes before its view
    return 0;
}

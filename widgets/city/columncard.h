// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/columnstatistics.h"

#include <QFrame>
#include <QString>
#include <utility>
#include <vector>

namespace loci::widgets {

/// What the values of one column are like: figures and a histogram of numbers, or the classes of texts with their
/// counts. A popover; closes at a click elsewhere.
class ColumnCard final : public QFrame
{
    Q_OBJECT
public:
    explicit ColumnCard(QWidget *parent);

    void open(const QPoint &globalTopLeft, const QString &title, const city::ColumnStatistics &statistics);
    /// The figures as they are shown, for tests and accessibility.
    const std::vector<std::pair<QString, QString>> &figures() const { return m_figures; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillFigures();
    int drawHistogram(QPainter &painter, int top) const; ///< returns where it ends
    int drawClasses(QPainter &painter, int top) const;
    int heightOfChart() const;

    QString m_title;
    city::ColumnStatistics m_statistics;
    std::vector<std::pair<QString, QString>> m_figures;
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/feeds/feedsession.h"

#include <QWidget>

namespace loci::widgets {

/// The recent course of one stream: gaps hatched, a tail that is no longer live dashed up to now, least and most
/// value at the left, first and last time below.
class StreamChart final : public QWidget
{
    Q_OBJECT
public:
    explicit StreamChart(QWidget *parent = nullptr);
    void setPoints(StreamPoints points, qint64 cadenceMs, qint64 now, bool live);
    /// Stretches without a value, in ms: what is hatched.
    std::vector<std::pair<qint64, qint64>> gaps() const;
    QSize sizeHint() const override { return {280, 128}; }
    QSize minimumSizeHint() const override { return {160, 96}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintTexts(QPainter &painter, const QRectF &box, double low, double high) const;
    StreamPoints m_points;
    qint64 m_cadence = 0, m_now = 0;
    bool m_live = false;
};

} // namespace loci::widgets

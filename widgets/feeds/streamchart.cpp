// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feeds/streamchart.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace loci::widgets {

namespace {
constexpr double kLeft = 44, kBelow = 20;
constexpr qint64 kUnknownCadenceMs = 600'000;

struct Extent
{
    double low = 0, high = 1;
};

Extent extentOf(const StreamPoints &points)
{
    std::optional<Extent> found;
    for (const StreamPoint &point : points) {
        if (point.number) {
            found = found ? Extent{std::min(found->low, *point.number), std::max(found->high, *point.number)}
                          : Extent{*point.number, *point.number};
        }
    }
    Extent extent = found.value_or(Extent());
    if (extent.high - extent.low < 1e-9) {
        extent = {extent.low - 0.5, extent.high + 0.5};
    }
    return extent;
}
} // namespace

StreamChart::StreamChart(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StreamChart::setPoints(StreamPoints points, qint64 cadenceMs, qint64 now, bool live)
{
    m_points = std::move(points);
    m_cadence = cadenceMs;
    m_now = now;
    m_live = live;
    update();
}

std::vector<std::pair<qint64, qint64>> StreamChart::gaps() const
{
    const qint64 most = (m_cadence > 0 ? m_cadence : kUnknownCadenceMs) * 5 / 2;
    std::vector<std::pair<qint64, qint64>> gaps;
    std::optional<qint64> last;
    for (const StreamPoint &point : m_points) {
        if (!point.number) {
            continue;
        }
        if (last && point.time - *last > most) {
            gaps.emplace_back(*last, point.time);
        }
        last = point.time;
    }
    return gaps;
}

void StreamChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens();
    const QRectF box(kLeft, 4, width() - kLeft - 2, height() - kBelow - 4);
    painter.fillRect(box, t.sunken);
    if (m_points.empty()) {
        painter.setPen(t.textFaint);
        painter.setFont(tokenFont(t.fontCaption));
        painter.drawText(box, Qt::AlignCenter, tr("no values yet"));
        return;
    }
    const Extent extent = extentOf(m_points);
    const qint64 from = m_points.front().time;
    const qint64 to = std::max({m_now, m_points.back().time, from + 1});
    const auto x = [&](qint64 time) {
        return box.left() + box.width() * static_cast<double>(time - from) / static_cast<double>(to - from);
    };
    const auto y = [&](double value) {
        return box.bottom() - 4 - (box.height() - 8) * (value - extent.low) / (extent.high - extent.low);
    };
    const auto holes = gaps();
    for (const auto &[begin, end] : holes) {
        paintHatch(painter, QRectF(QPointF(x(begin), box.top()), QPointF(x(end), box.bottom())), t.unknown);
    }
    QPainterPath line;
    const StreamPoint *before = nullptr;
    for (const StreamPoint &point : m_points) {
        const bool broken =
            before == nullptr || !point.number ||
            std::any_of(holes.begin(), holes.end(), [&point](const auto &hole) { return hole.second == point.time; });
        if (point.number) {
            const QPointF at(x(point.time), y(*point.number));
            broken ? line.moveTo(at) : line.lineTo(at);
            if (broken) {
                painter.fillRect(QRectF(at.x() - 1, at.y() - 1, 2, 2), t.accent); // a single value is seen, too
            }
        }
        before = point.number ? &point : nullptr;
    }
    painter.setPen(QPen(m_live ? t.accent : t.textFaint, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(line);
    if (!m_live && before != nullptr) { // the last good value is no measurement of now
        painter.setPen(QPen(t.textFaint, 1.2, Qt::DashLine));
        painter.drawLine(QPointF(x(before->time), y(*before->number)), QPointF(x(to), y(*before->number)));
    }
    paintTexts(painter, box, extent.low, extent.high);
}

void StreamChart::paintTexts(QPainter &painter, const QRectF &box, double low, double high) const
{
    const Tokens &t = tokens();
    const QLocale locale;
    painter.setFont(tokenFont(t.fontCaption));
    painter.setPen(t.textMuted);
    const auto number = [&locale](double value) { return locale.toString(value, 'g', 4); };
    painter.drawText(QRectF(0, box.top(), kLeft - 6, 16), Qt::AlignRight | Qt::AlignVCenter, number(high));
    painter.drawText(QRectF(0, box.bottom() - 16, kLeft - 6, 16), Qt::AlignRight | Qt::AlignVCenter, number(low));
    const auto time = [&locale](qint64 moment) {
        return locale.toString(QDateTime::fromMSecsSinceEpoch(moment).time(), QStringLiteral("HH:mm"));
    };
    const QRectF below(box.left(), box.bottom() + 2, box.width(), kBelow - 2);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, time(m_points.front().time));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, time(std::max(m_now, m_points.back().time)));
}

} // namespace loci::widgets

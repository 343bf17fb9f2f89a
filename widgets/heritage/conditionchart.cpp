// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/conditionchart.h"

#include "widgets/common/tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace loci::widgets {

namespace {
constexpr int kTop = 10;
constexpr int kBottom = 22;
constexpr int kSide = 14;
constexpr int kWorst = 4;
constexpr int kDateRoom = 40; // pixels between two dates
} // namespace

ConditionChart::ConditionChart(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ConditionChart::setPoints(std::vector<SurveyPoint> points)
{
    m_points = std::move(points);
    QStringList words;
    for (const SurveyPoint &point : m_points) {
        words << QStringLiteral("%1 %2").arg(point.date, point.word);
    }
    setAccessibleName(words.join(QStringLiteral(", ")));
    setToolTip(words.join(QLatin1Char('\n')));
    update();
}

void ConditionChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_points.empty()) {
        return;
    }
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double height = this->height() - kTop - kBottom;
    const double from = m_points.front().year;
    const double span = std::max(1e-6, m_points.back().year - from);
    const auto x = [&](double year) {
        return m_points.size() == 1 ? width() / 2.0 : kSide + (year - from) / span * (width() - 2 * kSide);
    };
    const auto y = [&](int rank) { return kTop + height * std::min(rank, kWorst) / kWorst; };
    painter.setPen(QPen(t.hairline, 1));
    for (const int rank : {0, 2, 4}) {
        painter.drawLine(QPointF(kSide / 2.0, y(rank)), QPointF(width() - kSide / 2.0, y(rank)));
    }
    QPainterPath steps(QPointF(x(from), y(m_points.front().rank)));
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        steps.lineTo(x(m_points[i].year), y(m_points[i - 1].rank));
        steps.lineTo(x(m_points[i].year), y(m_points[i].rank));
    }
    painter.setPen(QPen(t.textMuted, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(steps);
    painter.setFont(tokenFont(t.fontCaption));
    double lastDate = -1e9;
    for (const SurveyPoint &point : m_points) {
        const QPointF at(x(point.year), y(point.rank));
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.surface);
        painter.drawEllipse(at, 8, 8);
        drawStatus(painter, point.status, QRectF(at.x() - 5, at.y() - 5, 10, 10));
        if (at.x() - lastDate < kDateRoom) {
            continue;
        }
        lastDate = at.x();
        const int textWidth = painter.fontMetrics().horizontalAdvance(point.date);
        const double left = std::clamp(at.x() - textWidth / 2.0, 0.0, std::max(0.0, width() - textWidth - 1.0));
        painter.setPen(t.textMuted);
        painter.drawText(QRectF(left, this->height() - 18, textWidth + 1, 18), Qt::AlignCenter, point.date);
    }
}

} // namespace loci::widgets

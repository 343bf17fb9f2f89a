// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/yearbar.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QDate>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

namespace {

constexpr int kSpan = 25;
constexpr double kSide = 10, kFoot = 18;

QString yearText(int year)
{
    return QString::number(year); // a year has no separator of thousands
}

} // namespace

YearBar::YearBar(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    setMinimumHeight(sizeHint().height());
    setAccessibleName(tr("Year"));
}

void YearBar::setFirstYears(const std::vector<int> &years)
{
    m_to = QDate::currentDate().year();
    const int first =
        years.empty() ? m_to - kSpan : std::min(m_to - kSpan, *std::min_element(years.begin(), years.end()));
    m_from = static_cast<int>(std::floor(static_cast<double>(first) / kSpan)) * kSpan;
    m_counts.assign(static_cast<std::size_t>((m_to - m_from) / kSpan + 1), 0);
    for (const int year : years) {
        const int span = (std::clamp(year, m_from, m_to) - m_from) / kSpan;
        ++m_counts[static_cast<std::size_t>(span)];
    }
    m_year = std::clamp(m_year, m_from, m_to);
    update();
}

void YearBar::setYear(int year)
{
    const int wanted = std::clamp(year, m_from, m_to);
    if (wanted != m_year) {
        m_year = wanted;
        setAccessibleDescription(yearText(m_year));
        update();
        emit yearChanged(m_year);
    }
}

double YearBar::xOf(double year) const
{
    return kSide + (width() - 2 * kSide) * (year - m_from) / std::max(1, m_to - m_from);
}

int YearBar::yearAt(double x) const
{
    return m_from + static_cast<int>(std::lround((x - kSide) / std::max(1.0, width() - 2 * kSide) * (m_to - m_from)));
}

void YearBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double foot = height() - kFoot;
    const int most = m_counts.empty() ? 1 : std::max(1, *std::max_element(m_counts.begin(), m_counts.end()));
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const int begins = m_from + static_cast<int>(i) * kSpan;
        const double left = xOf(begins) + 0.5;
        const double right = xOf(std::min(begins + kSpan, m_to)) - 0.5;
        const double high = m_counts[i] == 0 ? 0 : std::max(2.0, (foot - 8) * m_counts[i] / most);
        painter.setBrush(begins <= m_year ? t.heritage : t.outline);
        painter.drawRect(QRectF(left, foot - high, std::max(1.0, right - left), high));
    }
    painter.setPen(QPen(t.hairline, 1));
    painter.drawLine(QPointF(kSide, foot), QPointF(width() - kSide, foot));
    painter.setFont(tokenFont(t.fontCaption));
    painter.setPen(t.textMuted);
    const QRectF words(kSide, foot + 2, width() - 2 * kSide, kFoot - 2);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, yearText(m_from));
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, yearText(m_to));
    const double bar = xOf(m_year);
    painter.setPen(QPen(t.accent, 2));
    painter.drawLine(QPointF(bar, 2), QPointF(bar, foot));
    painter.setBrush(t.raised);
    painter.drawEllipse(QPointF(bar, foot), 5, 5);
    if (hasFocus()) {
        paintFocus(painter, rect(), t.radius);
    }
}

void YearBar::mousePressEvent(QMouseEvent *event)
{
    setYear(yearAt(event->position().x()));
}

void YearBar::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->buttons() & Qt::LeftButton) != 0) {
        setYear(yearAt(event->position().x()));
    }
}

void YearBar::keyPressEvent(QKeyEvent *event)
{
    const int step = event->modifiers().testFlag(Qt::ShiftModifier) ? kSpan : 1;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        setYear(m_year + (event->key() == Qt::Key_Left ? -step : step));
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace loci::widgets

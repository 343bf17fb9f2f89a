// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/rangeslider.h"

#include "widgets/common/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

namespace {

constexpr double kHandle = 7; ///< radius
constexpr int kHeight = 24;

} // namespace

RangeSlider::RangeSlider(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(kHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RangeSlider::sizeHint() const
{
    return {160, kHeight};
}

void RangeSlider::setRange(double lowest, double highest)
{
    m_lowest = lowest;
    m_highest = std::max(lowest, highest);
    setValues(m_low, m_high);
}

void RangeSlider::setValues(double low, double high)
{
    m_low = std::clamp(low, m_lowest, m_highest);
    m_high = std::clamp(high, m_low, m_highest);
    update();
}

void RangeSlider::moveTo(double low, double high)
{
    const double lowBefore = m_low;
    const double highBefore = m_high;
    setValues(low, high);
    if (m_low != lowBefore || m_high != highBefore) {
        emit moved(m_low, m_high);
    }
}

double RangeSlider::xOf(double value) const
{
    const double span = m_highest - m_lowest;
    return kHandle + (width() - 2 * kHandle) * (span > 0 ? (value - m_lowest) / span : 0);
}

double RangeSlider::valueAt(double x) const
{
    const double share = (x - kHandle) / std::max(1.0, width() - 2 * kHandle);
    return m_lowest + std::clamp(share, 0.0, 1.0) * (m_highest - m_lowest);
}

void RangeSlider::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const QColor band = isEnabled() ? t.accent : t.hairline;
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.pressed);
    painter.drawRoundedRect(QRectF(0, middle - 2, width(), 4), 2, 2);
    painter.setBrush(band);
    painter.drawRoundedRect(QRectF(xOf(m_low), middle - 2, xOf(m_high) - xOf(m_low), 4), 2, 2);
    for (const Handle handle : {Handle::Low, Handle::High}) {
        const bool focused = hasFocus() && handle == m_last;
        painter.setPen(QPen(band, focused ? 2 : 1));
        painter.setBrush(t.raised);
        const double radius = kHandle - (focused ? 1 : 0.5);
        painter.drawEllipse(QPointF(xOf(handle == Handle::Low ? m_low : m_high), middle), radius, radius);
    }
}

void RangeSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const double x = event->position().x();
    const double toLow = std::abs(x - xOf(m_low));
    const double toHigh = std::abs(x - xOf(m_high));
    const bool between = x > xOf(m_low) + kHandle && x < xOf(m_high) - kHandle;
    const bool whole = m_low <= m_lowest && m_high >= m_highest; // nothing to push yet: take the nearer handle
    if (between && !whole) {
        m_held = Handle::Both;
        m_grip = valueAt(x) - m_low;
        return;
    }
    const bool low = toLow < toHigh || (toLow == toHigh && x < xOf(m_low));
    m_held = m_last = low ? Handle::Low : Handle::High;
    mouseMoveEvent(event);
}

void RangeSlider::mouseMoveEvent(QMouseEvent *event)
{
    const double value = valueAt(event->position().x());
    if (m_held == Handle::Low) {
        moveTo(std::min(value, m_high), m_high);
    } else if (m_held == Handle::High) {
        moveTo(m_low, std::max(value, m_low));
    } else if (m_held == Handle::Both) {
        const double span = m_high - m_low;
        const double low = std::clamp(value - m_grip, m_lowest, m_highest - span);
        moveTo(low, low + span);
    }
}

void RangeSlider::mouseReleaseEvent(QMouseEvent *)
{
    m_held = Handle::None;
}

void RangeSlider::keyPressEvent(QKeyEvent *event)
{
    const double step = (m_highest - m_lowest) / (event->modifiers() & Qt::ShiftModifier ? 200 : 50);
    double by = 0;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        by = -step;
        break;
    case Qt::Key_Right:
    case Qt::Key_Up:
        by = step;
        break;
    case Qt::Key_Home:
        m_last = Handle::Low;
        update();
        return;
    case Qt::Key_End:
        m_last = Handle::High;
        update();
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_last == Handle::Low) {
        moveTo(std::min(m_low + by, m_high), m_high);
    } else {
        moveTo(m_low, std::max(m_high + by, m_low));
    }
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/beforeafter.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace loci::widgets {

namespace {

/// All of the picture's height or width: what is too much of it is cut evenly.
QRectF sourceFor(const QPixmap &picture, const QRectF &box)
{
    const QSizeF size = picture.size();
    const double scale = std::max(box.width() / size.width(), box.height() / size.height());
    const QSizeF part(box.width() / scale, box.height() / scale);
    return {QPointF((size.width() - part.width()) / 2, (size.height() - part.height()) / 2), part};
}

} // namespace

BeforeAfter::BeforeAfter(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    setMinimumHeight(160);
    setAccessibleName(tr("Before and after"));
}

void BeforeAfter::setPictures(const QPixmap &before, const QPixmap &after, const QString &beforeText,
                              const QString &afterText)
{
    m_before = before;
    m_after = after;
    m_beforeText = beforeText;
    m_afterText = afterText;
    update();
}

void BeforeAfter::setPlace(double place)
{
    m_place = std::clamp(place, 0.0, 1.0);
    update();
}

void BeforeAfter::setOverlay(bool overlay)
{
    m_overlay = overlay;
    setAccessibleName(overlay ? tr("Overlay of two photographs") : tr("Before and after"));
    update();
}

void BeforeAfter::drawText(QPainter &painter, const QString &text, bool right) const
{
    if (text.isEmpty()) {
        return;
    }
    const Tokens &t = tokens();
    painter.setFont(tokenFont(t.fontCaption));
    const int textWidth = painter.fontMetrics().horizontalAdvance(text) + 2 * t.gap;
    const QRectF box(right ? width() - textWidth - t.gap : t.gap, height() - 24 - t.gap, textWidth, 24);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.raised);
    painter.drawRoundedRect(box, t.radius, t.radius);
    painter.setPen(t.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

void BeforeAfter::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF all = rect();
    painter.fillRect(all, t.sunken);
    const double bar = m_place * width();
    const QPixmap &below = m_overlay ? m_before : m_after;
    const QPixmap &above = m_overlay ? m_after : m_before;
    if (!below.isNull()) {
        painter.drawPixmap(all, below, sourceFor(below, all));
    }
    if (!above.isNull()) {
        painter.save();
        m_overlay ? painter.setOpacity(m_place) : painter.setClipRect(QRectF(0, 0, bar, height()));
        painter.drawPixmap(all, above, sourceFor(above, all));
        painter.restore();
    }
    painter.setPen(QPen(t.raised, 2));
    painter.drawLine(QPointF(bar, 0), QPointF(bar, height()));
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(t.raised);
    painter.drawEllipse(QPointF(bar, height() / 2.0), 11, 11);
    drawText(painter, m_beforeText, false);
    drawText(painter, m_afterText, true);
    if (hasFocus()) {
        paintFocus(painter, all, t.radius);
    }
}

void BeforeAfter::mousePressEvent(QMouseEvent *event)
{
    setPlace(event->position().x() / std::max(1, width()));
}

void BeforeAfter::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->buttons() & Qt::LeftButton) != 0) {
        setPlace(event->position().x() / std::max(1, width()));
    }
}

void BeforeAfter::keyPressEvent(QKeyEvent *event)
{
    constexpr double kStep = 0.05;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        setPlace(m_place + (event->key() == Qt::Key_Left ? -kStep : kStep));
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace loci::widgets

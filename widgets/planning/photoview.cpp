// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/photoview.h"

#include "widgets/common/tokens.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

namespace {
constexpr double kMark = 9; // pixels, half a mark
constexpr double kMostZoom = 24;
} // namespace

PhotoView::PhotoView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("planning.photo"));
    setCursor(Qt::CrossCursor);
    setMinimumHeight(120);
}

void PhotoView::setPicture(const QImage &picture, QSize size)
{
    if (size != m_size) {
        m_zoom = 1;
        m_moved = {};
    }
    m_picture = picture;
    m_size = size;
    update();
}

void PhotoView::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    update();
}

void PhotoView::setHint(const QString &hint)
{
    m_hint = hint;
    update();
}

QRectF PhotoView::place() const
{
    const QSizeF fitted = QSizeF(m_size).scaled(size(), Qt::KeepAspectRatio) * m_zoom;
    return {QPointF((width() - fitted.width()) / 2, (height() - fitted.height()) / 2) + m_moved, fitted};
}

QPointF PhotoView::toWidget(const Vec2 &pixel) const
{
    const QRectF whole = place();
    return {whole.left() + pixel.x / std::max(1, m_size.width()) * whole.width(),
            whole.top() + pixel.y / std::max(1, m_size.height()) * whole.height()};
}

Vec2 PhotoView::toPixel(const QPointF &position) const
{
    const QRectF whole = place();
    return {(position.x() - whole.left()) / std::max(1.0, whole.width()) * m_size.width(),
            (position.y() - whole.top()) / std::max(1.0, whole.height()) * m_size.height()};
}

void PhotoView::drawMark(QPainter &painter, const Mark &mark, int number) const
{
    const Tokens &t = tokens();
    const QPointF at = toWidget(mark.pixel);
    painter.setBrush(Qt::NoBrush);
    for (const auto &[ink, width] : {std::pair{t.raised, 4.0}, {mark.isPending ? t.watch : t.accent, 2.0}}) {
        painter.setPen(QPen(ink, width, mark.isPending ? Qt::DashLine : Qt::SolidLine));
        painter.drawEllipse(at, kMark, kMark);
        painter.drawLine(at - QPointF(kMark + 4, 0), at - QPointF(2, 0));
        painter.drawLine(at + QPointF(2, 0), at + QPointF(kMark + 4, 0));
        if (mark.shown) {
            painter.drawLine(at, toWidget(*mark.shown));
        }
    }
    if (mark.isPending) {
        return;
    }
    const QString text = QString::number(number);
    painter.setFont(tokenFont(t.fontCaption, QFont::DemiBold));
    const QRectF tag(at.x() + kMark, at.y() - kMark - 14, painter.fontMetrics().horizontalAdvance(text) + 8, 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.accent);
    painter.drawRoundedRect(tag, 4, 4);
    painter.setPen(t.textOnAccent);
    painter.drawText(tag, Qt::AlignCenter, text);
}

void PhotoView::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.sunken);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (!m_picture.isNull()) {
        painter.drawImage(place(), m_picture);
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            drawMark(painter, m_marks[i], static_cast<int>(i) + 1);
        }
    }
    if (!m_hint.isEmpty()) {
        painter.setFont(tokenFont(t.fontBody, QFont::DemiBold));
        const QRect room = rect().adjusted(t.padding, t.padding, -t.padding, -t.padding);
        const QRect words = painter.fontMetrics()
                                .boundingRect(room.adjusted(8, 6, -8, -6), Qt::TextWordWrap, m_hint)
                                .adjusted(-8, -6, 8, 6);
        painter.setPen(t.hairline);
        painter.setBrush(t.raised);
        painter.drawRoundedRect(words, t.radius, t.radius);
        painter.setPen(t.text);
        painter.drawText(words.adjusted(8, 6, -8, -6), Qt::TextWordWrap, m_hint);
    }
}

void PhotoView::wheelEvent(QWheelEvent *event)
{
    const Vec2 fixed = toPixel(event->position());
    m_zoom = std::clamp(m_zoom * std::pow(1.0015, event->angleDelta().y()), 1.0, kMostZoom);
    if (m_zoom == 1) {
        m_moved = {};
    } else {
        m_moved += event->position() - toWidget(fixed);
    }
    update();
}

void PhotoView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = m_last = event->position();
    m_dragging = false;
}

void PhotoView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF way = event->position() - m_pressed;
    m_dragging = m_dragging || way.manhattanLength() > QApplication::startDragDistance();
    if (m_dragging && m_zoom > 1) {
        m_moved += event->position() - m_last;
        update();
    }
    m_last = event->position();
}

void PhotoView::mouseReleaseEvent(QMouseEvent *event)
{
    const Vec2 pixel = toPixel(event->position());
    const bool isInside = pixel.x >= 0 && pixel.y >= 0 && pixel.x <= m_size.width() && pixel.y <= m_size.height();
    if (!m_dragging && event->button() == Qt::LeftButton && isInside && !m_picture.isNull()) {
        emit pixelPicked({pixel.x, pixel.y});
    }
}

} // namespace loci::widgets

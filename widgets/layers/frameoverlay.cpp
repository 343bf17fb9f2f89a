// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/frameoverlay.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

namespace loci::widgets {

namespace {
constexpr int kGrip = 36;
constexpr int kKeyStep = 8;
} // namespace

FrameOverlay::FrameOverlay(QWidget *map) : QWidget(map), m_map(map)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    auto *grip = new QToolButton(map);
    grip->setObjectName(QStringLiteral("frameGrip"));
    grip->setFixedSize(kGrip, kGrip);
    grip->setIcon(icon(QStringLiteral("hand")));
    grip->setIconSize(QSize(20, 20));
    grip->setCursor(Qt::SizeAllCursor);
    grip->setToolTip(tr("Drag to move the frame; arrow keys move it in small steps"));
    grip->setAccessibleName(tr("Move the print frame"));
    grip->setFocusPolicy(Qt::StrongFocus);
    grip->installEventFilter(this);
    grip->hide();
    m_grip = grip;
    m_map->installEventFilter(this);
    setGeometry(m_map->rect());
    hide();
}

FrameOverlay::~FrameOverlay()
{
    delete m_grip.data();
}

void FrameOverlay::setViewExtent(const Box3 &extent)
{
    m_view = extent;
    placeGrip();
    update();
}

void FrameOverlay::setFrame(std::vector<Vec2> outline, Vec2 centre, const QString &label)
{
    m_outline = std::move(outline);
    m_centre = centre;
    m_label = label;
    placeGrip();
    update();
}

QPointF FrameOverlay::toPixels(const Vec2 &world) const
{
    if (m_view.isEmpty() || m_view.max.x <= m_view.min.x) {
        return {};
    }
    return {(world.x - m_view.min.x) / (m_view.max.x - m_view.min.x) * width(),
            (m_view.max.y - world.y) / (m_view.max.y - m_view.min.y) * height()};
}

QPolygonF FrameOverlay::framePixels() const
{
    QPolygonF polygon;
    for (const Vec2 &point : m_outline) {
        polygon.append(toPixels(point));
    }
    return polygon;
}

void FrameOverlay::placeGrip()
{
    if (!m_grip) {
        return;
    }
    const QPointF centre = toPixels(m_centre);
    m_grip->move(int(centre.x()) - kGrip / 2, int(centre.y()) - kGrip / 2);
    m_grip->setVisible(isVisible() && !m_outline.empty());
    m_grip->raise();
}

void FrameOverlay::moveBy(const QPointF &pixels)
{
    if (width() == 0 || height() == 0 || m_view.isEmpty()) {
        return;
    }
    emit centreMoved({m_centre.x + pixels.x() / width() * (m_view.max.x - m_view.min.x),
                      m_centre.y - pixels.y() / height() * (m_view.max.y - m_view.min.y)});
}

bool FrameOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_map && event->type() == QEvent::Resize) {
        setGeometry(m_map->rect());
        placeGrip();
        return false;
    }
    if (watched != m_grip) {
        return false;
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        m_grabbed = static_cast<QMouseEvent *>(event)->globalPosition();
        m_grip->setFocus(Qt::MouseFocusReason);
        return true;
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->buttons() & Qt::LeftButton) {
            const QPointF now = mouse->globalPosition();
            moveBy(now - m_grabbed);
            m_grabbed = now;
        }
        return true;
    }
    case QEvent::MouseButtonRelease:
        return true;
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const QPointF step(key == Qt::Key_Left    ? -kKeyStep
                           : key == Qt::Key_Right ? kKeyStep
                                                  : 0,
                           key == Qt::Key_Up     ? -kKeyStep
                           : key == Qt::Key_Down ? kKeyStep
                                                 : 0);
        if (step.isNull()) {
            return false;
        }
        moveBy(step);
        return true;
    }
    default:
        return false;
    }
}

void FrameOverlay::paintEvent(QPaintEvent *)
{
    if (m_outline.empty()) {
        return;
    }
    const Tokens &t = tokens();
    const QPolygonF frame = framePixels();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outside;
    outside.addRect(rect());
    QPainterPath inside;
    inside.addPolygon(frame);
    inside.closeSubpath();
    QColor dim = t.window;
    dim.setAlpha(150);
    painter.fillPath(outside.subtracted(inside), dim);
    painter.setPen(QPen(t.accent, 2));
    painter.drawPolygon(frame);
    const QRectF bounds = frame.boundingRect();
    painter.setFont(tokenFont(t.fontCaption, QFont::DemiBold));
    QRectF text = painter.fontMetrics().boundingRect(m_label).adjusted(-8, -4, 8, 4);
    text.moveTopLeft(bounds.topLeft() + QPointF(0, -text.height() - 4));
    if (text.top() < 4) {
        text.moveTop(std::max(4.0, bounds.top() + 4));
        text.moveLeft(std::max(4.0, bounds.left() + 4));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.accent);
    painter.drawRoundedRect(text, 4, 4);
    painter.setPen(t.textOnAccent);
    painter.drawText(text, Qt::AlignCenter, m_label);
}

void FrameOverlay::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setGeometry(m_map->rect());
    placeGrip();
}

void FrameOverlay::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_grip) {
        m_grip->hide();
    }
}

} // namespace loci::widgets

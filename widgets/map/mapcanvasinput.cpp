// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel, touchpad and keys of the map canvas.
#include "widgets/common/tokens.h"
#include "widgets/map/mapcanvas.h"
#include "widgets/map/mapguest.h"
#include "widgets/map/markeroverlay.h"

#include <QGestureEvent>
#include <QInputDevice>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

namespace loci::widgets {

namespace {
constexpr double kKeyPan = 0.15;
constexpr double kDragPixels = 4;
constexpr double kDegreesPerNotch = 120;
} // namespace

MapPointer MapCanvas::pointer(const QPointF &pixel, Qt::KeyboardModifiers modifiers) const
{
    return {pixel, m_viewport.toMap(pixel), modifiers};
}

void MapCanvas::setGuest(MapGuest *guest)
{
    m_guest = guest;
    m_guestHolds = false;
    update();
}

MapTool *MapCanvas::held() const
{
    return m_guestHolds ? m_guest : m_tool;
}

void MapCanvas::updateCursor()
{
    if (m_gesture == Gesture::Panning) {
        setCursor(Qt::ClosedHandCursor);
    } else if (m_guestHolds && m_guest != nullptr) {
        setCursor(m_guest->cursor());
    } else if (m_spaceHeld || m_tool == nullptr) {
        setCursor(Qt::OpenHandCursor);
    } else {
        setCursor(m_tool->cursor());
    }
}

bool MapCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            m_flight.stop();
            setViewport(m_viewport.zoomedAbout(gesture->position(), std::max(0.2, 1 + gesture->value())));
            return true;
        }
    } else if (event->type() == QEvent::Gesture) {
        auto *gestures = static_cast<QGestureEvent *>(event);
        if (auto *pinch = qobject_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture))) {
            m_flight.stop();
            const QPointF about = mapFromGlobal(pinch->centerPoint());
            const QPointF moved = pinch->centerPoint() - pinch->lastCenterPoint();
            setViewport(m_viewport.zoomedAbout(about, std::max(0.2, pinch->scaleFactor())).moved(moved));
            return true;
        }
    }
    return QWidget::event(event);
}

void MapCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        event->ignore();
        return;
    }
    m_flight.stop();
    m_pressedAt = m_lastAt = event->position();
    const bool pans = event->button() == Qt::MiddleButton || m_spaceHeld;
    m_gesture = pans ? Gesture::Panning : Gesture::Pressed;
    m_guestHolds = !pans && m_guest != nullptr && m_guest->takes(pointer(m_pressedAt, event->modifiers()));
    updateCursor();
}

void MapCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    MapTool *const tool = held();
    emit hovered(m_viewport.toMap(at));
    if (m_gesture == Gesture::None) {
        hoverMarker(at, event->globalPosition().toPoint());
    }
    if (m_gesture == Gesture::Pressed && QLineF(at, m_pressedAt).length() >= kDragPixels) {
        const bool toolTakes = tool != nullptr && tool->wantsDrag();
        m_gesture = toolTakes ? Gesture::ToolDrag : Gesture::Panning;
        if (toolTakes) {
            tool->dragStarted(pointer(m_pressedAt, event->modifiers()));
        }
        updateCursor();
    }
    if (m_gesture == Gesture::Panning) {
        setViewport(m_viewport.moved(at - m_lastAt));
    } else if (m_gesture == Gesture::ToolDrag && tool != nullptr) {
        tool->dragged(pointer(at, event->modifiers()));
        update();
    } else if (tool != nullptr) {
        tool->hovered(pointer(at, event->modifiers()));
        update();
    }
    m_lastAt = at;
}

void MapCanvas::hoverMarker(const QPointF &pixel, const QPoint &globalPosition)
{
    const bool picks = m_tool == nullptr || m_tool->picksThings();
    const MapMarker *marker = m_markers != nullptr && picks ? m_markers->markerAt(pixel, m_viewport) : nullptr;
    const QString id = marker != nullptr ? marker->id : QString();
    if (id == m_underPointer) {
        return;
    }
    m_underPointer = id;
    marker != nullptr ? setCursor(Qt::PointingHandCursor) : updateCursor();
    QToolTip::showText(globalPosition, marker != nullptr ? marker->tip.toHtmlEscaped() : QString(), this);
    emit markerHovered(id);
}

void MapCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const Gesture ended = std::exchange(m_gesture, Gesture::None);
    MapTool *const tool = held();
    m_guestHolds = false;
    updateCursor();
    const bool picks = tool == nullptr || tool->picksThings();
    if (ended == Gesture::Pressed && event->button() == Qt::LeftButton && picks && m_markers != nullptr) {
        if (const MapMarker *marker = m_markers->markerAt(event->position(), m_viewport)) {
            emit markerClicked(marker->id);
            return;
        }
    }
    if (tool != nullptr && event->button() == Qt::LeftButton) {
        if (ended == Gesture::Pressed) {
            tool->click(pointer(event->position(), event->modifiers()));
            update();
        } else if (ended == Gesture::ToolDrag) {
            tool->dragEnded(pointer(event->position(), event->modifiers()));
            update();
        }
    }
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_gesture = Gesture::None;
    if (m_tool != nullptr && m_tool->doubleClick(pointer(event->position(), event->modifiers()))) {
        update();
    } else if (event->button() == Qt::LeftButton) {
        zoomBy(event->modifiers().testFlag(Qt::ShiftModifier) ? 0.5 : 2.0, event->position());
    }
}

void MapCanvas::wheelEvent(QWheelEvent *event)
{
    const bool touchpad = event->device() != nullptr && event->device()->type() == QInputDevice::DeviceType::TouchPad;
    if (touchpad && !event->modifiers().testFlag(Qt::ControlModifier)) {
        const QPointF pixels =
            event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 3 : QPointF(event->pixelDelta());
        m_flight.stop();
        setViewport(m_viewport.moved(pixels));
        event->accept();
        return;
    }
    const double notches = event->angleDelta().y() / kDegreesPerNotch;
    const double step = event->modifiers().testFlag(Qt::ControlModifier) && !touchpad ? 1.15 : 1.6;
    if (notches != 0) {
        zoomBy(std::pow(step, notches), event->position());
    }
    event->accept();
}

bool MapCanvas::panByKey(int key)
{
    QPointF step;
    switch (key) {
    case Qt::Key_Left:
        step = {width() * kKeyPan, 0};
        break;
    case Qt::Key_Right:
        step = {-width() * kKeyPan, 0};
        break;
    case Qt::Key_Up:
        step = {0, height() * kKeyPan};
        break;
    case Qt::Key_Down:
        step = {0, -height() * kKeyPan};
        break;
    default:
        return false;
    }
    flyTo(m_viewport.moved(step));
    return true;
}

void MapCanvas::keyPressEvent(QKeyEvent *event)
{
    if (panByKey(event->key())) {
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(2.0);
        return;
    case Qt::Key_Minus:
        zoomBy(0.5);
        return;
    case Qt::Key_Space:
        m_spaceHeld = true;
        updateCursor();
        return;
    case Qt::Key_Escape:
        if (m_tool != nullptr && m_tool->stepBack()) {
            update();
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_tool != nullptr && m_tool->finish()) {
            update();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void MapCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        updateCursor();
        return;
    }
    QWidget::keyReleaseEvent(event);
}

void MapCanvas::leaveEvent(QEvent *event)
{
    emit left();
    QWidget::leaveEvent(event);
}

} // namespace loci::widgets

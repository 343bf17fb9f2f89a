// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/boardcanvas.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace loci::widgets {

namespace {
constexpr int kCorner = 16;
}

BoardTile::BoardTile(BoardCanvas &canvas, int index) : QWidget(&canvas), m_canvas(canvas), m_index(index)
{
    setObjectName(QStringLiteral("board.tile.%1").arg(index));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

QRectF BoardTile::content() const
{
    const int padding = tokens().padding;
    return QRectF(rect()).adjusted(padding, padding - 2, -padding, -padding);
}

void BoardTile::refresh()
{
    if (const auto context = m_canvas.context()) {
        setAccessibleName(tileWords(m_canvas.board().tiles[static_cast<std::size_t>(m_index)], *context));
    }
    m_spots.clear();
    update();
}

void BoardTile::refreshWords()
{
    const auto context = m_canvas.context();
    if (context && tileWords(m_canvas.board().tiles[static_cast<std::size_t>(m_index)], *context) != accessibleName()) {
        refresh();
    }
}

const TileSpot *BoardTile::spotAt(const QPointF &place)
{
    const auto context = m_canvas.context();
    if (m_spots.empty() && context) { // not painted yet
        m_spots = tileSpots(content(), m_canvas.board().tiles[static_cast<std::size_t>(m_index)], *context);
    }
    for (const TileSpot &spot : m_spots) {
        const bool inShape = std::any_of(spot.shape.begin(), spot.shape.end(), [&place](const QPolygonF &shape) {
            return shape.containsPoint(place, Qt::OddEvenFill);
        });
        if (spot.shape.empty() ? spot.box.contains(place) : inShape) {
            return &spot;
        }
    }
    return nullptr;
}

void BoardTile::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool chosen = m_canvas.chosen() == m_index;
    painter.setPen(QPen(chosen ? t.accent : t.hairline, chosen ? 2 : 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(frame.adjusted(chosen, chosen, -chosen, -chosen), t.radius, t.radius);
    const auto context = m_canvas.context();
    if (context) {
        const Tile &tile = m_canvas.board().tiles[static_cast<std::size_t>(m_index)];
        paintTile(painter, content(), tile, *context);
        m_spots = tileSpots(content(), tile, *context);
    }
    if (m_canvas.isEditing()) {
        paintEditing(painter);
    }
    if (hasFocus()) {
        paintFocus(painter, frame.adjusted(2, 2, -2, -2), t.radius);
    }
}

QRectF BoardTile::removeBox() const
{
    return QRectF(width() - 30, 4, 26, 26);
}

void BoardTile::paintEditing(QPainter &painter) const
{
    const Tokens &t = tokens();
    painter.setPen(QPen(t.textFaint, 1.5));
    for (const int d : {4, 8, 12}) {
        painter.drawLine(QPointF(width() - d - 2, height() - 3), QPointF(width() - 3, height() - d - 2));
    }
    const QRectF cross = removeBox();
    painter.setPen(QPen(t.hairline, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(cross.adjusted(1, 1, -1, -1), t.radius, t.radius);
    painter.setPen(QPen(t.text, 1.6));
    const QPointF m = cross.center();
    painter.drawLine(m - QPointF(4, 4), m + QPointF(4, 4));
    painter.drawLine(m - QPointF(4, -4), m + QPointF(4, -4));
}

void BoardTile::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (!m_canvas.isEditing()) {
        m_canvas.choose(m_index);
        if (const TileSpot *spot = spotAt(event->position()); spot != nullptr && !spot->item.isEmpty()) {
            const QString item = spot->item;
            m_canvas.setMarked(spot->area);
            emit m_canvas.itemChosen(item);
        } else if (spot != nullptr) {
            spot->area.isEmpty() ? emit m_canvas.tileChosen(m_index, spot->code) : m_canvas.setMarked(spot->area);
        }
        return;
    }
    if (removeBox().contains(event->position())) {
        m_canvas.removeTile(m_index);
        return;
    }
    m_grab = event->pos();
    m_sizeAtGrab = size();
    m_dragged = false;
    m_resizing = event->pos().x() > width() - kCorner && event->pos().y() > height() - kCorner;
    raise();
}

void BoardTile::mouseMoveEvent(QMouseEvent *event)
{
    if (m_canvas.isEditing()) {
        const bool corner = event->pos().x() > width() - kCorner && event->pos().y() > height() - kCorner;
        setCursor(corner || m_resizing ? Qt::SizeFDiagCursor : m_grab ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
    } else {
        spotAt(event->position()) != nullptr ? setCursor(Qt::PointingHandCursor) : unsetCursor();
    }
    if (!m_grab) {
        return;
    }
    const QPoint way = event->pos() - *m_grab;
    m_dragged = m_dragged || way.manhattanLength() > 4;
    if (m_resizing) {
        resize(std::max(120, m_sizeAtGrab.width() + way.x()), std::max(88, m_sizeAtGrab.height() + way.y()));
    } else if (m_dragged) {
        move(pos() + way);
    }
    if (m_dragged) {
        m_canvas.showGhost(geometry());
    }
}

void BoardTile::mouseReleaseEvent(QMouseEvent *)
{
    m_canvas.showGhost({});
    if (m_grab && m_dragged) {
        m_canvas.finishDrag(m_index, geometry());
    } else if (m_grab) {
        m_canvas.choose(m_index);
    }
    m_grab.reset();
    m_resizing = false;
}

void BoardTile::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TileSpot *spot = m_canvas.isEditing() ? nullptr : spotAt(event->position());
    if (spot != nullptr && !spot->area.isEmpty()) {
        emit m_canvas.areaEntered(spot->area);
    }
}

void BoardTile::keyPressEvent(QKeyEvent *event)
{
    const bool editing = m_canvas.isEditing();
    QRect place = m_canvas.board().tiles[static_cast<std::size_t>(m_index)].place;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        m_canvas.choose(m_index);
        return;
    case Qt::Key_Delete:
        if (editing) {
            m_canvas.removeTile(m_index);
            return;
        }
        break;
    case Qt::Key_Left:
        place.translate(-1, 0);
        break;
    case Qt::Key_Right:
        place.translate(1, 0);
        break;
    case Qt::Key_Up:
        place.translate(0, -1);
        break;
    case Qt::Key_Down:
        place.translate(0, 1);
        break;
    default:
        break;
    }
    Tile moved = m_canvas.board().tiles[static_cast<std::size_t>(m_index)];
    if (!editing || place == moved.place) {
        QWidget::keyPressEvent(event);
        return;
    }
    moved.place = place;
    m_canvas.finishDrag(m_index, m_canvas.placeOf(moved));
}

void BoardTile::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

bool BoardTile::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const TileSpot *spot = spotAt(help->pos());
        spot != nullptr ? QToolTip::showText(help->globalPos(), spot->tip, this) : QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace loci::widgets

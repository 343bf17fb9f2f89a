// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/drawtool.h"

#include "widgets/common/tokens.h"

#include <QPainter>
#include <utility>

namespace loci::widgets {

namespace {
constexpr std::size_t kCorners = 3;
}

DrawTool::DrawTool(std::function<void()> ended) : m_ended(std::move(ended)) {}

void DrawTool::start(MapDrawing drawing)
{
    if (m_active) {
        end(false);
    }
    m_drawing = std::move(drawing);
    m_points.clear();
    m_active = true;
}

void DrawTool::cancel()
{
    if (m_active) {
        end(false);
    }
}

void DrawTool::end(bool done)
{
    m_active = false;
    const MapDrawing drawing = std::exchange(m_drawing, {});
    const std::vector<Vec2> points = std::exchange(m_points, {});
    m_ended();
    if (done) {
        drawing.done(points);
    } else if (drawing.cancelled) {
        drawing.cancelled();
    }
}

void DrawTool::click(const MapPointer &pointer)
{
    m_cursor = pointer.place;
    m_points.push_back(pointer.place);
    if (m_drawing.kind == MapDrawing::Kind::Point) {
        end(true);
    }
}

bool DrawTool::doubleClick(const MapPointer &pointer)
{
    Q_UNUSED(pointer) // its first click has set the corner
    finish();
    return true;
}

void DrawTool::hovered(const MapPointer &pointer)
{
    m_cursor = pointer.place;
}

bool DrawTool::stepBack()
{
    if (m_points.empty()) {
        cancel();
    } else {
        m_points.pop_back();
    }
    return true;
}

bool DrawTool::finish()
{
    if (m_drawing.kind != MapDrawing::Kind::Area || m_points.size() < kCorners) {
        return false;
    }
    end(true);
    return true;
}

void DrawTool::paint(QPainter &painter, const MapViewport &viewport)
{
    if (m_points.empty()) {
        return;
    }
    QPolygonF shape;
    for (const Vec2 &point : m_points) {
        shape << viewport.toPixel(point);
    }
    shape << viewport.toPixel(m_cursor);
    const Tokens &t = tokens();
    QColor body = t.accent;
    body.setAlpha(40);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(body);
    painter.drawPolygon(shape);
    painter.setBrush(Qt::NoBrush);
    for (const auto &[colour, width] : {std::pair{t.raised, 4.5}, std::pair{t.accent, 2.0}}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(shape);
    }
    painter.setPen(QPen(t.accent, 1.5, Qt::DashLine));
    painter.drawLine(shape.last(), shape.first());
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(t.raised);
    for (const QPointF &corner : shape) {
        painter.drawEllipse(corner, 3.5, 3.5);
    }
    painter.restore();
}

} // namespace loci::widgets

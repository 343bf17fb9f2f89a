// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/selecttool.h"

#include "widgets/common/tokens.h"
#include "widgets/map/featurefinder.h"

#include <qgsgeometry.h>

#include <QPainter>

namespace loci::widgets {

namespace {
constexpr double kTolerancePixels = 5;
}

SelectTool::SelectTool(map::MapDocument &document, Selection &selection, std::function<double()> unitsPerPixel)
    : m_document(document)
    , m_selection(selection)
    , m_unitsPerPixel(std::move(unitsPerPixel))
{}

void SelectTool::setMode(Mode mode)
{
    m_mode = mode;
    m_points.clear();
}

QCursor SelectTool::cursor() const
{
    return m_mode == Mode::Click ? Qt::ArrowCursor : Qt::CrossCursor;
}

void SelectTool::click(const MapPointer &pointer)
{
    if (m_mode == Mode::Polygon) {
        m_adds = m_adds || pointer.modifiers.testFlag(Qt::ControlModifier);
        m_points.push_back(pointer.place);
        return;
    }
    const auto thing = thingAt(m_document, pointer.place, kTolerancePixels * m_unitsPerPixel());
    if (pointer.modifiers.testFlag(Qt::ControlModifier)) {
        if (thing) {
            m_selection.toggle(*thing);
        }
    } else if (thing) {
        m_selection.set({*thing});
    } else {
        m_selection.clear();
    }
}

bool SelectTool::doubleClick(const MapPointer &pointer)
{
    Q_UNUSED(pointer)
    return m_mode == Mode::Polygon && finish();
}

void SelectTool::dragStarted(const MapPointer &pointer)
{
    m_points = {pointer.place, pointer.place};
}

void SelectTool::dragged(const MapPointer &pointer)
{
    if (m_points.size() == 2) {
        m_points[1] = pointer.place;
    }
}

void SelectTool::dragEnded(const MapPointer &pointer)
{
    if (m_points.size() != 2) {
        return;
    }
    const Vec2 a = m_points[0];
    const Vec2 b = pointer.place;
    m_points.clear();
    selectWithin({a, {b.x, a.y}, b, {a.x, b.y}}, pointer.modifiers.testFlag(Qt::ControlModifier));
}

void SelectTool::hovered(const MapPointer &pointer)
{
    m_cursor = pointer.place;
}

bool SelectTool::stepBack()
{
    if (!m_points.empty()) {
        if (m_mode == Mode::Polygon) {
            m_points.pop_back();
        } else {
            m_points.clear();
        }
        return true;
    }
    if (!m_selection.isEmpty()) {
        m_selection.clear();
        return true;
    }
    return false;
}

bool SelectTool::finish()
{
    if (m_mode != Mode::Polygon || m_points.size() < 3) {
        return false;
    }
    const std::vector<Vec2> shape = std::exchange(m_points, {});
    selectWithin(shape, std::exchange(m_adds, false));
    return true;
}

void SelectTool::deactivate()
{
    m_points.clear();
    m_adds = false;
}

void SelectTool::selectWithin(const std::vector<Vec2> &shape, bool adds)
{
    QgsPolylineXY ring;
    for (const Vec2 &point : shape) {
        ring << QgsPointXY(point.x, point.y);
    }
    ring << ring.first();
    std::vector<SelectedThing> things = thingsIn(m_document, QgsGeometry::fromPolygonXY({ring}));
    if (adds) {
        m_selection.add(things);
    } else {
        m_selection.set(std::move(things));
    }
}

void SelectTool::paint(QPainter &painter, const MapViewport &viewport)
{
    if (m_points.empty()) {
        return;
    }
    QPolygonF shape;
    if (m_mode == Mode::Rectangle && m_points.size() == 2) {
        shape = QPolygonF(QRectF(viewport.toPixel(m_points[0]), viewport.toPixel(m_points[1])).normalized());
    } else {
        for (const Vec2 &point : m_points) {
            shape << viewport.toPixel(point);
        }
        shape << viewport.toPixel(m_cursor);
    }
    QColor body = tokens().accent;
    body.setAlpha(36);
    painter.save();
    painter.setBrush(body);
    painter.setPen(QPen(tokens().accent, 1.5, Qt::DashLine));
    painter.drawPolygon(shape);
    painter.restore();
}

} // namespace loci::widgets

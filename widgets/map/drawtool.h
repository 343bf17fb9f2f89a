// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "widgets/map/maptool.h"

#include <functional>
#include <vector>

namespace loci::widgets {

/// Something that a person is asked to draw on the map, once.
struct MapDrawing
{
    enum class Kind { Point, Area };
    Kind kind = Kind::Point;
    QString hint; ///< what to click, shown over the map while it is drawn
    /// The points in the CRS of the map; an area has at least three corners and is not closed.
    std::function<void(const std::vector<Vec2> &)> done;
    std::function<void()> cancelled; ///< may be empty
};

/// Draws one point or one area. A double click or Enter ends an area, Esc takes the last corner back and, with none
/// left, gives up.
class DrawTool final : public MapTool
{
public:
    /// `ended` is called after a drawing is done or given up, so that the map takes its other tool again.
    explicit DrawTool(std::function<void()> ended);
    void start(MapDrawing drawing);
    void cancel();
    bool isActive() const { return m_active; }
    const QString &hint() const { return m_drawing.hint; }

    QCursor cursor() const override { return Qt::CrossCursor; }
    void click(const MapPointer &pointer) override;
    bool doubleClick(const MapPointer &pointer) override;
    void hovered(const MapPointer &pointer) override;
    bool stepBack() override;
    bool finish() override;
    void paint(QPainter &painter, const MapViewport &viewport) override;

private:
    void end(bool done);

    std::function<void()> m_ended;
    MapDrawing m_drawing;
    std::vector<Vec2> m_points;
    Vec2 m_cursor;
    bool m_active = false;
};

} // namespace loci::widgets

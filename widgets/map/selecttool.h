// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/mapdocument.h"
#include "widgets/map/maptool.h"
#include "widgets/models/selection.h"

#include <QCoreApplication>
#include <functional>
#include <vector>

namespace loci::widgets {

/// Selects by click, by a rectangle dragged or by a polygon clicked. Ctrl adds and takes away.
class SelectTool final : public MapTool
{
    Q_DECLARE_TR_FUNCTIONS(Map)
public:
    enum class Mode { Click, Rectangle, Polygon };

    /// `unitsPerPixel` of the canvas, asked at each click.
    SelectTool(map::MapDocument &document, Selection &selection, std::function<double()> unitsPerPixel);
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }

    QCursor cursor() const override;
    bool wantsDrag() const override { return m_mode == Mode::Rectangle; }
    bool picksThings() const override { return m_mode == Mode::Click; }
    void click(const MapPointer &pointer) override;
    bool doubleClick(const MapPointer &pointer) override;
    void dragStarted(const MapPointer &pointer) override;
    void dragged(const MapPointer &pointer) override;
    void dragEnded(const MapPointer &pointer) override;
    void hovered(const MapPointer &pointer) override;
    bool stepBack() override;
    bool finish() override;
    void deactivate() override;
    void paint(QPainter &painter, const MapViewport &viewport) override;

private:
    void selectWithin(const std::vector<Vec2> &shape, bool adds);

    map::MapDocument &m_document;
    Selection &m_selection;
    std::function<double()> m_unitsPerPixel;
    Mode m_mode = Mode::Click;
    std::vector<Vec2> m_points; ///< corners of the rectangle (2) or the polygon so far
    Vec2 m_cursor;
    bool m_adds = false;
};

} // namespace loci::widgets

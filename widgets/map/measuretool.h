// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/mapdocument.h"
#include "widgets/map/maptool.h"

#include <QCoreApplication>
#include <functional>
#include <vector>

namespace loci::widgets {

/// Length of a line and area of a polygon on the ellipsoid, with the figure beside the cursor. Esc takes the last
/// point back; a double click or Enter ends, the next click starts anew.
class MeasureTool final : public MapTool
{
    Q_DECLARE_TR_FUNCTIONS(Map)
public:
    enum class Mode { Length, Area };

    MeasureTool(map::MapDocument &document, std::function<void(const QString &)> measured);
    void setMode(Mode mode);

    QCursor cursor() const override { return Qt::CrossCursor; }
    void click(const MapPointer &pointer) override;
    bool doubleClick(const MapPointer &pointer) override;
    void hovered(const MapPointer &pointer) override;
    bool stepBack() override;
    bool finish() override;
    void deactivate() override;
    void paint(QPainter &painter, const MapViewport &viewport) override;

    /// In metres or square metres; also for tests.
    static double measure(const map::MapDocument &document, Mode mode, const std::vector<Vec2> &points);
    static QString lengthText(double metres);
    static QString areaText(double squareMetres);

private:
    std::vector<Vec2> shape() const; ///< with the cursor while it is being drawn
    QString text() const;

    map::MapDocument &m_document;
    std::function<void(const QString &)> m_measured;
    Mode m_mode = Mode::Length;
    std::vector<Vec2> m_points;
    Vec2 m_cursor;
    bool m_done = false;
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/mapviewport.h"

#include <QCursor>
#include <QPointF>
#include <QString>

class QPainter;

namespace loci::widgets {

/// A pointer event in pixels and on the map.
struct MapPointer
{
    QPointF pixel;
    Vec2 place;
    Qt::KeyboardModifiers modifiers;
};

/// What a click and a drag on the map mean. Panning with the space bar, the middle button, arrows and wheel is the
/// canvas's own and works with every tool. Returns true when the tool took the event.
class MapTool
{
public:
    virtual ~MapTool() = default;
    virtual QCursor cursor() const { return Qt::ArrowCursor; }
    virtual bool wantsDrag() const { return false; }   ///< false: a drag pans
    virtual bool picksThings() const { return false; } ///< a click on a marker means the marker
    virtual void click(const MapPointer &pointer) { Q_UNUSED(pointer) }
    virtual bool doubleClick(const MapPointer &pointer)
    {
        Q_UNUSED(pointer)
        return false;
    }
    virtual void dragStarted(const MapPointer &pointer) { Q_UNUSED(pointer) }
    virtual void dragged(const MapPointer &pointer) { Q_UNUSED(pointer) }
    virtual void dragEnded(const MapPointer &pointer) { Q_UNUSED(pointer) }
    virtual void hovered(const MapPointer &pointer) { Q_UNUSED(pointer) }
    /// Esc: one step back. False when there is nothing to take back.
    virtual bool stepBack() { return false; }
    virtual bool finish() { return false; } ///< Enter
    virtual void deactivate() {}
    virtual void paint(QPainter &painter, const MapViewport &viewport)
    {
        Q_UNUSED(painter)
        Q_UNUSED(viewport)
    }
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/mapdocument.h"
#include "widgets/map/mappainter.h"
#include "widgets/map/maptool.h"
#include "widgets/map/mapviewport.h"

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>
#include <optional>

namespace loci::widgets {

class MapGuest;
class MarkerOverlay;
class SelectionOverlay;

/// The map itself: shows the picture of MapPainter, moved and scaled at once while the next one is drawn, and turns
/// mouse, wheel, touchpad and keys into movements. Tools draw and listen through MapTool.
class MapCanvas final : public QWidget
{
    Q_OBJECT
public:
    explicit MapCanvas(map::MapDocument &document, QWidget *parent = nullptr);

    const MapViewport &viewport() const { return m_viewport; }
    void setViewport(const MapViewport &viewport); ///< at once
    void flyTo(const MapViewport &viewport);       ///< eased, unless motion is reduced
    /// Shows all of a box, and goes on showing it when the canvas gets another size, until somebody moves the map.
    void showExtent(const Box3 &extent);
    void zoomBy(double factor, const QPointF &about);
    void zoomBy(double factor) { zoomBy(factor, rect().center()); }
    bool hasView() const { return m_hasView; } ///< a place was chosen, by a person or by the first layers

    void setTool(MapTool *tool); ///< borrowed; nullptr: pan only
    MapTool *tool() const { return m_tool; }
    void setOverlay(SelectionOverlay *overlay) { m_overlay = overlay; }
    void setMarkers(const MarkerOverlay *markers) { m_markers = markers; } ///< borrowed
    void setGuest(MapGuest *guest);                                        ///< borrowed; nullptr: none
    void setCameraMark(std::optional<std::pair<Vec2, Vec2>> mark);

    void refresh(); ///< soon, coalesced
    bool isRendering() const { return m_painter.isPainting() || m_start.isActive(); }
    QImage picture(); ///< as shown, without controls
    MapPainter &painter() { return m_painter; }

signals:
    void viewportChanged(); ///< during movements too
    void movementEnded();
    void renderingFinished();
    void hovered(const loci::Vec2 &place);
    void left(); ///< the pointer went away
    void markerClicked(const QString &id);
    void markerHovered(const QString &id); ///< when it changes; empty: none

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Gesture { None, Pressed, Panning, ToolDrag };

    void draw(QPainter &painter);
    void drawPicture(QPainter &painter, const MapPicture &picture) const;
    void drawCameraMark(QPainter &painter) const;
    void startRendering();
    void hoverMarker(const QPointF &pixel, const QPoint &globalPosition);
    void tellOfFailures(const QStringList &layerIds);
    void showFirstLayers();
    void apply(const MapViewport &viewport);
    void applyTheme();
    MapPointer pointer(const QPointF &pixel, Qt::KeyboardModifiers modifiers) const;
    void updateCursor();
    MapTool *held() const; ///< who gets what the pointer does now
    bool panByKey(int key);

    map::MapDocument &m_document;
    MapPainter m_painter;
    MapViewport m_viewport;
    bool m_hasView = false;
    std::optional<Box3> m_wanted; ///< to be seen whole at any size
    MapTool *m_tool = nullptr;
    SelectionOverlay *m_overlay = nullptr;
    const MarkerOverlay *m_markers = nullptr;
    QString m_underPointer; ///< id of the marker
    MapGuest *m_guest = nullptr;
    bool m_guestHolds = false;
    std::optional<std::pair<Vec2, Vec2>> m_cameraMark;
    QStringList m_failed; ///< layers that the person was told of
    QTimer m_start, m_settle;
    QVariantAnimation m_flight;
    MapViewport m_flightFrom, m_flightTo;
    QPointF m_flightPivot;
    bool m_flightZooms = false;
    Gesture m_gesture = Gesture::None;
    QPointF m_pressedAt, m_lastAt;
    bool m_spaceHeld = false;
};

} // namespace loci::widgets

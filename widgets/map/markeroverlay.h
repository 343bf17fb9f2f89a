// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "widgets/common/status.h"
#include "widgets/map/mapviewport.h"

#include <QHash>
#include <QPixmap>
#include <QString>
#include <optional>
#include <vector>

class QPainter;

namespace loci::widgets {

/// A place with a status, drawn over the map: a live stream.
struct MapMarker
{
    QString id;
    Vec2 place; ///< longitude and latitude, WGS 84
    Status status = Status::Unknown;
    QString label;                              ///< value and unit; with state and age unless it is live
    QString tip = {};                           ///< name, value, state and age
    bool simulated = false;                     ///< a dashed rim
    bool alerting = false;                      ///< a ring of the colour of what is bad
    std::vector<std::vector<Vec2>> shapes = {}; ///< of a warning, WGS 84: what it is for
    bool operator==(const MapMarker &) const = default;
};

/// Markers over the picture of the map, so that a new value never draws the map anew. Main thread.
class MarkerOverlay
{
public:
    /// True when something looks different now.
    bool setMarkers(std::vector<MapMarker> markers, EpsgCode crs);
    void setCrs(EpsgCode crs);
    void paint(QPainter &painter, const MapViewport &viewport) const;
    std::optional<Vec2> placeOf(const QString &id) const; ///< in the map's system
    const MapMarker *marker(const QString &id) const;     ///< null: none
    /// The marker that is seen at a pixel, the topmost one; null: none.
    const MapMarker *markerAt(const QPointF &pixel, const MapViewport &viewport) const;
    /// A ring around a marker, from 0 (tight) to 1 (wide and gone); an empty id: none.
    void setPulse(const QString &id, double phase);
    void setChosen(const QString &id) { m_chosen = id; } ///< framed with the accent; empty: none

private:
    struct Look
    {
        Status status;
        bool simulated, small;
    };
    void locate();
    const QPixmap &sprite(const Look &look, double scale) const;
    void paintShapes(QPainter &painter, const MapViewport &viewport) const;
    /// Values beside their markers, where neither another value nor another marker is; the most urgent first.
    void paintLabels(QPainter &painter, const MapViewport &viewport) const;
    void paintLabel(QPainter &painter, const MapMarker &marker, const QRectF &words) const;
    void paintRings(QPainter &painter, const MapViewport &viewport) const;

    std::vector<MapMarker> m_markers;
    std::vector<Vec2> m_places;                    ///< of the markers, in m_crs
    QHash<QString, std::pair<Vec2, Vec2>> m_known; ///< WGS 84 and place: reprojecting is dear
    std::vector<std::vector<Vec2>> m_shapes;       ///< of all markers, in m_crs
    EpsgCode m_crs;
    mutable QHash<int, QPixmap> m_sprites; ///< thousands of markers are stamps, not drawings
    mutable qint64 m_spritesOf = -1;       ///< theme and scale of the stamps
    QString m_pulsing, m_chosen;
    double m_phase = 0;
};

} // namespace loci::widgets

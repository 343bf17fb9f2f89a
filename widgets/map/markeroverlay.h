// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "widgets/common/status.h"
#include "widgets/map/mapviewport.h"

#include <QHash>
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
    QString label; ///< value and unit
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

private:
    void locate();

    std::vector<MapMarker> m_markers;
    std::vector<Vec2> m_places;                    ///< of the markers, in m_crs
    QHash<QString, std::pair<Vec2, Vec2>> m_known; ///< WGS 84 and place: reprojecting is dear
    EpsgCode m_crs;
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/feeds/feedsession.h"
#include "widgets/map/markeroverlay.h"
#include "widgets/scene/sceneview.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace loci::widgets {

class MapView;

/// The streams as markers on the map and in 3D, with state by shape, word and age. What changed is shown at the next
/// frame; with thousands of streams less often, so that showing takes a tenth of the time at most. Neither the layers
/// of the map nor the scene are drawn anew. Main thread.
class StreamViews final : public QObject
{
    Q_OBJECT
public:
    StreamViews(const FeedSession &session, MapView &map, SceneView &scene, QObject *parent = nullptr);

    static constexpr char kAlertPrefix[] = "alert:"; ///< of the ids of warnings among the markers

    void choose(const QString &stream); ///< framed in both views; empty: none
    void goTo(const QString &stream);   ///< both views fly there
    void pulse(const QString &stream);  ///< empty: no more
    QString chosen() const { return m_chosen; }
    int updates() const { return m_updates; } ///< how often the markers were handed over

signals:
    void streamClicked(const QString &id);
    void alertClicked(const QString &id);
    void streamHovered(const QString &id);

private:
    void show();
    std::vector<MapMarker> mapMarkers() const;
    void addWarnings(std::vector<MapMarker> &markers) const;
    std::vector<SceneMarker> sceneMarkers();
    std::optional<Vec3> scenePlace(const feeds::StreamDescription &stream);

    const FeedSession &m_session;
    MapView &m_map;
    SceneView &m_scene;
    QTimer m_soon;
    QElapsedTimer m_shown;                                     ///< since the markers were handed over
    int m_pauseMs = 0;                                         ///< between two times
    QHash<QString, std::pair<feeds::GeoPoint, Vec3>> m_places; ///< in m_crs
    EpsgCode m_crs;
    QString m_chosen;
    int m_updates = 0;
};

/// "38.5 ug/m3", behind it state and age unless it is live: an old value is never shown as a new one.
QString markerText(const feeds::StreamStatus &status);
/// Name, value, state, age, and whether it is simulated, for people.
QString streamWords(const feeds::StreamStatus &status, bool chinese);

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/city/citylibrary.h"
#include "widgets/map/mapview.h"
#include "widgets/scene/sceneview.h"

#include <QObject>
#include <QTimer>

namespace loci::widgets {

/// Keeps map and 3D about the same place: models go to both, the rendered map lies on the ground of the 3D view, the
/// 3D camera is marked on the map, and with linked cameras the view that was moved leads. Main thread.
class ViewLinker final : public QObject
{
    Q_OBJECT
public:
    ViewLinker(CityLibrary &cities, MapSession &session, MapView &map, SceneView &scene, Selection &selection,
               QObject *parent = nullptr);

    bool camerasLinked() const { return m_linked; }
    void setCamerasLinked(bool linked);
    bool isIdle() const; ///< every loaded model is on screen in both views

signals:
    void camerasLinkedChanged(bool linked);

private:
    void pushModels();
    void updateFootprints(const QString &id);
    void onMapMoved();
    void onCameraMoved();
    void onGroundWanted(const Box3 &extent);
    EpsgCode sceneCrs() const;

    CityLibrary &m_cities;
    MapSession &m_session;
    MapView &m_map;
    SceneView &m_scene;
    bool m_linked = false;
    bool m_following = false; // a movement that one view makes for the other must not come back
    QTimer m_followEnd;
    Box3 m_lastGround;
};

} // namespace loci::widgets

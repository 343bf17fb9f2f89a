// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/viewlinker.h"

#include "layers/map/reprojection.h"
#include "widgets/city/scenemodels.h"

#include <cmath>

namespace loci::widgets {

namespace {
constexpr int kFollowMs = 400;
} // namespace

ViewLinker::ViewLinker(CityLibrary &cities, MapSession &session, MapView &map, SceneView &scene, Selection &selection,
                       QObject *parent)
    : QObject(parent)
    , m_cities(cities)
    , m_session(session)
    , m_map(map)
    , m_scene(scene)
{
    m_followEnd.setSingleShot(true);
    m_followEnd.setInterval(kFollowMs);
    connect(&m_followEnd, &QTimer::timeout, this, [this] { m_following = false; });

    connect(&m_cities, &CityLibrary::entriesChanged, this, &ViewLinker::pushModels);
    connect(&m_cities, &CityLibrary::modelLoaded, this, &ViewLinker::updateFootprints);
    connect(&m_cities, &CityLibrary::modelRemoved, this,
            [this](const QString &id) { m_session.document().removeCityFootprints(id); });
    connect(&m_map, &MapView::viewChanged, this, &ViewLinker::onMapMoved);
    connect(&m_scene, &SceneView::cameraChanged, this, &ViewLinker::onCameraMoved);
    connect(&m_scene, &SceneView::groundWanted, this, &ViewLinker::onGroundWanted);
    connect(&m_scene, &SceneView::modelChanged, this,
            [this](const QString &id, const QString &lod, const QString &colourBy, const QString &colourScale) {
                m_cities.setAppearance(id, lod, colourBy, colourScale);
            });
    const auto redrawGround = [this] {
        if (!m_lastGround.isEmpty()) {
            onGroundWanted(m_lastGround);
        }
    };
    connect(&m_session.document(), &map::MapDocument::layersChanged, this, redrawGround);
    connect(&m_session.document(), &map::MapDocument::layerStyleChanged, this, redrawGround);
    connect(&selection, &Selection::zoomRequested, this, [this](const SelectedThing &thing) {
        m_following = true; // both views fly by themselves
        m_followEnd.start();
        m_map.zoomTo(thing);
        m_scene.zoomTo(thing);
    });
}

void ViewLinker::pushModels()
{
    for (const CityEntry &entry : m_cities.entries()) {
        m_session.document().setCityFootprintsVisible(entry.id, entry.visible);
    }
    m_scene.setModels(sceneModels(m_cities));
}

void ViewLinker::updateFootprints(const QString &id)
{
    const CityEntry *entry = m_cities.entry(id);
    if (entry != nullptr && entry->model != nullptr) {
        m_session.document().setCityFootprints(id, entry->name, entry->model, entry->footprints);
        m_session.document().setCityFootprintsVisible(id, entry->visible);
    }
}

EpsgCode ViewLinker::sceneCrs() const
{
    for (const CityEntry &entry : m_cities.entries()) {
        if (entry.model != nullptr && entry.model->crs.isKnown()) {
            return entry.model->crs;
        }
    }
    return m_map.viewCrs();
}

void ViewLinker::setCamerasLinked(bool linked)
{
    if (linked == m_linked) {
        return;
    }
    m_linked = linked;
    if (m_linked) {
        onMapMoved();
    }
    emit camerasLinkedChanged(linked);
}

void ViewLinker::onMapMoved()
{
    if (!m_linked || m_following || !m_map.isVisible()) {
        return;
    }
    const Box3 extent = map::reprojectBox(m_map.viewExtent(), m_map.viewCrs(), sceneCrs());
    if (extent.isEmpty()) {
        return;
    }
    m_following = true;
    m_followEnd.start();
    const CameraPose pose = m_scene.camera();
    // The camera keeps its direction; it moves so that the map's middle is in the middle and its width fills the view.
    const Vec3 direction{pose.position.x - pose.focus.x, pose.position.y - pose.focus.y,
                         pose.position.z - pose.focus.z};
    const double length = std::hypot(direction.x, direction.y, direction.z);
    if (length <= 0) {
        return;
    }
    const double distance = std::max(extent.max.x - extent.min.x, extent.max.y - extent.min.y) * 1.1;
    const Vec3 focus{extent.centre().x, extent.centre().y, pose.focus.z};
    m_scene.setCamera({{focus.x + direction.x / length * distance, focus.y + direction.y / length * distance,
                        focus.z + direction.z / length * distance},
                       focus},
                      false);
}

void ViewLinker::onCameraMoved()
{
    const CameraPose pose = m_scene.camera();
    const EpsgCode from = sceneCrs();
    const EpsgCode to = m_map.viewCrs();
    const Vec2 eye = map::reprojectPoint({pose.position.x, pose.position.y}, from, to);
    const Vec2 focus = map::reprojectPoint({pose.focus.x, pose.focus.y}, from, to);
    if (m_scene.isVisible() && !m_cities.entries().empty()) {
        m_map.setCameraMark(std::make_pair(eye, focus));
    } else {
        m_map.setCameraMark(std::nullopt);
    }
    if (!m_linked || m_following) {
        return;
    }
    m_following = true;
    m_followEnd.start();
    const double distance =
        std::hypot(pose.position.x - pose.focus.x, pose.position.y - pose.focus.y, pose.position.z - pose.focus.z);
    Box3 extent;
    extent.include(Vec3{pose.focus.x - distance / 2.2, pose.focus.y - distance / 2.2, 0});
    extent.include(Vec3{pose.focus.x + distance / 2.2, pose.focus.y + distance / 2.2, 0});
    m_map.setViewExtent(map::reprojectBox(extent, from, to));
}

void ViewLinker::onGroundWanted(const Box3 &extent)
{
    m_lastGround = extent;
    constexpr int kGroundPixels = 2048;
    const double width = extent.max.x - extent.min.x;
    const double height = extent.max.y - extent.min.y;
    if (width <= 0 || height <= 0) {
        return;
    }
    const double scale = kGroundPixels / std::max(width, height);
    const QSize size(std::max(16, static_cast<int>(width * scale)), std::max(16, static_cast<int>(height * scale)));
    m_map.renderGround(extent, sceneCrs(), size,
                       [this](const QImage &image, const Box3 &drawn) { m_scene.setGround(image, drawn); });
}

bool ViewLinker::isIdle() const
{
    return !m_cities.isLoading() && m_session.document().isIdle() && (!m_scene.isVisible() || m_scene.isIdle()) &&
           (!m_map.isVisible() || !m_map.isRendering());
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/feeds/streamviews.h"

#include "layers/map/reprojection.h"
#include "widgets/feeds/alertlist.h"
#include "widgets/feeds/streamlist.h"
#include "widgets/map/mapview.h"

#include <QElapsedTimer>
#include <QLocale>

namespace loci::widgets {

using feeds::StreamState;
using feeds::StreamStatus;

namespace {
constexpr int kFrameMs = 33;
constexpr int kShare = 10; // showing takes at most a tenth of the time
const EpsgCode kWgs84{4326};
} // namespace

QString markerText(const StreamStatus &status)
{
    QString text = valueText(status);
    if (status.state != StreamState::Live) {
        text += QStringLiteral(" · ") + feeds::stateName(status.state);
        if (status.ageMs) {
            text += QLatin1Char(' ') + feeds::ageText(*status.ageMs);
        }
    }
    return text;
}

QString streamWords(const StreamStatus &status, bool chinese)
{
    QStringList words{status.tally.description.name(chinese), valueText(status), feeds::stateName(status.state)};
    if (status.ageMs) {
        words << feeds::ageText(*status.ageMs);
    }
    if (status.simulated) {
        words << StreamViews::tr("simulated");
    }
    return words.join(QStringLiteral(" · "));
}

StreamViews::StreamViews(const FeedSession &session, MapView &map, SceneView &scene, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_map(map)
    , m_scene(scene)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &StreamViews::show);
    connect(&session, &FeedSession::changed, this, [this] {
        if (!m_soon.isActive()) { // at once after a rest
            m_soon.start(static_cast<int>(std::max<qint64>(0, m_pauseMs - m_shown.elapsed())));
        }
    });
    m_shown.start();
    connect(&m_scene, &SceneView::modelsReady, this, [this] { m_soon.start(0); });
    connect(&m_map, &MapView::markerClicked, this, [this](const QString &id) {
        const QString prefix = QLatin1String(kAlertPrefix);
        id.startsWith(prefix) ? emit alertClicked(id.mid(prefix.size())) : emit streamClicked(id);
    });
    connect(&m_map, &MapView::markerHovered, this, &StreamViews::streamHovered);
    connect(&m_scene, &SceneView::streamMarkerClicked, this, &StreamViews::streamClicked);
}

void StreamViews::show()
{
    QElapsedTimer clock;
    clock.start();
    ++m_updates;
    m_map.setMarkers(mapMarkers());
    m_scene.setStreamMarkers(sceneMarkers());
    m_pauseMs = std::max(kFrameMs, kShare * static_cast<int>(clock.elapsed()));
    m_shown.start();
}

std::vector<MapMarker> StreamViews::mapMarkers() const
{
    const bool chinese = QLocale().language() == QLocale::Chinese;
    std::vector<MapMarker> markers;
    markers.reserve(m_session.streams().size());
    for (const StreamStatus &stream : m_session.streams()) {
        if (const auto &place = stream.tally.description.place) {
            markers.push_back({stream.tally.description.id,
                               {place->longitude, place->latitude},
                               statusOf(stream.state),
                               markerText(stream),
                               streamWords(stream, chinese),
                               stream.simulated});
        }
    }
    addWarnings(markers);
    return markers;
}

/// Warnings with a place that hold; the limit of a stream is told by the marker of the stream.
void StreamViews::addWarnings(std::vector<MapMarker> &markers) const
{
    const qint64 now = m_session.now();
    for (const feeds::Alert &alert : m_session.alerts()) {
        if (!alert.isActive(now) || !alert.place) {
            continue;
        }
        if (!alert.stream.isEmpty()) {
            const auto own = std::find_if(markers.begin(), markers.end(),
                                          [&alert](const MapMarker &marker) { return marker.id == alert.stream; });
            if (own != markers.end()) {
                own->alerting = true;
                own->tip += QLatin1Char('\n') + alertTitle(alert, m_session);
            }
            continue;
        }
        MapMarker marker;
        marker.id = QLatin1String(kAlertPrefix) + alert.id;
        marker.place = {alert.place->longitude, alert.place->latitude};
        marker.status = statusOf(alert.level);
        marker.label = alertTitle(alert, m_session);
        marker.tip = marker.label + QLatin1Char('\n') + alertCaption(alert, now);
        marker.alerting = true;
        marker.shapes.reserve(alert.polygons.size());
        for (const auto &polygon : alert.polygons) {
            std::vector<Vec2> &shape = marker.shapes.emplace_back();
            shape.reserve(polygon.size());
            for (const feeds::GeoPoint &point : polygon) {
                shape.push_back({point.longitude, point.latitude});
            }
        }
        markers.push_back(std::move(marker));
    }
}

std::optional<Vec3> StreamViews::scenePlace(const feeds::StreamDescription &stream)
{
    if (!stream.place || !m_crs.isKnown()) {
        return std::nullopt;
    }
    const auto known = m_places.constFind(stream.id);
    if (known != m_places.constEnd() && known->first == *stream.place) {
        return known->second;
    }
    const Vec2 place = map::reprojectPoint({stream.place->longitude, stream.place->latitude}, kWgs84, m_crs);
    const Vec3 at{place.x, place.y, 0};
    m_places.insert(stream.id, {*stream.place, at});
    return at;
}

std::vector<SceneMarker> StreamViews::sceneMarkers()
{
    if (!(m_scene.crs() == m_crs)) {
        m_crs = m_scene.crs();
        m_places.clear();
    }
    const Box3 extent = m_scene.sceneExtent();
    std::vector<SceneMarker> markers;
    markers.reserve(m_session.streams().size());
    for (const StreamStatus &stream : m_session.streams()) {
        const auto place = scenePlace(stream.tally.description);
        if (place && extent.contains2d({place->x, place->y})) {
            markers.push_back({stream.tally.description.id, markerText(stream), *place, true, statusOf(stream.state),
                               stream.simulated});
        }
    }
    return markers;
}

void StreamViews::choose(const QString &stream)
{
    m_chosen = stream;
    m_map.chooseMarker(stream);
    m_scene.chooseStreamMarker(stream);
}

void StreamViews::goTo(const QString &stream)
{
    m_map.goToMarker(stream);
    const StreamStatus *status = m_session.stream(stream);
    const auto place = status != nullptr ? scenePlace(status->tally.description) : std::nullopt;
    if (!place || !m_scene.sceneExtent().contains2d({place->x, place->y})) {
        return;
    }
    const CameraPose pose = m_scene.camera();
    const Vec3 by{place->x - pose.focus.x, place->y - pose.focus.y, 0};
    m_scene.setCamera(
        {{pose.position.x + by.x, pose.position.y + by.y, pose.position.z}, {place->x, place->y, pose.focus.z}});
}

void StreamViews::pulse(const QString &stream)
{
    m_map.pulseMarker(stream);
    m_scene.chooseStreamMarker(stream.isEmpty() ? m_chosen : stream);
}

} // namespace loci::widgets

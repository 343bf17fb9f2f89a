// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/markeroverlay.h"

#include "layers/map/reprojection.h"
#include "widgets/common/tokens.h"

#include <QPainter>
#include <algorithm>
#include <array>

namespace loci::widgets {

namespace {
constexpr double kRadius = 9;
constexpr double kSmallRadius = 6; // where many lie close together: the whole town
constexpr std::size_t kMany = 12;
constexpr double kReach = 11;             // of the pointer
constexpr double kPulse = 22;             // pixels that a pulse grows to
constexpr double kLabelUnitsPerPixel = 6; // closer than this, values are written beside their markers
constexpr std::size_t kMostLabels = 200;
const EpsgCode kWgs84{4326};
constexpr std::array kFromBelow = {Status::Good,  Status::Partial, Status::Unknown,
                                   Status::Watch, Status::Stale,   Status::Bad}; // faults lie on top

bool isInView(const QPointF &at, const QSize &size)
{
    return at.x() > -40 && at.y() > -20 && at.x() < size.width() + 40 && at.y() < size.height() + 20;
}
} // namespace

bool MarkerOverlay::setMarkers(std::vector<MapMarker> markers, EpsgCode crs)
{
    if (markers == m_markers && crs == m_crs) {
        return false;
    }
    m_markers = std::move(markers);
    setCrs(crs);
    locate();
    return true;
}

void MarkerOverlay::setCrs(EpsgCode crs)
{
    if (!(crs == m_crs)) {
        m_crs = crs;
        m_known.clear();
        locate();
    }
}

void MarkerOverlay::locate()
{
    m_places.clear();
    m_places.reserve(m_markers.size());
    for (const MapMarker &marker : m_markers) {
        const auto known = m_known.constFind(marker.id);
        const bool same =
            known != m_known.constEnd() && known->first.x == marker.place.x && known->first.y == marker.place.y;
        m_places.push_back(same ? known->second : map::reprojectPoint(marker.place, kWgs84, m_crs));
        if (!same) {
            m_known.insert(marker.id, {marker.place, m_places.back()});
        }
    }
    m_shapes.clear();
    for (const MapMarker &marker : m_markers) {
        for (std::vector<Vec2> shape : marker.shapes) {
            for (Vec2 &point : shape) {
                point = map::reprojectPoint(point, kWgs84, m_crs);
            }
            m_shapes.push_back(std::move(shape));
        }
    }
}

std::optional<Vec2> MarkerOverlay::placeOf(const QString &id) const
{
    for (std::size_t i = 0; i < m_markers.size(); ++i) {
        if (m_markers[i].id == id) {
            return m_places[i];
        }
    }
    return std::nullopt;
}

const MapMarker *MarkerOverlay::marker(const QString &id) const
{
    const auto found =
        std::find_if(m_markers.begin(), m_markers.end(), [&id](const MapMarker &marker) { return marker.id == id; });
    return found != m_markers.end() ? &*found : nullptr;
}

const MapMarker *MarkerOverlay::markerAt(const QPointF &pixel, const MapViewport &viewport) const
{
    const MapMarker *found = nullptr;
    double nearest = kReach * kReach;
    for (std::size_t i = 0; i < m_markers.size(); ++i) {
        const QPointF away = viewport.toPixel(m_places[i]) - pixel;
        const double distance = QPointF::dotProduct(away, away);
        if (distance < nearest) {
            nearest = distance;
            found = &m_markers[i];
        }
    }
    return found;
}

void MarkerOverlay::setPulse(const QString &id, double phase)
{
    m_pulsing = id;
    m_phase = phase;
}

const QPixmap &MarkerOverlay::sprite(const Look &look, double scale) const
{
    const qint64 of = static_cast<qint64>(tokens().mode) * 1000 + static_cast<qint64>(scale * 100);
    if (of != m_spritesOf) {
        m_sprites.clear();
        m_spritesOf = of;
    }
    QPixmap &stamp = m_sprites[static_cast<int>(look.status) * 4 + (look.simulated ? 1 : 0) + (look.small ? 2 : 0)];
    if (!stamp.isNull()) {
        return stamp;
    }
    const Tokens &t = tokens();
    const double radius = look.small ? kSmallRadius : kRadius;
    const int side = static_cast<int>(2 * radius) + 4;
    stamp = QPixmap(QSize(side, side) * scale);
    stamp.setDevicePixelRatio(scale);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle(side / 2.0, side / 2.0);
    painter.setPen(QPen(look.simulated ? t.textMuted : t.hairline, 1, look.simulated ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(t.raised);
    painter.drawEllipse(middle, radius, radius);
    const double half = look.small ? 4 : 6;
    drawStatus(painter, look.status, QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half));
    return stamp;
}

void MarkerOverlay::paint(QPainter &painter, const MapViewport &viewport) const
{
    const double scale = painter.device() != nullptr ? painter.device()->devicePixelRatioF() : 1;
    const bool isFar = viewport.unitsPerPixel >= kLabelUnitsPerPixel;
    const bool isSmall = isFar && m_markers.size() > kMany;
    const double ring = (isSmall ? kSmallRadius : kRadius) + 1.5;
    painter.save();
    painter.setFont(tokenFont(tokens().fontCaption));
    paintShapes(painter, viewport);
    for (const Status layer : kFromBelow) {
        for (std::size_t i = 0; i < m_markers.size(); ++i) {
            if (m_markers[i].status != layer) {
                continue;
            }
            const QPointF at = viewport.toPixel(m_places[i]);
            if (!isInView(at, viewport.size)) {
                continue;
            }
            const QPixmap &stamp = sprite({layer, m_markers[i].simulated, isSmall}, scale);
            const QSizeF half = QSizeF(stamp.size()) / (2 * scale);
            painter.drawPixmap(at - QPointF(half.width(), half.height()), stamp);
            if (m_markers[i].alerting) {
                painter.setPen(QPen(tokens().bad, 2));
                painter.setBrush(Qt::NoBrush);
                painter.drawEllipse(at, ring, ring);
            }
        }
    }
    if (!isFar && m_markers.size() <= kMostLabels) {
        paintLabels(painter, viewport);
    }
    paintRings(painter, viewport);
    painter.restore();
}

void MarkerOverlay::paintShapes(QPainter &painter, const MapViewport &viewport) const
{
    const QColor edge = tokens().bad;
    QColor body = edge;
    body.setAlpha(70);
    painter.setPen(QPen(edge, 1.5));
    painter.setBrush(QBrush(body, Qt::BDiagPattern)); // told by more than colour
    for (const std::vector<Vec2> &shape : m_shapes) {
        QPolygonF polygon;
        polygon.reserve(static_cast<qsizetype>(shape.size()));
        for (const Vec2 &point : shape) {
            polygon << viewport.toPixel(point);
        }
        painter.drawPolygon(polygon);
    }
}

void MarkerOverlay::paintLabels(QPainter &painter, const MapViewport &viewport) const
{
    std::vector<QRectF> taken;
    taken.reserve(2 * m_markers.size());
    for (const Vec2 &place : m_places) {
        const QPointF at = viewport.toPixel(place);
        taken.emplace_back(at.x() - kRadius, at.y() - kRadius, 2 * kRadius, 2 * kRadius);
    }
    for (auto layer = kFromBelow.rbegin(); layer != kFromBelow.rend(); ++layer) {
        for (std::size_t i = 0; i < m_markers.size(); ++i) {
            const MapMarker &marker = m_markers[i];
            const QPointF at = viewport.toPixel(m_places[i]);
            if (marker.status != *layer || marker.label.isEmpty() || !isInView(at, viewport.size)) {
                continue;
            }
            const QRectF words(at.x() + kRadius + 2, at.y() - 9,
                               painter.fontMetrics().horizontalAdvance(marker.label) + 8, 18);
            const bool isFree =
                std::none_of(taken.begin(), taken.end(), [&words](const QRectF &one) { return one.intersects(words); });
            if (isFree) {
                paintLabel(painter, marker, words);
                taken.push_back(words);
            }
        }
    }
}

void MarkerOverlay::paintLabel(QPainter &painter, const MapMarker &marker, const QRectF &words) const
{
    const Tokens &t = tokens();
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.raised);
    painter.drawRoundedRect(words, 4, 4);
    painter.setPen(marker.status == Status::Good ? t.text : t.textMuted); // an old value never looks like a new one
    painter.drawText(words, Qt::AlignCenter, marker.label);
}

void MarkerOverlay::paintRings(QPainter &painter, const MapViewport &viewport) const
{
    painter.setBrush(Qt::NoBrush);
    if (const auto chosen = placeOf(m_chosen)) {
        painter.setPen(QPen(tokens().accent, 2));
        painter.drawEllipse(viewport.toPixel(*chosen), kRadius + 2, kRadius + 2);
    }
    const auto place = placeOf(m_pulsing);
    if (!place) {
        return;
    }
    QColor colour = tokens().accent;
    colour.setAlphaF(static_cast<float>(1 - 0.8 * m_phase));
    painter.setPen(QPen(colour, 2.5));
    const double radius = kRadius + 2 + m_phase * (kPulse - kRadius);
    painter.drawEllipse(viewport.toPixel(*place), radius, radius);
}

} // namespace loci::widgets

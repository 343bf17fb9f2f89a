// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/markeroverlay.h"

#include "layers/map/reprojection.h"
#include "widgets/common/tokens.h"

#include <QPainter>

namespace loci::widgets {

namespace {
constexpr double kRadius = 9;
constexpr double kLabelUnitsPerPixel = 6; // closer than this, values are written beside their markers
constexpr std::size_t kMostLabels = 200;
const EpsgCode kWgs84{4326};
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
        m_known.insert(marker.id, {marker.place, m_places.back()});
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

void MarkerOverlay::paint(QPainter &painter, const MapViewport &viewport) const
{
    const Tokens &t = tokens();
    const QRectF visible = QRectF(QPointF(0, 0), QSizeF(viewport.size)).adjusted(-40, -20, 40, 20);
    const bool labelled = viewport.unitsPerPixel < kLabelUnitsPerPixel && m_markers.size() <= kMostLabels;
    painter.save();
    painter.setFont(tokenFont(t.fontCaption));
    for (std::size_t i = 0; i < m_markers.size(); ++i) {
        const QPointF at = viewport.toPixel(m_places[i]);
        if (!visible.contains(at)) {
            continue;
        }
        painter.setPen(QPen(t.hairline, 1));
        painter.setBrush(t.raised);
        painter.drawEllipse(at, kRadius, kRadius);
        drawStatus(painter, m_markers[i].status, QRectF(at.x() - 6, at.y() - 6, 12, 12));
        if (labelled && !m_markers[i].label.isEmpty()) {
            const QRectF words(at.x() + kRadius + 2, at.y() - 9,
                               painter.fontMetrics().horizontalAdvance(m_markers[i].label) + 8, 18);
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.raised);
            painter.drawRoundedRect(words, 4, 4);
            painter.setPen(t.text);
            painter.drawText(words, Qt::AlignCenter, m_markers[i].label);
        }
    }
    painter.restore();
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/markerlayer.h"

#include "widgets/common/tokens.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

namespace loci::widgets {

using scene::operator+;
using scene::operator-;

namespace {

constexpr double kPost = 22; // pixels from the foot to the label
constexpr double kAbove = 1; // metres above the roof: the foot is not hidden by its own roof

} // namespace

MarkerLayer::MarkerLayer(const scene::CityScene &scene, QWidget *parent) : QWidget(parent), m_scene(scene)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

void MarkerLayer::setMarkers(const std::vector<SceneMarker> &markers)
{
    m_markers.clear();
    for (const SceneMarker &marker : markers) {
        m_markers.push_back({marker, marker.place});
    }
    setVisible(!m_markers.empty());
    settle();
}

void MarkerLayer::settle()
{
    for (Placed &placed : m_markers) {
        if (placed.marker.onRoof) {
            placed.place.z = m_scene.roofHeight(placed.place.x, placed.place.y);
        }
    }
    update();
}

void MarkerLayer::paintEvent(QPaintEvent *)
{
    m_shownIds.clear();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(tokenFont(tokens().fontCaption, QFont::Medium));
    const QFontMetricsF metrics(painter.font());
    const Vec3 eye = m_scene.camera().position;

    std::vector<const Placed *> order;
    for (const Placed &placed : m_markers) {
        order.push_back(&placed);
    }
    const auto distance = [&eye](const Placed *p) { return scene::length(p->place - eye); };
    std::sort(order.begin(), order.end(), [&](const Placed *a, const Placed *b) { return distance(a) < distance(b); });

    std::vector<QRectF> taken;
    for (const Placed *placed : order) {
        const auto at = m_scene.project(placed->place, width(), height());
        if (!at.inFront || !QRectF(rect()).adjusted(-20, -20, 20, 60).contains(at.x, at.y)) {
            continue;
        }
        const QString text = metrics.elidedText(placed->marker.text, Qt::ElideRight, 220);
        const double wide = metrics.horizontalAdvance(text) + 2 * tokens().gap;
        const double high = metrics.height() + 8;
        const QRectF box(std::round(at.x - wide / 2), std::round(at.y - kPost - high), std::ceil(wide),
                         std::ceil(high));
        const QRectF claim = box.adjusted(-3, -3, 3, 3);
        if (std::any_of(taken.begin(), taken.end(),
                        [&claim](const QRectF &other) { return other.intersects(claim); })) {
            continue;
        }
        if (m_scene.isHiddenBehind(placed->place + Vec3{0, 0, kAbove})) {
            continue;
        }
        taken.push_back(claim);
        drawLabel(painter, text, {at.x, at.y}, box);
        m_shownIds.append(placed->marker.id);
    }
}

void MarkerLayer::drawLabel(QPainter &painter, const QString &text, const QPointF &foot, const QRectF &box) const
{
    const Tokens &t = tokens();
    painter.setPen(QPen(t.text, 1));
    painter.drawLine(foot, QPointF(foot.x(), box.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.text);
    painter.drawEllipse(foot, 2.2, 2.2);
    painter.setPen(QPen(t.hairline, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), t.radius - 2, t.radius - 2);
    painter.setPen(t.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace loci::widgets

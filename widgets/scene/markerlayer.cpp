// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/markerlayer.h"

#include "widgets/common/tokens.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <algorithm>

namespace loci::widgets {

using scene::operator+;
using scene::operator-;

namespace {

constexpr double kPost = 22;             // pixels from the foot to the label
constexpr double kShape = 10;            // of a status
constexpr std::size_t kMostLooked = 400; // the nearest; more find no room anyway
constexpr double kAbove = 1;             // metres above the roof: the foot is not hidden by its own roof

} // namespace

MarkerLayer::MarkerLayer(const scene::CityScene &scene, QWidget *parent) : QWidget(parent), m_scene(scene)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

void MarkerLayer::setMarkers(const std::vector<SceneMarker> &markers)
{
    std::erase_if(m_markers, [](const Placed &placed) { return !placed.isStream; });
    m_markers.reserve(m_markers.size() + markers.size());
    for (const SceneMarker &marker : markers) {
        m_markers.push_back({marker, marker.place});
    }
    setVisible(!m_markers.empty());
    settle();
}

bool MarkerLayer::setStreams(std::vector<SceneMarker> markers)
{
    QHash<QString, Placed> known;
    for (Placed &placed : m_markers) {
        if (placed.isStream) {
            known.insert(placed.marker.id, std::move(placed));
        }
    }
    std::erase_if(m_markers, [](const Placed &placed) { return placed.isStream; });
    m_markers.reserve(m_markers.size() + markers.size());
    for (SceneMarker &marker : markers) {
        const auto before = known.constFind(marker.id);
        Placed placed{std::move(marker), {}, true};
        if (before != known.constEnd() && before->marker.place == placed.marker.place) {
            placed.place = before->place;
            placed.hidden = before->hidden;
        } else {
            place(placed);
        }
        m_markers.push_back(std::move(placed));
    }
    const bool appears = isHidden() && !m_markers.empty();
    setVisible(!m_markers.empty());
    update();
    return appears;
}

void MarkerLayer::setChosen(const QString &id)
{
    if (id != m_chosen) {
        m_chosen = id;
        update();
    }
}

QString MarkerLayer::streamAt(const QPointF &position) const
{
    for (const auto &[id, box] : m_streamBoxes) {
        if (box.contains(position)) {
            return id;
        }
    }
    return {};
}

QString MarkerLayer::textOf(const QString &id) const
{
    const auto found = std::find_if(m_markers.begin(), m_markers.end(),
                                    [&id](const Placed &placed) { return placed.marker.id == id; });
    return found != m_markers.end() ? found->marker.text : QString();
}

void MarkerLayer::place(Placed &placed) const
{
    placed.place = placed.marker.place;
    placed.hidden.reset();
    if (placed.marker.onRoof) {
        placed.place.z = m_scene.roofHeight(placed.place.x, placed.place.y);
    }
}

void MarkerLayer::settle()
{
    for (Placed &placed : m_markers) {
        place(placed);
    }
    update();
}

bool MarkerLayer::isBehind(Placed &placed) const
{
    if (!placed.hidden) {
        placed.hidden = m_scene.isHiddenBehind(placed.place + Vec3{0, 0, kAbove});
    }
    return *placed.hidden;
}

/// What hides what is worked out anew only after the camera has moved: a new value costs no rays.
std::vector<MarkerLayer::Placed *> MarkerLayer::nearestFirst()
{
    const scene::Camera camera = m_scene.camera();
    if (!(camera == m_eye) || m_sizeOf != size()) {
        m_eye = camera;
        m_sizeOf = size();
        for (Placed &placed : m_markers) {
            placed.hidden.reset();
        }
    }
    std::vector<Placed *> order;
    order.reserve(m_markers.size());
    for (Placed &placed : m_markers) {
        order.push_back(&placed);
    }
    const auto distance = [&camera](const Placed *p) { return scene::length(p->place - camera.position); };
    std::sort(order.begin(), order.end(), [&](const Placed *a, const Placed *b) { return distance(a) < distance(b); });
    if (order.size() > kMostLooked) {
        order.resize(kMostLooked);
    }
    return order;
}

void MarkerLayer::paintEvent(QPaintEvent *)
{
    m_shownIds.clear();
    m_streamBoxes.clear();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(tokenFont(tokens().fontCaption, QFont::Medium));
    const QFontMetricsF metrics(painter.font());
    std::vector<QRectF> taken;
    for (Placed *placed : nearestFirst()) {
        const auto at = m_scene.project(placed->place, width(), height());
        if (!at.inFront || !QRectF(rect()).adjusted(-20, -20, 20, 60).contains(at.x, at.y)) {
            continue;
        }
        const QString text = metrics.elidedText(placed->marker.text, Qt::ElideRight, 220);
        const double shape = placed->marker.status ? kShape + 4 : 0;
        const double wide = metrics.horizontalAdvance(text) + 2 * tokens().gap + shape;
        const double high = metrics.height() + 8;
        const QRectF box(std::round(at.x - wide / 2), std::round(at.y - kPost - high), std::ceil(wide),
                         std::ceil(high));
        const QRectF claim = box.adjusted(-3, -3, 3, 3);
        if (std::any_of(taken.begin(), taken.end(),
                        [&claim](const QRectF &other) { return other.intersects(claim); })) {
            continue;
        }
        if (isBehind(*placed)) {
            continue;
        }
        taken.push_back(claim);
        drawLabel(painter, *placed, text, {at.x, at.y}, box);
        m_shownIds.append(placed->marker.id);
        if (placed->isStream) {
            m_streamBoxes.emplace_back(placed->marker.id, box);
        }
    }
}

void MarkerLayer::drawLabel(QPainter &painter, const Placed &placed, const QString &text, const QPointF &foot,
                            const QRectF &box) const
{
    const Tokens &t = tokens();
    const bool chosen = placed.isStream && placed.marker.id == m_chosen;
    painter.setPen(QPen(t.text, 1));
    painter.drawLine(foot, QPointF(foot.x(), box.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.text);
    painter.drawEllipse(foot, 2.2, 2.2);
    painter.setPen(QPen(chosen ? t.accent : t.hairline, chosen ? 2 : 1,
                        placed.marker.simulated && !chosen ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), t.radius - 2, t.radius - 2);
    QRectF words = box;
    if (placed.marker.status) {
        drawStatus(painter, *placed.marker.status,
                   QRectF(box.left() + t.gap, box.center().y() - kShape / 2, kShape, kShape));
        words.setLeft(box.left() + kShape + 4);
    }
    // An old value never looks like a new one.
    painter.setPen(placed.marker.status.value_or(Status::Good) == Status::Good ? t.text : t.textMuted);
    painter.drawText(words, Qt::AlignCenter, text);
}

} // namespace loci::widgets

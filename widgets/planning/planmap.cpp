// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/planmap.h"

#include "layers/map/reprojection.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/tokens.h"
#include "widgets/map/mapview.h"
#include "widgets/planning/ceilinglines.h"
#include "widgets/planning/planwords.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

using planning::PlanChange;

namespace {

constexpr double kGrip = 6;                 // pixels around a small outline that take hold of it, too
constexpr double kLabelUnitsPerPixel = 2.5; // closer than this, areas are named

bool isHeritage(const QString &kind)
{
    return kind.contains(QLatin1String("protection")) || kind.contains(QLatin1String("construction_control")) ||
           kind.contains(QLatin1String("protected"));
}

Vec2 middleOf(const std::vector<Vec2> &ring)
{
    Vec2 sum;
    for (const Vec2 &p : ring) {
        sum.x += p.x / static_cast<double>(ring.size());
        sum.y += p.y / static_cast<double>(ring.size());
    }
    return sum;
}

QPolygonF pixels(const std::vector<Vec2> &points, const MapViewport &viewport)
{
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(points.size()));
    for (const Vec2 &p : points) {
        polygon << viewport.toPixel(p);
    }
    return polygon;
}

void drawTag(QPainter &painter, const QPointF &at, const QString &text, const QColor &ink)
{
    const Tokens &t = tokens();
    painter.setFont(tokenFont(t.fontCaption, QFont::DemiBold));
    const QRectF words(at.x() - painter.fontMetrics().horizontalAdvance(text) / 2.0 - 4, at.y() - 9,
                       painter.fontMetrics().horizontalAdvance(text) + 8, 18);
    QColor ground = t.raised;
    ground.setAlpha(215);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(words, 4, 4);
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignCenter, text);
}

} // namespace

PlanMap::PlanMap(PlanDesk &desk, VerdictDesk &verdicts, MapView &map, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_map(map)
    , m_verdicts(verdicts)
    , m_standing(&map)
{
    connect(&m_desk, &PlanDesk::caseChanged, this, [this] {
        m_located = {};
        refresh();
    });
    connect(&m_desk, &PlanDesk::currentChanged, this, &PlanMap::refresh);
    connect(&m_desk, &PlanDesk::outcomeChanged, this, &PlanMap::refresh);
    connect(&verdicts, &VerdictDesk::changed, this, [this] {
        m_verdicts.forget();
        refresh();
    });
}

PlanMap::~PlanMap()
{
    if (m_standing != nullptr) {
        m_map.setGuest(nullptr);
    }
}

void PlanMap::setShown(bool shown)
{
    m_shown = shown;
    m_map.setGuest(shown ? this : nullptr);
}

void PlanMap::setCeilingShown(bool shown)
{
    m_ceilingShown = shown;
    refresh();
}

void PlanMap::setOther(std::vector<PlanChange> changes)
{
    if (!(changes == m_other)) {
        m_other = std::move(changes);
        refresh();
    }
}

void PlanMap::setMarkedArea(const QString &areaId)
{
    m_marked = areaId;
    refresh();
}

void PlanMap::refresh()
{
    if (m_shown) {
        m_map.refreshGuest();
    }
}

EpsgCode PlanMap::modelCrs() const
{
    const CityEntry *city = m_desk.city();
    return city != nullptr && city->model ? city->model->crs : EpsgCode();
}

Vec2 PlanMap::toMap(const Vec2 &place) const
{
    return map::reprojectPoint(place, modelCrs(), m_map.viewCrs());
}

Vec2 PlanMap::toModel(const Vec2 &place) const
{
    return map::reprojectPoint(place, m_map.viewCrs(), modelCrs());
}

void PlanMap::locate()
{
    m_located = m_map.viewCrs();
    m_verdicts.forget();
    m_areas.clear();
    m_corridors.clear();
    m_contours.clear();
    const auto moved = [this](const std::vector<Vec2> &points) {
        std::vector<Vec2> there;
        there.reserve(points.size());
        std::transform(points.begin(), points.end(), std::back_inserter(there),
                       [this](const Vec2 &p) { return toMap(p); });
        return there;
    };
    for (const planning::PlanArea &area : m_desk.basis().areas.areas) {
        Area one{area.id, area.kind, PlanWords::name(area.name.isEmpty() ? area.id : area.name), {}, {}, false};
        for (const planning::Polygon &polygon : area.polygons) {
            one.rings.push_back(moved(polygon.front()));
        }
        one.isLine = one.rings.empty();
        for (const planning::Line &line : area.lines) {
            one.rings.push_back(moved(line));
        }
        if (!one.rings.empty()) {
            one.middle = middleOf(one.rings.front());
            m_areas.push_back(std::move(one));
        }
    }
    if (!m_desk.study()) {
        return;
    }
    for (const analysis::CeilingFacet &facet : m_desk.study()->ceiling().facets()) {
        m_corridors.push_back({m_desk.basis().views.views[facet.view].id, moved(facet.outline()), facet.consultation});
    }
    constexpr double kContourStep = 10;
    for (const CeilingLine &line : ceilingContours(m_desk.study()->ceiling(), kContourStep)) {
        m_contours.push_back(
            {QString::number(line.height), {toMap({line.from.x, line.from.y}), toMap({line.to.x, line.to.y})}});
    }
}

QPolygonF PlanMap::outline(const PlanChange &block, const MapViewport &viewport) const
{
    QPolygonF polygon;
    if (!block.footprint.empty()) {
        for (const Vec2 &p : block.footprint.front()) {
            polygon << viewport.toPixel(toMap(p));
        }
    }
    return polygon;
}

void PlanMap::paint(QPainter &painter, const MapViewport &viewport)
{
    if (!(m_located == m_map.viewCrs())) {
        locate();
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    m_verdicts.paint(painter, viewport, [this](const Vec2 &place) { return toMap(place); });
    paintAreas(painter, viewport);
    paintCorridors(painter, viewport);
    if (m_ceilingShown) {
        paintContours(painter, viewport);
    }
    paintBlocks(painter, viewport);
    painter.restore();
}

void PlanMap::paintAreas(QPainter &painter, const MapViewport &viewport) const
{
    const Tokens &t = tokens();
    for (const Area &area : m_areas) {
        const bool marked = area.id == m_marked;
        const bool heritage = isHeritage(area.kind);
        QColor ink = heritage ? t.heritage : t.textMuted;
        QColor ground = marked ? t.accent : heritage ? t.heritage : Qt::transparent;
        ground.setAlpha(marked ? 60 : heritage ? 14 : 0);
        painter.setPen(QPen(marked ? t.accent : ink, marked ? 2.4 : 1.2,
                            heritage && !area.kind.contains(QLatin1String("control")) ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(area.isLine ? Qt::NoBrush : QBrush(ground));
        for (const auto &ring : area.rings) {
            area.isLine ? painter.drawPolyline(pixels(ring, viewport)) : painter.drawPolygon(pixels(ring, viewport));
        }
    }
    if (viewport.unitsPerPixel < kLabelUnitsPerPixel) {
        for (const Area &area : m_areas) {
            if (area.kind == QLatin1String("height_zone") || area.id == m_marked) {
                drawTag(painter, viewport.toPixel(area.middle), area.label, t.text);
            }
        }
    }
}

void PlanMap::paintCorridors(QPainter &painter, const MapViewport &viewport) const
{
    const Tokens &t = tokens();
    for (const Corridor &corridor : m_corridors) {
        const bool marked = corridor.view == m_marked;
        QColor ground = t.accent;
        ground.setAlpha(corridor.consultation ? 12 : marked ? 80 : 38);
        painter.setPen(QPen(t.accent,
                            corridor.consultation ? 0.6
                            : marked              ? 2.0
                                                  : 1.2,
                            corridor.consultation ? Qt::DotLine : Qt::SolidLine));
        painter.setBrush(ground);
        painter.drawPolygon(pixels(corridor.triangle, viewport));
    }
    for (const Corridor &corridor : m_corridors) {
        constexpr double kEye = 10;
        const QPointF eye = viewport.toPixel(corridor.triangle.front());
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent);
        painter.drawEllipse(eye, kEye, kEye);
        painter.setPen(t.textOnAccent);
        painter.setFont(tokenFont(t.fontCaption - 2, QFont::DemiBold));
        painter.drawText(QRectF(eye.x() - kEye, eye.y() - kEye, 2 * kEye, 2 * kEye), Qt::AlignCenter, corridor.view);
    }
}

void PlanMap::paintContours(QPainter &painter, const MapViewport &viewport) const
{
    const Tokens &t = tokens();
    for (const auto &[height, ends] : m_contours) {
        const QPointF from = viewport.toPixel(ends.first);
        const QPointF to = viewport.toPixel(ends.second);
        painter.setPen(QPen(t.accent, 1.4));
        painter.drawLine(from, to);
        if (viewport.unitsPerPixel < kLabelUnitsPerPixel && std::hypot(to.x() - from.x(), to.y() - from.y()) > 16) {
            drawTag(painter, (from + to) / 2, height, t.accent);
        }
    }
}

/// A building of the town that the scenario takes away (crossed) or builds up anew (hatched).
void PlanMap::paintGone(QPainter &painter, const MapViewport &viewport, const PlanChange &change) const
{
    const CityEntry *city = m_desk.city();
    if (city == nullptr || !city->model) {
        return;
    }
    const Tokens &t = tokens();
    const bool removed = change.kind == PlanChange::Kind::Remove;
    const QColor ink = removed ? t.bad : t.accent;
    const city::ObjectIndex object = city->model->find(change.id.toStdString());
    for (const city::Footprint &footprint : city->footprints) {
        if (footprint.object != object) {
            continue;
        }
        for (const auto &polygon : footprint.polygons) {
            QPolygonF ring;
            for (const Vec2 &p : polygon.front()) {
                ring << viewport.toPixel(toMap(p));
            }
            painter.setPen(QPen(ink, 2, removed ? Qt::DashLine : Qt::SolidLine));
            painter.setBrush(QBrush(ink, removed ? Qt::DiagCrossPattern : Qt::FDiagPattern));
            painter.drawPolygon(ring);
        }
    }
}

void PlanMap::paintBlocks(QPainter &painter, const MapViewport &viewport) const
{
    const Tokens &t = tokens();
    const PlanDesk::Outcome outcome = m_desk.outcome();
    const planning::RuleResult *worst = outcome ? outcome->governing() : nullptr;
    const auto all = m_desk.proposal();
    const PlanChange *own = m_desk.block();
    for (const PlanChange &block : m_other) {
        painter.setPen(QPen(t.text, 1.6, Qt::DashLine));
        painter.setBrush(QBrush(t.textMuted, Qt::BDiagPattern));
        painter.drawPolygon(outline(block, viewport));
    }
    for (const PlanChange &block : all ? all->changes : std::vector<PlanChange>()) {
        const QPolygonF polygon = outline(block, viewport);
        if (polygon.isEmpty()) {
            paintGone(painter, viewport, block);
            continue;
        }
        const bool current = own != nullptr && own->id == block.id;
        QColor ground = t.accent;
        ground.setAlpha(current ? 215 : 110);
        const QColor rim = worst == nullptr ? t.unknown : statusColour(PlanWords::statusOf(*worst));
        painter.setPen(QPen(t.raised, 5));
        painter.setBrush(ground);
        painter.drawPolygon(polygon);
        painter.setPen(QPen(current ? rim : t.accent, 2.4));
        painter.drawPolygon(polygon);
    }
}

bool PlanMap::takes(const MapPointer &pointer) const
{
    const PlanChange *own = m_desk.block();
    if (own == nullptr || m_desk.isFrozen() || m_map.isDrawing() || own->footprint.empty()) {
        return false;
    }
    Box3 box;
    for (const Vec2 &p : own->footprint.front()) {
        const Vec2 there = toMap(p);
        box.include(Vec3{there.x, there.y, 0});
    }
    const Box3 extent = m_map.viewExtent();
    const double reach = kGrip * (extent.max.x - extent.min.x) / std::max(1, m_map.width());
    box.min.x -= reach;
    box.min.y -= reach;
    box.max.x += reach;
    box.max.y += reach;
    return box.contains2d(pointer.place);
}

void PlanMap::dragStarted(const MapPointer &pointer)
{
    m_grabbed = *m_desk.block();
    m_grabbedAt = toModel(pointer.place);
}

void PlanMap::dragged(const MapPointer &pointer)
{
    if (!m_grabbed) {
        return;
    }
    const Vec2 now = toModel(pointer.place);
    PlanChange moved = *m_grabbed;
    planning::moveBy(moved, now.x - m_grabbedAt.x, now.y - m_grabbedAt.y);
    m_desk.preview(moved);
}

void PlanMap::dragEnded(const MapPointer &pointer)
{
    dragged(pointer);
    if (m_grabbed) {
        const Vec2 now = toModel(pointer.place);
        const double way = std::hypot(now.x - m_grabbedAt.x, now.y - m_grabbedAt.y);
        m_desk.store(tr("Move “%1” by %2 m").arg(m_grabbed->id).arg(way, 0, 'f', 1));
    }
    m_grabbed.reset();
}

void PlanMap::startDrawing()
{
    MapDrawing drawing;
    drawing.kind = MapDrawing::Kind::Area;
    drawing.hint = tr("Click the corners of the building; a double click ends it.");
    drawing.done = [this](const std::vector<Vec2> &points) {
        planning::Ring ring;
        ring.reserve(points.size());
        std::transform(points.begin(), points.end(), std::back_inserter(ring),
                       [this](const Vec2 &p) { return toModel(p); });
        constexpr double kStoreys = 6;
        constexpr double kStoreyHeight = 3.3;
        m_desk.propose(ring, kStoreys, kStoreyHeight);
    };
    m_map.startDrawing(std::move(drawing));
}

void PlanMap::zoomToProposal()
{
    const PlanChange *own = m_desk.block();
    if (own == nullptr || own->footprint.empty()) {
        return;
    }
    constexpr double kAround = 160;
    Box3 box;
    for (const Vec2 &p : own->footprint.front()) {
        box.include(Vec3{p.x, p.y, 0});
    }
    zoomTo(box, kAround);
}

void PlanMap::zoomTo(const Box3 &place, double around)
{
    if (place.isEmpty()) {
        return;
    }
    Box3 box;
    for (const double x : {place.min.x - around, place.max.x + around}) {
        for (const double y : {place.min.y - around, place.max.y + around}) {
            const Vec2 there = toMap({x, y});
            box.include(Vec3{there.x, there.y, 0});
        }
    }
    m_map.setViewExtent(box);
}

} // namespace loci::widgets

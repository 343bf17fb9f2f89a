// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/areaindex.h"

#include <QCoreApplication>

namespace loci::analysis {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::AreaIndex)
};

void include(Box3 &box, const std::vector<Vec2> &points)
{
    for (const Vec2 &p : points) {
        box.include(Vec3{p.x, p.y, 0});
    }
}

PlacedArea placed(const planning::PlanArea &area, const Shape::Context &context)
{
    PlacedArea found;
    found.area = &area;
    include(found.bounds, area.points);
    for (const planning::Line &line : area.lines) {
        include(found.bounds, line);
    }
    for (const planning::Polygon &polygon : area.polygons) {
        include(found.bounds, polygon.front());
    }
    if (!area.polygons.empty()) {
        found.shape = Shape::exact(context, area.polygons);
    } else if (!area.lines.empty()) {
        found.shape = Shape::ofLines(context, area.lines);
    } else if (!area.points.empty()) {
        found.shape = Shape::ofPoint(context, area.points.front());
    }
    return found;
}

Box3 widened(Box3 box, double reach)
{
    box.min.x -= reach;
    box.min.y -= reach;
    box.max.x += reach;
    box.max.y += reach;
    return box;
}

} // namespace

AreaIndex::AreaIndex(const planning::PlanLayer &layer, const Shape::Context &context)
{
    m_areas.reserve(layer.areas.size());
    for (const planning::PlanArea &area : layer.areas) {
        m_areas.push_back(placed(area, context));
    }
}

std::vector<const PlacedArea *> AreaIndex::near(const Box3 &box, const QStringList &kinds, const QDate &day,
                                                double reach) const
{
    std::vector<const PlacedArea *> found;
    const Box3 wide = widened(box, reach);
    for (const PlacedArea *area : ofKinds(kinds, day)) {
        if (area->bounds.intersects2d(wide)) {
            found.push_back(area);
        }
    }
    return found;
}

std::vector<const PlacedArea *> AreaIndex::ofKinds(const QStringList &kinds, const QDate &day) const
{
    std::vector<const PlacedArea *> found;
    for (const PlacedArea &area : m_areas) {
        if (area.area->isInForce(day) && (kinds.isEmpty() || kinds.contains(area.area->kind))) {
            found.push_back(&area);
        }
    }
    return found;
}

Findings AreaIndex::findings(const QString &source) const
{
    Findings found;
    for (const PlacedArea &area : m_areas) {
        if (!area.shape) {
            found.push_back(
                {Severity::Error,
                 QStringLiteral("area_geometry"),
                 area.area->id,
                 {},
                 Texts::tr("%1 crosses itself or has no size; what lies in it cannot be judged.").arg(area.area->id),
                 source});
        }
    }
    return found;
}

} // namespace loci::analysis

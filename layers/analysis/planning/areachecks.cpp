// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/rulechecks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace loci::analysis {

using planning::Rule;
using planning::RuleResult;
using planning::Verdict;

namespace {

/// Directions under which something is seen from a place, as an interval around its middle; radians.
struct Sector
{
    Vec2 eye;
    double middle = 0, half = 0;
    double distance = 0; ///< to the thing's middle
};

double turn(double from, double to)
{
    return std::remainder(to - from, 2 * std::numbers::pi);
}

double bearing(const Vec2 &from, const Vec2 &to)
{
    return std::atan2(to.y - from.y, to.x - from.x);
}

Sector sectorOf(const Vec2 &eye, const PlacedArea &hill)
{
    const Vec2 middle = hill.shape->centroid();
    Sector sector{eye, bearing(eye, middle), 0, std::hypot(middle.x - eye.x, middle.y - eye.y)};
    if (const auto half = hill.area->number(QStringLiteral("half_width"))) {
        sector.half = std::atan2(*half, sector.distance);
    }
    for (const planning::Polygon &polygon : hill.area->polygons) {
        for (const Vec2 &p : polygon.front()) {
            sector.half = std::max(sector.half, std::abs(turn(sector.middle, bearing(eye, p))));
        }
    }
    return sector;
}

/// The sector as far as `reach`; wide ones are cut at 85 degrees to either side.
Shape shapeOf(const Sector &sector, double reach, const Shape::Context &context)
{
    constexpr double kWidest = 85 * std::numbers::pi / 180;
    const double half = std::min(sector.half, kWidest);
    const double side = reach / std::cos(half);
    const auto corner = [&](double angle) {
        return Vec2{sector.eye.x + side * std::cos(angle), sector.eye.y + side * std::sin(angle)};
    };
    const std::vector<Vec2> ring{sector.eye, corner(sector.middle - half), corner(sector.middle + half)};
    return Shape::ofRing(context, ring);
}

/// The height system of eye, hill or rule that the model does not have; empty when all can be compared.
QString datumAround(const CheckContext &context, const Rule &rule, const PlacedArea &eye, const PlacedArea &hill)
{
    const QLatin1String key("datum");
    for (const QString &datum : {rule.parameters[key].toString(), eye.area->properties[key].toString(),
                                 hill.area->properties[key].toString()}) {
        if (!datum.isEmpty() && datum != context.request().datum) {
            return datum;
        }
    }
    return {};
}

void checkFrom(CheckContext &context, const Rule &rule, const Building &building, const PlacedArea &eye,
               const PlacedArea &hill, Rows &rows)
{
    const auto summit = hill.area->number(QStringLiteral("elevation"));
    const auto eyeHeight = eye.area->number(QStringLiteral("eye_elevation"));
    const Sector sector = sectorOf(eye.area->points.front(), hill);
    const double behind = parameter(rule, "background", 0);
    if (!(sector.distance > 0) ||
        !shapeOf(sector, sector.distance + behind, context.geos()).intersects(building.outline)) {
        return;
    }
    RuleResult row = rowOf(rule, building.id, &hill);
    const double distance = building.outline.distance(Shape::ofPoint(context.geos(), sector.eye)).value_or(0);
    const bool isBackground = distance > sector.distance;
    if (!summit || !eyeHeight) {
        setUnknown(row, "limit", CheckTexts::tr("The elevation of the hill or of the eye point is not stated."));
    } else if (const QString datum = datumAround(context, rule, eye, hill); !datum.isEmpty()) {
        setUnknown(row, "datum", datumSentence(datum, context.request().datum));
    } else if (!building.top) {
        setUnknown(row, "height", CheckTexts::tr("The model does not tell the height."));
    } else if (distance == 0 && isRoofed(context.faces(building), {sector.eye.x, sector.eye.y, *eyeHeight})) {
        setUnknown(row, "eye_inside", CheckTexts::tr("An eye of the view is inside or beneath this building."));
    } else {
        const double line = isBackground ? *summit : *summit * rule.limit.value.value_or(1);
        row.value = building.top;
        row.limit = *eyeHeight + (line - *eyeHeight) * distance / sector.distance;
        judge(row, rule);
        row.note =
            isBackground
                ? CheckTexts::tr("Seen from %1 behind the hill, at %2 m.").arg(eye.area->id).arg(qRound(distance))
                : CheckTexts::tr("Seen from %1 before the hill, at %2 m.").arg(eye.area->id).arg(qRound(distance));
    }
    rows.push_back(std::move(row));
}

} // namespace

void checkProtection(CheckContext &context, const Rule &rule, const Building &building, Rows &rows)
{
    const bool byConsent = rule.parameters[QLatin1String("consent")].toBool();
    for (const PlacedArea *area : context.areasOf(rule, building)) {
        RuleResult row = rowOf(rule, building.id, area);
        if (!area->shape) {
            setAreaUnknown(row);
            rows.push_back(std::move(row));
            continue;
        }
        row.limit = 0;
        row.value = area->shape->intersection(building.outline).area();
        judge(row, rule);
        if (byConsent) {
            setUnknown(row, "consent", CheckTexts::tr("Needs the consent of the authority that the clause names."));
        }
        rows.push_back(std::move(row));
    }
}

void checkSetback(CheckContext &context, const Rule &rule, const Building &building, Rows &rows)
{
    const double limit = rule.limit.value.value_or(0) * rule.limit.factor;
    const double reach = parameter(rule, "within", 3 * limit);
    for (const auto &[area, distance] : context.areasNear(rule, building, reach)) {
        RuleResult row = rowOf(rule, building.id, area);
        row.limit = limitOf(rule, area);
        if (distance) {
            row.value = distance;
            judge(row, rule);
        } else {
            setAreaUnknown(row);
        }
        rows.push_back(std::move(row));
    }
}

void checkHillView(CheckContext &context, const Rule &rule, const Building &building, Rows &rows)
{
    const QString eyeKind = rule.parameters[QLatin1String("eyes")].toString(QStringLiteral("viewpoint"));
    const QDate &day = context.request().day;
    for (const PlacedArea *hill : context.areas().ofKinds(rule.areaKinds, day)) {
        for (const PlacedArea *eye : context.areas().ofKinds({eyeKind}, day)) {
            if (!hill->shape) {
                rows.push_back(rowOf(rule, building.id, hill));
                setAreaUnknown(rows.back());
            } else if (!eye->area->points.empty()) {
                checkFrom(context, rule, building, *eye, *hill, rows);
            }
        }
    }
}

} // namespace loci::analysis

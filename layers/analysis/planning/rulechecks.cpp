// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/rulechecks.h"

#include <algorithm>
#include <cmath>

namespace loci::analysis {

using planning::Bound;
using planning::Rule;
using planning::RuleResult;
using planning::Verdict;

namespace {

constexpr double kTouching = 1e-6; // m2: what only touches an area is not in it

/// What somebody else keeps; empty when there is nothing.
template <class T>
std::shared_ptr<const T> lent(const T *thing)
{
    return {std::shared_ptr<const T>(), thing};
}

bool isCovered(const PlacedArea &area, const Building &building)
{
    if (!area.shape) {
        return true; // nobody knows: the check says so
    }
    return area.shape->intersects(building.outline) && area.shape->intersection(building.outline).area() > kTouching;
}

} // namespace

CheckContext::CheckContext(const CheckRequest &request)
    : m_request(request)
    , m_areas(lent(request.areas))
    , m_ceiling(lent(request.ceiling))
{
    if (!m_areas) {
        m_areas = std::make_shared<const AreaIndex>(*request.layer, geos());
    }
    if (!m_ceiling) {
        m_ceiling = std::make_shared<const Loaded<ViewCeiling>>(
            request.views == nullptr ? Loaded<ViewCeiling>()
                                     : ViewCeiling::of(*request.views, request.day, request.datum));
    }
}

std::vector<const PlacedArea *> CheckContext::areasOf(const Rule &rule, const Building &building) const
{
    std::vector<const PlacedArea *> found;
    for (const PlacedArea *area : m_areas->near(building.bounds, rule.areaKinds, m_request.day)) {
        if (!area->area->polygons.empty() && isCovered(*area, building)) {
            found.push_back(area);
        }
    }
    return found;
}

std::vector<std::pair<const PlacedArea *, std::optional<double>>>
CheckContext::areasNear(const Rule &rule, const Building &building, double reach) const
{
    std::vector<std::pair<const PlacedArea *, std::optional<double>>> found;
    for (const PlacedArea *area : m_areas->near(building.bounds, rule.areaKinds, m_request.day, reach)) {
        const auto distance = area->shape ? building.outline.distance(*area->shape) : std::nullopt;
        if (!distance || *distance <= reach) {
            found.emplace_back(area, distance);
        }
    }
    return found;
}

const std::vector<Triangle3> &CheckContext::faces(const Building &building)
{
    if (m_faced != &building) {
        m_faces = set().faces(building);
        m_faced = &building;
    }
    return m_faces;
}

RuleResult rowOf(const Rule &rule, const QString &subject, const PlacedArea *area)
{
    RuleResult row;
    row.subject = subject;
    row.rule = rule.id;
    row.area = area == nullptr ? QString() : area->area->id;
    row.unit = rule.unit;
    return row;
}

std::optional<double> limitOf(const Rule &rule, const PlacedArea *area)
{
    if (rule.limit.value) {
        return *rule.limit.value * rule.limit.factor;
    }
    const auto property = area == nullptr ? std::nullopt : area->area->number(rule.limit.property);
    return property ? std::optional(*property * rule.limit.factor) : std::nullopt;
}

void setUnknown(RuleResult &row, const char *missing, const QString &note)
{
    row.verdict = Verdict::Unknown;
    row.missing = QLatin1String(missing);
    row.note = note;
}

void setAreaUnknown(RuleResult &row)
{
    setUnknown(row, "area_geometry", CheckTexts::tr("The area crosses itself or has no size."));
}

void noteHole(RuleResult &row, bool hasHole)
{
    if (hasHole) {
        row.note += (row.note.isEmpty() ? QString() : QStringLiteral(" ")) +
                    CheckTexts::tr("Its surface is not closed, so the volume above the limit is not known.");
    }
}

QString datumSentence(const QString &wanted, const QString &model)
{
    return model.isEmpty()
               ? CheckTexts::tr("The rule counts in the height system %1; which one the model has is not said.")
                     .arg(wanted)
               : CheckTexts::tr("The rule counts in the height system %1, the model in %2.").arg(wanted, model);
}

void judge(RuleResult &row, const Rule &rule)
{
    if (!row.limit) {
        setUnknown(row, "limit", CheckTexts::tr("The area states no limit (%1).").arg(rule.limit.property));
        return;
    }
    if (!row.value) {
        if (row.missing.isEmpty()) {
            setUnknown(row, "value", CheckTexts::tr("The value is not known."));
        }
        return;
    }
    constexpr double kRounding = 1e-9; // of the numbers: what equals the limit passes
    if (!std::isfinite(*row.limit) || !std::isfinite(*row.value)) {
        setUnknown(row, "value", CheckTexts::tr("The value is not known."));
        return;
    }
    row.margin = rule.bound == Bound::AtMost ? *row.limit - *row.value : *row.value - *row.limit;
    row.verdict = *row.margin >= -kRounding * std::max(1.0, std::abs(*row.limit)) ? Verdict::Pass : Verdict::Fail;
    row.marginal = rule.accuracy > 0 && std::abs(*row.margin) <= rule.accuracy;
}

double parameter(const Rule &rule, const char *name, double otherwise)
{
    return rule.parameters[QLatin1String(name)].toDouble(otherwise);
}

} // namespace loci::analysis

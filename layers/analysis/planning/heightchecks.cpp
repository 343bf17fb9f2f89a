// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/excess.h"
#include "layers/analysis/planning/rulechecks.h"

#include <algorithm>

namespace loci::analysis {

using planning::HeightReference;
using planning::Rule;
using planning::RuleResult;
using planning::Verdict;

namespace {

bool isAbsolute(HeightReference reference)
{
    return reference == HeightReference::Datum || reference == HeightReference::EavesDatum;
}

bool isEaves(HeightReference reference)
{
    return reference == HeightReference::Eaves || reference == HeightReference::EavesDatum;
}

/// The absolute height that counts, in one area or everywhere; a code of what is missing.
struct Counted
{
    std::optional<double> z;
    const char *missing = "height";
};

Counted countedHeight(CheckContext &context, const Rule &rule, const Building &building, const PlacedArea *area)
{
    if (isEaves(rule.reference)) {
        return {building.eaves, "eaves"};
    }
    if (!building.top || area == nullptr || area->shape->covers(building.outline)) {
        return {building.top};
    }
    // It stands in the area with one part only: the height of that part counts.
    const auto part = highestWithin(context.faces(building), *area->shape, context.geos());
    return {part && building.foot && *part > *building.foot ? part : building.top};
}

QString whatIsMissing(const char *missing)
{
    return QLatin1String(missing) == QLatin1String("eaves")
               ? CheckTexts::tr("The model does not tell the height of the eaves.")
               : CheckTexts::tr("The model does not tell the height.");
}

void addExcess(CheckContext &context, const Rule &rule, const Building &building, const PlacedArea *area,
               RuleResult &row)
{
    if (row.verdict != Verdict::Fail || isEaves(rule.reference)) {
        return;
    }
    const double base = isAbsolute(rule.reference) ? 0 : building.foot.value_or(0);
    const Excess excess = excessOver(context.faces(building), SlopedPlane::level(base + *row.limit),
                                     area == nullptr ? nullptr : &*area->shape, context.geos());
    row.excessArea = excess.area;
    row.excessVolume = excess.volume;
    noteHole(row, !excess.volume);
}

/// The height system that a limit counts in: the area's own word, else the rule's.
QString datumOf(const Rule &rule, const PlacedArea *area)
{
    const QString own = area == nullptr ? QString() : area->area->properties[QLatin1String("datum")].toString();
    return own.isEmpty() ? rule.parameters[QLatin1String("datum")].toString() : own;
}

/// Heights above the foot count from the lowest ground; on a slope one may count from the highest as well.
void noteSlope(const Rule &rule, const Building &building, RuleResult &row)
{
    constexpr double kSlight = 0.5; // metres
    if (isAbsolute(rule.reference) || building.groundRise < kSlight || !row.margin) {
        return;
    }
    const double other = *row.margin + (rule.bound == planning::Bound::AtMost ? 1 : -1) * building.groundRise;
    row.marginal = row.marginal || (*row.margin < 0) != (other < 0);
    row.note = CheckTexts::tr("The ground under it climbs by %1 m; the height counts from its lowest point.")
                   .arg(building.groundRise, 0, 'f', 2);
}

RuleResult heightRow(CheckContext &context, const Rule &rule, const Building &building, const PlacedArea *area)
{
    RuleResult row = rowOf(rule, building.id, area);
    if (area != nullptr && !area->shape) {
        setAreaUnknown(row);
        return row;
    }
    const QString datum = datumOf(rule, area);
    row.limit = limitOf(rule, area);
    if (isAbsolute(rule.reference) && !datum.isEmpty() && datum != context.request().datum) {
        setUnknown(row, "datum", datumSentence(datum, context.request().datum));
        return row;
    }
    const Counted counted = countedHeight(context, rule, building, area);
    if (!counted.z || !building.foot) {
        setUnknown(row, counted.missing, whatIsMissing(counted.missing));
        return row;
    }
    row.value = isAbsolute(rule.reference) ? *counted.z : *counted.z - *building.foot;
    judge(row, rule);
    noteSlope(rule, building, row);
    addExcess(context, rule, building, area, row);
    return row;
}

} // namespace

void checkHeight(CheckContext &context, const Rule &rule, const Building &building, Rows &rows)
{
    if (rule.areaKinds.isEmpty()) {
        rows.push_back(heightRow(context, rule, building, nullptr));
        return;
    }
    for (const PlacedArea *area : context.areasOf(rule, building)) {
        rows.push_back(heightRow(context, rule, building, area));
    }
}

void checkNeighbourHeight(CheckContext &context, const Rule &rule, const Building &building, Rows &rows)
{
    const QString property = rule.limit.property.isEmpty() ? QStringLiteral("height") : rule.limit.property;
    for (const auto &[area, distance] : context.areasNear(rule, building, parameter(rule, "within", 0))) {
        RuleResult row = rowOf(rule, building.id, area);
        const QString protectedId = area->area->properties[QLatin1String("object")].toString();
        if (protectedId == building.id) {
            continue;
        }
        const Building *neighbour = protectedId.isEmpty() ? nullptr : context.set().find(protectedId);
        if (!distance) {
            setAreaUnknown(row);
            rows.push_back(std::move(row));
            continue;
        }
        row.limit = neighbour != nullptr ? neighbour->height() : area->area->number(property);
        row.value = building.height();
        if (!row.limit) {
            setUnknown(row, "neighbour_height", CheckTexts::tr("The height of the protected building is not known."));
        } else if (!row.value) {
            setUnknown(row, "height", CheckTexts::tr("The model does not tell the height."));
        } else {
            judge(row, rule);
        }
        rows.push_back(std::move(row));
    }
}

} // namespace loci::analysis

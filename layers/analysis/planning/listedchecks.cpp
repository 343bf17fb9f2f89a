// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/rulechecks.h"
#include "layers/domain/planning/munsell.h"

#include <QJsonArray>

namespace loci::analysis {

using planning::MunsellColour;
using planning::MunsellRange;
using planning::Rule;
using planning::RuleKind;
using planning::RuleResult;
using planning::Verdict;

namespace {

QStringList attributesOf(const Rule &rule)
{
    QStringList names;
    for (const QJsonValue &name : rule.parameters[QLatin1String("attributes")].toArray()) {
        names << name.toString();
    }
    if (!names.isEmpty()) {
        return names;
    }
    switch (rule.kind) {
    case RuleKind::RoofForm:
        return {QStringLiteral("roofType")};
    case RuleKind::Use:
        return {QStringLiteral("function"), QStringLiteral("usage"), QStringLiteral("class")};
    default:
        return {QStringLiteral("facadeColour"), QStringLiteral("colour")};
    }
}

bool isAllowed(const Rule &rule, const QString &found)
{
    if (rule.allowed.contains(found, Qt::CaseInsensitive)) {
        return true;
    }
    const auto colour = rule.kind == RuleKind::Colour ? MunsellColour::fromText(found) : std::nullopt;
    for (const QJsonValue &item : rule.parameters[QLatin1String("ranges")].toArray()) {
        const auto range = MunsellRange::fromJson(item.toObject());
        if (colour && range && range->contains(*colour)) {
            return true;
        }
    }
    return false;
}

/// Whether one can say that a value is not among the allowed ones.
bool isReadable(const Rule &rule, const QString &value)
{
    return rule.kind != RuleKind::Colour || !rule.parameters.contains(QLatin1String("ranges")) ||
           MunsellColour::fromText(value).has_value();
}

RuleResult listedRow(const CheckContext &context, const Rule &rule, const Building &building, const PlacedArea *area)
{
    RuleResult row = rowOf(rule, building.id, area);
    if (area != nullptr && !area->shape) {
        setAreaUnknown(row);
        return row;
    }
    const QStringList values = context.set().attributeValues(building, attributesOf(rule));
    row.found = values.join(QStringLiteral(", "));
    if (values.isEmpty()) {
        setUnknown(
            row, "attribute",
            CheckTexts::tr("The model does not say it (%1).").arg(attributesOf(rule).join(QStringLiteral(", "))));
        return row;
    }
    row.verdict = Verdict::Pass;
    for (const QString &value : values) {
        if (isAllowed(rule, value)) {
            continue;
        }
        if (!isReadable(rule, value)) {
            setUnknown(row, "colour", CheckTexts::tr("“%1” is no colour in Munsell's notation.").arg(value));
            continue;
        }
        row = rowOf(rule, building.id, area);
        row.found = values.join(QStringLiteral(", "));
        row.verdict = Verdict::Fail;
        return row;
    }
    return row;
}

} // namespace

void checkListed(CheckContext &context, const Rule &rule, const Building &building, Rows &rows)
{
    if (rule.areaKinds.isEmpty()) {
        rows.push_back(listedRow(context, rule, building, nullptr));
        return;
    }
    for (const PlacedArea *area : context.areasOf(rule, building)) {
        rows.push_back(listedRow(context, rule, building, area));
    }
}

} // namespace loci::analysis

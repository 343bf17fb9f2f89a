// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/briefing/figure.h"

#include <QStringList>

namespace loci::briefing {

namespace {

const std::pair<const char *, Light> kLights[] = {
    {"good", Light::Good}, {"watch", Light::Watch}, {"bad", Light::Bad}, {"unknown", Light::Unknown}};

Light lightFrom(const QString &name)
{
    for (const auto &[text, light] : kLights) {
        if (name == QLatin1String(text)) {
            return light;
        }
    }
    return Light::Unknown;
}

/// The targets' lights, worst first.
Light lightOf(const std::vector<indicators::TargetState> &states)
{
    for (const Light light : {Light::Bad, Light::Watch, Light::Good}) {
        for (const indicators::TargetState &state : states) {
            if (state.light == light) {
                return light;
            }
        }
    }
    return Light::Unknown;
}

/// Files the number rests on, by their names: a path says nothing to an audience.
Words sourceOf(const indicators::Calculated &value, const indicators::Definition &definition)
{
    QStringList names;
    for (const indicators::UsedInput &input : value.inputs) {
        const QString name = input.source.section(QLatin1Char('/'), -1);
        if (!name.isEmpty() && !names.contains(name)) {
            names << name;
        }
    }
    if (names.isEmpty()) {
        return {definition.source, definition.source};
    }
    return {names.join(QStringLiteral("、")), names.join(QStringLiteral(", "))};
}

} // namespace

bool Snapshot::operator==(const Snapshot &other) const
{
    return value == other.value && unit == other.unit && period == other.period && light == other.light &&
           version == other.version;
}

std::optional<Snapshot> live(const Figure &figure, const indicators::Outcome &outcome, const QDate &today)
{
    if (!outcome.results) {
        return std::nullopt;
    }
    const indicators::Results &results = *outcome.results;
    const int area = figure.area.isEmpty() ? results.areas().city() : results.areas().findAny(figure.area);
    const indicators::Definition *definition = results.definition(figure.code);
    if (definition == nullptr || area < 0) {
        return std::nullopt;
    }
    Snapshot snapshot;
    snapshot.unit = definition->unit;
    snapshot.decimals = definition->decimals;
    snapshot.date = today;
    const indicators::Calculated *value = results.latest(figure.code, area);
    if (value == nullptr) {
        return snapshot;
    }
    snapshot.value = value->value;
    snapshot.period = value->period;
    snapshot.version = value->id;
    snapshot.source = sourceOf(*value, *definition);
    const auto states = outcome.targetsOf(figure.code, area);
    snapshot.isJudged = !states.empty();
    snapshot.light = lightOf(states);
    return snapshot;
}

Shown shown(const Figure &figure, const indicators::Outcome *outcome, const QDate &today)
{
    Shown result;
    const bool computed = outcome != nullptr && outcome->results;
    if (const auto *definition = computed ? outcome->results->definition(figure.code) : nullptr) {
        result.name = definition->name;
    }
    const auto now = figure.frozen || outcome == nullptr ? figure.frozen : live(figure, *outcome, today);
    result.isGone = !now;
    result.snapshot = now.value_or(Snapshot());
    return result;
}

QJsonObject toJson(const Snapshot &snapshot)
{
    QJsonObject json{
        {QStringLiteral("unit"), snapshot.unit},       {QStringLiteral("decimals"), snapshot.decimals},
        {QStringLiteral("period"), snapshot.period},   {QStringLiteral("source"), indicators::toJson(snapshot.source)},
        {QStringLiteral("version"), snapshot.version}, {QStringLiteral("date"), snapshot.date.toString(Qt::ISODate)}};
    json.insert(QStringLiteral("value"), snapshot.value ? QJsonValue(*snapshot.value) : QJsonValue());
    if (snapshot.isJudged) {
        json.insert(QStringLiteral("light"), indicators::toText(snapshot.light));
    }
    return json;
}

Snapshot snapshotFrom(const QJsonObject &json)
{
    Snapshot snapshot;
    const QJsonValue value = json.value(QStringLiteral("value"));
    snapshot.value = value.isDouble() ? Quantity(value.toDouble()) : std::nullopt;
    snapshot.unit = json.value(QStringLiteral("unit")).toString();
    snapshot.decimals = json.value(QStringLiteral("decimals")).toInt(1);
    snapshot.period = json.value(QStringLiteral("period")).toString();
    snapshot.source = indicators::wordsFrom(json.value(QStringLiteral("source")));
    snapshot.version = json.value(QStringLiteral("version")).toString();
    snapshot.isJudged = json.contains(QStringLiteral("light"));
    snapshot.light = lightFrom(json.value(QStringLiteral("light")).toString());
    snapshot.date = QDate::fromString(json.value(QStringLiteral("date")).toString(), Qt::ISODate);
    return snapshot;
}

} // namespace loci::briefing

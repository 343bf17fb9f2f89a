// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/target.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <cmath>

namespace loci::indicators {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::indicators::Target)
};

double sign(bool higherIsBetter)
{
    return higherIsBetter ? 1 : -1;
}

Light lightOf(const TargetPlan &plan, const TargetState &state)
{
    if (state.met) {
        return Light::Good;
    }
    if (state.maintain) {
        return Light::Bad;
    }
    if (!state.pace || !state.progress) {
        return Light::Unknown;
    }
    if (*state.progress < 0 || *state.pace < plan.watchPace) {
        return Light::Bad;
    }
    return *state.pace >= plan.goodPace ? Light::Good : Light::Watch;
}

QString comparisonOf(double ratio)
{
    if (ratio >= 0.95) {
        return QStringLiteral("significant");
    }
    if (ratio >= 0.6) {
        return QStringLiteral("moderate");
    }
    return ratio >= 0 ? QStringLiteral("insufficient") : QStringLiteral("away");
}

QString sentenceOf(const TargetState &state)
{
    switch (state.light) {
    case Light::Good:
        return state.met ? Texts::tr("The target for %1 is met.").arg(state.target.year)
                         : Texts::tr("On the way to the target for %1.").arg(state.target.year);
    case Light::Watch:
        return Texts::tr("Behind the path to the target for %1.").arg(state.target.year);
    case Light::Bad:
        if (state.maintain) {
            return Texts::tr("The target for %1 was met before and is not any more.").arg(state.target.year);
        }
        return state.progress && *state.progress < 0
                   ? Texts::tr("Moving away from the target for %1.").arg(state.target.year)
                   : Texts::tr("Far behind the path to the target for %1.").arg(state.target.year);
    case Light::Unknown:
        break;
    }
    return Texts::tr("Too little is known to judge the target for %1.").arg(state.target.year);
}

/// What is needed from now on.
void addNeed(TargetState &state, const Point &now)
{
    const double years = state.target.year - now.time;
    if (years <= 0 || state.met) {
        return;
    }
    state.perYear = (state.target.value - now.value) / years;
    if (now.value > 0 && state.target.value > 0) {
        state.perYearRelative = std::pow(state.target.value / now.value, 1 / years) - 1;
    }
}

/// How it went since the baseline, and where that leads.
void addTrend(TargetState &state, const Point &from, const Point &now, double s)
{
    const double span = state.target.year - from.time;
    const double gone = now.time - from.time;
    if (span <= 0 || gone <= 0) {
        return;
    }
    const double way = s * (state.target.value - from.value);
    state.maintain = way <= 0;
    state.pathNow = pathValue(from, state.target, now.time, false);
    if (!state.maintain) {
        state.progress = s * (now.value - from.value) / way;
        state.timeShare = std::min(1.0, gone / span);
        state.pace = *state.progress / *state.timeShare;
    }
    const double left = state.target.year - now.time;
    if (from.value > 0 && now.value > 0 && state.target.value > 0) {
        state.growth = std::pow(now.value / from.value, 1 / gone) - 1;
        state.growthNeeded = std::pow(state.target.value / from.value, 1 / span) - 1;
        if (*state.growthNeeded != 0) {
            state.growthRatio = *state.growth / *state.growthNeeded;
            state.comparison = comparisonOf(*state.growthRatio);
        }
    }
    if (left > 0) {
        state.projected = now.value + (now.value - from.value) / gone * left;
        state.method = QStringLiteral("linear");
    }
}

} // namespace

QString toText(Light light)
{
    switch (light) {
    case Light::Good:
        return QStringLiteral("good");
    case Light::Watch:
        return QStringLiteral("watch");
    case Light::Bad:
        return QStringLiteral("bad");
    case Light::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

TargetPlan TargetPlan::fromJson(const QJsonObject &json)
{
    TargetPlan plan;
    const QJsonObject base = json.value(QStringLiteral("baseline")).toObject();
    if (base.value(QStringLiteral("value")).isDouble() && base.value(QStringLiteral("year")).isDouble()) {
        plan.baseline =
            Point{base.value(QStringLiteral("year")).toDouble(), base.value(QStringLiteral("value")).toDouble()};
    }
    const QJsonArray items = json.value(QStringLiteral("targets")).toArray();
    for (const QJsonValue &item : items) {
        const QJsonObject object = item.toObject();
        if (object.value(QStringLiteral("value")).isDouble() && object.value(QStringLiteral("year")).isDouble()) {
            plan.targets.push_back({object.value(QStringLiteral("year")).toInt(),
                                    object.value(QStringLiteral("value")).toDouble(),
                                    object.value(QStringLiteral("kind")).toString() == QLatin1String("binding")});
        }
    }
    std::stable_sort(plan.targets.begin(), plan.targets.end(),
                     [](const Target &a, const Target &b) { return a.year < b.year; });
    plan.goodPace = json.value(QStringLiteral("goodPace")).toDouble(0.95);
    plan.watchPace = json.value(QStringLiteral("watchPace")).toDouble(0.75);
    return plan;
}

QJsonObject TargetPlan::toJson() const
{
    QJsonArray items;
    for (const Target &target : targets) {
        items.append(QJsonObject{
            {QStringLiteral("year"), target.year},
            {QStringLiteral("value"), target.value},
            {QStringLiteral("kind"), target.binding ? QStringLiteral("binding") : QStringLiteral("expected")}});
    }
    QJsonObject json{{QStringLiteral("targets"), items},
                     {QStringLiteral("goodPace"), goodPace},
                     {QStringLiteral("watchPace"), watchPace}};
    if (baseline) {
        json.insert(QStringLiteral("baseline"),
                    QJsonObject{{QStringLiteral("year"), baseline->time}, {QStringLiteral("value"), baseline->value}});
    }
    return json;
}

Quantity pathValue(const Point &baseline, const Target &target, double time, bool compound)
{
    const double share = (time - baseline.time) / (target.year - baseline.time);
    if (!std::isfinite(share)) {
        return std::nullopt;
    }
    if (!compound) {
        return baseline.value + (target.value - baseline.value) * share;
    }
    return baseline.value > 0 && target.value > 0
               ? Quantity(baseline.value * std::pow(target.value / baseline.value, share))
               : std::nullopt;
}

std::vector<TargetState> trackTargets(const TargetPlan &plan, const std::optional<Point> &now, bool higherIsBetter,
                                      bool partial)
{
    const double s = sign(higherIsBetter);
    std::vector<TargetState> states;
    states.reserve(plan.targets.size());
    for (const Target &target : plan.targets) {
        TargetState state;
        state.target = target;
        state.dim = partial;
        if (now) {
            state.met = s * (now->value - target.value) >= 0;
            addNeed(state, *now);
            if (plan.baseline) {
                addTrend(state, *plan.baseline, *now, s);
            }
            state.light = lightOf(plan, state);
            // A limit that binds is breached or not; the trend does not excuse it once its year is there.
            if (target.binding && !state.met && now->time >= target.year) {
                state.light = Light::Bad;
            }
        }
        state.sentence = sentenceOf(state);
        states.push_back(std::move(state));
    }
    return states;
}

} // namespace loci::indicators

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/expression.h"

#include <QJsonObject>
#include <QString>
#include <vector>

namespace loci::indicators {

/// A value at a time; time is a decimal year (2026.5 is the middle of 2026).
struct Point
{
    double time = 0;
    double value = 0;
};

struct Target
{
    int year = 0;
    double value = 0;
    bool binding = false; ///< 约束性: a breached one is bad whatever the trend; else 预期性, expected
};

/// Baseline and targets of one indicator.
struct TargetPlan
{
    std::optional<Point> baseline;
    std::vector<Target> targets; ///< by year
    double goodPace = 0.95;      ///< thresholds of the light
    double watchPace = 0.75;

    static TargetPlan fromJson(const QJsonObject &json); ///< {baseline{year,value}, targets[{year,value,kind}]}
    QJsonObject toJson() const;
    bool isEmpty() const { return targets.empty(); }
};

enum class Light { Unknown, Good, Watch, Bad };
QString toText(Light light); ///< "unknown", "good", "watch", "bad"

/// How one target stands (domain.md 4.5). Everything that cannot be said is absent.
struct TargetState
{
    Target target;
    Light light = Light::Unknown;
    bool met = false;
    bool maintain = false; ///< the baseline had reached it already: it is to be kept
    bool dim = false;      ///< the value rests on partial data
    Quantity pathNow;      ///< the linear path's value now
    Quantity progress, timeShare, pace;
    Quantity perYear;                           ///< needed from now on, a year
    Quantity perYearRelative;                   ///< the same as a growth rate
    Quantity growth, growthNeeded, growthRatio; ///< compound rates since the baseline, and their ratio
    Quantity projected;                         ///< where the value goes at the present pace
    QString method;                             ///< of the projection: "linear" or "compound"
    QString comparison; ///< Eurostat's words for the ratio: significant, moderate, insufficient, away
    QString sentence;   ///< translated: what the light means
};

/// `now` is the latest value, unknown when there is none or it is stale. `higherIsBetter` is the direction.
std::vector<TargetState> trackTargets(const TargetPlan &plan, const std::optional<Point> &now, bool higherIsBetter,
                                      bool partial = false);

/// Values of the plan between baseline and target, for drawing: linear or compound.
Quantity pathValue(const Point &baseline, const Target &target, double time, bool compound);

} // namespace loci::indicators

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/outcome.h"

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

namespace loci::briefing {

using indicators::Light;
using indicators::Quantity;
using indicators::Words;

/// A number as it stood at one moment, with all that must be said with it.
struct Snapshot
{
    Quantity value; ///< unknown stays unknown, never zero
    QString unit;
    int decimals = 1;
    QString period; ///< "2026"; empty: now
    Words source;
    QString version; ///< id of the calculation
    Light light = Light::Unknown;
    bool isJudged = false; ///< there is a target: the light means something
    QDate date;            ///< of the snapshot
    bool operator==(const Snapshot &other) const;
};

/// A number of a scene: an indicator, live or frozen, or a number that was computed elsewhere and is only kept.
struct Figure
{
    QString code; ///< of the indicator; empty: `frozen` is all there is
    QString area; ///< code; empty: the whole city
    Words label;  ///< beside the number: "hidden, 5 % allowed"; empty: the indicator's name
    std::optional<Snapshot> frozen;
};

/// The figure now, from what was computed; empty when the indicator or the area is gone.
std::optional<Snapshot> live(const Figure &figure, const indicators::Outcome &outcome, const QDate &today);

/// What a wall shows: the frozen snapshot, else the live one. `isGone`: the indicator of a live figure is not there.
struct Shown
{
    Snapshot snapshot;
    bool isGone = false;
    Words name = {}; ///< of the indicator
};
Shown shown(const Figure &figure, const indicators::Outcome *outcome, const QDate &today);

/// The difference that freezing anew would make.
struct FigureChange
{
    Words label;
    Snapshot before, after;
};

QJsonObject toJson(const Snapshot &snapshot);
Snapshot snapshotFrom(const QJsonObject &json);

} // namespace loci::briefing

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/api/contributions.h"

#include <QDate>

namespace preservation {

/// What one heritage record still asks for.
struct Task
{
    QString place, zhPlace;
    QString level;       ///< "1" national ... "5" undesignated; empty: unknown
    QString condition;   ///< code of the last survey; empty: never assessed
    QDate lastSurvey;    ///< invalid: never surveyed
    QStringList missing; ///< "zone", "sign", "archive", "keeper", "photograph", "survey", "place"
};

/// Reads the records of a snapshot; those that lack something, the most pressing first: poor condition, then high
/// level, then the oldest survey. A survey older than `years` counts as missing.
QList<Task> tasks(const loci::plugin::Snapshot &snapshot, const QDate &today, int years,
                  const std::function<bool()> &cancelled = {});

} // namespace preservation

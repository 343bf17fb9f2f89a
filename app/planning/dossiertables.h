// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/planning/dossier.h"

namespace loci::app {

// The tables of a dossier, in the language of the program.
map::PlanReport::Table blockTable(const analysis::PlanOutcome &outcome);
map::PlanReport::Table sunTable(const analysis::PlanEffects &effects);
map::PlanReport::Table skylineTable(const analysis::PlanEffects &effects);
map::PlanReport::Table townTable(const analysis::PlanOutcome &outcome);
map::PlanReport::Table sourceTable(const DossierInput &input, const Dossier &dossier);
QStringList signatureLines(const planning::Scenario &scenario);

/// Everything that was computed and from what, without words: the content that is hashed.
QJsonObject numbersOf(const Dossier &dossier, const DossierInput &input);
QString systemName(EpsgCode crs);
/// The part of "English 中文" in a language; all of it when it has one only.
QString bilingual(const QString &text, const QString &language);

} // namespace loci::app

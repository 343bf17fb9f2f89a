// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/areaindex.h"
#include "layers/analysis/planning/buildingset.h"
#include "layers/analysis/view/viewceiling.h"
#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/domain/planning/protectedview.h"
#include "layers/domain/planning/rule.h"
#include "layers/domain/planning/verdict.h"

#include <QDate>
#include <QStringList>
#include <vector>

namespace loci::analysis {

/// What is checked by what. All is borrowed; coordinates of model and layer are in one CRS.
struct CheckRequest
{
    const BuildingSet *buildings = nullptr;
    const planning::PlanLayer *layer = nullptr;
    const planning::RulePack *pack = nullptr;
    const planning::ViewSet *views = nullptr; ///< for rules of kind view_ceiling; none: those are unknown
    QDate day;                                ///< rules and areas in force on it
    QString datum;                            ///< name of the height system of the model ("1985"), empty: not stated
    QStringList only;                         ///< ids of buildings, parcels or streets; empty: all
    const AreaIndex *areas = nullptr;         ///< of `layer`, when it is ready already
    const Loaded<ViewCeiling> *ceiling = nullptr; ///< of `views` on `day`, when it is ready already
};

struct CheckReport
{
    /// Buildings in the model's order, then parcels and streets in the layer's; rules in the pack's order. A rule that
    /// does not concern a subject gives no row.
    std::vector<planning::RuleResult> results;
    Findings findings;
    std::size_t rulesInForce = 0;
};

/// Every applicable rule for every subject. The governing row of a subject is the one that decides: fails come before
/// unknowns before passes; among equal verdicts heights come before other measures, and then the least margin, in
/// metres for lengths and as a share of the limit for the rest. A rule without dates of force gives unknown.
/// Pure; any thread. Fails when cancelled, or for an id in `only` that is nowhere.
Result<CheckReport> checkRules(const CheckRequest &request, const CancelToken &cancel = {},
                               const ProgressFunction &progress = {});

/// Marks the governing row of each subject, as checkRules() does.
void markGoverning(std::vector<planning::RuleResult> &results);
/// The verdict of a subject: that of its governing row.
struct SubjectVerdict
{
    QString subject;
    planning::Verdict verdict = planning::Verdict::Unknown;
    std::size_t row = 0; ///< governing one in the results
};
std::vector<SubjectVerdict> subjectVerdicts(const std::vector<planning::RuleResult> &results);

} // namespace loci::analysis

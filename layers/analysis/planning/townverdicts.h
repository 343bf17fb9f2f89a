// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/planstudy.h"
#include "layers/domain/planning/planlayer.h"

#include <QString>
#include <map>
#include <vector>

namespace loci::analysis {

/// A building, parcel or street with what the rules say of it, and where it lies.
struct JudgedSubject
{
    QString id, name;       ///< the name of an area; empty for buildings
    bool isBuilding = true; ///< else a parcel or street of the plan
    bool isProposed = false;
    planning::Verdict verdict = planning::Verdict::Unknown; ///< of its governing row
    std::size_t governing = 0;                              ///< number of that row in TownVerdicts::results
    std::size_t first = 0, rows = 0;                        ///< its rows stand together in the results
    std::vector<planning::Polygon> polygons;                ///< in the coordinates of the model
    std::vector<planning::Line> lines;
    Box3 bounds; ///< of buildings with their heights
};

/// Everything that a plan speaks about, judged.
struct TownVerdicts
{
    planning::Proposal proposal;
    std::vector<planning::RuleResult> results;
    std::vector<JudgedSubject> subjects; ///< the worst first, in the order by which rows govern

    int count(planning::Verdict verdict) const; ///< of subjects
    const JudgedSubject *find(const QString &id) const;
};

/// Judges the whole town with a proposal, as `loci plan check` does. Makes its own study, so that others may ask theirs
/// meanwhile. Any thread. Fails when cancelled, or when the proposal does not fit the model.
Result<TownVerdicts> judgeTown(const city::CityModelPtr &model, const planning::PlanBasis &basis, const QDate &day,
                               const QString &datum, const planning::Proposal &proposal, const CancelToken &cancel = {},
                               const ProgressFunction &progress = {});

} // namespace loci::analysis

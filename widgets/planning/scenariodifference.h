// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/planstudy.h"

#include <QString>
#include <optional>
#include <vector>

namespace loci::widgets {

/// One line of a comparison of two scenarios: a figure of the town, or a rule in an area with the worst row of each.
struct ScenarioDifference
{
    QString name, remark;                                 ///< of the figure, or of the rule with its clause
    QString unit;                                         ///< of figures
    std::optional<double> one, other;                     ///< figures; absent: unknown, never zero
    std::optional<planning::RuleResult> oneRow, otherRow; ///< of rules; absent where the rule does not speak
    bool isRule = false;
    bool differs() const;
};

/// Figures of the whole town first, then every rule that speaks about one of them, those whose verdicts differ before
/// those whose margins do, and what is equal last.
std::vector<ScenarioDifference> compareScenarios(const analysis::PlanOutcome &one, const analysis::PlanOutcome &other,
                                                 const planning::RulePack &rules);

} // namespace loci::widgets

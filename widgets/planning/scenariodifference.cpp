// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/scenariodifference.h"

#include "widgets/planning/planwords.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace loci::widgets {

using analysis::PlanOutcome;
using planning::RuleResult;
using planning::Verdict;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::widgets::ScenarioDifference)
};

using RuleKey = std::pair<QString, QString>; // rule and area

int rankOf(const RuleResult &row)
{
    return row.verdict == Verdict::Fail ? 0 : row.verdict == Verdict::Unknown ? 1 : 2;
}

bool isWorse(const RuleResult &a, const RuleResult &b)
{
    return std::pair(rankOf(a), a.margin.value_or(0)) < std::pair(rankOf(b), b.margin.value_or(0));
}

std::map<RuleKey, RuleResult> worstRows(const PlanOutcome &outcome)
{
    std::map<RuleKey, RuleResult> worst;
    for (const RuleResult &row : outcome.results) {
        const auto [known, isNew] = worst.try_emplace({row.rule, row.area}, row);
        if (!isNew && isWorse(row, known->second)) {
            known->second = row;
        }
    }
    return worst;
}

ScenarioDifference figure(const QString &name, const QString &unit, const std::optional<double> &one,
                          const std::optional<double> &other)
{
    ScenarioDifference line;
    line.name = name;
    line.unit = unit;
    line.one = one;
    line.other = other;
    return line;
}

std::optional<double> heightOf(const PlanOutcome &outcome)
{
    std::optional<double> highest;
    for (const analysis::ProposedBlock &block : outcome.blocks) {
        if (block.top && block.foot) {
            highest = std::max(highest.value_or(0), *block.top - *block.foot);
        }
    }
    return highest;
}

std::optional<double> verdicts(const PlanOutcome &outcome, Verdict verdict)
{
    return outcome.count(verdict);
}

void addFigures(const PlanOutcome &one, const PlanOutcome &other, std::vector<ScenarioDifference> &lines)
{
    lines.push_back(
        figure(Texts::tr("Rules that fail"), {}, verdicts(one, Verdict::Fail), verdicts(other, Verdict::Fail)));
    lines.push_back(figure(Texts::tr("Rules that are unknown"), {}, verdicts(one, Verdict::Unknown),
                           verdicts(other, Verdict::Unknown)));
    lines.push_back(figure(Texts::tr("Height of the proposal"), QStringLiteral("m"), heightOf(one), heightOf(other)));
    if (!one.after || !other.after) {
        return;
    }
    const analysis::TownMetrics &a = *one.after;
    const analysis::TownMetrics &b = *other.after;
    lines.push_back(figure(Texts::tr("Floor area of the town"), QStringLiteral("m²"), a.floorArea, b.floorArea));
    lines.push_back(figure(Texts::tr("Built ground of the town"), QStringLiteral("m²"), a.builtArea, b.builtArea));
    lines.push_back(figure(Texts::tr("Highest building"), QStringLiteral("m"), a.highest, b.highest));
    lines.push_back(figure(Texts::tr("Dwellings"), {}, a.dwellings, b.dwellings));
    lines.push_back(figure(Texts::tr("People"), {}, a.population, b.population));
}

/// 0: another verdict, 1: another margin, 2: equal.
int rankOf(const ScenarioDifference &line)
{
    const bool sameVerdict = line.oneRow && line.otherRow && line.oneRow->verdict == line.otherRow->verdict;
    return !sameVerdict ? 0 : line.differs() ? 1 : 2;
}

} // namespace

bool ScenarioDifference::differs() const
{
    constexpr double kSame = 1e-9;
    const auto apart = [](const std::optional<double> &a, const std::optional<double> &b) {
        return a.has_value() != b.has_value() || (a && std::abs(*a - *b) > kSame);
    };
    if (!isRule) {
        return apart(one, other);
    }
    return oneRow.has_value() != otherRow.has_value() || oneRow->verdict != otherRow->verdict ||
           apart(oneRow->margin, otherRow->margin);
}

std::vector<ScenarioDifference> compareScenarios(const PlanOutcome &one, const PlanOutcome &other,
                                                 const planning::RulePack &rules)
{
    std::vector<ScenarioDifference> lines;
    addFigures(one, other, lines);
    const auto figures = static_cast<std::ptrdiff_t>(lines.size());
    const std::map<RuleKey, RuleResult> a = worstRows(one);
    const std::map<RuleKey, RuleResult> b = worstRows(other);
    std::map<RuleKey, ScenarioDifference> byRule;
    for (const auto &[key, row] : a) {
        byRule[key].oneRow = row;
    }
    for (const auto &[key, row] : b) {
        byRule[key].otherRow = row;
    }
    for (auto &[key, line] : byRule) {
        const RuleResult &row = line.oneRow ? *line.oneRow : *line.otherRow;
        line.isRule = true;
        line.name = PlanWords::title(row, rules);
        line.remark = PlanWords::clause(row, rules);
        line.unit = row.unit;
        lines.push_back(line);
    }
    std::stable_sort(lines.begin() + figures, lines.end(),
                     [](const ScenarioDifference &x, const ScenarioDifference &y) { return rankOf(x) < rankOf(y); });
    return lines;
}

} // namespace loci::widgets

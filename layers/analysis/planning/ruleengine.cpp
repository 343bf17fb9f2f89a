// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/ruleengine.h"

#include "layers/analysis/planning/rulechecks.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace loci::analysis {

using planning::Rule;
using planning::RuleException;
using planning::RuleKind;
using planning::RuleResult;
using planning::Verdict;

namespace {

using BuildingCheck = void (*)(CheckContext &, const Rule &, const Building &, Rows &);

BuildingCheck checkOf(RuleKind kind)
{
    switch (kind) {
    case RuleKind::Height:
        return checkHeight;
    case RuleKind::NeighbourHeight:
        return checkNeighbourHeight;
    case RuleKind::Protection:
        return checkProtection;
    case RuleKind::Setback:
        return checkSetback;
    case RuleKind::HillView:
        return checkHillView;
    case RuleKind::ViewCeiling:
        return checkViewCeiling;
    case RuleKind::RoofForm:
    case RuleKind::Use:
    case RuleKind::Colour:
        return checkListed;
    default:
        return nullptr;
    }
}

bool isForParcels(RuleKind kind)
{
    return kind == RuleKind::FloorAreaRatio || kind == RuleKind::Coverage || kind == RuleKind::GreenRatio;
}

class RuleRun
{
public:
    RuleRun(const CheckRequest &request, const CancelToken &cancel)
        : m_request(request)
        , m_cancel(cancel)
        , m_context(request)
    {}

    Result<CheckReport> run(const ProgressFunction &progress);

private:
    bool isWanted(const QString &id) const { return m_request.only.isEmpty() || m_request.only.contains(id); }
    bool isExcepted(const Rule &rule, const Building &building) const;
    void checkBuilding(const Building &building);
    void checkAreas();
    void append(const Rule &rule, Rows rows);
    Result<> checkIds() const;

    const CheckRequest &m_request;
    CancelToken m_cancel;
    CheckContext m_context;
    CheckReport m_report;
    std::vector<const Rule *> m_rules; ///< in force, or without dates
    QSet<QString> m_undated;           ///< ids of areas whose dates cannot be read
};

bool RuleRun::isExcepted(const Rule &rule, const Building &building) const
{
    return std::any_of(rule.exceptions.begin(), rule.exceptions.end(), [&](const RuleException &exception) {
        return exception.ids.contains(building.id) ||
               (!exception.attribute.isEmpty() &&
                exception.values.contains(m_context.set().attribute(building, {exception.attribute})));
    });
}

void makeUnknown(RuleResult &row, const char *missing, const QString &note)
{
    row.margin.reset();
    row.marginal = false;
    row.excessArea.reset();
    row.excessVolume.reset();
    setUnknown(row, missing, note);
}

/// A rule or an area without readable dates judges nobody: whether it holds is not known.
void RuleRun::append(const Rule &rule, Rows rows)
{
    for (RuleResult &row : rows) {
        if (!rule.hasDates()) {
            makeUnknown(row, "dates", CheckTexts::tr("The rule does not say since when it is in force."));
        } else if (m_undated.contains(row.area)) {
            makeUnknown(row, "dates", CheckTexts::tr("The dates of %1 cannot be read.").arg(row.area));
        }
        m_report.results.push_back(std::move(row));
    }
}

void RuleRun::checkBuilding(const Building &building)
{
    for (const Rule *rule : m_rules) {
        const BuildingCheck check = checkOf(rule->kind);
        if (check == nullptr || (rule->newOnly && !building.isNew) || isExcepted(*rule, building)) {
            continue;
        }
        Rows rows;
        const bool isAnywhere =
            rule->areaKinds.isEmpty() && rule->kind != RuleKind::Setback && rule->kind != RuleKind::ViewCeiling;
        if (building.outline.isEmpty() && !isAnywhere) {
            rows.push_back(rowOf(*rule, building.id, nullptr));
            setUnknown(rows.back(), "outline", CheckTexts::tr("The building has no outline."));
        } else {
            check(m_context, *rule, building, rows);
        }
        append(*rule, std::move(rows));
    }
}

void RuleRun::checkAreas()
{
    for (const PlacedArea &area : m_context.areas().areas()) {
        if (!isWanted(area.area->id) || !area.area->isInForce(m_request.day)) {
            continue;
        }
        for (const Rule *rule : m_rules) {
            Rows rows;
            if (rule->areaKinds.contains(area.area->kind) && isForParcels(rule->kind)) {
                checkParcel(m_context, *rule, area, rows);
            } else if (rule->areaKinds.contains(area.area->kind) && rule->kind == RuleKind::StreetProportion) {
                checkStreet(m_context, *rule, area, rows);
            }
            append(*rule, std::move(rows));
        }
    }
}

Result<> RuleRun::checkIds() const
{
    for (const QString &id : m_request.only) {
        const auto &areas = m_context.areas().areas();
        const bool isArea =
            std::any_of(areas.begin(), areas.end(), [&id](const PlacedArea &area) { return area.area->id == id; });
        if (!isArea && m_context.set().find(id) == nullptr) {
            return fail(ErrorCode::Usage, CheckTexts::tr("There is no building, parcel or street “%1”.").arg(id));
        }
    }
    return {};
}

Result<CheckReport> RuleRun::run(const ProgressFunction &progress)
{
    LOCI_CHECK(checkIds());
    for (const Rule &rule : m_request.pack->rules) {
        if (rule.isInForce(m_request.day) || !rule.hasDates()) {
            m_rules.push_back(&rule);
        }
    }
    for (const PlacedArea &area : m_context.areas().areas()) {
        if (!area.area->datesReadable) {
            m_undated.insert(area.area->id);
        }
    }
    m_report.rulesInForce = m_rules.size();
    m_report.findings = m_context.areas().findings({});
    m_report.findings.insert(m_report.findings.end(), m_context.ceilingFindings().begin(),
                             m_context.ceilingFindings().end());
    const std::vector<Building> &buildings = m_context.set().buildings();
    for (std::size_t i = 0; i < buildings.size(); ++i) {
        if (m_cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, CheckTexts::tr("The check of the rules was cancelled."));
        }
        if (isWanted(buildings[i].id)) {
            checkBuilding(buildings[i]);
        }
        if (progress) {
            progress(static_cast<double>(i + 1) / static_cast<double>(buildings.size()));
        }
    }
    checkAreas();
    markGoverning(m_report.results);
    return std::move(m_report);
}

int rankOf(Verdict verdict)
{
    return verdict == Verdict::Fail ? 0 : verdict == Verdict::Unknown ? 1 : 2;
}

/// Smaller decides first.
std::tuple<int, int, double> urgency(const RuleResult &row)
{
    const bool isLength = row.unit == QLatin1String("m");
    double margin = row.margin.value_or(0);
    if (!isLength && row.limit && *row.limit != 0) {
        margin /= std::abs(*row.limit);
    }
    return {rankOf(row.verdict), isLength ? 0 : 1, margin};
}

} // namespace

void markGoverning(std::vector<RuleResult> &results)
{
    std::map<QString, RuleResult *> best;
    for (RuleResult &row : results) {
        row.governing = false;
        RuleResult *&known = best[row.subject];
        if (known == nullptr || urgency(row) < urgency(*known)) {
            known = &row;
        }
    }
    for (const auto &[subject, row] : best) {
        row->governing = true;
    }
}

std::vector<SubjectVerdict> subjectVerdicts(const std::vector<RuleResult> &results)
{
    std::vector<SubjectVerdict> verdicts;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (results[i].governing) {
            verdicts.push_back({results[i].subject, results[i].verdict, i});
        }
    }
    return verdicts;
}

Result<CheckReport> checkRules(const CheckRequest &request, const CancelToken &cancel, const ProgressFunction &progress)
{
    RuleRun run(request, cancel);
    return run.run(progress);
}

} // namespace loci::analysis

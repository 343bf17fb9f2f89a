// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/townverdicts.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace loci::analysis {

using planning::RuleResult;
using planning::Verdict;

namespace {

int rankOf(Verdict verdict)
{
    return verdict == Verdict::Fail ? 0 : verdict == Verdict::Unknown ? 1 : 2;
}

JudgedSubject placedBuilding(const Building &building)
{
    JudgedSubject subject;
    subject.id = building.id;
    subject.isProposed = building.isNew;
    subject.polygons = building.outline.polygons();
    subject.bounds = building.bounds;
    if (!subject.bounds.isEmpty()) {
        subject.bounds.min.z = building.foot.value_or(0);
        subject.bounds.max.z = building.top.value_or(subject.bounds.min.z);
    }
    return subject;
}

JudgedSubject placedArea(const planning::PlanArea &area)
{
    JudgedSubject subject;
    subject.id = area.id;
    subject.name = area.name;
    subject.isBuilding = false;
    subject.polygons = area.polygons;
    subject.lines = area.lines;
    const auto include = [&subject](const std::vector<Vec2> &points) {
        for (const Vec2 &p : points) {
            subject.bounds.include(Vec3{p.x, p.y, 0});
        }
    };
    for (const planning::Polygon &polygon : area.polygons) {
        include(polygon.front());
    }
    std::for_each(area.lines.begin(), area.lines.end(), include);
    return subject;
}

/// Subjects from rows that stand together.
std::vector<JudgedSubject> subjectsOf(const std::vector<RuleResult> &results, const BuildingSet &set,
                                      const planning::PlanLayer &layer)
{
    std::map<QString, const planning::PlanArea *> areas;
    for (const planning::PlanArea &area : layer.areas) {
        areas.emplace(area.id, &area);
    }
    std::vector<JudgedSubject> subjects;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const RuleResult &row = results[i];
        if (subjects.empty() || subjects.back().id != row.subject) {
            const Building *building = set.find(row.subject);
            const auto area = areas.find(row.subject);
            JudgedSubject subject;
            if (building != nullptr) {
                subject = placedBuilding(*building);
            } else if (area != areas.end()) {
                subject = placedArea(*area->second);
            }
            subject.id = row.subject;
            subject.first = i;
            subjects.push_back(std::move(subject));
        }
        JudgedSubject &own = subjects.back();
        ++own.rows;
        if (row.governing) {
            own.governing = i;
            own.verdict = row.verdict;
        }
    }
    return subjects;
}

} // namespace

int TownVerdicts::count(Verdict verdict) const
{
    return static_cast<int>(std::count_if(subjects.begin(), subjects.end(), [verdict](const JudgedSubject &subject) {
        return subject.verdict == verdict;
    }));
}

const JudgedSubject *TownVerdicts::find(const QString &id) const
{
    const auto found = std::find_if(subjects.begin(), subjects.end(),
                                    [&id](const JudgedSubject &subject) { return subject.id == id; });
    return found == subjects.end() ? nullptr : &*found;
}

Result<TownVerdicts> judgeTown(const city::CityModelPtr &model, const planning::PlanBasis &basis, const QDate &day,
                               const QString &datum, const planning::Proposal &proposal, const CancelToken &cancel,
                               const ProgressFunction &progress)
{
    LOCI_TRY(const std::shared_ptr<const PlanStudy> study, PlanStudy::make(model, basis, day, datum, {}, cancel));
    LOCI_TRY(const BuildingSet set, study->town().changed(proposal));
    LOCI_TRY(CheckReport report, study->checkAll(set, cancel, progress));
    TownVerdicts verdicts;
    verdicts.proposal = proposal;
    verdicts.results = std::move(report.results);
    verdicts.subjects = subjectsOf(verdicts.results, set, study->basis().areas);
    const auto urgency = [&verdicts](const JudgedSubject &subject) {
        const RuleResult &row = verdicts.results[subject.governing];
        const bool isLength = row.unit == QLatin1String("m");
        const double size = !isLength && row.limit && *row.limit != 0 ? std::abs(*row.limit) : 1;
        return std::tuple(rankOf(subject.verdict), isLength ? 0 : 1, row.margin.value_or(0) / size);
    };
    std::stable_sort(verdicts.subjects.begin(), verdicts.subjects.end(),
                     [&urgency](const JudgedSubject &a, const JudgedSubject &b) { return urgency(a) < urgency(b); });
    return verdicts;
}

} // namespace loci::analysis

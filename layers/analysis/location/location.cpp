// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/location/location.h"

#include "layers/analysis/location/locationmodel.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>

namespace loci::analysis {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::Location)
};

double distance(const Vec2 &a, const Vec2 &b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

constexpr double kFinestCells = 1024; // across the places

struct Nearest
{
    int site = -1;
    double distance = 0;
    void offer(int candidate, double metres)
    {
        if (site < 0 || metres < distance) {
            *this = {candidate, metres};
        }
    }
};

tl::unexpected<Error> senseless(const QString &sentence)
{
    return fail(ErrorCode::Usage, sentence);
}

Result<> checkProblem(const LocationProblem &problem)
{
    if (!problem.mostNew && !problem.budget) {
        return senseless(Texts::tr("Say how many may be built, or what they may cost."));
    }
    if (problem.mostNew.value_or(0) < 0 || problem.budget.value_or(0) < 0) {
        return senseless(Texts::tr("Number and budget cannot be negative."));
    }
    if (!std::isfinite(problem.reach) || problem.reach < 0 ||
        (problem.goal == LocationGoal::MaximalCovering && problem.reach == 0)) {
        return senseless(Texts::tr("Say how far people can go to such a place."));
    }
    const auto isPlace = [](const Vec2 &at) { return std::isfinite(at.x) && std::isfinite(at.y); };
    const bool good =
        std::all_of(problem.sites.begin(), problem.sites.end(),
                    [&](const ServiceSite &s) { return isPlace(s.place) && std::isfinite(s.cost) && s.cost >= 0; }) &&
        std::all_of(problem.demands.begin(), problem.demands.end(), [&](const DemandPlace &d) {
            return isPlace(d.place) && std::isfinite(d.people.value_or(0)) && d.people.value_or(0) >= 0;
        });
    return good ? Result<>()
                : senseless(Texts::tr("A place without coordinates, a negative cost or a negative number of people "
                                      "cannot be weighed."));
}

/// `opened` sorted.
Allocation allocationOf(const LocationProblem &problem, const std::vector<int> &opened, const DemandPlace &demand)
{
    Nearest now, then;
    for (std::size_t s = 0; s < problem.sites.size(); ++s) {
        const int index = static_cast<int>(s);
        const bool isThere = problem.sites[s].existing;
        if (!isThere && !std::binary_search(opened.begin(), opened.end(), index)) {
            continue;
        }
        const double metres = distance(demand.place, problem.sites[s].place);
        now.offer(index, metres);
        if (isThere) {
            then.offer(index, metres);
        }
    }
    return {now.site,
            then.site,
            now.distance,
            then.distance,
            now.site >= 0 && now.distance <= problem.reach,
            then.site >= 0 && then.distance <= problem.reach};
}

double widthOf(const LocationProblem &problem)
{
    Box3 box;
    for (const DemandPlace &demand : problem.demands) {
        box.include(Vec3{demand.place.x, demand.place.y, 0});
    }
    return std::max({box.max.x - box.min.x, box.max.y - box.min.y, 1.0});
}

/// People of one cell as one place in their middle.
LocationProblem grouped(const LocationProblem &problem, double cell)
{
    std::map<std::pair<qint64, qint64>, DemandPlace> cells;
    for (const DemandPlace &demand : problem.demands) {
        const double people = demand.people.value_or(0);
        if (people <= 0) {
            continue;
        }
        DemandPlace &one = cells[{static_cast<qint64>(std::floor(demand.place.x / cell)),
                                  static_cast<qint64>(std::floor(demand.place.y / cell))}];
        const double all = one.people.value_or(0) + people;
        one.place.x += (demand.place.x - one.place.x) * people / all;
        one.place.y += (demand.place.y - one.place.y) * people / all;
        one.people = all;
    }
    LocationProblem made = problem;
    made.demands.clear();
    made.demands.reserve(cells.size());
    for (const auto &[key, demand] : cells) {
        made.demands.push_back(demand);
    }
    return made;
}

} // namespace

std::size_t mostPairs(LocationGoal goal)
{
    return goal == LocationGoal::MaximalCovering ? 400'000 : 15'000; // measured: some seconds
}

LocationPlan planOf(const LocationProblem &problem, std::vector<int> opened)
{
    LocationPlan plan;
    std::sort(opened.begin(), opened.end());
    plan.opened = std::move(opened);
    for (const int site : plan.opened) {
        plan.cost += problem.sites[static_cast<std::size_t>(site)].cost;
    }
    double way = 0, before = 0;
    bool isServed = false, wasServed = false;
    plan.allocations.reserve(problem.demands.size());
    for (const DemandPlace &demand : problem.demands) {
        const Allocation one = allocationOf(problem, plan.opened, demand);
        plan.allocations.push_back(one);
        if (!demand.people) {
            ++plan.placesUnknown;
            continue;
        }
        plan.people += *demand.people;
        plan.peopleCovered += one.covered ? *demand.people : 0;
        plan.peopleBefore += one.coveredBefore ? *demand.people : 0;
        way += *demand.people * one.distance;
        before += *demand.people * one.distanceBefore;
        isServed = isServed || one.site >= 0;
        wasServed = wasServed || one.siteBefore >= 0;
    }
    if (plan.people > 0) {
        plan.meanWay = isServed ? std::optional(way / plan.people) : std::nullopt;
        plan.meanBefore = wasServed ? std::optional(before / plan.people) : std::nullopt;
    }
    return plan;
}

double worthOf(const LocationProblem &problem, const LocationPlan &plan)
{
    if (problem.goal == LocationGoal::MaximalCovering) {
        return plan.peopleCovered;
    }
    double worth = 0;
    for (std::size_t i = 0; i < problem.demands.size(); ++i) {
        const double people = problem.demands[i].people.value_or(0);
        if (plan.allocations[i].site >= 0) {
            worth += people * (worstWay(problem, i) - plan.allocations[i].distance);
        }
    }
    return worth;
}

Result<LocationPlan> locate(const LocationProblem &problem, const CancelToken &cancel)
{
    LOCI_CHECK(checkProblem(problem));
    LocationProblem weighed = problem;
    double cell = 0;
    while (LocationModel(weighed).pairs() > mostPairs(problem.goal)) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The search for places was cancelled."));
        }
        if (cell > 2 * widthOf(problem)) {
            return fail(ErrorCode::Unsupported,
                        Texts::tr("%1 candidates are too many at once.").arg(problem.sites.size()));
        }
        cell = cell > 0 ? 2 * cell : widthOf(problem) / kFinestCells;
        weighed = grouped(problem, cell);
    }
    const LocationModel model(weighed);
    LOCI_TRY(const ChosenSites chosen, model.solve(cancel));
    LocationPlan plan = planOf(problem, chosen.sites);
    plan.groupedMetres = cell;
    plan.proven = chosen.proven && cell == 0;
    return plan;
}

} // namespace loci::analysis

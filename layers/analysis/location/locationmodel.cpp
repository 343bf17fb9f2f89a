// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/location/locationmodel.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <coin/Cbc_C_Interface.h>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <string>

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

/// To the nearest existing site; nothing when there is none.
std::optional<double> wayNow(const LocationProblem &problem, const DemandPlace &demand)
{
    std::optional<double> way;
    for (const ServiceSite &site : problem.sites) {
        if (site.existing) {
            way = std::min(way.value_or(distance(demand.place, site.place)), distance(demand.place, site.place));
        }
    }
    return way;
}

struct FreeModel
{
    void operator()(Cbc_Model *model) const { Cbc_deleteModel(model); }
};

} // namespace

double worstWay(const LocationProblem &problem, std::size_t demand)
{
    const DemandPlace &place = problem.demands[demand];
    if (const auto now = wayNow(problem, place)) {
        return *now;
    }
    double worst = 0;
    for (const ServiceSite &site : problem.sites) {
        worst = std::max(worst, distance(place.place, site.place));
    }
    return worst;
}

LocationModel::LocationModel(const LocationProblem &problem) : m_problem(problem)
{
    for (std::size_t s = 0; s < problem.sites.size(); ++s) {
        if (!problem.sites[s].existing) {
            m_candidates.push_back(static_cast<int>(s));
        }
    }
    problem.goal == LocationGoal::MaximalCovering ? addCovering() : addMedian();
}

/// Places that the same candidates reach are one: only their sum matters.
void LocationModel::addCovering()
{
    std::map<std::vector<int>, double> groups;
    for (const DemandPlace &demand : m_problem.demands) {
        const auto now = wayNow(m_problem, demand);
        if (demand.people.value_or(0) <= 0 || (now && *now <= m_problem.reach)) {
            continue;
        }
        std::vector<int> within;
        for (std::size_t c = 0; c < m_candidates.size(); ++c) {
            const ServiceSite &site = m_problem.sites[static_cast<std::size_t>(m_candidates[c])];
            if (distance(demand.place, site.place) <= m_problem.reach) {
                within.push_back(static_cast<int>(c));
            }
        }
        if (!within.empty()) {
            groups[std::move(within)] += *demand.people;
        }
    }
    m_groups.reserve(groups.size());
    m_covering.reserve(groups.size());
    for (const auto &[within, people] : groups) {
        std::vector<Gain> gains;
        gains.reserve(within.size());
        for (const int candidate : within) {
            gains.push_back({candidate, people});
        }
        m_covering.push_back(people);
        addGroup(std::move(gains));
    }
}

void LocationModel::addMedian()
{
    for (std::size_t i = 0; i < m_problem.demands.size(); ++i) {
        const DemandPlace &demand = m_problem.demands[i];
        if (demand.people.value_or(0) <= 0) {
            continue;
        }
        const double worst = worstWay(m_problem, i);
        std::vector<Gain> gains;
        for (std::size_t c = 0; c < m_candidates.size(); ++c) {
            const ServiceSite &site = m_problem.sites[static_cast<std::size_t>(m_candidates[c])];
            const double spared = worst - distance(demand.place, site.place);
            if (spared > 0) {
                gains.push_back({static_cast<int>(c), spared * *demand.people});
            }
        }
        if (!gains.empty()) {
            addGroup(std::move(gains));
        }
    }
}

void LocationModel::addGroup(std::vector<Gain> gains)
{
    m_pairs += gains.size();
    m_groups.push_back(std::move(gains));
}

/// The program column by column, as the solver takes it.
class LocationModel::Program
{
public:
    explicit Program(const LocationModel &model);
    void load(Cbc_Model *solver) const;
    int candidates() const { return m_candidates; }

private:
    struct Entry
    {
        int row;
        double value;
    };
    void addColumn(double worth, bool isWhole, const std::vector<Entry> &entries);
    int addRow(double most);

    int m_candidates = 0;
    std::vector<CoinBigIndex> m_starts{0};
    std::vector<int> m_rows;
    std::vector<double> m_values, m_least, m_most, m_worth, m_rowLeast, m_rowMost;
    std::vector<int> m_whole;
};

int LocationModel::Program::addRow(double most)
{
    m_rowLeast.push_back(-std::numeric_limits<double>::max());
    m_rowMost.push_back(most);
    return static_cast<int>(m_rowMost.size()) - 1;
}

void LocationModel::Program::addColumn(double worth, bool isWhole, const std::vector<Entry> &entries)
{
    if (isWhole) {
        m_whole.push_back(static_cast<int>(m_worth.size()));
    }
    m_worth.push_back(worth);
    m_least.push_back(0);
    m_most.push_back(1);
    for (const Entry &entry : entries) {
        m_rows.push_back(entry.row);
        m_values.push_back(entry.value);
    }
    m_starts.push_back(static_cast<CoinBigIndex>(m_rows.size()));
}

LocationModel::Program::Program(const LocationModel &model) : m_candidates(static_cast<int>(model.m_candidates.size()))
{
    const LocationProblem &problem = model.m_problem;
    const bool isCovering = !model.m_covering.empty();
    const int count = problem.mostNew ? addRow(*problem.mostNew) : -1;
    const int budget = problem.budget ? addRow(*problem.budget) : -1;
    std::vector<std::vector<Entry>> builds(model.m_candidates.size());
    for (std::size_t c = 0; c < builds.size(); ++c) {
        if (count >= 0) {
            builds[c].push_back({count, 1});
        }
        if (budget >= 0) {
            builds[c].push_back({budget, problem.sites[static_cast<std::size_t>(model.m_candidates[c])].cost});
        }
    }
    std::vector<std::pair<double, std::vector<Entry>>> shares;
    for (std::size_t g = 0; g < model.m_groups.size(); ++g) {
        const int whole = addRow(isCovering ? 0 : 1);
        if (isCovering) { // covered <= sum of what is built within reach
            shares.push_back({model.m_covering[g], {{whole, 1}}});
        }
        for (const Gain &gain : model.m_groups[g]) {
            auto &column = builds[static_cast<std::size_t>(gain.candidate)];
            if (isCovering) {
                column.push_back({whole, -1});
                continue;
            }
            const int onlyBuilt = addRow(0); // a share of a place goes only where something is built
            column.push_back({onlyBuilt, -1});
            shares.push_back({gain.worth, {{whole, 1}, {onlyBuilt, 1}}});
        }
    }
    for (const std::vector<Entry> &column : builds) {
        addColumn(0, true, column);
    }
    for (const auto &[worth, entries] : shares) {
        addColumn(worth, false, entries);
    }
}

void LocationModel::Program::load(Cbc_Model *solver) const
{
    Cbc_loadProblem(solver, static_cast<int>(m_worth.size()), static_cast<int>(m_rowMost.size()), m_starts.data(),
                    m_rows.data(), m_values.data(), m_least.data(), m_most.data(), m_worth.data(), m_rowLeast.data(),
                    m_rowMost.data());
    for (const int column : m_whole) {
        Cbc_setInteger(solver, column);
    }
    Cbc_setObjSense(solver, -1); // as large as possible
}

Result<ChosenSites> LocationModel::solve(const CancelToken &cancel) const
{
    if (cancel.isCancelled()) {
        return fail(ErrorCode::Cancelled, Texts::tr("The search for places was cancelled."));
    }
    ChosenSites chosen;
    if (m_groups.empty()) {
        chosen.proven = true; // nothing gains by any candidate, so none is built
        return chosen;
    }
    const Program program(*this);
    const std::unique_ptr<Cbc_Model, FreeModel> solver(Cbc_newModel());
    Cbc_setParameter(solver.get(), "log", "0");
    Cbc_setParameter(solver.get(), "seconds", std::to_string(m_problem.secondsLimit).c_str());
    Cbc_setParameter(solver.get(), "ratioGap", "0");
    Cbc_setParameter(solver.get(), "allowableGap", "0");
    program.load(solver.get());
    static std::mutex oneAtATime; // the solver keeps settings in statics
    const std::lock_guard<std::mutex> lock(oneAtATime);
    Cbc_solve(solver.get());
    if (cancel.isCancelled()) {
        return fail(ErrorCode::Cancelled, Texts::tr("The search for places was cancelled."));
    }
    const double *solution = Cbc_bestSolution(solver.get());
    if (solution == nullptr) {
        return fail(ErrorCode::Cancelled, Texts::tr("No plan was found in the time that was given."));
    }
    for (int c = 0; c < program.candidates(); ++c) {
        if (solution[c] > 0.5) {
            chosen.sites.push_back(m_candidates[static_cast<std::size_t>(c)]);
        }
    }
    chosen.proven = Cbc_isProvenOptimal(solver.get()) != 0;
    return chosen;
}

} // namespace loci::analysis

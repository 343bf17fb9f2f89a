// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/ruleengine.h"
#include "layers/analysis/planning/townmetrics.h"
#include "layers/domain/planning/plancase.h"

#include <memory>
#include <mutex>

namespace loci::analysis {

/// One building of a proposal with what stands above it.
struct ProposedBlock
{
    QString id;
    std::optional<double> foot, top;
    double footprintArea = 0; ///< m2
    std::optional<double> storeys;
    std::optional<double> floorArea;   ///< m2
    std::optional<double> viewCeiling; ///< lowest plane of the protected views over it, absolute
    QString viewGoverning;             ///< id of the view that the plane belongs to
    /// Highest permitted top, absolute, by all rules that speak in metres of height and by the views; absent when none
    /// of them does.
    std::optional<double> ceiling;
};

/// What the rules say of a proposal.
struct PlanOutcome
{
    planning::Proposal proposal;
    QDate day;
    std::vector<planning::RuleResult> results; ///< of its buildings and of the parcels and streets they stand in
    std::vector<ProposedBlock> blocks;
    TownMetrics before;
    std::optional<TownMetrics> after; ///< absent in a quick look

    int count(planning::Verdict verdict) const;    ///< of the rows
    const planning::RuleResult *governing() const; ///< worst of the governing rows; null without rows
    const ProposedBlock *block(const QString &id) const;
};

/// A model with its rules, made ready to be asked again and again while somebody drags a building: only what a proposal
/// touches is looked at. Answers equal those of checkRules() over the applied model. Any
/// thread; one waits for the other.
class PlanStudy
{
public:
    static Result<std::shared_ptr<const PlanStudy>> make(const city::CityModelPtr &model, planning::PlanBasis basis,
                                                         const QDate &day, const QString &datum,
                                                         const PeopleRule &people = {}, const CancelToken &cancel = {});

    enum class Depth { Live, Full }; ///< without or with the sums over the whole town
    Result<PlanOutcome> check(const planning::Proposal &proposal, Depth depth = Depth::Full,
                              const CancelToken &cancel = {}) const;

    /// The rules over every building, parcel and street of a set that was made from town(). Holds the study up for as
    /// long as it takes.
    Result<CheckReport> checkAll(const BuildingSet &set, const CancelToken &cancel = {},
                                 const ProgressFunction &progress = {}) const;

    const planning::PlanBasis &basis() const { return m_basis; }
    const ViewCeiling &ceiling() const { return m_ceiling.value; }
    const BuildingSet &town() const { return *m_town; }
    const QDate &day() const { return m_day; }
    const Findings &findings() const { return m_findings; } ///< of model and areas
    /// Of the terrain, or of the nearest building where there is none; absent far from both.
    std::optional<double> groundAt(const Vec2 &place) const;

    struct Overshoot
    {
        QString building, view;
        double over = 0, limit = 0;
        std::optional<double> volume; ///< absent where the surface of the building is not closed
    };
    /// Buildings of the town above the ceiling of the views, the highest first; not those that an eye stands in. On all
    /// cores.
    Result<std::vector<Overshoot>> overshoots(const CancelToken &cancel = {},
                                              const ProgressFunction &progress = {}) const;

private:
    PlanStudy() = default;
    CheckRequest requestFor(const BuildingSet &set) const;
    std::optional<double> terrainAt(const Vec2 &place) const;
    std::optional<Overshoot> overshootOf(const Building &building) const;
    ProposedBlock blockOf(const BuildingSet &set, const Building &building,
                          const std::vector<planning::RuleResult> &results) const;

    planning::PlanBasis m_basis;
    Shape::Context m_context;
    std::optional<BuildingSet> m_town;
    std::optional<AreaIndex> m_areas; ///< borrows m_basis
    Loaded<ViewCeiling> m_ceiling;
    std::vector<Triangle3> m_ground;
    BoxTree m_groundTree;
    TownMetrics m_before;
    PeopleRule m_people;
    QDate m_day;
    QString m_datum;
    Findings m_findings;
    mutable std::mutex m_turn; ///< geometry knows one thread at a time
};

} // namespace loci::analysis

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/planstudy.h"

#include <QCoreApplication>
#include <QtConcurrent/QtConcurrentMap>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <iterator>

namespace loci::analysis {

using planning::RuleKind;
using planning::RuleResult;
using planning::Verdict;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::PlanStudy)
};

bool isGround(std::string_view type)
{
    return type == "TINRelief";
}

std::vector<Triangle3> groundOf(const city::CityModel &model)
{
    std::vector<Triangle3> ground;
    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
        if (isGround(model.typeOf(o))) {
            const std::vector<Triangle3> faces = facesOf(model, o);
            ground.insert(ground.end(), faces.begin(), faces.end());
        }
    }
    return ground;
}

Box3 boxOf(const Triangle3 &triangle)
{
    Box3 box;
    for (const Vec3 &corner : triangle) {
        box.include(corner);
    }
    return box;
}

bool isHeight(const RuleResult &row, const planning::RulePack &rules)
{
    const planning::Rule *rule = rules.find(row.rule);
    return rule != nullptr && rule->bound == planning::Bound::AtMost &&
           (rule->kind == RuleKind::Height || rule->kind == RuleKind::NeighbourHeight ||
            rule->kind == RuleKind::ViewCeiling || rule->kind == RuleKind::HillView);
}

/// Ids of what the buildings of a proposal stand in, parcels and streets, for the rules that judge those.
QStringList subjectsOf(const BuildingSet &set, const AreaIndex &areas, const planning::Proposal &proposal,
                       const QDate &day)
{
    QStringList ids;
    for (const planning::PlanChange &change : proposal.changes) {
        const Building *building = set.find(change.id);
        if (building == nullptr) {
            continue;
        }
        ids << building->id;
        constexpr double kStreetReach = 60;
        for (const PlacedArea *area : areas.near(building->bounds, {}, day, kStreetReach)) {
            const bool concerned =
                area->area->polygons.empty() || !area->shape || area->shape->intersects(building->outline);
            if (concerned && !ids.contains(area->area->id)) {
                ids << area->area->id;
            }
        }
    }
    return ids;
}

} // namespace

int PlanOutcome::count(Verdict verdict) const
{
    return static_cast<int>(std::count_if(results.begin(), results.end(),
                                          [verdict](const RuleResult &row) { return row.verdict == verdict; }));
}

const RuleResult *PlanOutcome::governing() const
{
    std::vector<RuleResult> rows = results;
    for (RuleResult &row : rows) {
        row.subject.clear(); // as if all were of one: the worst of all decides
    }
    markGoverning(rows);
    const auto worst = std::find_if(rows.begin(), rows.end(), [](const RuleResult &row) { return row.governing; });
    return worst == rows.end() ? nullptr : &results[static_cast<std::size_t>(worst - rows.begin())];
}

const ProposedBlock *PlanOutcome::block(const QString &id) const
{
    const auto found =
        std::find_if(blocks.begin(), blocks.end(), [&id](const ProposedBlock &block) { return block.id == id; });
    return found == blocks.end() ? nullptr : &*found;
}

Result<std::shared_ptr<const PlanStudy>> PlanStudy::make(const city::CityModelPtr &model, planning::PlanBasis basis,
                                                         const QDate &day, const QString &datum,
                                                         const PeopleRule &people, const CancelToken &cancel)
{
    const std::shared_ptr<PlanStudy> study(new PlanStudy);
    study->m_basis = std::move(basis);
    study->m_day = day;
    study->m_datum = datum;
    study->m_people = people;
    LOCI_TRY(Loaded<BuildingSet> town, BuildingSet::of(model, study->m_context, {}, {}, cancel));
    study->m_findings = std::move(town.findings);
    study->m_town.emplace(std::move(town.value));
    study->m_areas.emplace(study->m_basis.areas, study->m_context);
    study->m_ceiling = ViewCeiling::of(study->m_basis.views, day, datum);
    study->m_before = measureTown(*study->m_town, people);
    study->m_ground = groundOf(*model);
    std::vector<Box3> boxes;
    boxes.reserve(study->m_ground.size());
    std::transform(study->m_ground.begin(), study->m_ground.end(), std::back_inserter(boxes), boxOf);
    study->m_groundTree = BoxTree(study->m_context, boxes);
    const Findings areas = study->m_areas->findings({});
    study->m_findings.insert(study->m_findings.end(), areas.begin(), areas.end());
    study->m_findings.insert(study->m_findings.end(), study->m_ceiling.findings.begin(),
                             study->m_ceiling.findings.end());
    return study;
}

ProposedBlock PlanStudy::blockOf(const BuildingSet &set, const Building &building,
                                 const std::vector<RuleResult> &results) const
{
    ProposedBlock block;
    block.id = building.id;
    block.foot = building.foot;
    block.top = building.top;
    block.footprintArea = building.outline.area();
    block.storeys = building.storeys;
    block.floorArea = building.storeys ? std::optional(block.footprintArea * *building.storeys) : std::nullopt;
    if (const auto lowest = m_ceiling.value.lowestOver(building.outline, set.context())) {
        block.viewCeiling = lowest->height;
        block.viewGoverning = m_basis.views.views[lowest->facet->view].id;
    }
    for (const RuleResult &row : results) {
        if (row.subject == building.id && row.margin && building.top && isHeight(row, m_basis.rules)) {
            const double allowed = *building.top + *row.margin;
            block.ceiling = block.ceiling ? std::min(*block.ceiling, allowed) : allowed;
        }
    }
    return block;
}

CheckRequest PlanStudy::requestFor(const BuildingSet &set) const
{
    CheckRequest request;
    request.buildings = &set;
    request.layer = &m_basis.areas;
    request.pack = &m_basis.rules;
    request.views = m_basis.views.views.empty() ? nullptr : &m_basis.views;
    request.day = m_day;
    request.datum = m_datum;
    request.areas = &*m_areas;
    request.ceiling = &m_ceiling;
    return request;
}

Result<CheckReport> PlanStudy::checkAll(const BuildingSet &set, const CancelToken &cancel,
                                        const ProgressFunction &progress) const
{
    const std::lock_guard turn(m_turn);
    return checkRules(requestFor(set), cancel, progress);
}

Result<PlanOutcome> PlanStudy::check(const planning::Proposal &proposal, Depth depth, const CancelToken &cancel) const
{
    const std::lock_guard turn(m_turn);
    PlanOutcome outcome;
    outcome.proposal = proposal;
    outcome.day = m_day;
    outcome.before = m_before;
    LOCI_TRY(const BuildingSet set, m_town->changed(proposal));
    if (cancel.isCancelled()) {
        return fail(ErrorCode::Cancelled, Texts::tr("The check of the proposal was cancelled."));
    }
    CheckRequest request = requestFor(set);
    request.only = subjectsOf(set, *m_areas, proposal, m_day);
    if (!request.only.isEmpty()) {
        LOCI_TRY(CheckReport report, checkRules(request, cancel));
        outcome.results = std::move(report.results);
    }
    for (const planning::PlanChange &change : proposal.changes) {
        if (const Building *building = set.find(change.id)) {
            outcome.blocks.push_back(blockOf(set, *building, outcome.results));
        }
    }
    if (depth == Depth::Full) {
        outcome.after = measureTown(set, m_people);
    }
    return outcome;
}

std::optional<double> PlanStudy::terrainAt(const Vec2 &place) const
{
    Box3 at;
    at.include(Vec3{place.x, place.y, 0});
    std::optional<double> highest;
    for (const std::uint32_t number : m_groundTree.meeting(at)) {
        const auto z = heightIn(m_ground[number], place);
        highest = z && (!highest || *z > *highest) ? z : highest;
    }
    return highest;
}

std::optional<double> PlanStudy::groundAt(const Vec2 &place) const
{
    const std::lock_guard turn(m_turn);
    if (const auto terrain = terrainAt(place)) {
        return terrain;
    }
    for (const double reach : {20.0, 100.0, 500.0}) {
        Box3 around;
        around.include(Vec3{place.x - reach, place.y - reach, 0});
        around.include(Vec3{place.x + reach, place.y + reach, 0});
        const Shape point = Shape::ofPoint(m_context, place);
        std::optional<double> best, foot;
        for (const Building *building : m_town->touching(around)) {
            const auto distance = building->foot ? building->outline.distance(point) : std::nullopt;
            if (distance && (!best || *distance < *best)) {
                best = distance;
                foot = building->foot;
            }
        }
        if (foot) {
            return foot;
        }
    }
    return std::nullopt;
}

std::optional<PlanStudy::Overshoot> PlanStudy::overshootOf(const Building &building) const
{
    Box3 box = building.model->boundsWithDescendants(building.object);
    box.include(Vec3{box.min.x, box.min.y, building.top.value_or(box.max.z)});
    if (!building.height() || !m_ceiling.value.mayRise(box)) {
        return std::nullopt;
    }
    for (const ViewCeiling::Intrusion &one : m_ceiling.value.against(m_town->faces(building))) {
        const planning::ProtectedView &view = m_basis.views.views[one.facet->view];
        if (!one.facet->consultation && one.over > 0 && !one.eyeInside && view.landmark != building.id) {
            return Overshoot{building.id, view.id, one.over, one.limit, one.excess.volume}; // the first is the most
        }
    }
    return std::nullopt;
}

Result<std::vector<PlanStudy::Overshoot>> PlanStudy::overshoots(const CancelToken &cancel,
                                                                const ProgressFunction &progress) const
{
    const std::vector<Building> &buildings = m_town->buildings();
    std::vector<std::optional<Overshoot>> each(buildings.size());
    // Stretches of buildings: long enough to pay, short enough to be told of and to be cancelled between two.
    constexpr std::size_t kStretch = 64;
    std::vector<std::size_t> starts;
    starts.reserve(buildings.size() / kStretch + 1);
    for (std::size_t i = 0; i < buildings.size(); i += kStretch) {
        starts.push_back(i);
    }
    std::atomic<std::size_t> done = 0;
    QtConcurrent::blockingMap(starts, [&](std::size_t start) {
        const std::size_t end = std::min(start + kStretch, buildings.size());
        for (std::size_t i = start; i < end && !cancel.isCancelled(); ++i) {
            each[i] = overshootOf(buildings[i]);
        }
        const std::size_t now = ++done;
        if (progress) {
            progress(static_cast<double>(now) / static_cast<double>(starts.size()));
        }
    });
    if (cancel.isCancelled()) {
        return fail(ErrorCode::Cancelled, Texts::tr("The comparison with the ceiling was cancelled."));
    }
    std::vector<Overshoot> found;
    for (const std::optional<Overshoot> &one : each) {
        if (one) {
            found.push_back(*one);
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Overshoot &a, const Overshoot &b) { return a.over > b.over; });
    return found;
}

} // namespace loci::analysis

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/planscene.h"

#include "widgets/city/citylibrary.h"
#include "widgets/common/tokens.h"
#include "widgets/planning/bodyglass.h"
#include "widgets/planning/ceilinglines.h"
#include "widgets/planning/verdictpaint.h"

#include <algorithm>
#include <cmath>

namespace loci::widgets {

using planning::PlanChange;
using scene::GlassBody;

namespace {

scene::Rgb rgb(const QColor &colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

/// A prism with lines along its edges, and around it at every `step` metres.
GlassBody prism(const planning::Ring &ring, double low, double high, double step, const scene::Rgb &colour)
{
    GlassBody body;
    body.colour = colour;
    std::vector<Vec3> points;
    points.reserve(ring.size());
    for (const Vec2 &p : ring) {
        points.push_back({p.x, p.y, high});
    }
    const std::uint32_t ends[]{static_cast<std::uint32_t>(points.size())};
    std::vector<std::uint32_t> triangles;
    city::triangulatePolygon(points, ends, triangles);
    for (const std::uint32_t corner : triangles) {
        body.corners.push_back(points[corner]);
    }
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 &a = ring[i];
        const Vec2 &b = ring[(i + 1) % ring.size()];
        const Vec3 wall[]{{a.x, a.y, low}, {b.x, b.y, low},  {b.x, b.y, high},
                          {a.x, a.y, low}, {b.x, b.y, high}, {a.x, a.y, high}};
        body.corners.insert(body.corners.end(), std::begin(wall), std::end(wall));
        body.lines.insert(body.lines.end(), {{a.x, a.y, low}, {a.x, a.y, high}});
        for (double z = low; z < high; z += step) {
            body.lines.insert(body.lines.end(), {{a.x, a.y, z}, {b.x, b.y, z}});
        }
        body.lines.insert(body.lines.end(), {{a.x, a.y, high}, {b.x, b.y, high}});
    }
    return body;
}

bool failsWithoutHeight(const analysis::PlanOutcome &outcome, const analysis::ProposedBlock &block)
{
    return outcome.count(planning::Verdict::Fail) > 0 && !(block.ceiling && block.top && *block.ceiling < *block.top);
}

void addMassing(const PlanChange &change, const analysis::PlanOutcome *outcome, const MassingColours &colours,
                std::vector<GlassBody> &bodies)
{
    constexpr double kBelow = 0.62;
    constexpr double kAbove = 0.8;
    constexpr double kHatch = 1.1; // metres: dense, so that it differs without colour
    const double top = change.base + change.height();
    const analysis::ProposedBlock *block = outcome != nullptr ? outcome->block(change.id) : nullptr;
    const double limit = block != nullptr && block->ceiling ? std::clamp(*block->ceiling, change.base, top) : top;
    const scene::Rgb below = block == nullptr                       ? colours.unknown
                             : failsWithoutHeight(*outcome, *block) ? colours.over
                                                                    : colours.fine;
    if (change.body) {
        addBodyGlass(change, limit, below, colours.over, bodies);
        return;
    }
    if (limit > change.base) {
        bodies.push_back(prism(change.footprint.front(), change.base, limit, change.floorHeight, below));
        bodies.back().opacity = kBelow;
    }
    if (limit < top) {
        bodies.push_back(prism(change.footprint.front(), limit, top, kHatch, colours.over));
        bodies.back().opacity = kAbove;
    }
}

} // namespace

MassingColours themeColours()
{
    return {rgb(tokens().accent), rgb(tokens().bad), rgb(tokens().unknown)};
}

std::vector<GlassBody> massing(const planning::Proposal &proposal, const analysis::PlanOutcome *outcome,
                               const MassingColours &colours)
{
    std::vector<GlassBody> bodies;
    for (const PlanChange &change : proposal.changes) {
        if (change.kind == PlanChange::Kind::Add && !change.footprint.empty() && change.floorHeight > 0) {
            addMassing(change, outcome, colours, bodies);
        }
    }
    return bodies;
}

std::vector<GlassBody> ceilingGlass(const analysis::ViewCeiling &ceiling, const scene::Rgb &colour)
{
    constexpr double kGlass = 0.28;
    constexpr double kStep = 5;
    GlassBody body;
    body.colour = colour;
    body.opacity = kGlass;
    for (const analysis::CeilingFacet &facet : ceiling.facets()) {
        if (facet.consultation) {
            continue;
        }
        const std::vector<Vec2> plan = facet.outline();
        for (std::size_t i = 0; i < plan.size(); ++i) {
            const Vec2 &next = plan[(i + 1) % plan.size()];
            body.corners.push_back({plan[i].x, plan[i].y, facet.plane.heightAt(plan[i])});
            body.lines.insert(body.lines.end(), {body.corners.back(), {next.x, next.y, facet.plane.heightAt(next)}});
        }
    }
    for (const CeilingLine &line : ceilingContours(ceiling, kStep)) {
        body.lines.insert(body.lines.end(), {line.from, line.to});
    }
    return body.corners.empty() ? std::vector<GlassBody>() : std::vector<GlassBody>{body};
}

scene::ObjectClasses verdictClasses(const analysis::TownVerdicts &verdicts,
                                    const std::optional<planning::Verdict> &filter, const city::CityModel &model)
{
    constexpr planning::Verdict kOrder[]{planning::Verdict::Fail, planning::Verdict::Unknown, planning::Verdict::Pass};
    scene::ObjectClasses classes;
    classes.restKeepsLook = true;
    classes.ofObject.assign(model.objectCount(), scene::ObjectClasses::kNone);
    for (const planning::Verdict verdict : kOrder) {
        classes.legend.entries.push_back({.label = verdictWord(verdict), .colour = rgb(verdictLook(verdict).ink)});
    }
    for (const analysis::JudgedSubject &subject : verdicts.subjects) {
        if (!subject.isBuilding || (filter && subject.verdict != *filter)) {
            continue;
        }
        const auto number = static_cast<std::uint8_t>(std::find(std::begin(kOrder), std::end(kOrder), subject.verdict) -
                                                      std::begin(kOrder));
        ++classes.legend.entries[number].count;
        const city::ObjectIndex object = model.find(subject.id.toStdString());
        if (object != city::kNone) {
            for (const city::ObjectIndex part : model.withDescendants(object)) {
                classes.ofObject[part] = number;
            }
        }
    }
    return classes;
}

PlanScene::PlanScene(PlanDesk &desk, VerdictDesk &verdicts, SceneView &scene, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_verdicts(verdicts)
    , m_scene(scene)
{
    connect(&m_verdicts, &VerdictDesk::changed, this, &PlanScene::tint);
    connect(&m_desk, &PlanDesk::currentChanged, this, &PlanScene::tint);
    connect(&m_desk, &PlanDesk::currentChanged, this, &PlanScene::refresh);
    connect(&m_desk, &PlanDesk::outcomeChanged, this, &PlanScene::refresh);
    connect(&m_desk, &PlanDesk::caseChanged, this, &PlanScene::refresh);
}

void PlanScene::setShown(bool shown)
{
    m_shown = shown;
    tint();
    refresh();
}

/// Buildings of the town that the scenario takes away or builds up anew.
std::shared_ptr<scene::ObjectClasses> PlanScene::changedBuildings(const city::CityModel &model) const
{
    const auto proposal = m_desk.proposal();
    auto classes = std::make_shared<scene::ObjectClasses>();
    classes->restKeepsLook = true;
    classes->ofObject.assign(model.objectCount(), scene::ObjectClasses::kNone);
    classes->legend.title = tr("Changes of the scenario");
    classes->legend.entries = {{.label = tr("Removed"), .colour = rgb(tokens().bad)},
                               {.label = tr("Built anew"), .colour = rgb(tokens().accent)}};
    bool any = false;
    for (const PlanChange &change : proposal ? proposal->changes : std::vector<PlanChange>()) {
        const city::ObjectIndex object = model.find(change.id.toStdString());
        if (change.kind == PlanChange::Kind::Add || object == city::kNone) {
            continue;
        }
        const std::uint8_t number = change.kind == PlanChange::Kind::Remove ? 0 : 1;
        ++classes->legend.entries[number].count;
        any = true;
        for (const city::ObjectIndex part : model.withDescendants(object)) {
            classes->ofObject[part] = number;
        }
    }
    return any ? classes : nullptr;
}

void PlanScene::tint()
{
    const VerdictDesk::Verdicts verdicts = m_shown ? m_verdicts.verdicts() : nullptr;
    const CityEntry *city = m_desk.city();
    if (verdicts && city != nullptr && city->model) {
        auto classes =
            std::make_shared<scene::ObjectClasses>(verdictClasses(*verdicts, m_verdicts.filter(), *city->model));
        classes->legend.title = tr("Buildings by the rules");
        m_scene.setClassesOver({{city->id, classes}});
        return;
    }
    const auto changes = m_shown && city != nullptr && city->model ? changedBuildings(*city->model) : nullptr;
    if (changes) {
        m_scene.setClassesOver({{city->id, changes}});
    } else if (!m_scene.classesOver().empty()) {
        m_scene.setClassesOver({});
    }
}

void PlanScene::setCeilingShown(bool shown)
{
    m_ceilingShown = shown;
    refresh();
}

void PlanScene::refresh()
{
    std::vector<GlassBody> bodies;
    const auto proposal = m_desk.proposal();
    if (m_shown && proposal) {
        const Tokens &t = tokens();
        const PlanDesk::Outcome outcome = m_desk.outcome();
        bodies = massing(*proposal, outcome.get(), themeColours());
        if (m_ceilingShown && m_desk.study()) {
            const std::vector<GlassBody> glass = ceilingGlass(m_desk.study()->ceiling(), rgb(t.accent));
            bodies.insert(bodies.end(), glass.begin(), glass.end());
        }
    }
    if (!bodies.empty() || !m_scene.glass().empty()) {
        m_scene.setGlass(std::move(bodies));
    }
}

void PlanScene::lookAtProposal()
{
    const PlanChange *own = m_desk.block();
    if (own == nullptr || own->footprint.empty()) {
        return;
    }
    Box3 box;
    for (const Vec2 &p : own->footprint.front()) {
        box.include(Vec3{p.x, p.y, own->base});
        box.include(Vec3{p.x, p.y, own->base + own->height()});
    }
    lookAt(box);
}

void PlanScene::lookAt(const Box3 &place)
{
    if (place.isEmpty()) {
        return;
    }
    constexpr double kLeast = 140;
    const Vec3 middle = place.centre();
    const double wide = std::hypot(place.max.x - place.min.x, place.max.y - place.min.y);
    const double back = std::max({kLeast, 3 * (place.max.z - place.min.z), 1.5 * wide});
    m_scene.setCamera({{middle.x + 0.8 * back, middle.y - back, middle.z + 0.75 * back}, middle});
}

void PlanScene::standAt(const planning::ProtectedView &view)
{
    m_scene.setCamera({view.eyes.front(), view.edge[view.edge.size() / 2]});
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/planning/planeffects.h"

#include "layers/analysis/rays/modelfaces.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>
#include <map>

namespace loci::analysis {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::analysis::PlanEffects)
};

/// Where something is built or changes, widened.
Box3 reachOf(const EffectRequest &request)
{
    Box3 box;
    for (const planning::PlanChange &change : request.proposal.changes) {
        for (const planning::Ring &ring : change.footprint) {
            for (const Vec2 &p : ring) {
                box.include(Vec3{p.x, p.y, 0});
            }
        }
        const city::ObjectIndex old = request.base->find(change.id.toStdString());
        if (old != city::kNone) {
            box.include(request.base->boundsWithDescendants(old));
        }
    }
    if (!box.isEmpty()) {
        box.min.x -= request.reach;
        box.min.y -= request.reach;
        box.max.x += request.reach;
        box.max.y += request.reach;
    }
    return box;
}

/// Places on the walls of what stands there before and after.
std::vector<SunReceiver> neighbours(const EffectRequest &request, const city::TerrainSurface &terrain,
                                    std::size_t &looked)
{
    const auto ground = [&terrain](const Vec2 &p) { return terrain.heightAt(p); };
    std::vector<SunReceiver> receivers;
    const Box3 box = reachOf(request);
    const QSet<QString> touched = request.proposal.touched();
    const city::CityModel &model = *request.changed;
    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
        const bool concerned = model.objectParent[o] == city::kNone && model.typeOf(o) == "Building" &&
                               !touched.contains(model.idOf(o)) && model.boundsWithDescendants(o).intersects2d(box);
        if (!concerned) {
            continue;
        }
        ++looked;
        const auto found = wallReceivers(facesOf(model, o), request.sill, request.spacing, model.idOf(o), ground);
        receivers.insert(receivers.end(), found.begin(), found.end());
    }
    return receivers;
}

QString causeOf(const SunHours &hours, const city::CityModel &model)
{
    const auto most = std::max_element(hours.lostTo.begin(), hours.lostTo.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == hours.lostTo.end() ? QString() : model.idOf(most->first);
}

/// Places on walls are called by their building with a number behind a slash.
QString buildingOf(const QString &receiver)
{
    return receiver.left(receiver.lastIndexOf(QLatin1Char('/')));
}

std::vector<SunEffect> summed(const std::vector<SunReceiver> &receivers, const std::vector<SunHours> &before,
                              const std::vector<SunHours> &after, const city::CityModel &model)
{
    std::map<QString, SunEffect> byBuilding;
    for (std::size_t i = 0; i < receivers.size(); ++i) {
        SunEffect &one = byBuilding[buildingOf(receivers[i].id)];
        if (one.places++ == 0) {
            one.building = buildingOf(receivers[i].id);
            one.leastBefore = one.leastAfter = std::numeric_limits<double>::infinity();
        }
        one.leastBefore = std::min(one.leastBefore, before[i].minutes);
        one.leastAfter = std::min(one.leastAfter, after[i].minutes);
        const double lost = before[i].minutes - after[i].minutes;
        if (lost > one.mostLost) {
            one.mostLost = lost;
            one.cause = causeOf(after[i], model);
        }
    }
    std::vector<SunEffect> rows;
    for (const auto &[id, one] : byBuilding) {
        if (one.mostLost >= 1) {
            rows.push_back(one);
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const SunEffect &a, const SunEffect &b) { return a.mostLost > b.mostLost; });
    return rows;
}

Result<std::optional<double>> landmarkShare(const city::CityModel &model, const OwnedFaces &faces, const QString &id,
                                            const Vec3 &eye)
{
    const city::ObjectIndex object = model.find(id.toStdString());
    if (id.isEmpty() || object == city::kNone) {
        return std::optional<double>();
    }
    OwnedFaces own;
    own.add(facesOf(model, object), object);
    LOCI_TRY(const RayScene alone, RayScene::build(own));
    LOCI_TRY(const RayScene town, RayScene::build(faces));
    return visibleShare(alone, town, object, eye, alone.bounds());
}

} // namespace

Result<SkylineEffect> skylineEffect(const city::CityModel &base, const city::CityModel &changed,
                                    const planning::ProtectedView &view, std::size_t bins)
{
    SkylineEffect effect;
    effect.view = view.id;
    effect.eye = view.eyes.front();
    const OwnedFaces before = facesOfModel(base);
    const OwnedFaces after = facesOfModel(changed);
    effect.before = skylineFrom(before, effect.eye, bins);
    effect.after = skylineFrom(after, effect.eye, bins);
    effect.figuresBefore = figuresOf(effect.before);
    effect.figuresAfter = figuresOf(effect.after);
    effect.changedShare = changedShare(effect.before, effect.after);
    LOCI_TRY(effect.landmarkBefore, landmarkShare(base, before, view.landmark, effect.eye));
    LOCI_TRY(effect.landmarkAfter, landmarkShare(changed, after, view.landmark, effect.eye));
    return effect;
}

Result<PlanEffects> effectsOf(const EffectRequest &request, const CancelToken &cancel, const ProgressFunction &progress)
{
    const auto tell = [&progress](double part) {
        if (progress) {
            progress(part);
        }
    };
    constexpr double kPrepared = 0.2;
    constexpr double kSun = 0.7;
    PlanEffects effects;
    effects.count = request.count;
    effects.sunDay = request.sunDay;
    effects.spacing = request.spacing;
    effects.sill = request.sill;
    LOCI_TRY(const city::TerrainSurface terrain, city::TerrainSurface::of(*request.changed, cancel));
    const std::vector<SunReceiver> receivers = neighbours(request, terrain, effects.looked);
    LOCI_TRY(const RayScene before, RayScene::build(facesOfModel(*request.base)));
    LOCI_TRY(const RayScene after, RayScene::build(facesOfModel(*request.changed)));
    tell(kPrepared);
    if (!receivers.empty()) {
        LOCI_TRY(const std::vector<SunHours> old, sunHours(before, receivers, request.count, cancel));
        LOCI_TRY(const std::vector<SunHours> now, sunHoursAfter(before, after, receivers, request.count, cancel));
        effects.sun = summed(receivers, old, now, *request.changed);
    }
    tell(kSun);
    if (cancel.isCancelled()) {
        return fail(ErrorCode::Cancelled, Texts::tr("The study of sun and skyline was cancelled."));
    }
    if (request.view != nullptr) {
        LOCI_TRY(effects.skyline, skylineEffect(*request.base, *request.changed, *request.view, request.bins));
    }
    tell(1);
    return effects;
}

} // namespace loci::analysis

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/rebinding.h"

#include "layers/domain/heritage/wkt.h"
#include "layers/formats/heritage/areaoverlap.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

namespace loci::workspace {

using city::kNone;
using formats::GroundArea;
using heritage::Asset;
using heritage::Binding;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::HeritageRebinding)
};

constexpr double kMoved = 0.1; ///< an id whose building shares less ground than this may have been given anew
const QString kBound = QStringLiteral("bound"), kRebound = QStringLiteral("rebound"), kLost = QStringLiteral("lost");
const QString kSince = QStringLiteral("unboundSince");

Box3 boxOf(const city::Footprint &footprint)
{
    Box3 box;
    for (const auto &rings : footprint.polygons) {
        for (const std::vector<Vec2> &ring : rings) {
            for (const Vec2 &point : ring) {
                box.include(Vec3{point.x, point.y, 0});
            }
        }
    }
    return box;
}

/// "2/14": a surface of a geometry of the object, both by their places.
bool hasSurface(const city::CityModel &model, city::ObjectIndex object, const QString &surface)
{
    bool isGeometry = false;
    bool isSurface = false;
    const auto geometry =
        model.objectGeometries[object].begin + surface.section(QLatin1Char('/'), 0, 0).toUInt(&isGeometry);
    const auto place = surface.section(QLatin1Char('/'), 1).toUInt(&isSurface);
    return isGeometry && isSurface && model.objectGeometries[object].contains(geometry) &&
           place < model.geometry.geometries[geometry].surfaces.size();
}

class Rebinder
{
public:
    Rebinder(const BindableModel &model, const QDateTime &now, double sameBuilding)
        : m_model(model)
        , m_day(now.date().toString(Qt::ISODate))
        , m_sameBuilding(sameBuilding)
    {}

    void look(const Asset &asset)
    {
        std::vector<Binding> bindings = asset.parts<Binding>();
        const std::vector<QJsonObject> before = asset.items(QLatin1String(Binding::kMember));
        for (Binding &binding : bindings) {
            if (binding.model == m_model.id) {
                place(asset, binding);
            }
        }
        Asset changed = asset;
        changed.setParts(bindings);
        if (!(changed == asset)) {
            plan.changed.push_back(std::move(changed));
        }
    }
    RebindPlan plan;

private:
    struct Candidate
    {
        const city::Footprint *footprint = nullptr;
        double overlap = 0;
    };

    void find(Severity severity, const char *code, const Asset &asset, const Binding &binding, const QString &message)
    {
        plan.findings.push_back({severity, QLatin1String(code), asset.id(), binding.object, message});
    }
    int crs() const { return m_model.model->crs.value(); }

    void place(const Asset &asset, Binding &binding)
    {
        const city::ObjectIndex object = m_model.model->find(binding.object.toStdString());
        if (object != kNone) {
            keep(asset, binding, object);
            return;
        }
        const auto old = GroundArea::of(binding.footprint, binding.crs, crs());
        const Candidate best = old ? bestFor(*old) : Candidate();
        if (best.footprint && best.overlap >= m_sameBuilding) {
            move(asset, binding, best);
        } else {
            lose(asset, binding, best.overlap);
        }
    }

    void keep(const Asset &asset, Binding &binding, city::ObjectIndex object)
    {
        ++plan.kept;
        if (binding.state == kLost) {
            binding.state = kBound;
            binding.rest.remove(kSince);
        }
        if (!binding.surface.isEmpty() && !hasSurface(*m_model.model, object, binding.surface)) {
            find(Severity::Warning, "binding_surface_lost", asset, binding,
                 Texts::tr("“%1”: the surface of %2 that it was bound to is not there any more; it is bound to the "
                           "whole of it now.")
                     .arg(asset.name(), binding.object));
            binding.rest.insert(QStringLiteral("wasSurface"), binding.surface);
            binding.surface.clear();
            binding.state = kRebound;
        }
        const auto old = GroundArea::of(binding.footprint, binding.crs, crs());
        const city::Footprint *now = footprintOf(object);
        const auto area =
            now && old ? GroundArea::of(heritage::multiPolygonWkt(now->polygons), crs(), crs()) : std::nullopt;
        if (area && old->overlap(*area) < kMoved) {
            find(Severity::Warning, "binding_moved", asset, binding,
                 Texts::tr("“%1”: the building with the id %2 stands somewhere else now; look whether it is the same.")
                     .arg(asset.name(), binding.object));
        }
    }

    void move(const Asset &asset, Binding &binding, const Candidate &best)
    {
        ++plan.rebound;
        const QString object = m_model.model->idOf(best.footprint->object);
        find(Severity::Info, "binding_rebound", asset, binding,
             Texts::tr("“%1”: %2 is not in the model any more; it is bound to %3 now, which shares %4 % of the ground.")
                 .arg(asset.name(), binding.object, object)
                 .arg(qRound(best.overlap * 100)));
        binding.rest.insert(QStringLiteral("wasObject"), binding.object);
        if (!binding.surface.isEmpty()) {
            binding.rest.insert(QStringLiteral("wasSurface"), binding.surface);
        }
        binding.rest.insert(QStringLiteral("overlap"), qRound(best.overlap * 1000) / 1000.0);
        binding.rest.remove(kSince);
        binding.object = object;
        binding.surface.clear();
        binding.state = kRebound;
        binding.footprint = heritage::multiPolygonWkt(best.footprint->polygons);
        binding.crs = crs();
    }

    void lose(const Asset &asset, Binding &binding, double best)
    {
        ++plan.lost;
        if (binding.state != kLost) {
            binding.state = kLost;
            binding.rest.insert(kSince, m_day);
        }
        find(Severity::Warning, "binding_lost", asset, binding,
             Texts::tr(
                 "“%1” is unbound since %2: nothing in the model has the id %3 or enough of its ground (at most %4 "
                 "%).")
                 .arg(asset.name(), binding.rest.value(kSince).toString(), binding.object)
                 .arg(qRound(best * 100)));
    }

    const city::Footprint *footprintOf(city::ObjectIndex object) const
    {
        const city::ObjectIndex root = m_model.model->rootOf(object);
        const auto found = std::find_if(m_model.footprints.begin(), m_model.footprints.end(),
                                        [root](const city::Footprint &one) { return one.object == root; });
        return found == m_model.footprints.end() ? nullptr : &*found;
    }

    Candidate bestFor(const GroundArea &old)
    {
        if (m_boxes.empty()) {
            m_boxes.reserve(m_model.footprints.size());
            for (const city::Footprint &footprint : m_model.footprints) {
                m_boxes.push_back(boxOf(footprint));
            }
        }
        Box3 wanted;
        wanted.include(Vec3{old.west(), old.south(), 0});
        wanted.include(Vec3{old.east(), old.north(), 0});
        Candidate best;
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            const auto area =
                m_boxes[i].intersects2d(wanted)
                    ? GroundArea::of(heritage::multiPolygonWkt(m_model.footprints[i].polygons), crs(), crs())
                    : std::nullopt;
            const double overlap = area ? old.overlap(*area) : 0;
            if (overlap > best.overlap) {
                best = {&m_model.footprints[i], overlap};
            }
        }
        return best;
    }

    const BindableModel &m_model;
    QString m_day;
    double m_sameBuilding;
    std::vector<Box3> m_boxes;
};

} // namespace

Result<std::vector<Asset>> recordsBoundTo(const storage::heritage::HeritageStore &store, const QString &modelId,
                                          const CancelToken &cancel)
{
    std::vector<Asset> bound;
    LOCI_TRY(const QStringList keys,
             store.keysContaining(QLatin1String(storage::heritage::key::kAsset), QStringLiteral("\"bindings\"")));
    for (const QString &key : keys) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Cancelled."));
        }
        LOCI_TRY(auto asset, store.asset(key.section(QLatin1Char('/'), -1)));
        const auto bindings = asset ? asset->parts<Binding>() : std::vector<Binding>();
        if (std::any_of(bindings.begin(), bindings.end(),
                        [&modelId](const Binding &one) { return one.model == modelId; }) &&
            !asset->isTrashed()) {
            bound.push_back(std::move(*asset));
        }
    }
    return bound;
}

RebindPlan planRebinding(const std::vector<Asset> &assets, const BindableModel &model, const QDateTime &now,
                         double sameBuilding, const CancelToken &cancel)
{
    Rebinder rebinder(model, now, sameBuilding);
    for (const Asset &asset : assets) {
        if (!cancel.isCancelled()) {
            rebinder.look(asset);
        }
    }
    return std::move(rebinder.plan);
}

Result<int> applyRebinding(Catalogue &catalogue, const std::vector<Asset> &before, const RebindPlan &plan,
                           const QString &reason)
{
    std::vector<Asset> wanted;
    wanted.reserve(plan.changed.size());
    for (const Asset &changed : plan.changed) {
        const auto old = std::find_if(before.begin(), before.end(),
                                      [&changed](const Asset &one) { return one.id() == changed.id(); });
        LOCI_TRY(const auto now, catalogue.store().asset(changed.id()));
        if (now && old != before.end() && *now == *old) {
            wanted.push_back(changed);
        }
    }
    if (wanted.empty()) {
        return 0;
    }
    LOCI_CHECK(
        catalogue.putAll(wanted, {}, {}, reason, Texts::tr("Bind %n records again", nullptr, int(wanted.size()))));
    return int(wanted.size());
}

} // namespace loci::workspace

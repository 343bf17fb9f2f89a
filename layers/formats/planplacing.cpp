// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/planplacing.h"

#include "layers/formats/pointtransform.h"
#include "layers/formats/projplace.h"

#include <QCoreApplication>
#include <iterator>

namespace loci::formats {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::PlanPlacing)
};

template <class Placed>
Result<> bring(EpsgCode target, Placed &placed, const QString &name)
{
    if (placed.crs == target || samePlan(placed.crs, target)) {
        return {};
    }
    if (!target.isKnown() || !placed.crs.isKnown()) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("The coordinate systems of %1 and of the model cannot be compared: one "
                              "of them is not stated.")
                        .arg(name));
    }
    LOCI_TRY(const PointTransform way, PointTransform::between(placed.crs, target));
    return placed.transform(target, [&way](const Vec2 &p) { return way(p); });
}

} // namespace

Result<> bringTo(EpsgCode target, planning::PlanLayer &layer, const QString &name)
{
    return bring(target, layer, name);
}

Result<> bringTo(EpsgCode target, planning::ViewSet &views, const QString &name)
{
    return bring(target, views, name);
}

Result<planning::PlanBasis> placed(const planning::PlanCase &planCase, EpsgCode target)
{
    planning::PlanBasis basis;
    basis.areas.crs = target;
    basis.views.crs = target;
    for (planning::PlanLayer layer : planCase.layers) {
        LOCI_CHECK(bringTo(target, layer, Texts::tr("the areas of the workspace")));
        std::move(layer.areas.begin(), layer.areas.end(), std::back_inserter(basis.areas.areas));
    }
    for (planning::ViewSet views : planCase.views) {
        if (views.crs.isKnown()) {
            LOCI_CHECK(bringTo(target, views, Texts::tr("the views of the workspace")));
        }
        std::move(views.views.begin(), views.views.end(), std::back_inserter(basis.views.views));
    }
    basis.rules = planning::joined(planCase.packs);
    return basis;
}

} // namespace loci::formats

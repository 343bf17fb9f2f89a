// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/pointtransform.h"

#include <QCoreApplication>
#include <cmath>
#include <proj.h>

namespace loci::formats {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::PointTransform)
};

struct Release
{
    void operator()(PJ *p) const { proj_destroy(p); }
    void operator()(PJ_CONTEXT *c) const { proj_context_destroy(c); }
};
using Pj = std::unique_ptr<PJ, Release>;
using Context = std::unique_ptr<PJ_CONTEXT, Release>;

void ignoreLog(void *, int, const char *) {}

Context newContext()
{
    Context context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    proj_log_func(context.get(), nullptr, ignoreLog);
    return context;
}

Pj planOf(PJ_CONTEXT *context, EpsgCode code)
{
    if (!code.isKnown()) {
        return nullptr;
    }
    Pj crs(
        proj_create_from_database(context, "EPSG", std::to_string(code.value()).c_str(), PJ_CATEGORY_CRS, 0, nullptr));
    return crs && proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS ? Pj(proj_crs_get_sub_crs(context, crs.get(), 0))
                                                                   : std::move(crs);
}

} // namespace

struct PointTransform::Private
{
    Context context = newContext();
    Pj way;
};

Result<PointTransform> PointTransform::between(EpsgCode from, EpsgCode to)
{
    auto made = std::make_shared<Private>();
    PJ_CONTEXT *context = made->context.get();
    const Pj source = planOf(context, from);
    const Pj target = planOf(context, to);
    const Pj raw(source && target
                     ? proj_create_crs_to_crs_from_pj(context, source.get(), target.get(), nullptr, nullptr)
                     : nullptr);
    made->way.reset(raw ? proj_normalize_for_visualization(context, raw.get()) : nullptr);
    if (!made->way) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("There is no way from the coordinates of EPSG:%1 to those of EPSG:%2.")
                        .arg(from.value())
                        .arg(to.value()));
    }
    return PointTransform(std::move(made));
}

std::optional<Vec2> PointTransform::operator()(const Vec2 &point) const
{
    const PJ_COORD there = proj_trans(m_d->way.get(), PJ_FWD, proj_coord(point.x, point.y, 0, 0));
    if (!std::isfinite(there.xy.x) || !std::isfinite(there.xy.y)) {
        return std::nullopt;
    }
    return Vec2{there.xy.x, there.xy.y};
}

bool samePlan(EpsgCode a, EpsgCode b)
{
    if (a == b) {
        return a.isKnown();
    }
    const Context context = newContext();
    const Pj first = planOf(context.get(), a);
    const Pj second = planOf(context.get(), b);
    return first && second && proj_is_equivalent_to(first.get(), second.get(), PJ_COMP_EQUIVALENT) != 0;
}

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/scene/sceneplace.h"

#include <QByteArray>
#include <cmath>
#include <memory>
#include <numbers>
#include <proj.h>

namespace loci::scene {

std::optional<GeoReference> geoReference(EpsgCode crs, const Vec3 &place)
{
    if (!crs.isKnown()) {
        return std::nullopt;
    }
    using Context = std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)>;
    using Projection = std::unique_ptr<PJ, decltype(&proj_destroy)>;
    const Context context(proj_context_create(), &proj_context_destroy);
    proj_context_set_enable_network(context.get(), 0);
    proj_log_level(context.get(), PJ_LOG_NONE);
    const QByteArray from = "EPSG:" + QByteArray::number(crs.value());
    const Projection plain(proj_create_crs_to_crs(context.get(), from.constData(), "EPSG:4326", nullptr),
                           &proj_destroy);
    if (!plain) {
        return std::nullopt;
    }
    const Projection ordered(proj_normalize_for_visualization(context.get(), plain.get()), &proj_destroy);
    if (!ordered) {
        return std::nullopt;
    }
    const auto convert = [&](double x, double y) { return proj_trans(ordered.get(), PJ_FWD, proj_coord(x, y, 0, 0)); };
    const PJ_COORD here = convert(place.x, place.y);
    const PJ_COORD north = convert(place.x, place.y + 100);
    if (!std::isfinite(here.xy.x) || !std::isfinite(here.xy.y) || std::abs(here.xy.y) > 90) {
        return std::nullopt;
    }
    GeoReference reference;
    reference.place = {here.xy.y, here.xy.x};
    if (std::isfinite(north.xy.x) && std::isfinite(north.xy.y)) {
        const double east = (north.xy.x - here.xy.x) * std::cos(here.xy.y * std::numbers::pi / 180);
        // Where grid north points, seen from true north; true north lies as far on the other side of grid north.
        reference.trueNorth = -std::atan2(east, north.xy.y - here.xy.y) * 180 / std::numbers::pi;
    }
    return reference;
}

} // namespace loci::scene

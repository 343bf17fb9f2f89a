// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/projplace.h"

#include <algorithm>
#include <cmath>
#include <proj.h>

namespace loci::formats {

namespace {

struct Release
{
    void operator()(PJ *p) const { proj_destroy(p); }
    void operator()(PJ_CONTEXT *c) const { proj_context_destroy(c); }
};
using Pj = std::unique_ptr<PJ, Release>;

void ignoreLog(void *, int, const char *) {}

double widthOf(const Vec2 &low, const Vec2 &high)
{
    return high.x >= low.x ? high.x - low.x : high.x + 360 - low.x;
}

} // namespace

struct ProjPlace::Private
{
    std::unique_ptr<PJ_CONTEXT, Release> context{proj_context_create()};

    Pj crs(EpsgCode code) const
    {
        return Pj(proj_create_from_database(context.get(), "EPSG", std::to_string(code.value()).c_str(),
                                            PJ_CATEGORY_CRS, 0, nullptr));
    }
};

double ProjPlace::System::area() const
{
    return widthOf(low, high) * (high.y - low.y);
}

bool ProjPlace::System::contains(const Vec2 &p) const
{
    constexpr double kRim = 0.1; // of the area's own size
    const double dx = widthOf(low, high) * kRim, dy = (high.y - low.y) * kRim;
    const double x = high.x < low.x && p.x < 0 ? p.x + 360 : p.x, right = low.x + widthOf(low, high);
    return x >= low.x - dx && x <= right + dx && p.y >= low.y - dy && p.y <= high.y + dy;
}

ProjPlace::ProjPlace() : d(std::make_unique<Private>())
{
    proj_context_set_enable_network(d->context.get(), 0);
    proj_log_func(d->context.get(), nullptr, ignoreLog);
}

ProjPlace::~ProjPlace() = default;

bool ProjPlace::isUsable() const
{
    return proj_context_get_database_path(d->context.get()) != nullptr;
}

std::optional<ProjPlace::System> ProjPlace::system(EpsgCode code) const
{
    const Pj crs = code.isKnown() ? d->crs(code) : nullptr;
    System system;
    const char *name = nullptr;
    if (!crs || proj_get_area_of_use(d->context.get(), crs.get(), &system.low.x, &system.low.y, &system.high.x,
                                     &system.high.y, &name) == 0) {
        return std::nullopt;
    }
    system.name = QString::fromUtf8(proj_get_name(crs.get()));
    const PJ_TYPE type = proj_get_type(crs.get());
    if (type == PJ_TYPE_COMPOUND_CRS) {
        const Pj plane(proj_crs_get_sub_crs(d->context.get(), crs.get(), 0));
        system.isGeographic = plane && proj_get_type(plane.get()) == PJ_TYPE_GEOGRAPHIC_2D_CRS;
    } else {
        system.isGeographic = type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
    }
    return system;
}

std::optional<Vec2> ProjPlace::lonLat(EpsgCode code, const Vec2 &xy) const
{
    const Pj crs = d->crs(code);
    if (!crs) {
        return std::nullopt;
    }
    const Pj plane(proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS
                       ? proj_crs_get_sub_crs(d->context.get(), crs.get(), 0)
                       : nullptr);
    // Degrees of the system's own datum: at most some hundred metres from WGS 84, which is near enough for areas of
    // use, and no search for the best of all operations.
    const Pj world(proj_crs_get_geodetic_crs(d->context.get(), plane ? plane.get() : crs.get()));
    if (!world) {
        return std::nullopt;
    }
    const Pj raw(proj_create_crs_to_crs_from_pj(d->context.get(), plane ? plane.get() : crs.get(), world.get(), nullptr,
                                                nullptr));
    const Pj way(raw ? proj_normalize_for_visualization(d->context.get(), raw.get()) : nullptr);
    if (!way) {
        return std::nullopt;
    }
    const PJ_COORD there = proj_trans(way.get(), PJ_FWD, proj_coord(xy.x, xy.y, 0, 0));
    if (!std::isfinite(there.xy.x) || !std::isfinite(there.xy.y) || std::abs(there.xy.y) > 90.001) {
        return std::nullopt;
    }
    // A projection is only believed where it comes back: far outside many give nonsense.
    const PJ_COORD back = proj_trans(way.get(), PJ_INV, there);
    const double reach = std::max({1.0, std::abs(xy.x), std::abs(xy.y)});
    if (!(std::abs(back.xy.x - xy.x) + std::abs(back.xy.y - xy.y) < 1e-4 * reach)) {
        return std::nullopt;
    }
    return Vec2{there.xy.x, there.xy.y};
}

std::vector<int> ProjPlace::systemsAt(const Vec2 &place, std::size_t most) const
{
    struct Found
    {
        int code;
        double area;
    };
    std::vector<Found> found;
    PROJ_CRS_LIST_PARAMETERS *parameters = proj_get_crs_list_parameters_create();
    static constexpr PJ_TYPE kTypes[] = {PJ_TYPE_PROJECTED_CRS, PJ_TYPE_COMPOUND_CRS};
    parameters->types = kTypes;
    parameters->typesCount = 2;
    parameters->allow_deprecated = 0;
    int count = 0;
    PROJ_CRS_INFO **list = proj_get_crs_info_list_from_database(d->context.get(), "EPSG", parameters, &count);
    for (int i = 0; list != nullptr && i < count; ++i) {
        const PROJ_CRS_INFO &info = *list[i];
        const System system{
            {}, {info.west_lon_degree, info.south_lat_degree}, {info.east_lon_degree, info.north_lat_degree}};
        if (info.bbox_valid != 0 && system.contains(place)) {
            found.push_back({std::atoi(info.code), system.area()});
        }
    }
    proj_crs_info_list_destroy(list);
    proj_get_crs_list_parameters_destroy(parameters);
    std::sort(found.begin(), found.end(),
              [](const Found &a, const Found &b) { return a.area != b.area ? a.area < b.area : a.code < b.code; });
    std::vector<int> codes;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i) {
        codes.push_back(found[i].code);
    }
    return codes;
}

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/export/geoplacer.h"

#include <QByteArray>
#include <cmath>
#include <numbers>
#include <proj.h>

namespace loci::formats {

namespace {

using Context = std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)>;
using Projection = std::unique_ptr<PJ, decltype(&proj_destroy)>;

constexpr double kRadius = 6378137.0, kFlattening = 1 / 298.257223563; // WGS 84
constexpr double kEccentricity2 = kFlattening * (2 - kFlattening);
constexpr double kDegree = std::numbers::pi / 180;

Projection between(PJ_CONTEXT *context, const QByteArray &from, const char *to)
{
    const Projection plain(proj_create_crs_to_crs(context, from.constData(), to, nullptr), &proj_destroy);
    return {plain ? proj_normalize_for_visualization(context, plain.get()) : nullptr, &proj_destroy};
}

bool isGeographicType(PJ_TYPE type)
{
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

double dot(const Vec3 &a, const Vec3 &b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

} // namespace

struct GeoPlacer::Private
{
    Context context{proj_context_create(), &proj_context_destroy};
    Projection flat{nullptr, &proj_destroy};        // longitude and latitude; the height passes through
    Projection withHeights{nullptr, &proj_destroy}; // null when the CRS has no heights
    bool geographic = false;
    mutable int heights = -1; // not known before the first point
};

GeoPlacer::GeoPlacer() : d(std::make_unique<Private>()) {}
GeoPlacer::~GeoPlacer() = default;

std::unique_ptr<GeoPlacer> GeoPlacer::create(EpsgCode crs)
{
    if (!crs.isKnown()) {
        return nullptr;
    }
    std::unique_ptr<GeoPlacer> placer(new GeoPlacer);
    PJ_CONTEXT *context = placer->d->context.get();
    proj_context_set_enable_network(context, 0);
    proj_log_level(context, PJ_LOG_NONE);
    const QByteArray name = "EPSG:" + QByteArray::number(crs.value());
    const Projection source(proj_create(context, name.constData()), &proj_destroy);
    placer->d->flat = between(context, name, "EPSG:4326");
    if (!source || !placer->d->flat) {
        return nullptr;
    }
    PJ_TYPE type = proj_get_type(source.get());
    if (type == PJ_TYPE_COMPOUND_CRS) {
        const Projection plane(proj_crs_get_sub_crs(context, source.get(), 0), &proj_destroy);
        type = plane ? proj_get_type(plane.get()) : type;
        placer->d->withHeights = between(context, name, "EPSG:4979");
    } else if (type == PJ_TYPE_GEOGRAPHIC_3D_CRS) {
        placer->d->withHeights = between(context, name, "EPSG:4979");
    }
    placer->d->geographic = isGeographicType(type);
    return placer;
}

bool GeoPlacer::isGeographic() const
{
    return d->geographic;
}

bool GeoPlacer::hasHeights() const
{
    return d->heights == 1;
}

bool GeoPlacer::toGeographic(std::span<Vec3> points) const
{
    if (d->heights < 0 && !points.empty()) {
        d->heights = 0;
        if (d->withHeights) {
            const Vec3 &p = points.front();
            const PJ_COORD there = proj_trans(d->withHeights.get(), PJ_FWD, proj_coord(p.x, p.y, p.z, 0));
            const Projection used(proj_trans_get_last_used_operation(d->withHeights.get()), &proj_destroy);
            // Without the geoid's grid PROJ falls back to an operation that also leaves out the horizontal shift.
            d->heights = used && std::isfinite(there.xyz.z) &&
                                 !proj_coordoperation_has_ballpark_transformation(d->context.get(), used.get())
                             ? 1
                             : 0;
        }
    }
    PJ *operation = d->heights == 1 ? d->withHeights.get() : d->flat.get();
    for (Vec3 &p : points) {
        const PJ_COORD there = proj_trans(operation, PJ_FWD, proj_coord(p.x, p.y, p.z, 0));
        if (!std::isfinite(there.xyz.x) || !std::isfinite(there.xyz.y) || !std::isfinite(there.xyz.z) ||
            std::abs(there.xyz.y) > 90) {
            return false;
        }
        p = {there.xyz.x * kDegree, there.xyz.y * kDegree, d->heights == 1 ? there.xyz.z : p.z};
    }
    return true;
}

Vec3 earthCentred(const Vec3 &g)
{
    const double sinLat = std::sin(g.y), cosLat = std::cos(g.y);
    const double n = kRadius / std::sqrt(1 - kEccentricity2 * sinLat * sinLat);
    return {(n + g.z) * cosLat * std::cos(g.x), (n + g.z) * cosLat * std::sin(g.x),
            (n * (1 - kEccentricity2) + g.z) * sinLat};
}

TangentFrame::TangentFrame(const Vec3 &g)
    : m_origin(earthCentred(g))
    , m_east{-std::sin(g.x), std::cos(g.x), 0}
    , m_north{-std::sin(g.y) * std::cos(g.x), -std::sin(g.y) * std::sin(g.x), std::cos(g.y)}
    , m_up{std::cos(g.y) * std::cos(g.x), std::cos(g.y) * std::sin(g.x), std::sin(g.y)}
{}

Vec3 TangentFrame::local(const Vec3 &p) const
{
    const Vec3 away{p.x - m_origin.x, p.y - m_origin.y, p.z - m_origin.z};
    return {dot(away, m_east), dot(away, m_north), dot(away, m_up)};
}

std::array<double, 16> TangentFrame::columnMajor() const
{
    return {m_east.x, m_east.y, m_east.z, 0, m_north.x,  m_north.y,  m_north.z,  0,
            m_up.x,   m_up.y,   m_up.z,   0, m_origin.x, m_origin.y, m_origin.z, 1};
}

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/mesh/earthframe.h"

#include <algorithm>
#include <cmath>
#include <proj.h>

namespace loci::formats {

struct EarthFrame::Transformation
{
    PJ_CONTEXT *context = proj_context_create();
    PJ *operation = nullptr;

    explicit Transformation(const QByteArray &pipeline)
    {
        proj_context_set_enable_network(context, 0);
        operation = proj_create(context, pipeline.constData());
    }
    ~Transformation()
    {
        proj_destroy(operation);
        proj_context_destroy(context);
    }
    Transformation(const Transformation &) = delete;
    Transformation &operator=(const Transformation &) = delete;
};

namespace {

constexpr char kToDegrees[] = "+proj=pipeline +step +inv +proj=cart +ellps=WGS84 +step +proj=unitconvert "
                              "+xy_in=rad +xy_out=deg";

struct Zone
{
    int code;
    QString name;
    QByteArray projection;
};

Zone zoneOf(double longitude, double latitude)
{
    constexpr double kNorthEnd = 84, kSouthEnd = -80;
    if (latitude > kNorthEnd || latitude < kSouthEnd) {
        const bool north = latitude > 0;
        return {north ? 32661 : 32761,
                north ? QStringLiteral("WGS 84 / UPS North") : QStringLiteral("WGS 84 / UPS South"),
                QByteArray("+proj=stere +lat_0=") + (north ? "90" : "-90") +
                    " +k=0.994 +x_0=2000000 +y_0=2000000 +ellps=WGS84"};
    }
    const int zone = std::clamp(static_cast<int>(std::floor((longitude + 180) / 6)) + 1, 1, 60);
    const bool north = latitude >= 0;
    return {(north ? 32600 : 32700) + zone,
            QStringLiteral("WGS 84 / UTM zone %1%2").arg(zone).arg(north ? QLatin1Char('N') : QLatin1Char('S')),
            QByteArray("+proj=utm +zone=") + QByteArray::number(zone) + (north ? "" : " +south") + " +ellps=WGS84"};
}

} // namespace

EarthFrame::EarthFrame(EpsgCode crs, QString name, std::shared_ptr<Transformation> transformation)
    : m_crs(crs)
    , m_name(std::move(name))
    , m_transformation(std::move(transformation))
{}

bool EarthFrame::isNearSurface(const Vec3 &p)
{
    constexpr double kEquator = 6378137, kPole = 6356752.314245, kFar = 100000;
    const double length = std::sqrt(p.x * p.x + p.y * p.y + p.z * p.z);
    if (!(length > kPole - kFar && length < kEquator + kFar)) {
        return false;
    }
    const double flat = std::sqrt(p.x * p.x + p.y * p.y) / length, up = p.z / length;
    const double surface = 1 / std::sqrt(flat * flat / (kEquator * kEquator) + up * up / (kPole * kPole));
    return std::abs(length - surface) < kFar;
}

std::optional<EarthFrame> EarthFrame::around(const Vec3 &centre)
{
    if (!isNearSurface(centre)) {
        return std::nullopt;
    }
    const Transformation degrees(kToDegrees);
    if (!degrees.operation) {
        return std::nullopt;
    }
    const PJ_COORD place = proj_trans(degrees.operation, PJ_FWD, proj_coord(centre.x, centre.y, centre.z, 0));
    if (!std::isfinite(place.xy.x) || !std::isfinite(place.xy.y)) {
        return std::nullopt;
    }
    const Zone zone = zoneOf(place.xy.x, place.xy.y);
    auto transformation =
        std::make_shared<Transformation>("+proj=pipeline +step +inv +proj=cart +ellps=WGS84 +step " + zone.projection);
    if (!transformation->operation) {
        return std::nullopt;
    }
    return EarthFrame(EpsgCode(zone.code), zone.name, std::move(transformation));
}

void EarthFrame::toMap(std::span<Vec3> points) const
{
    static_assert(sizeof(Vec3) == 3 * sizeof(double));
    if (!points.empty()) {
        proj_trans_generic(m_transformation->operation, PJ_FWD, &points[0].x, sizeof(Vec3), points.size(), &points[0].y,
                           sizeof(Vec3), points.size(), &points[0].z, sizeof(Vec3), points.size(), nullptr, 0, 0);
    }
}

Vec3 EarthFrame::toMap(const Vec3 &point) const
{
    Vec3 moved = point;
    toMap(std::span<Vec3>(&moved, 1));
    return moved;
}

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/planning/sitephoto.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <cmath>

namespace loci::planning {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::planning::SitePhoto)
};

double dot(const Vec3 &a, const Vec3 &b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

bool readNumbers(const QJsonValue &value, int count, double *numbers)
{
    const QJsonArray array = value.toArray();
    bool fine = array.size() == count;
    for (int i = 0; fine && i < count; ++i) {
        fine = array[i].isDouble();
        numbers[i] = array[i].toDouble();
    }
    return fine;
}

} // namespace

std::optional<Vec2> PhotoCamera::project(const Vec3 &place) const
{
    const Vec3 there{place.x - eye.x, place.y - eye.y, place.z - eye.z};
    const double depth = dot(axes[2], there);
    if (depth <= 0) {
        return std::nullopt;
    }
    return Vec2{width / 2.0 + focal * dot(axes[0], there) / depth, height / 2.0 + focal * dot(axes[1], there) / depth};
}

Vec3 PhotoCamera::direction(const Vec2 &pixel) const
{
    const double across = (pixel.x - width / 2.0) / focal;
    const double down = (pixel.y - height / 2.0) / focal;
    Vec3 ray{axes[2].x + across * axes[0].x + down * axes[1].x, axes[2].y + across * axes[0].y + down * axes[1].y,
             axes[2].z + across * axes[0].z + down * axes[1].z};
    const double length = std::sqrt(dot(ray, ray));
    return {ray.x / length, ray.y / length, ray.z / length};
}

PhotoCamera PhotoCamera::scaledTo(int newWidth) const
{
    PhotoCamera scaled = *this;
    const double factor = width > 0 ? static_cast<double>(newWidth) / width : 1;
    scaled.focal = focal * factor;
    scaled.width = newWidth;
    scaled.height = static_cast<int>(std::lround(height * factor));
    return scaled;
}

double PhotoCamera::fieldOfView() const
{
    constexpr double kDegrees = 180 / M_PI;
    return 2 * std::atan(width / 2.0 / focal) * kDegrees;
}

Result<SitePhoto> SitePhoto::fromJson(const QString &id, const QJsonObject &object)
{
    SitePhoto photo;
    photo.id = id;
    photo.name = object[QLatin1String("name")].toString(id);
    photo.file = object[QLatin1String("path")].toString();
    photo.view = object[QLatin1String("view")].toString();
    photo.width = object[QLatin1String("width")].toInt();
    photo.height = object[QLatin1String("height")].toInt();
    photo.crs = EpsgCode(object[QLatin1String("crs")].toInt());
    bool fine = !photo.file.isEmpty() && photo.width > 0 && photo.height > 0;
    for (const QJsonValue &item : object[QLatin1String("points")].toArray()) {
        double pixel[2] = {};
        double place[3] = {};
        fine = fine && readNumbers(item[QLatin1String("pixel")], 2, pixel) &&
               readNumbers(item[QLatin1String("place")], 3, place);
        photo.points.push_back({{pixel[0], pixel[1]}, {place[0], place[1], place[2]}});
    }
    if (!fine) {
        return fail(ErrorCode::Invalid, Texts::tr("The photograph “%1” of the workspace cannot be read.").arg(id));
    }
    return photo;
}

QJsonObject SitePhoto::toJson() const
{
    QJsonArray list;
    for (const ControlPoint &point : points) {
        list << QJsonObject{{QStringLiteral("pixel"), QJsonArray{point.pixel.x, point.pixel.y}},
                            {QStringLiteral("place"), QJsonArray{point.place.x, point.place.y, point.place.z}}};
    }
    return {{QStringLiteral("name"), name},   {QStringLiteral("path"), file},     {QStringLiteral("view"), view},
            {QStringLiteral("width"), width}, {QStringLiteral("height"), height}, {QStringLiteral("crs"), crs.value()},
            {QStringLiteral("points"), list}};
}

} // namespace loci::planning

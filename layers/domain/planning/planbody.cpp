// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/planning/planbody.h"

#include "layers/domain/city/mesh.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace loci::planning {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::planning::PlanBody)
};

constexpr double kMillimetre = 1e3;
constexpr double kFlat = 0.05;    // metres: nothing stands up
constexpr double kLargest = 3000; // metres: no building is that large

double rounded(double metres)
{
    return std::round(metres * kMillimetre) / kMillimetre;
}

bool isSurroundings(std::string_view type)
{
    static const QSet<QString> kTypes{QStringLiteral("TINRelief"), QStringLiteral("WaterBody"),
                                      QStringLiteral("Road"),      QStringLiteral("Railway"),
                                      QStringLiteral("LandUse"),   QStringLiteral("PlantCover"),
                                      QStringLiteral("Waterway"),  QStringLiteral("TransportSquare")};
    return kTypes.contains(QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size())));
}

bool readRing(const QJsonValue &value, std::vector<Vec3> &ring)
{
    const QJsonArray numbers = value.toArray();
    for (qsizetype i = 0; i + 2 < numbers.size(); i += 3) {
        if (!numbers[i].isDouble() || !numbers[i + 1].isDouble() || !numbers[i + 2].isDouble()) {
            return false;
        }
        ring.push_back({numbers[i].toDouble(), numbers[i + 1].toDouble(), numbers[i + 2].toDouble()});
    }
    return ring.size() >= 3;
}

void addSurfaces(const city::CityModel &model, city::ObjectIndex object, std::vector<PlanBody::Surface> &surfaces)
{
    for (const city::GeometryIndex g : city::chooseGeometries(model, object, {})) {
        const city::Geometry &geometry = model.geometry.geometries[g];
        for (city::SurfaceIndex s = geometry.surfaces.begin; s < geometry.surfaces.end; ++s) {
            PlanBody::Surface surface;
            surface.semantic = std::string(model.semanticOf(s));
            const city::IndexRange rings = model.geometry.rings(s);
            for (std::uint32_t r = rings.begin; r < rings.end; ++r) {
                surface.rings.emplace_back();
                for (const std::uint32_t id : model.geometry.ring(r)) {
                    surface.rings.back().push_back(model.vertices.at(id));
                }
            }
            if (!surface.rings.empty()) {
                surfaces.push_back(std::move(surface));
            }
        }
    }
}

Box3 boxOf(const std::vector<PlanBody::Surface> &surfaces)
{
    Box3 box;
    for (const PlanBody::Surface &surface : surfaces) {
        for (const std::vector<Vec3> &ring : surface.rings) {
            for (const Vec3 &p : ring) {
                box.include(p);
            }
        }
    }
    return box;
}

} // namespace

QString PlanBody::id() const
{
    constexpr qsizetype kLength = 16;
    const QByteArray json = QJsonDocument(toJson()).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().left(kLength));
}

bool PlanBody::hasGround() const
{
    return std::any_of(surfaces.begin(), surfaces.end(),
                       [](const Surface &surface) { return surface.semantic == "GroundSurface"; });
}

Result<std::shared_ptr<const PlanBody>> PlanBody::fromJson(const QJsonObject &object)
{
    auto body = std::make_shared<PlanBody>();
    body->file = object[QLatin1String("file")].toString();
    bool fine = true;
    for (const QJsonValue &item : object[QLatin1String("surfaces")].toArray()) {
        Surface surface;
        surface.semantic = item[QLatin1String("semantic")].toString().toStdString();
        for (const QJsonValue &ring : item[QLatin1String("rings")].toArray()) {
            surface.rings.emplace_back();
            fine = fine && readRing(ring, surface.rings.back());
        }
        fine = fine && !surface.rings.empty();
        body->surfaces.push_back(std::move(surface));
    }
    for (const QJsonValue &item : object[QLatin1String("outline")].toArray()) {
        body->outline.push_back({item[0].toDouble(), item[1].toDouble()});
    }
    if (!fine || body->surfaces.empty() || body->outline.size() < 3) {
        return fail(ErrorCode::Invalid, Texts::tr("The shape of a proposal cannot be read."));
    }
    body->height = boxOf(body->surfaces).max.z;
    return body;
}

QJsonObject PlanBody::toJson() const
{
    QJsonArray all, ground;
    for (const Surface &surface : surfaces) {
        QJsonArray rings;
        for (const std::vector<Vec3> &ring : surface.rings) {
            QJsonArray numbers;
            for (const Vec3 &p : ring) {
                numbers << p.x << p.y << p.z;
            }
            rings << numbers;
        }
        all << QJsonObject{{QStringLiteral("semantic"), QString::fromStdString(surface.semantic)},
                           {QStringLiteral("rings"), rings}};
    }
    for (const Vec2 &p : outline) {
        ground << QJsonArray{p.x, p.y};
    }
    return {{QStringLiteral("file"), file}, {QStringLiteral("outline"), ground}, {QStringLiteral("surfaces"), all}};
}

Result<PlacedBody> bodyOf(const city::CityModel &model, const QString &fileName)
{
    PlacedBody placed;
    placed.body.file = fileName;
    placed.crs = model.crs;
    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
        if (!isSurroundings(model.typeOf(o))) {
            addSurfaces(model, o, placed.body.surfaces);
        }
    }
    const Box3 box = boxOf(placed.body.surfaces);
    if (placed.body.surfaces.empty() || box.max.z - box.min.z < kFlat) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 holds nothing that stands up.").arg(fileName));
    }
    const Vec3 size{box.max.x - box.min.x, box.max.y - box.min.y, box.max.z - box.min.z};
    if (std::max({size.x, size.y, size.z}) > kLargest) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("%1 is %2 m across: no building is. Its numbers may be millimetres or degrees; write it "
                              "in metres.")
                        .arg(fileName)
                        .arg(std::max({size.x, size.y, size.z}), 0, 'f', 0));
    }
    placed.at = {box.centre().x, box.centre().y, box.min.z};
    for (PlanBody::Surface &surface : placed.body.surfaces) {
        for (std::vector<Vec3> &ring : surface.rings) {
            for (Vec3 &p : ring) {
                p = {rounded(p.x - placed.at.x), rounded(p.y - placed.at.y), rounded(p.z - placed.at.z)};
            }
        }
    }
    const double x = size.x / 2, y = size.y / 2;
    placed.body.outline = {{-x, -y}, {x, -y}, {x, y}, {-x, y}};
    placed.body.height = rounded(size.z);
    return placed;
}

Vec3 placedPoint(const Vec3 &local, const Vec2 &at, double base, double turn)
{
    constexpr double kDegrees = M_PI / 180;
    const double c = std::cos(turn * kDegrees);
    const double s = std::sin(turn * kDegrees);
    return {at.x + c * local.x - s * local.y, at.y + s * local.x + c * local.y, base + local.z};
}

} // namespace loci::planning

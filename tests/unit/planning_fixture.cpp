// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/planning_fixture.h"

#include "layers/domain/city/citymodelbuilder.h"

#include <QJsonDocument>
#include <QTest>
#include <cmath>

namespace loci::test {

city::CityModelPtr boxTown(const std::vector<BoxHouse> &houses, int epsg)
{
    // Northings in millimetres do not fit 32 bits: count from the first house.
    const BoxHouse corner = houses.empty() ? BoxHouse() : houses.front();
    city::CityModelBuilder b({0.001, 0.001, 0.001}, {std::floor(corner.x0), std::floor(corner.y0), 0});
    b.model().crs = EpsgCode(epsg);
    for (const BoxHouse &h : houses) {
        b.beginObject(h.id.toStdString(), "Building");
        for (const auto &[name, value] : h.texts) {
            b.attribute(name.toStdString(), std::string_view(value.toStdString()));
        }
        if (h.storeys > 0) {
            b.attribute("storeysAboveGround", h.storeys);
        }
        b.beginGeometry(city::GeometryType::Solid, "2");
        b.beginShell();
        const Vec3 p[8] = {{h.x0, h.y0, h.z0}, {h.x1, h.y0, h.z0}, {h.x1, h.y1, h.z0}, {h.x0, h.y1, h.z0},
                           {h.x0, h.y0, h.z1}, {h.x1, h.y0, h.z1}, {h.x1, h.y1, h.z1}, {h.x0, h.y1, h.z1}};
        b.surface({{p[0], p[3], p[2], p[1]}}, "GroundSurface");
        b.surface({{p[4], p[5], p[6], p[7]}}, "RoofSurface");
        for (int i = 0; i < 4; ++i) {
            const int j = (i + 1) % 4;
            b.surface({{p[i], p[j], p[j + 4], p[i + 4]}}, "WallSurface");
        }
    }
    return b.finish();
}

QJsonObject feature(const QJsonObject &properties, const QString &type, const QJsonArray &coordinates)
{
    return {{"type", "Feature"},
            {"properties", properties},
            {"geometry", QJsonObject{{"type", type}, {"coordinates", coordinates}}}};
}

QJsonObject boxFeature(const QJsonObject &properties, double x0, double y0, double x1, double y1)
{
    const QJsonArray ring{QJsonArray{x0, y0}, QJsonArray{x1, y0}, QJsonArray{x1, y1}, QJsonArray{x0, y1},
                          QJsonArray{x0, y0}};
    return feature(properties, QStringLiteral("Polygon"), QJsonArray{QJsonValue(ring)});
}

QByteArray collection(const std::vector<QJsonObject> &features, int epsg)
{
    QJsonArray array;
    for (const QJsonObject &one : features) {
        array << one;
    }
    const QJsonObject name{{"name", QStringLiteral("urn:ogc:def:crs:EPSG::%1").arg(epsg)}};
    return QJsonDocument(QJsonObject{{"type", "FeatureCollection"},
                                     {"crs", QJsonObject{{"type", "name"}, {"properties", name}}},
                                     {"features", array}})
        .toJson();
}

QByteArray packOf(const std::vector<QJsonObject> &rules)
{
    const QJsonObject text{{"en", "a rule"}, {"zh", "规则"}};
    QJsonArray array;
    for (QJsonObject rule : rules) {
        const std::pair<const char *, QJsonValue> needed[] = {
            {"standard", "test"}, {"clause", "1"}, {"title", text}, {"text", text}, {"from", "2000-01-01"}};
        for (const auto &[member, value] : needed) {
            if (!rule.contains(QLatin1String(member))) {
                rule.insert(QLatin1String(member), value);
            }
        }
        array << rule;
    }
    return QJsonDocument(QJsonObject{{"id", "test"},
                                     {"version", "1"},
                                     {"jurisdiction", "here"},
                                     {"title", text},
                                     {"note", text},
                                     {"rules", array}})
        .toJson();
}

analysis::CheckReport check(const CheckInput &input)
{
    const auto layer = planning::PlanLayer::fromGeoJson(collection(input.features), QStringLiteral("zones"));
    const auto pack = planning::RulePack::fromJson(packOf(input.rules));
    const analysis::Shape::Context context;
    const auto buildings = analysis::BuildingSet::of(input.model, context, input.proposed, {});
    if (!layer || !pack || !buildings) {
        QTest::qFail(qPrintable(!layer  ? layer.error().message
                                : !pack ? pack.error().message
                                        : QString()),
                     __FILE__, __LINE__);
        return {};
    }
    analysis::CheckRequest request;
    request.buildings = &buildings->value;
    request.layer = &layer->value;
    request.pack = &*pack;
    request.day = input.day;
    request.datum = input.datum;
    return analysis::checkRules(request).value_or(analysis::CheckReport());
}

const planning::RuleResult *rowIn(const analysis::CheckReport &report, const QString &subject, const QString &rule,
                                  const QString &area)
{
    for (const planning::RuleResult &row : report.results) {
        if (row.subject == subject && row.rule == rule && (area.isEmpty() || row.area == area)) {
            return &row;
        }
    }
    return nullptr;
}

} // namespace loci::test

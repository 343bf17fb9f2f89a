// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/compare.h"

#include "layers/domain/city/citymodelbuilder.h"
#include "layers/formats/modelreader.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::city;

/// Two versions of a model: what came, what went, what is no longer the same.
class TestCompare : public QObject
{
    Q_OBJECT

    struct House
    {
        std::string id = "a";
        double east = 0, height = 6;
        int storeys = 2;
        bool turned = false;       ///< other order of surfaces, rings begin elsewhere
        bool asWholeNumber = true; ///< of "year"
        std::string roof = "RoofSurface";
    };
    static CityModelPtr model(const std::vector<House> &houses, int crs = 28992)
    {
        CityModelBuilder b({0.001, 0.001, 0.001}, {1000, 2000, 0});
        b.model().crs = EpsgCode(crs);
        for (const House &h : houses) {
            b.beginObject(h.id, "Building");
            b.attribute("storeys", h.storeys);
            if (h.asWholeNumber) {
                b.attribute("year", 1900);
            } else {
                b.attribute("year", 1900.0);
            }
            b.attribute("name", "house");
            b.beginGeometry(GeometryType::MultiSurface, "1");
            const auto at = [&h](double x, double y, double z) { return Vec3{1000 + h.east + x, 2000 + y, z}; };
            const std::vector<Vec3> floor{at(0, 8, 0), at(9, 8, 0), at(9, 0, 0), at(0, 0, 0)};
            std::vector<Vec3> top{at(0, 0, h.height), at(9, 0, h.height), at(9, 8, h.height), at(0, 8, h.height)};
            if (h.turned) {
                std::rotate(top.begin(), top.begin() + 1, top.end());
                b.surface(std::span<const Vec3>(top), h.roof);
                b.surface(std::span<const Vec3>(floor), "GroundSurface");
            } else {
                b.surface(std::span<const Vec3>(floor), "GroundSurface");
                b.surface(std::span<const Vec3>(top), h.roof);
            }
        }
        return b.finish();
    }
    static Comparison compared(const CityModelPtr &a, const CityModelPtr &b, double tolerance = 0.001)
    {
        const auto result = compare(*a, *b, {tolerance});
        return result ? *result : Comparison{};
    }

private slots:
    void orderDoesNotMatter()
    {
        const Comparison c = compared(model({{.id = "a"}, {.id = "b", .east = 20}}),
                                      model({{.id = "b", .east = 20, .turned = true}, {.id = "a", .turned = true}}));
        QCOMPARE(c.same, std::size_t(2));
        QVERIFY(c.differences.empty());
    }

    void saysWhatCameAndWent()
    {
        const auto before = model({{.id = "a"}, {.id = "gone", .east = 40}});
        const auto after = model({{.id = "a"}, {.id = "new", .east = 60}, {.id = "newer", .east = 80}});
        const Comparison c = compared(before, after);
        QCOMPARE(c.added, std::size_t(2));
        QCOMPARE(c.removed, std::size_t(1));
        QCOMPARE(c.same, std::size_t(1));
        const QJsonObject json = toJson(c, *before, *after);
        QCOMPARE(json["added"].toArray(), QJsonArray({"new", "newer"}));
        QCOMPARE(json["removed"].toArray(), QJsonArray({"gone"}));
        QCOMPARE(json["same"].toInt(), 1);
    }

    void movesWithinTheToleranceAreNone()
    {
        const auto before = model({{.height = 6}});
        QCOMPARE(compared(before, model({{.height = 6.004}}), 0.01).same, std::size_t(1));
        const Comparison c = compared(before, model({{.height = 6.004}}), 0.001);
        QCOMPARE(c.geometryChanged, std::size_t(1));
        QVERIFY(c.differences.front().geometry && !c.differences.front().semantics);
        QCOMPARE(c.attributesChanged, std::size_t(0));
    }

    void aTurnedSurfaceIsAnother()
    {
        CityModelBuilder b({0.001, 0.001, 0.001}, {1000, 2000, 0});
        b.beginObject("a", "Building");
        b.beginGeometry(GeometryType::MultiSurface, "1");
        b.surface({{{1000, 2000, 0}, {1001, 2000, 0}, {1001, 2001, 0}}});
        const auto up = b.finish();
        CityModelBuilder d({0.001, 0.001, 0.001}, {1000, 2000, 0});
        d.beginObject("a", "Building");
        d.beginGeometry(GeometryType::MultiSurface, "1");
        d.surface({{{1001, 2001, 0}, {1001, 2000, 0}, {1000, 2000, 0}}});
        QCOMPARE(compared(up, d.finish()).geometryChanged, std::size_t(1));
    }

    void namesOtherAttributesWithBothValues()
    {
        const auto before = model({{.storeys = 2}});
        const auto after = model({{.storeys = 3}});
        const Comparison c = compared(before, after);
        QCOMPARE(c.attributesChanged, std::size_t(1));
        QCOMPARE(c.differences.front().attributes, QStringList({"storeys"}));
        const QJsonObject changed = toJson(c, *before, *after)["changed"].toArray().at(0).toObject();
        QCOMPARE(changed["attributes"]["storeys"]["before"].toInt(), 2);
        QCOMPARE(changed["attributes"]["storeys"]["after"].toInt(), 3);
        QCOMPARE(changed["geometry"].toBool(), false);
    }

    void aNumberIsItsValue()
    {
        QCOMPARE(compared(model({{.asWholeNumber = true}}), model({{.asWholeNumber = false}})).same, std::size_t(1));
    }

    void seesOtherSemantics()
    {
        const Comparison c = compared(model({{}}), model({{.roof = "WallSurface"}}));
        QVERIFY(c.differences.size() == 1 && c.differences.front().semantics && !c.differences.front().geometry);
        QCOMPARE(c.geometryChanged, std::size_t(1));
    }

    void refusesTwoReferenceSystems()
    {
        const auto result = compare(*model({{}}), *model({{}}, 7415));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Usage);
        QVERIFY(result.error().message.contains(QLatin1String("28992")));
        const CancelToken token;
        token.cancel();
        QCOMPARE(compare(*model({{}}), *model({{}}), {}, token).error().code, ErrorCode::Cancelled);
    }

    /// A real model against a copy with its objects in reverse order, one taken out, one renamed and one attribute
    /// changed.
    void findsWhatWasDoneToARealModel()
    {
        const QString file = test::sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QFile input(file);
        QVERIFY(input.open(QIODevice::ReadOnly));
        QJsonObject root = QJsonDocument::fromJson(input.readAll()).object();
        QJsonObject objects = root["CityObjects"].toObject();
        QStringList leaves;
        for (const QString &id : objects.keys()) {
            const QJsonObject o = objects[id].toObject();
            if (!o.contains("parents") && !o.contains("children")) {
                leaves << id;
            }
        }
        QVERIFY(leaves.size() >= 3);
        objects.remove(leaves[0]);
        const QJsonObject renamed = objects.take(leaves[1]).toObject();
        objects[leaves[1] + "-2"] = renamed;
        QJsonObject changed = objects[leaves[2]].toObject();
        QJsonObject attributes = changed["attributes"].toObject();
        attributes["checked by"] = "a test";
        changed["attributes"] = attributes;
        objects[leaves[2]] = changed;
        root["CityObjects"] = objects;
        QTemporaryDir folder;
        const QString copy = folder.filePath("changed.city.json");
        QFile output(copy);
        QVERIFY(output.open(QIODevice::WriteOnly));
        output.write(QJsonDocument(root).toJson());
        output.close();
        const auto before = formats::readModel(file);
        const auto after = formats::readModel(copy);
        LOCI_VERIFY_RESULT(before);
        LOCI_VERIFY_RESULT(after);
        const Comparison c = compared(before->value, after->value);
        QCOMPARE(c.removed, std::size_t(2));
        QCOMPARE(c.added, std::size_t(1));
        QCOMPARE(c.attributesChanged, std::size_t(1));
        QCOMPARE(c.geometryChanged, std::size_t(0));
        QCOMPARE(c.same, std::size_t(before->value->objectCount()) - 3);
    }
};

LOCI_TEST_CLASS(TestCompare)
#include "comparetest.moc"

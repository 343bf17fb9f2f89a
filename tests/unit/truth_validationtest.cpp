// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/domain/city/modelfindings.h"
#include "layers/domain/city/validation.h"
#include "layers/formats/cityjsonreader.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <functional>
#include <map>

using namespace loci;
using namespace loci::city;

namespace {

using Ring = std::vector<Vec3>;
using Rings = std::vector<Ring>;

QStringList codesOf(const Findings &findings)
{
    QStringList codes;
    for (const Finding &finding : findings) {
        codes << finding.code.section(QLatin1Char(' '), 0, 0);
    }
    return codes;
}

Findings errorsOf(CityModelBuilder &builder)
{
    auto findings = *validate(*builder.finish());
    findings.erase(std::remove_if(findings.begin(), findings.end(),
                                  [](const Finding &f) { return f.severity != Severity::Error; }),
                   findings.end());
    return findings;
}

/// A polygon on a tilted plane that maps whole millimetres to whole millimetres: z = x + 2 y.
Vec3 tilted(double x, double y)
{
    return {80000 + x, 450000 + y, 5 + x + 2 * y};
}

Ring square(double x, double y, double size, bool hole)
{
    const Ring ring{tilted(x, y), tilted(x + size, y), tilted(x + size, y + size), tilted(x, y + size)};
    return hole ? Ring(ring.rbegin(), ring.rend()) : ring;
}

QStringList polygonCodes(const Rings &rings)
{
    CityModelBuilder builder({0.001, 0.001, 0.001}, {80000, 450000, 0});
    builder.beginObject("roof", "Building");
    builder.beginGeometry(GeometryType::MultiSurface, "2");
    builder.surface(std::span<const Ring>(rings));
    return codesOf(errorsOf(builder));
}

void addBox(CityModelBuilder &builder, const Vec3 &low, const Vec3 &high, bool inward = false, std::uint32_t solid = 0)
{
    const Vec3 a = low, b{high.x, low.y, low.z}, c{high.x, high.y, low.z}, d{low.x, high.y, low.z};
    const Vec3 e{low.x, low.y, high.z}, f{high.x, low.y, high.z}, g = high, h{low.x, high.y, high.z};
    builder.beginShell(solid);
    for (Ring face :
         {Ring{a, d, c, b}, Ring{e, f, g, h}, Ring{a, b, f, e}, Ring{b, c, g, f}, Ring{c, d, h, g}, Ring{d, a, e, h}}) {
        if (inward) {
            std::reverse(face.begin(), face.end());
        }
        builder.surface(std::span<const Vec3>(face));
    }
}

QStringList solidCodes(GeometryType type, const std::function<void(CityModelBuilder &)> &fill)
{
    CityModelBuilder builder;
    builder.beginObject("house", type == GeometryType::MultiSolid ? "PlantCover" : "Building");
    builder.beginGeometry(type, "2");
    fill(builder);
    return codesOf(errorsOf(builder));
}

} // namespace

class TruthValidationTest : public QObject
{
    Q_OBJECT

private slots:
    void judgesRings_data()
    {
        QTest::addColumn<Rings>("rings");
        QTest::addColumn<QString>("code");
        const Ring outer = square(0, 0, 10, false);
        QTest::newRow("good") << Rings{outer} << "";
        QTest::newRow("good hole") << Rings{outer, square(2, 2, 3, true)} << "";
        QTest::newRow("two points") << Rings{{tilted(0, 0), tilted(1, 0)}} << "101";
        QTest::newRow("hole of two points") << Rings{outer, {tilted(1, 1), tilted(2, 1)}} << "101";
        QTest::newRow("point twice") << Rings{{tilted(0, 0), tilted(5, 0), tilted(5, 0), tilted(5, 5)}} << "102";
        QTest::newRow("first is last") << Rings{{tilted(0, 0), tilted(5, 0), tilted(5, 5), tilted(0, 0)}} << "102";
        QTest::newRow("half a millimetre apart is one point")
            << Rings{{tilted(0, 0), tilted(5, 0), tilted(5, 5), tilted(0, 0.0002)}} << "102";
        QTest::newRow("bow tie") << Rings{{tilted(0, 0), tilted(5, 5), tilted(5, 0), tilted(0, 5)}} << "104";
        QTest::newRow("corner on an edge")
            << Rings{{tilted(0, 0), tilted(6, 0), tilted(6, 6), tilted(3, 0), tilted(0, 6)}} << "104";
        QTest::newRow("folds back") << Rings{{tilted(0, 0), tilted(8, 0), tilted(4, 0), tilted(4, 4)}} << "104";
        QTest::newRow("a line") << Rings{{tilted(0, 0), tilted(3, 3), tilted(6, 6)}} << "104";
        QTest::newRow("holes cross") << Rings{outer, square(1, 1, 4, true), square(3, 3, 4, true)} << "201";
        QTest::newRow("hole crosses the border") << Rings{outer, square(8, 8, 4, true)} << "201";
        QTest::newRow("hole shares a line with the border") << Rings{outer, square(7, 2, 3, true)} << "201";
        QTest::newRow("hole leaves through a corner of its own")
            << Rings{outer, {tilted(8, 5), tilted(10, 6), tilted(12, 5), tilted(10, 4)}} << "201";
        QTest::newRow("hole twice") << Rings{outer, square(2, 2, 3, true), square(2, 2, 3, true)} << "202";
        QTest::newRow("lifted point") << Rings{{tilted(0, 0), tilted(10, 0), {80010, 450010, 36}, tilted(0, 10)}}
                                      << "203";
        QTest::newRow("hole touches the border twice")
            << Rings{outer, {tilted(0, 5), tilted(5, 7), tilted(10, 5), tilted(5, 3)}} << "205";
        QTest::newRow("hole touches the border once")
            << Rings{outer, {tilted(0, 5), tilted(5, 7), tilted(8, 5), tilted(5, 3)}} << "";
        QTest::newRow("three holes in a ring") << Rings{outer,
                                                        {tilted(2, 2), tilted(5, 4), tilted(8, 2), tilted(5, 1)},
                                                        {tilted(8, 2), tilted(7, 5), tilted(5, 8), tilted(9, 6)},
                                                        {tilted(5, 8), tilted(4, 5), tilted(2, 2), tilted(1, 6)}}
                                               << "205";
        QTest::newRow("hole outside") << Rings{outer, square(20, 20, 3, true)} << "206";
        QTest::newRow("hole in a hole") << Rings{outer, square(1, 1, 8, true), square(3, 3, 3, true)} << "207";
        QTest::newRow("hole turned") << Rings{outer, square(2, 2, 3, false)} << "208";
    }

    void judgesRings()
    {
        QFETCH(Rings, rings);
        QFETCH(QString, code);
        for (Ring &ring : rings) { // on the grid: the test is about exactness
            for (Vec3 &p : ring) {
                p.z = std::round(p.z * 1000) / 1000;
            }
        }
        QCOMPARE(polygonCodes(rings), code.isEmpty() ? QStringList() : QStringList{code});
    }

    void judgesShells()
    {
        const auto solid = [](const auto &fill) { return solidCodes(GeometryType::Solid, fill); };
        QCOMPARE(solid([](auto &b) { addBox(b, {0, 0, 0}, {4, 4, 4}); }), QStringList());
        QCOMPARE(solid([](auto &b) { addBox(b, {0, 0, 0}, {4, 4, 4}, true); }), QStringList{"405"});
        QCOMPARE(solid([](auto &b) {
                     addBox(b, {0, 0, 0}, {4, 4, 4});
                     addBox(b, {1, 1, 1}, {2, 2, 2}, true);
                 }),
                 QStringList());
        QCOMPARE(solid([](auto &b) {
                     addBox(b, {0, 0, 0}, {4, 4, 4});
                     addBox(b, {1, 1, 1}, {2, 2, 2});
                 }),
                 QStringList{"405"});
        QCOMPARE(solid([](auto &b) {
                     addBox(b, {0, 0, 0}, {4, 4, 4});
                     addBox(b, {3, 1.5, 1.5}, {6, 2, 2}, true);
                 }),
                 QStringList{"401"});
        QCOMPARE(solid([](auto &b) {
                     addBox(b, {0, 0, 0}, {4, 4, 4});
                     addBox(b, {0, 0, 0}, {4, 4, 4}, true);
                 }),
                 QStringList{"402"});
        QCOMPARE(solid([](auto &b) {
                     addBox(b, {0, 0, 0}, {4, 4, 4});
                     addBox(b, {10, 0, 0}, {12, 2, 2}, true);
                 }),
                 QStringList{"403"});
    }

    void namesThePolygonThatIsTurned()
    {
        CityModelBuilder builder;
        builder.beginObject("other", "Building");
        builder.beginGeometry(GeometryType::Solid, "1");
        addBox(builder, {20, 0, 0}, {24, 4, 4});
        builder.beginObject("house", "Building");
        builder.beginGeometry(GeometryType::Solid, "1");
        addBox(builder, {0, 0, 0}, {4, 4, 4});
        builder.beginGeometry(GeometryType::Solid, "2");
        addBox(builder, {0, 0, 0}, {4, 4, 5});
        CityModel &model = builder.model();
        const auto ring = model.geometry.surfaceRings[model.geometry.surfaceCount() - 2];
        std::reverse(model.geometry.vertexIds.begin() + model.geometry.ringVertices[ring],
                     model.geometry.vertexIds.begin() + model.geometry.ringVertices[ring + 1]);
        const Findings findings = errorsOf(builder);
        QCOMPARE(codesOf(findings), QStringList{"307"});
        QCOMPARE(findings[0].object, QStringLiteral("house"));
        QCOMPARE(findings[0].where, QStringLiteral("/geometry/1, surface 4"));
        QVERIFY(findings[0].place.has_value());
        QCOMPARE(findings[0].place->max, (Vec3{4, 4, 5}));
        QCOMPARE(findings[0].place->min, (Vec3{0, 4, 0}));
    }

    void findsWhatDoesNotHangTogether()
    {
        const auto solid = [](const auto &fill) { return solidCodes(GeometryType::Solid, fill); };
        const auto boxesInOneShell = [](const Vec3 &shift) {
            return [shift](CityModelBuilder &b) {
                addBox(b, {0, 0, 0}, {1, 1, 1});
                addBox(b, shift, {shift.x + 1, shift.y + 1, shift.z + 1});
                std::vector<Shell> &shells = b.model().geometry.shells;
                shells[0].surfaces.end = shells[1].surfaces.end;
                shells.pop_back();
                b.model().geometry.geometries.back().shells.end = 1;
            };
        };
        QCOMPARE(solid(boxesInOneShell({5, 0, 0})), QStringList{"305"});
        QCOMPARE(solid(boxesInOneShell({1, 1, 1})), QStringList{"305"}); // they meet in a corner
        QCOMPARE(solid(boxesInOneShell({1, 1, 0})), QStringList{"303"}); // they meet in an edge
    }

    void snapsCornersThatAreNearlyTheSame()
    {
        for (const double gap : {0.0004, 0.004}) {
            CityModelBuilder builder({0.0001, 0.0001, 0.0001});
            builder.beginObject("house", "Building");
            builder.beginGeometry(GeometryType::Solid, "1");
            addBox(builder, {0, 0, 0}, {4, 4, 4});
            std::vector<std::int32_t> &xyz = builder.model().vertices.xyz;
            std::vector<std::uint32_t> &ids = builder.model().geometry.vertexIds;
            const std::size_t old = 3 * std::size_t(ids[5]);
            for (std::size_t axis = 0; axis < 3; ++axis) {
                const std::int32_t value = xyz[old + axis];
                xyz.push_back(axis == 0 ? value + std::int32_t(gap * 10000) : value);
            }
            ids[5] = std::uint32_t(xyz.size() / 3 - 1);
            QCOMPARE(codesOf(errorsOf(builder)), gap < 0.001 ? QStringList() : QStringList{"302"});
        }
    }

    void judgesComposites()
    {
        const auto composite = [](const Vec3 &low, const Vec3 &high) {
            return solidCodes(GeometryType::CompositeSolid, [&](CityModelBuilder &b) {
                addBox(b, {0, 0, 0}, {2, 2, 2}, false, 0);
                addBox(b, low, high, false, 1);
            });
        };
        QCOMPARE(composite({2, 0, 0}, {4, 2, 2}), QStringList());
        QCOMPARE(composite({2, 0.5, 0.5}, {4, 1.5, 1.5}), QStringList());
        QCOMPARE(composite({1, 0, 0}, {3, 2, 2}), QStringList{"501"});
        QCOMPARE(composite({1, 0.5, 0.5}, {3, 1.5, 1.5}), QStringList{"501"});
        QCOMPARE(composite({0.5, 0.5, 0.5}, {1, 1, 1}), QStringList{"501"});
        QCOMPARE(composite({0, 0, 0}, {2, 2, 2}), QStringList{"502"});
        QCOMPARE(composite({5, 0, 0}, {6, 1, 1}), QStringList{"503"});
    }

    void passesOverEmptySolidsAndShells()
    {
        for (const GeometryType type : {GeometryType::CompositeSolid, GeometryType::Solid}) {
            QCOMPARE(solidCodes(type,
                                [](CityModelBuilder &b) {
                                    b.beginShell(0);
                                    addBox(b, {0, 0, 0}, {2, 2, 2}, false, 1);
                                    b.beginShell(2);
                                }),
                     QStringList());
        }
    }

    void comparesThePartsOfABuilding()
    {
        const auto parts = [](double x, const char *lod) {
            CityModelBuilder builder;
            const ObjectIndex house = builder.beginObject("house", "Building");
            builder.beginObject("a", "BuildingPart", house);
            builder.beginGeometry(GeometryType::Solid, "2");
            addBox(builder, {0, 0, 0}, {4, 4, 4});
            builder.beginObject("b", "BuildingPart", house);
            builder.beginGeometry(GeometryType::Solid, lod);
            addBox(builder, {x, 0, 0}, {x + 4, 4, 6});
            return codesOf(errorsOf(builder));
        };
        QCOMPARE(parts(4, "2"), QStringList());
        QCOMPARE(parts(3, "2"), QStringList{"601"});
        QCOMPARE(parts(3, "1"), QStringList());
    }

    void findsAShellThatGoesThroughItself()
    {
        // A box whose roof has a spike that comes out of the floor.
        CityModelBuilder builder;
        builder.beginObject("house", "Building");
        builder.beginGeometry(GeometryType::Solid, "2");
        addBox(builder, {0, 0, 0}, {4, 4, 4});
        CityModel &model = builder.model();
        GeometryStore &store = model.geometry;
        const Vec3 tip{2, 2, -1};
        // The roof goes, four triangles to the tip come.
        const std::vector<Ring> faces{{{0, 0, 0}, {0, 4, 0}, {4, 4, 0}, {4, 0, 0}},
                                      {{0, 0, 0}, {4, 0, 0}, {4, 0, 4}, {0, 0, 4}},
                                      {{4, 0, 0}, {4, 4, 0}, {4, 4, 4}, {4, 0, 4}},
                                      {{4, 4, 0}, {0, 4, 0}, {0, 4, 4}, {4, 4, 4}},
                                      {{0, 4, 0}, {0, 0, 0}, {0, 0, 4}, {0, 4, 4}},
                                      {{0, 0, 4}, {4, 0, 4}, tip},
                                      {{4, 0, 4}, {4, 4, 4}, tip},
                                      {{4, 4, 4}, {0, 4, 4}, tip},
                                      {{0, 4, 4}, {0, 0, 4}, tip}};
        store = GeometryStore();
        builder.beginGeometry(GeometryType::Solid, "2");
        model.objectGeometries[0] = {0, 1};
        builder.beginShell();
        for (const Ring &face : faces) {
            builder.surface(std::span<const Vec3>(face));
        }
        QCOMPARE(codesOf(errorsOf(builder)), QStringList{"306"});
    }

    void checksTemplatesAndNamesWhoUsesThem()
    {
        const QByteArray bytes =
            R"({"type":"CityJSON","version":"2.0","transform":{"scale":[0.001,0.001,0.001],"translate":[10,20,30]},
"geometry-templates":{"templates":[{"type":"MultiSurface","lod":"2","boundaries":[[[0,2,1,3]]]}],
"vertices-templates":[[0,0,0],[1,0,0],[1,1,0],[0,1,0]]},
"CityObjects":{"tree":{"type":"SolitaryVegetationObject","geometry":[{"type":"GeometryInstance","template":0,
"boundaries":[0],"transformationMatrix":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}]}},"vertices":[[1000,2000,3000]],
"metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/7415"}})";
        const auto loaded = formats::CityJsonReader().read(bytes, QStringLiteral("t.city.json"));
        LOCI_VERIFY_RESULT(loaded);
        const auto findings = validate(*loaded->value);
        QCOMPARE(codesOf(*findings), QStringList{"104"});
        QCOMPARE((*findings)[0].object, QStringLiteral("tree"));
        QCOMPARE((*findings)[0].where, QStringLiteral("/geometry-templates/templates/0, surface 0"));
        QCOMPARE((*findings)[0].place->min, (Vec3{11, 22, 33}));
    }

    /// The 3DBAG writes what val3dity found, by building and LoD, into its attributes: before the coordinates were
    /// rounded to millimetres, so that a few must differ.
    void agreesWithVal3dityOnTheDutchModel()
    {
        int same = 0, all = 0, faulty = 0;
        for (const char *name :
             {"3dbag_tile5908_99bldg_multilod.city.jsonl", "delft_subset.city.jsonl", "tudelft_campus_v11.city.json"}) {
            const QString path = test::sharedData(QStringLiteral("cityjson/delft/") + QLatin1String(name));
            if (path.isEmpty()) {
                QSKIP("shared data is absent");
            }
            const auto loaded = formats::readModel(path);
            LOCI_VERIFY_RESULT(loaded);
            const CityModel &model = *loaded->value;
            std::map<std::pair<ObjectIndex, std::string>, QStringList> ours;
            const auto found = validate(model);
            LOCI_VERIFY_RESULT(found);
            for (const Finding &finding : *found) {
                const ObjectIndex object = model.find(finding.object.toStdString());
                if (finding.code[0].isDigit() && object != kNone) {
                    const int number =
                        finding.where.section(QLatin1Char('/'), 2).section(QLatin1Char(','), 0, 0).toInt();
                    const auto g = model.objectGeometries[object].begin + static_cast<std::uint32_t>(number);
                    const std::string lod(model.lodNames.at(model.geometry.geometries[g].lod));
                    ours[{model.rootOf(object), lod}] << finding.code.left(3);
                }
            }
            for (const auto &[lod, key] : {std::pair("1.2", "lod12"), {"1.3", "lod13"}, {"2.2", "lod22"}}) {
                const auto *column = model.attributes.find(std::string("b3_val3dity_") + key);
                column = column != nullptr ? column : model.attributes.find(std::string("val3dity_codes_") + key);
                QVERIFY(column != nullptr);
                for (const std::uint32_t row : column->rows()) {
                    QStringList theirs;
                    for (const QJsonValue &code :
                         QJsonDocument::fromJson(column->value(row).toString().toUtf8()).array()) {
                        theirs << QString::number(code.toInt());
                    }
                    QStringList mine = ours[{row, lod}];
                    mine.removeDuplicates();
                    mine.sort();
                    theirs.sort();
                    ++all;
                    same += mine == theirs ? 1 : 0;
                    faulty += theirs.isEmpty() ? 0 : 1;
                }
            }
        }
        QVERIFY2(all > 1500 && faulty > 10, qPrintable(QString::number(all)));
        QVERIFY2(same >= all * 98 / 100, qPrintable(QStringLiteral("%1 of %2").arg(same).arg(all)));
    }

    void saysWhereTheReaderFoundIt()
    {
        const QByteArray bytes =
            R"({"type":"CityJSON","version":"2.0","transform":{"scale":[1,1,1],"translate":[0,0,0]},"CityObjects":{
"a":{"type":"Building","geometry":[{"type":"MultiSurface","lod":"0","boundaries":[[[0,1,2]]]},
{"type":"MultiSurface","lod":"2","boundaries":[[[0,1,2]],[[0,1,9]]],"material":{"m":{"values":[null,4]}}},
{"type":"MultiSurface","lod":"2","boundaries":[[[0,1,2]]],"semantics":{"surfaces":[],"values":[0]}}]}},
"vertices":[[0,0,0],[5,0,0],[5,5,1]]})";
        const auto loaded = formats::CityJsonReader().read(bytes, QStringLiteral("t.city.json"));
        LOCI_VERIFY_RESULT(loaded);
        QStringList seen;
        for (const Finding &finding : loaded->findings) {
            if (!finding.object.isEmpty()) {
                seen << finding.code + QLatin1Char(' ') + finding.where;
                QVERIFY(finding.place.has_value());
                QCOMPARE(finding.place->max, (Vec3{5, 5, 1}));
            }
        }
        seen.sort();
        QCOMPARE(seen, (QStringList{"materials /geometry/1, surface 1", "semantics_arrays /geometry/2",
                                    "wrong_vertex_index /geometry/1, surface 1"}));
    }
};

LOCI_TEST_CLASS(TruthValidationTest)
#include "truth_validationtest.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/convertverb.h"
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/domain/city/heights.h"
#include "layers/domain/city/modelshift.h"
#include "layers/formats/export/cityjsonwriter.h"
#include "layers/formats/modelreader.h"
#include "layers/formats/samplewriter.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <map>

using namespace loci;
using namespace loci::city;

namespace {

constexpr double kX = 84000, kY = 447000;
constexpr int kSide = 12; ///< houses along one side

enum class Land { Flat, Hilly, None };

HeightRules rules()
{
    QFile file(QStringLiteral(LOCI_SOURCE_DIR "/resources/rules/heights.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    return opened ? HeightRules::fromJson(file.readAll()).value_or(HeightRules()) : HeightRules();
}

double ground(Land land, double x, double y)
{
    return land == Land::Hilly ? 12 + 6 * std::sin(x / 90) + 4 * std::cos(y / 70) : 3.2;
}

void addBox(CityModelBuilder &b, double x, double y, double low, double high)
{
    const double s = 9;
    const Vec3 p[8] = {{x, y, low},  {x + s, y, low},  {x + s, y + s, low},  {x, y + s, low},
                       {x, y, high}, {x + s, y, high}, {x + s, y + s, high}, {x, y + s, high}};
    b.beginShell();
    for (const auto &f :
         {std::array{0, 3, 2, 1}, {4, 5, 6, 7}, {0, 1, 5, 4}, {1, 2, 6, 5}, {2, 3, 7, 6}, {3, 0, 4, 7}}) {
        b.surface({{p[f[0]], p[f[1]], p[f[2]], p[f[3]]}});
    }
}

struct Seed
{
    std::map<int, double> houses; ///< house number, metres up
    double all = 0;
    bool allZero = false; ///< every foot at height 0
    bool flat = false;    ///< every height zero
    double tallest = 0;   ///< height of house 5
};

/// Houses on a terrain of 5 m triangles; their feet stand on the lowest ground below them.
CityModelPtr town(Land land, const Seed &seed = {})
{
    CityModelBuilder b({0.001, 0.001, 0.001}, {kX, kY, 0});
    const double step = 10;
    if (land != Land::None) {
        b.beginObject("terrain", "TINRelief");
        b.beginGeometry(GeometryType::CompositeSurface, "1");
        const auto at = [&](int i, int j) {
            return Vec3{kX + i * step, kY + j * step, ground(land, i * step, j * step)};
        };
        for (int i = 0; i < 2 * kSide + 2; ++i) {
            for (int j = 0; j < 2 * kSide + 2; ++j) {
                b.surface({{at(i, j), at(i + 1, j), at(i + 1, j + 1)}});
                b.surface({{at(i, j), at(i + 1, j + 1), at(i, j + 1)}});
            }
        }
    }
    for (int n = 0; n < kSide * kSide; ++n) {
        const double x = 20.0 * (n % kSide) + 4, y = 20.0 * (n / kSide) + 4; // NOLINT(bugprone-integer-division)
        double low = 1e9;
        for (double dx = 0; dx <= 9; dx += 1) {
            for (double dy = 0; dy <= 9; dy += 1) {
                low = std::min(low, ground(land, x + dx, y + dy));
            }
        }
        const auto moved = seed.houses.find(n);
        double base = low + seed.all + (moved == seed.houses.end() ? 0 : moved->second);
        double height = 6 + n % 5;
        base = seed.allZero || seed.flat ? 0 : base;
        height = seed.flat ? 0 : n == 5 && seed.tallest > 0 ? seed.tallest : height;
        b.beginObject("house" + std::to_string(n), "Building");
        b.beginGeometry(GeometryType::Solid, "1");
        addBox(b, kX + x, kY + y, base, base + height);
    }
    return b.finish();
}

HeightReport report(const CityModelPtr &model, const TerrainSampler &terrain = {})
{
    return checkHeights(*model, rules(), terrain).value_or(HeightReport());
}

QStringList codesOf(const Findings &findings)
{
    QStringList codes;
    for (const Finding &finding : findings) {
        codes << finding.code;
    }
    codes.removeDuplicates();
    return codes;
}

} // namespace

Q_DECLARE_METATYPE(Land)

class TruthHeightsTest : public QObject
{
    Q_OBJECT

private slots:
    void rulesAreDataWithASource()
    {
        const HeightRules r = rules();
        QVERIFY(r.tolerance > 0 && r.standing.count("Building") == 1 && r.standing.count("Bridge") == 0);
        QVERIFY(!HeightRules::fromJson("{}"));
        QVERIFY(!HeightRules::fromJson("[1]"));
        QVERIFY(HeightRules::fromJson("{}").error().message.contains(QLatin1String("tolerance")));
    }

    void saysNothingOfACleanCity_data()
    {
        QTest::addColumn<Land>("land");
        QTest::newRow("flat") << Land::Flat;
        QTest::newRow("hilly") << Land::Hilly;
        QTest::newRow("no terrain") << Land::None;
    }

    void saysNothingOfACleanCity()
    {
        QFETCH(Land, land);
        const HeightReport r = report(town(land));
        QCOMPARE(r.checked, std::size_t(kSide * kSide));
        QCOMPARE(r.compared, r.checked);
        QCOMPARE(r.issues.size(), 0U);
        QVERIFY(!r.offset);
    }

    void findsSingleHouses_data()
    {
        QTest::addColumn<Land>("land");
        QTest::addColumn<double>("metres");
        QTest::addColumn<int>("fault");
        for (const Land land : {Land::Flat, Land::Hilly, Land::None}) {
            const char *name = land == Land::Flat ? "flat" : land == Land::Hilly ? "hilly" : "none";
            QTest::addRow("%s +0.5", name) << land << 0.5 << int(HeightFault::Floating);
            QTest::addRow("%s -0.5", name) << land << -0.5 << int(HeightFault::Buried);
            QTest::addRow("%s +30", name) << land << 30.0 << int(HeightFault::FarFromTerrain);
            QTest::addRow("%s -30", name) << land << -30.0 << int(HeightFault::FarFromTerrain);
        }
    }

    void findsSingleHouses()
    {
        QFETCH(Land, land);
        QFETCH(double, metres);
        QFETCH(int, fault);
        const CityModelPtr model = town(land, {{{17, metres}, {60, metres}, {101, metres}}});
        const HeightReport r = report(model);
        QVERIFY(!r.offset);
        QStringList found;
        for (const HeightIssue &issue : r.issues) {
            found << model->idOf(issue.object);
            QCOMPARE(int(issue.fault), fault);
            QVERIFY2(std::abs(*issue.fix + metres) < 0.3, qPrintable(QString::number(*issue.fix)));
        }
        QCOMPARE(found, (QStringList{"house17", "house60", "house101"}));
        const Findings findings = r.findings(*model);
        QVERIFY(findings[0].place.has_value() && !findings[0].message.contains(QLatin1Char('%')));
    }

    void findsOffsetsOfTheWholeModel_data()
    {
        QTest::addColumn<Land>("land");
        QTest::addColumn<double>("metres");
        QTest::addColumn<QString>("code");
        for (const Land land : {Land::Flat, Land::Hilly}) {
            const char *name = land == Land::Flat ? "flat" : "hilly";
            QTest::addRow("%s +0.5", name) << land << 0.5 << "height_offset";
            QTest::addRow("%s -0.5", name) << land << -0.5 << "height_offset";
            QTest::addRow("%s +30", name) << land << 30.0 << "height_datum";
            QTest::addRow("%s -30", name) << land << -30.0 << "height_datum";
            QTest::addRow("%s geoid", name) << land << 43.0 << "height_datum";
        }
    }

    void findsOffsetsOfTheWholeModel()
    {
        QFETCH(Land, land);
        QFETCH(double, metres);
        QFETCH(QString, code);
        Seed seed;
        seed.all = metres;
        const CityModelPtr model = town(land, seed);
        const HeightReport r = report(model);
        QVERIFY(r.offset.has_value());
        QVERIFY2(std::abs(r.offset->dz + metres) < 0.3, qPrintable(QString::number(r.offset->dz)));
        QCOMPARE(codesOf(r.findings(*model)), QStringList{code});
        // The proposed fix mends it, and leaves the file's model as it was.
        const TerrainSurface terrain = *TerrainSurface::of(*model);
        const HeightReport mended =
            report(withHeights(*model, r.offset->dz), [&](const Vec2 &p) { return terrain.heightAt(p); });
        QVERIFY(!mended.offset);
        QCOMPARE(mended.issues.size(), 0U);
        QVERIFY(report(model).offset.has_value());
    }

    void findsHeightsThatCountFromTheGround()
    {
        Seed seed;
        seed.allZero = true;
        for (const Land land : {Land::Flat, Land::Hilly}) {
            const CityModelPtr model = town(land, seed);
            const HeightReport r = report(model);
            QCOMPARE(codesOf(r.findings(*model)), QStringList{"height_above_ground"});
            QVERIFY(r.offset->dz > 2);
        }
    }

    void findsObjectsWithoutHeight()
    {
        Seed seed;
        seed.flat = true;
        const CityModelPtr model = town(Land::Hilly, seed);
        const HeightReport r = report(model);
        const QStringList codes = codesOf(r.findings(*model));
        QVERIFY2(codes.contains(QLatin1String("height_zero")), qPrintable(codes.join(QLatin1Char(' '))));
        QCOMPARE(std::count_if(r.issues.begin(), r.issues.end(),
                               [](const HeightIssue &i) { return i.fault == HeightFault::NoHeight; }),
                 kSide * kSide);
    }

    void findsAbsurdHeights()
    {
        Seed seed;
        seed.tallest = 2400;
        const CityModelPtr model = town(Land::Flat, seed);
        const HeightReport r = report(model);
        QCOMPARE(r.issues.size(), 1U);
        QCOMPARE(r.issues[0].fault, HeightFault::Absurd);
        QCOMPARE(model->idOf(r.issues[0].object), QStringLiteral("house5"));
    }

    void mendsSingleHouses()
    {
        const CityModelPtr model = town(Land::Hilly, {{{17, 0.5}, {60, -30}}});
        const HeightReport r = report(model);
        std::vector<ObjectShift> shifts;
        for (const HeightIssue &issue : r.issues) {
            shifts.push_back({issue.object, *issue.fix});
        }
        const CityModelPtr mended = withHeights(*model, 0, shifts);
        QCOMPARE(report(mended).issues.size(), 0U);
        QCOMPARE(mended->find("house60"), model->find("house60"));
        const ObjectIndex other = model->find("house61");
        QCOMPARE(mended->boundsOf(other), model->boundsOf(other));
        QVERIFY(mended->extent.min.z > model->extent.min.z + 5);
    }

    void correctsACopyOfAll()
    {
        Seed seed;
        seed.all = 43;
        seed.houses = {{17, 2.5}};
        const CityModelPtr model = town(Land::Hilly, seed);
        const HeightReport before = report(model);
        QVERIFY(before.proposesFixes());
        const CityModelPtr corrected = before.corrected(*model);
        const HeightReport after = report(corrected); // against the terrain of its own, which stayed
        QVERIFY(!after.offset && after.issues.empty());
        const ObjectIndex terrain = model->find("terrain");
        QCOMPARE(corrected->boundsOf(terrain), model->boundsOf(terrain));
        QVERIFY(!report(town(Land::Hilly)).proposesFixes());
    }

    void theCommandLineWritesACorrectedCopy()
    {
        QFile rulesFile(QStringLiteral(LOCI_SOURCE_DIR "/resources/rules/heights.json"));
        QVERIFY(rulesFile.open(QIODevice::ReadOnly));
        const QTemporaryDir folder;
        const QString in = folder.filePath(QStringLiteral("in.city.json"));
        const QString out = folder.filePath(QStringLiteral("out.city.json"));
        LOCI_VERIFY_RESULT(formats::writeCityJson(*town(Land::Flat, {{{17, 2.5}}}), in));
        const cli::VerbSpec verb = cli::convertVerb({}, rulesFile.readAll());
        QVERIFY(verb.flags.contains(QStringLiteral("mend-heights")));
        const auto answer = verb.run({{in, out}, {{QStringLiteral("mend-heights"), {}}}, {}, {}});
        LOCI_VERIFY_RESULT(answer);
        QVERIFY(codesOf(answer->findings).contains(QStringLiteral("height_floating")));
        QVERIFY(!hasErrors(answer->findings));
        const auto read = formats::readModel(out);
        LOCI_VERIFY_RESULT(read);
        const CityModelPtr before = formats::readModel(in)->value;
        const ObjectIndex house = read->value->find("house17");
        QCOMPARE(read->value->boundsOf(house).min.z, before->boundsOf(house).min.z - 2.5);
        QCOMPARE(read->value->boundsOf(house - 1), before->boundsOf(house - 1));
    }

    void outlivesTheModelItWasMadeOf()
    {
        CityModelPtr model = town(Land::Flat);
        const std::uint32_t count = model->objectCount();
        const CityModelPtr moved = withHeights(*model, 1);
        const void *texts = model->typeNames.at(0).data();
        QVERIFY(texts != static_cast<const void *>(moved->typeNames.at(0).data()));
        model.reset();
        QCOMPARE(moved->objectCount(), count);
        for (ObjectIndex o = 0; o < count; ++o) {
            QCOMPARE(moved->find(moved->objectIds[o]), o);
            QVERIFY(moved->typeNames.find(moved->typeOf(o)) == moved->objectType[o]);
        }
        QVERIFY(moved->typeNames.find("Building") != StringPool::kNotFound);
        QVERIFY(moved->typeNames.find("Bungalow") == StringPool::kNotFound);
    }

    void leavesNeighboursThatShareAVertex()
    {
        CityModelBuilder b;
        b.beginObject("a", "Building");
        b.beginGeometry(GeometryType::MultiSurface, "1");
        b.surface({{{0, 0, 0}, {4, 0, 0}, {4, 4, 1}}});
        b.beginObject("b", "Building");
        b.beginGeometry(GeometryType::MultiSurface, "1");
        b.surface({{{4, 0, 0}, {8, 0, 0}, {4, 4, 1}}});
        GeometryStore &store = b.model().geometry;
        store.vertexIds[3] = store.vertexIds[1];
        store.vertexIds[5] = store.vertexIds[2];
        const CityModelPtr model = b.finish();
        const CityModelPtr moved = withHeights(*model, 0, {{0, 2.5}});
        QCOMPARE(moved->boundsOf(0).min.z, 2.5);
        QCOMPARE(moved->boundsOf(0).max.z, 3.5);
        QCOMPARE(moved->boundsOf(1), model->boundsOf(1));
    }

    void readsTheSampleCityAsClean()
    {
        const QTemporaryDir folder;
        const auto written = formats::writeSample(folder.path(), {});
        LOCI_VERIFY_RESULT(written);
        const auto loaded = formats::readModel(written->files.first());
        LOCI_VERIFY_RESULT(loaded);
        const HeightReport r = report(loaded->value);
        QVERIFY(r.compared > 2000);
        QString text = QStringLiteral("%1 of %2, tolerance %3").arg(r.issues.size()).arg(r.checked).arg(r.tolerance);
        for (std::size_t i = 0; i < std::min<std::size_t>(r.issues.size(), 8); ++i) {
            const auto object = r.issues[i].object;
            text += QStringLiteral("\n%1 %2 %3")
                        .arg(loaded->value->idOf(object))
                        .arg(int(r.issues[i].fault))
                        .arg(r.issues[i].amount);
        }
        QVERIFY2(r.issues.empty() && !r.offset, qPrintable(text));
    }

    void isQuietAboutTheHague()
    {
        const QString file = test::sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = formats::readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        const HeightReport r = report(loaded->value);
        QVERIFY(r.ground == HeightReport::Ground::Terrain);
        QVERIFY(r.compared > 800);
        const double share = double(r.issues.size()) / double(r.checked);
        QVERIFY2(share < 0.03 && !r.offset, qPrintable(QStringLiteral("%1 of %2, tolerance %3, offset %4")
                                                           .arg(r.issues.size())
                                                           .arg(r.checked)
                                                           .arg(r.tolerance)
                                                           .arg(r.offset ? r.offset->dz : 0)));
    }

    void stopsWhenCancelled()
    {
        const CancelToken token;
        token.cancel();
        QCOMPARE(checkHeights(*town(Land::Flat), rules(), {}, token).error().code, ErrorCode::Cancelled);
    }

    void keepsTheKeysOfReferences()
    {
        for (const HeightReference reference : {HeightReference::Unknown, HeightReference::Orthometric,
                                                HeightReference::Ellipsoidal, HeightReference::AboveGround}) {
            QCOMPARE(heightReferenceFromKey(heightReferenceKey(reference)), reference);
            QVERIFY(!heightReferenceName(reference).isEmpty());
        }
        QCOMPARE(heightReferenceFromKey(QStringLiteral("?")), HeightReference::Unknown);
    }
};

LOCI_TEST_CLASS(TruthHeightsTest)
#include "truth_heightstest.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planverb.h"
#include "layers/analysis/sun/sunlight.h"
#include "layers/analysis/view/sight.h"
#include "layers/analysis/view/skyline.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace loci;
using namespace loci::analysis;

namespace {

constexpr double kDegree = 0.017453292519943295;
const double kSteep = std::tan(40 * kDegree);
constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

OwnedFaces housesOf(const std::vector<test::BoxHouse> &houses)
{
    const city::CityModelPtr model = test::boxTown(houses);
    OwnedFaces faces;
    for (city::ObjectIndex o = 0; o < model->objectCount(); ++o) {
        faces.add(facesOf(*model, o), o);
    }
    return faces;
}

/// Ground that falls by 40 degrees towards an azimuth, 2 km wide, 0 m high in the middle.
OwnedFaces slopeTowards(double azimuth)
{
    const double dx = -kSteep * std::sin(azimuth * kDegree), dy = -kSteep * std::cos(azimuth * kDegree);
    const auto at = [&](double x, double y) { return Vec3{x, y, dx * x + dy * y}; };
    OwnedFaces faces;
    faces.add(std::vector<Triangle3>{{at(-1000, -1000), at(1000, -1000), at(1000, 1000)},
                                     {at(-1000, -1000), at(1000, 1000), at(-1000, 1000)}},
              3);
    return faces;
}

SunCount winter()
{
    SunCount count;
    count.latitude = 39.9042;
    count.declination = -23.44;
    count.begin = 6;
    count.end = 18;
    return count;
}

double minutesAt(const OwnedFaces &faces, const SunReceiver &receiver, const SunCount &count)
{
    const auto scene = RayScene::build(faces);
    const auto hours = scene ? sunHours(*scene, {receiver}, count) : Result<std::vector<SunHours>>();
    return hours && hours->size() == 1 ? hours->front().minutes : -1;
}

} // namespace

/// Sun, sight and skyline at places that are hard: steep ground, the far north, inside walls, nowhere at all.
class PlanningLightTest : public QObject
{
    Q_OBJECT

private slots:
    /// A slope is lit while the sun stands before it: by hand, from the direction alone.
    void steepSlopesShadeThemselves_data()
    {
        QTest::addColumn<double>("azimuth");
        QTest::newRow("north") << 0.0;
        QTest::newRow("east") << 90.0;
        QTest::newRow("south") << 180.0;
        QTest::newRow("south-west") << 225.0;
    }
    void steepSlopesShadeThemselves()
    {
        QFETCH(double, azimuth);
        const Vec3 normal{kSteep * std::sin(azimuth * kDegree), kSteep * std::cos(azimuth * kDegree), 1};
        int lit = 0;
        constexpr int kSeconds = 12 * 3600;
        for (int i = 0; i < kSeconds; ++i) {
            const Vec3 sun = sunDirection(39.9042, -23.44, 6 + (i + 0.5) / 3600);
            lit += sun.z > 0 && sun.x * normal.x + sun.y * normal.y + sun.z * normal.z > 0 ? 1 : 0;
        }
        const double minutes =
            minutesAt(slopeTowards(azimuth), {QStringLiteral("r"), {0, 0, 0.1}, std::nullopt}, winter());
        QVERIFY2(std::abs(minutes - lit / 60.0) <= 1, qPrintable(QStringLiteral("%1 %2").arg(minutes).arg(lit / 60.0)));
        QVERIFY(azimuth != 0.0 || minutes == 0);
    }

    /// The downhill wall has its windows at 0.9 m, the uphill one at 0.9 m above the ground there; none is buried.
    void windowsOfASlopeAreAboveTheGround()
    {
        const auto faces = facesOf(*test::boxTown({{QStringLiteral("b"), 0, 0, 10, 10, 0, 15}}), 0);
        const auto ground = [](const Vec2 &p) { return std::optional(p.y * kSteep); };
        const auto level = wallReceivers(faces, 0.9, 1, QStringLiteral("b"));
        const auto found = wallReceivers(faces, 0.9, 1, QStringLiteral("b"), ground);
        QVERIFY(!found.empty() && found.size() == level.size());
        double highest = 0;
        for (const SunReceiver &one : found) {
            QVERIFY(one.place.z > 0.9 - 1e-9 && one.place.z >= *ground({one.place.x, one.place.y}) + 0.85);
            highest = std::max(highest, one.place.z);
        }
        QVERIFY(std::abs(highest - (10.05 * kSteep + 0.9)) < 1e-6);
        // A house of 5 m on the same ground has no window uphill: its wall ends below.
        const auto low = facesOf(*test::boxTown({{QStringLiteral("b"), 0, 0, 10, 10, 0, 5}}), 0);
        for (const SunReceiver &one : wallReceivers(low, 0.9, 1, QStringLiteral("b"), ground)) {
            QVERIFY(one.place.y < 6 && one.place.z < 5);
        }
    }

    /// A ridge with flanks of 40 degrees: the near one is seen whole, of the far one nothing.
    void ridgesHideTheirFarSide()
    {
        OwnedFaces faces;
        const double top = 200 * kSteep;
        const auto flank = [&](double y0, double z0, double y1, double z1) {
            const Vec3 a{-300, y0, z0}, b{300, y0, z0}, c{300, y1, z1}, d{-300, y1, z1};
            faces.add(std::vector<Triangle3>{{a, b, c}, {a, c, d}}, 0);
        };
        flank(100, 0, 300, top);
        flank(300, top, 500, 0);
        const auto scene = RayScene::build(faces);
        LOCI_VERIFY_RESULT(scene);
        const auto seen = viewshed(*scene, {{0, 0, 2}, {-300, 100}, {300, 500}, 10, 0, 1e5});
        LOCI_VERIFY_RESULT(seen);
        for (int row = 0; row < seen->rows; ++row) {
            for (int column = 0; column < seen->columns; ++column) {
                const auto cell = seen->cells[static_cast<std::size_t>(row * seen->columns + column)];
                QVERIFY(cell == (seen->origin.y + 10 * row < 300 ? Viewshed::Seen::Yes : Viewshed::Seen::No));
            }
        }
    }

    /// The verb: a night of months fails nobody, and an outline without a body is named.
    void theVerbSaysWhatItCannotJudge()
    {
        const cli::ModelOpener open = [](const QString &, const CancelToken &) {
            const city::CityModelPtr town =
                test::boxTown({{QStringLiteral("home"), 450000, 4417000, 450020, 4417012, 0, 18},
                               {QStringLiteral("flat"), 450000, 4416950, 450020, 4416990, 0, 0, {{"height", "30"}}}},
                              32650);
            return Result<formats::LoadedModel>(formats::LoadedModel{town, {}});
        };
        QHash<QString, QString> options{
            {"object", "home"},
            {"rules", QStringLiteral(LOCI_SOURCE_DIR "/resources/rules/planning/gb50180-sunlight.json")},
            {"climate-zone", "II"},
            {"city-size", "large"},
            {"place", "78.2,116.4"},
            {"spacing", "10"}};
        const auto dark = cli::planVerb({open, {}}).run({{"sunlight", "model"}, options, {}, {}});
        LOCI_VERIFY_RESULT(dark);
        QCOMPARE(dark->json["polar"].toString(), QStringLiteral("night"));
        QVERIFY(!dark->json["receivers"].toArray().isEmpty());
        for (const QJsonValue &row : dark->json["receivers"].toArray()) {
            QCOMPARE(row["minutes"].toDouble(), 0.0);
            QCOMPARE(row["verdict"].toString(), QStringLiteral("unknown"));
            QCOMPARE(row["missing"].toString(), QStringLiteral("sun_below_horizon"));
        }
        QStringList codes;
        for (const Finding &finding : dark->findings) {
            codes << finding.code + QLatin1Char(' ') + finding.object;
        }
        QVERIFY2(codes.contains("sun_below_horizon ") && codes.contains("building_without_body flat"),
                 qPrintable(codes.join(QLatin1Char(','))));
        options["place"] = "39.9,116.4";
        const auto light = cli::planVerb({open, {}}).run({{"sunlight", "model"}, options, {}, {}});
        LOCI_VERIFY_RESULT(light);
        QVERIFY(light->json["receivers"].toArray().first()["verdict"] != QLatin1String("unknown"));
    }

    void theFarNorthIsStated()
    {
        SunCount count = winter();
        count.latitude = 78.2;
        const SunReceiver open{QStringLiteral("o"), {0, 0, 0}, {}};
        QVERIFY(!isEverUp(count));
        QCOMPARE(minutesAt({}, open, count), 0.0);
        QCOMPARE(polarState(count.latitude, count.declination), QStringLiteral("night"));
        count.declination = 23.44;
        QVERIFY(isEverUp(count));
        QCOMPARE(minutesAt({}, open, count), 720.0);
        for (const double latitude : {90.0, -90.0}) {
            count.latitude = latitude;
            QCOMPARE(minutesAt({}, open, count), latitude > 0 ? 720.0 : 0.0);
        }
        // Just north of the circle the winter sun stays down all day; just south of it it shows at noon.
        count.declination = -23.44;
        count.latitude = 66.6;
        QVERIFY(!isEverUp(count));
        count.latitude = 66.5;
        QVERIFY(isEverUp(count));
        // A window of hours that is all night, at any place.
        count = winter();
        count.begin = 0;
        count.end = 6;
        QVERIFY(!isEverUp(count) && minutesAt({}, open, count) == 0.0);
        for (const double wrong : {kNothing, 91.0}) {
            count.latitude = wrong;
            QVERIFY(minutesAt({}, open, count) < 0);
        }
    }

    void eyesInsideWallsSeeWalls()
    {
        const OwnedFaces faces = housesOf(
            {{QStringLiteral("own"), 0, 0, 20, 20, 0, 30}, {QStringLiteral("mark"), -10, 500, 30, 520, 0, 90}});
        const Vec3 eye{10, 10, 15};
        const SightLine sight = lineOfSight(faces, eye, {10, 500, 80});
        QVERIFY(!sight.isVisible && sight.blocker && *sight.blocker == 0);
        QVERIFY(sight.blockedAt && std::abs(*sight.blockedAt - 10) < 1e-9);
        const auto scene = RayScene::build(faces);
        LOCI_VERIFY_RESULT(scene);
        QCOMPARE(skyViewFactor(*scene, eye), 0.0);
        const auto seen = viewshed(*scene, {eye, {-100, 400}, {100, 600}, 10, 0, 1e5});
        LOCI_VERIFY_RESULT(seen);
        QCOMPARE(seen->count(Viewshed::Seen::Yes), std::size_t(0));
        QVERIFY(seen->count(Viewshed::Seen::No) > 0);
        // All around its own walls make the outline.
        for (const Skyline::Bin &bin : skylineFrom(faces, eye, 360).bins) {
            QVERIFY(bin.angle && bin.owner == 0 && *bin.angle > 45);
        }
        OwnedFaces own = housesOf({{QStringLiteral("own"), 0, 0, 20, 20, 0, 30}});
        const auto alone = RayScene::build(own);
        LOCI_VERIFY_RESULT(alone);
        QCOMPARE(visibleShare(*alone, *scene, 0, eye, alone->bounds()).value_or(-1), 1.0);
    }

    /// Straight up there is no way around: a floor between blocks, whatever the height.
    void looksStraightUp()
    {
        const OwnedFaces faces = housesOf({{QStringLiteral("slab"), 0, 0, 20, 20, 10, 12}});
        const SightLine blocked = lineOfSight(faces, {5, 5, 1.6}, {5, 5, 30});
        QVERIFY(!blocked.isVisible && blocked.blocker && std::isinf(blocked.neededHeight) && blocked.clearance < 0);
        QVERIFY(lineOfSight(faces, {5, 5, 1.6}, {5, 5, 9}).isVisible);
        QVERIFY(lineOfSight(faces, {25, 5, 1.6}, {25, 5, 30}).isVisible);
        QVERIFY(!lineOfSight(faces, {5, 5, 40}, {5, 5, 2}).isVisible);
    }

    void nowhereIsNotSeen()
    {
        OwnedFaces faces = housesOf({{QStringLiteral("b"), 0, 0, 20, 20, 0, 30}});
        const std::size_t sound = faces.triangles.size();
        faces.add(std::vector<Triangle3>{{Vec3{kNothing, 0, 0}, Vec3{1, 0, 0}, Vec3{0, 1, 0}}}, 9);
        QCOMPARE(faces.triangles.size(), sound);
        QCOMPARE(faces.owners.size(), sound);
        const Vec3 nowhere{0, kNothing, 0};
        QVERIFY(!lineOfSight(faces, nowhere, {100, 100, 10}).isVisible);
        QVERIFY(!lineOfSight(faces, {-50, 0, 10}, nowhere).isVisible);
        const auto scene = RayScene::build(faces);
        LOCI_VERIFY_RESULT(scene);
        const auto seen = viewshed(*scene, {nowhere, {-100, -100}, {100, 100}, 10, 0, 1e5});
        QVERIFY(!seen && seen.error().code == ErrorCode::Usage);
        QVERIFY(!viewshed(*scene, {{0, 0, 2}, {-100, kNothing}, {100, 100}, 10, 0, 1e5}));
        for (const Skyline::Bin &bin : skylineFrom(faces, nowhere, 36).bins) {
            QVERIFY(!bin.angle);
        }
    }
};

LOCI_TEST_CLASS(PlanningLightTest)
#include "planning_lighttest.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/sun/sunlight.h"
#include "layers/analysis/view/skyline.h"
#include "tests/support/testmain.h"
#include "tests/unit/planning_fixture.h"

#include <QTest>
#include <cmath>

using namespace loci;
using namespace loci::analysis;

namespace {

OwnedFaces obstacle(double halfWidth, double height)
{
    OwnedFaces faces;
    const city::CityModelPtr model = test::boxTown({{QStringLiteral("o"), -halfWidth, -75, halfWidth, -60, 0, height}});
    faces.add(facesOf(*model, 0), 5);
    return faces;
}

/// domain.md 7.2: a window 0.9 m above ground that looks south.
SunReceiver window()
{
    return {QStringLiteral("w"), {0, 0, 0.9}, 180.0};
}

SunCount beijing(double declination = -20.13, double begin = 8, double end = 16)
{
    SunCount count;
    count.latitude = 39.9042;
    count.declination = declination;
    count.begin = begin;
    count.end = end;
    return count;
}

SunHours hoursOf(const OwnedFaces &faces, const SunReceiver &receiver, const SunCount &count)
{
    const auto scene = RayScene::build(faces);
    const auto hours = scene ? sunHours(*scene, {receiver}, count) : Result<std::vector<SunHours>>();
    return hours && hours->size() == 1 ? hours->front() : SunHours{-1, {}, {}};
}

} // namespace

class PlanningSunTest : public QObject
{
    Q_OBJECT

private slots:
    void equalsTheWorkedMinutes_data()
    {
        QTest::addColumn<double>("halfWidth");
        QTest::addColumn<double>("height");
        QTest::addColumn<double>("declination");
        QTest::addColumn<double>("minutes");
        QTest::addColumn<int>("ends");
        QTest::newRow("36 m") << 30.0 << 36.0 << -20.13 << 276.0 << 2;
        QTest::newRow("33 m") << 30.0 << 33.0 << -20.13 << 472.6 << 1;
        QTest::newRow("30 m") << 30.0 << 30.0 << -20.13 << 480.0 << 0;
        QTest::newRow("wide") << 40.0 << 36.0 << -20.13 << 216.0 << 2;
        QTest::newRow("solstice 33 m") << 30.0 << 33.0 << -23.44 << 144.0 << 2;
        QTest::newRow("solstice 30 m") << 30.0 << 30.0 << -23.44 << 268.0 << 4;
    }

    void equalsTheWorkedMinutes()
    {
        QFETCH(double, halfWidth);
        QFETCH(double, height);
        QFETCH(double, declination);
        QFETCH(double, minutes);
        QFETCH(int, ends);
        const bool solstice = declination < -23;
        const SunHours hours =
            hoursOf(obstacle(halfWidth, height), window(), beijing(declination, solstice ? 9 : 8, solstice ? 15 : 16));
        QVERIFY2(std::abs(hours.minutes - minutes) <= ends + 1e-6, qPrintable(QString::number(hours.minutes)));
    }

    void standsWhereItShould()
    {
        const std::pair<double, std::pair<double, double>> table[] = {
            {8, {8.010, 55.199}}, {9, {16.770, 43.900}}, {10, {23.765, 30.861}}, {11, {28.355, 16.030}}};
        const double degree = std::acos(-1.0) / 180;
        for (const auto &[hour, wanted] : table) {
            const Vec3 sun = sunDirection(39.9042, -20.13, hour);
            QVERIFY(std::abs(std::asin(sun.z) / degree - wanted.first) < 0.01);
            QVERIFY(std::abs(std::atan2(sun.x, -sun.y) / degree - wanted.second) < 0.01);
        }
    }

    /// Clocks when true solar time is 8:00 on the great cold day; published to the second for the cities' middles.
    void tellsTheClock_data()
    {
        QTest::addColumn<double>("longitude");
        QTest::addColumn<QTime>("clock");
        QTest::newRow("Beijing") << 116.4074 << QTime(8, 25, 17);
        QTest::newRow("Shenyang") << 123.43 << QTime(7, 57, 2);
        QTest::newRow("Xi'an") << 108.94 << QTime(8, 55, 6);
        QTest::newRow("Guangzhou") << 113.26 << QTime(8, 37, 54);
        QTest::newRow("Urumqi") << 87.62 << QTime(10, 20, 18);
    }
    void tellsTheClock()
    {
        QFETCH(double, longitude);
        QFETCH(QTime, clock);
        const QDateTime utc = utcOf(QDate(2026, 1, 20), 8, longitude);
        const QDateTime wanted(QDate(2026, 1, 20), clock, Qt::OffsetFromUTC, 8 * 3600);
        QVERIFY2(std::abs(utc.secsTo(wanted)) < 30, qPrintable(utc.toString(Qt::ISODate)));
        QVERIFY(std::abs(declinationAtNoon(QDate(2026, 1, 20), longitude) + 20.13) < 0.03);
    }

    void nightIsZeroAndPolesAreStated()
    {
        QCOMPARE(hoursOf({}, window(), beijing(-20.13, 0, 4)).minutes, 0.0);
        QCOMPARE(polarState(78, -23.44), QStringLiteral("night"));
        QCOMPARE(polarState(78, 23.44), QStringLiteral("day"));
        QCOMPARE(polarState(39.9, -23.44), QString());
        SunCount pole = beijing(-23.44, 0, 24);
        pole.latitude = 78;
        const SunReceiver open{QStringLiteral("o"), {0, 0, 0}, {}};
        QCOMPARE(hoursOf({}, open, pole).minutes, 0.0);
        pole.declination = 23.44;
        QCOMPARE(hoursOf({}, open, pole).minutes, 1440.0);
        pole.latitude = 91;
        QVERIFY(hoursOf({}, open, pole).minutes < 0);
    }

    void countsRunsAsTheRuleSays()
    {
        SunCount count = beijing();
        count.accumulation = SunAccumulation::LongestRun;
        const SunHours longest = hoursOf(obstacle(30, 36), window(), count);
        QVERIFY(longest.runs.size() == 2 && std::abs(longest.minutes - 138) <= 1);
        count.leastRun = 140;
        QCOMPARE(hoursOf(obstacle(30, 36), window(), count).minutes, 0.0);
        SunCount swept = beijing();
        swept.sweep = 15;
        const SunReceiver east{QStringLiteral("e"), {0, 0, 0.9}, 90.0};
        QVERIFY(hoursOf({}, east, swept).minutes < hoursOf({}, east, beijing()).minutes);
        QCOMPARE(hoursOf({}, SunReceiver{QStringLiteral("n"), {0, 0, 0.9}, 0.0}, beijing()).minutes, 0.0);
    }

    void namesWhoTakesTheSun()
    {
        const auto before = RayScene::build({});
        const auto after = RayScene::build(obstacle(30, 36));
        LOCI_VERIFY_RESULT(before);
        LOCI_VERIFY_RESULT(after);
        const auto hours = sunHoursAfter(*before, *after, {window()}, beijing());
        LOCI_VERIFY_RESULT(hours);
        QCOMPARE(hours->front().lostTo.size(), 1U);
        QVERIFY(std::abs(hours->front().lostTo.at(5) - 204) <= 2);
        QVERIFY(std::abs(hours->front().minutes + hours->front().lostTo.at(5) - 480) <= 2);
    }

    void manyPointsAreTheSameInAnyThreadAndCanBeStopped()
    {
        const auto scene = RayScene::build(obstacle(30, 36));
        LOCI_VERIFY_RESULT(scene);
        std::vector<SunReceiver> receivers;
        for (int i = 0; i < 200; ++i) {
            receivers.push_back({QString::number(i), {i - 100.0, 0, 0.9}, 180.0});
        }
        const auto first = sunHours(*scene, receivers, beijing());
        LOCI_VERIFY_RESULT(first);
        for (std::size_t i = 0; i < receivers.size(); i += 37) {
            QCOMPARE(hoursOf(obstacle(30, 36), receivers[i], beijing()).minutes, (*first)[i].minutes);
        }
        CancelToken cancel;
        cancel.cancel();
        QVERIFY(sunHours(*scene, receivers, beijing(), cancel).error().code == ErrorCode::Cancelled);
    }

    void putsReceiversOnWalls()
    {
        const city::CityModelPtr model = test::boxTown({{QStringLiteral("b"), 0, 0, 10, 8, 3, 20}});
        const auto receivers = wallReceivers(facesOf(*model, 0), 0.9, 1, QStringLiteral("b"));
        QVERIFY(receivers.size() >= 36 && receivers.size() <= 44);
        for (const SunReceiver &r : receivers) {
            QVERIFY(std::abs(r.place.z - 3.9) < 1e-9);
            const double off = std::fmod(*r.facing + 45, 90) - 45;
            QVERIFY(std::abs(off) < 1e-9);
            QVERIFY(*r.facing != 180.0 || r.place.y == 0);
        }
    }

    /// domain.md 7.8.
    void figuresOfASkyline()
    {
        const SkylineFigures f = figuresOf({5.0, 5.0, 12.0, 12.0, 8.0, 8.0, 20.0, 5.0});
        QCOMPARE(f.mean, 9.375);
        QVERIFY(std::abs(f.deviation - 4.846) < 0.001 && f.variation == 38);
        QVERIFY(std::abs(f.entropy - 1.3209) < 0.0001 && f.classes == 4);
    }

    void boxesHaveTheirAngles()
    {
        OwnedFaces faces;
        const city::CityModelPtr model = test::boxTown({{QStringLiteral("b"), -20, 100, 20, 120, 0, 50}});
        faces.add(facesOf(*model, 0), 1);
        const Skyline line = skylineFrom(faces, {0, 0, 1.6}, 3600);
        const double degree = std::acos(-1.0) / 180;
        std::size_t standing = 0;
        for (std::size_t i = 0; i < line.bins.size(); ++i) {
            const double azimuth = line.azimuth(i) * degree;
            if (!line.bins[i].angle) {
                continue;
            }
            ++standing;
            const double wanted = std::atan2(48.4, 100 / std::cos(azimuth)) / degree;
            QVERIFY(std::abs(*line.bins[i].angle - wanted) < 1e-6);
        }
        // atan(20 / 100) to either side.
        QCOMPARE(standing, std::size_t(226));
    }

    void whatIsHiddenChangesNothing()
    {
        const auto faces = [](bool withBack) {
            OwnedFaces all;
            const city::CityModelPtr model = test::boxTown({{QStringLiteral("front"), -20, 100, 20, 120, 0, 50},
                                                            {QStringLiteral("back"), -10, 300, 10, 320, 0, 60}});
            all.add(facesOf(*model, 0), 0);
            if (withBack) {
                all.add(facesOf(*model, 1), 1);
            }
            return all;
        };
        const Vec3 eye{0, 0, 1.6};
        QCOMPARE(changedShare(skylineFrom(faces(false), eye), skylineFrom(faces(true), eye)), 0.0);
        OwnedFaces back;
        const OwnedFaces both = faces(true);
        back.add(std::span<const Triangle3>(both.triangles).subspan(12), 1);
        const auto alone = RayScene::build(back);
        const auto town = RayScene::build(faces(true));
        LOCI_VERIFY_RESULT(alone);
        LOCI_VERIFY_RESULT(town);
        QCOMPARE(visibleShare(*alone, *town, 1, eye, alone->bounds()).value_or(-1), 0.0);
        QCOMPARE(visibleShare(*alone, *alone, 1, eye, alone->bounds()).value_or(-1), 1.0);
        // From beside, half of the back's front is free.
        const Vec3 up{0, -1000, 150};
        const auto share = visibleShare(*alone, *town, 1, up, alone->bounds());
        QVERIFY(share && *share > 0 && *share < 1);
    }
};

LOCI_TEST_CLASS(PlanningSunTest)
#include "planning_suntest.moc"

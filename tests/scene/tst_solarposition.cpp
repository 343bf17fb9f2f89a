// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/sun/solarposition.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QTimeZone>

using namespace loci::sun;

class TestSolarPosition final : public QObject
{
    Q_OBJECT
private slots:
    /// The published example of NREL's SPA.
    void agreesWithSpa()
    {
        const QDateTime when(QDate(2003, 10, 17), QTime(19, 30, 30), Qt::UTC);
        const SolarPosition sun = solarPosition(when, {39.742476, -105.1786});
        QVERIFY2(std::abs(sun.elevation - 39.872046) < 0.002, qPrintable(QString::number(sun.elevation, 'f', 5)));
        QVERIFY2(std::abs(sun.azimuth - 194.34024) < 0.005, qPrintable(QString::number(sun.azimuth, 'f', 5)));
    }

    void knowsAWinterNoonInBeijing()
    {
        const QDateTime when(QDate(2026, 1, 20), QTime(4, 0), Qt::UTC); // noon, UTC+8
        const SolarPosition sun = solarPosition(when, {39.9042, 116.4074});
        QVERIFY(std::abs(sun.declination + 20.1288) < 0.001);
        QVERIFY(std::abs(sun.equationOfTime + 10.919) < 0.005);
        QVERIFY(std::abs(sun.trueSolarTime - 694.710) < 0.01);
        QVERIFY(std::abs(sun.elevation - 29.6777) < 0.002);
        QVERIFY(std::abs(sun.azimuth - 173.1651) < 0.003);
    }

    void knowsSunriseAndSunset()
    {
        const DayLight day = dayLight(QDate(2026, 1, 20), {39.9042, 116.4074});
        const QDateTime rise(QDate(2026, 1, 19), QTime(23, 31, 50), Qt::UTC);
        const QDateTime set(QDate(2026, 1, 20), QTime(9, 18, 44), Qt::UTC);
        QVERIFY2(std::abs(day.sunrise.secsTo(rise)) < 30, qPrintable(day.sunrise.toString(Qt::ISODate)));
        QVERIFY2(std::abs(day.sunset.secsTo(set)) < 30, qPrintable(day.sunset.toString(Qt::ISODate)));
    }

    void hasNoSunriseInPolarNight()
    {
        QVERIFY(!dayLight(QDate(2026, 12, 21), {78, 15}).sunrise.isValid());
        QVERIFY(solarPosition(QDateTime(QDate(2026, 12, 21), QTime(11, 0), Qt::UTC), {78, 15}).elevation < -10);
    }

    void turnsWestInTheSouth()
    {
        // South of the tropic the noon sun stands in the north.
        const SolarPosition sun = solarPosition(QDateTime(QDate(2026, 6, 21), QTime(2, 0), Qt::UTC), {-33.87, 151.21});
        QVERIFY(sun.azimuth < 10 || sun.azimuth > 350);
    }
};

LOCI_TEST_CLASS(TestSolarPosition)
#include "tst_solarposition.moc"

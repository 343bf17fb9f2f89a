// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/geodesy/gcj02.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace loci;
using namespace loci::geodesy;

namespace {

constexpr double kMetresPerDegree = 111320;

double metresBetween(const Vec2 &a, const Vec2 &b)
{
    const double east = (a.x - b.x) * std::cos(a.y * 3.14159265358979 / 180);
    return std::hypot(east, a.y - b.y) * kMetresPerDegree;
}

} // namespace

class TruthGcj02Test : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithPublishedValues_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<double>("gcjLon");
        QTest::addColumn<double>("gcjLat");
        QTest::addColumn<double>("bdLon");
        QTest::addColumn<double>("bdLat");
        QTest::addColumn<double>("metres");
        QTest::newRow("Beijing") << 116.404 << 39.915 << 116.4102445 << 39.9164043 << 116.4166272 << 39.9226996
                                 << 554.98;
        QTest::newRow("Shanghai") << 121.4737 << 31.2304 << 121.4782231 << 31.2284577 << 121.4847815 << 31.2343106
                                  << 481.25;
        QTest::newRow("Xi'an") << 108.94 << 34.26 << 108.9446495 << 34.2584087 << 108.9510798 << 34.2646360 << 462.49;
    }

    void agreesWithPublishedValues()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(double, gcjLon);
        QFETCH(double, gcjLat);
        QFETCH(double, bdLon);
        QFETCH(double, bdLat);
        QFETCH(double, metres);
        const Vec2 truth{lon, lat};
        const Vec2 gcj = toWebDatum(WebDatum::Gcj02, truth), bd = toWebDatum(WebDatum::Bd09, truth);
        QVERIFY(std::abs(gcj.x - gcjLon) < 1e-7 && std::abs(gcj.y - gcjLat) < 1e-7);
        QVERIFY(std::abs(bd.x - bdLon) < 1e-7 && std::abs(bd.y - bdLat) < 1e-7);
        QVERIFY(std::abs(metresBetween(truth, gcj) - metres) < 2);
    }

    void comesBackToACentimetreAllOverChina()
    {
        double worst = 0;
        for (double lon = 73.7; lon < 135.05; lon += 0.37) {
            for (double lat = 3.9; lat < 53.55; lat += 0.31) {
                for (const WebDatum datum : {WebDatum::Gcj02, WebDatum::Bd09}) {
                    const Vec2 truth{lon, lat};
                    const Vec2 shifted = toWebDatum(datum, truth);
                    QVERIFY(metresBetween(truth, shifted) > 1);
                    worst = std::max(worst, metresBetween(truth, fromWebDatum(datum, shifted)));
                }
            }
        }
        QVERIFY2(worst < 0.01, qPrintable(QString::number(worst)));
    }

    void comesBackAtTheEdgeOfTheBox()
    {
        std::mt19937 random(7);
        std::uniform_real_distribution<double> along(0, 1);
        for (int i = 0; i < 2000; ++i) {
            const double lon = i % 2 == 0 ? 73.6601 + 1e-3 * along(random) : 135.0499 - 1e-3 * along(random);
            const Vec2 truth{lon, 10 + 40 * along(random)};
            QVERIFY(metresBetween(truth, fromWebDatum(WebDatum::Gcj02, toWebDatum(WebDatum::Gcj02, truth))) < 0.01);
        }
    }

    void leavesTheRestOfTheWorldAlone()
    {
        for (const Vec2 &place : {Vec2{4.36, 52.01}, Vec2{139.75, 35.68}, Vec2{-122.4, 37.8}, Vec2{151.2, -33.9}}) {
            for (const WebDatum datum : {WebDatum::None, WebDatum::Gcj02, WebDatum::Bd09}) {
                QCOMPARE(toWebDatum(datum, place), place);
                QCOMPARE(fromWebDatum(datum, place), place);
            }
        }
        const Vec2 nowhere{std::nan(""), 3};
        QVERIFY(std::isnan(fromWebDatum(WebDatum::Gcj02, nowhere).x));
    }

    void keepsItsKeys()
    {
        for (const WebDatum datum : {WebDatum::None, WebDatum::Gcj02, WebDatum::Bd09}) {
            QCOMPARE(webDatumFromKey(webDatumKey(datum)), datum);
        }
        QCOMPARE(webDatumFromKey(QStringLiteral("epsg")), WebDatum::None);
    }
};

LOCI_TEST_CLASS(TruthGcj02Test)
#include "truth_gcj02test.moc"

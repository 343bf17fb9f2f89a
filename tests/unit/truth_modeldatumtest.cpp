// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/formats/webdatumplace.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <cmath>

using namespace loci;
using namespace loci::city;
using loci::formats::shownModel;

namespace {

/// A wall in Beijing, in degrees or in metres of a CGCS2000 zone.
CityModelPtr wall(EpsgCode crs, const Vec2 &at, double size)
{
    const bool degrees = size < 1;
    CityModelBuilder b({degrees ? 1e-9 : 0.001, degrees ? 1e-9 : 0.001, 0.001}, {at.x, at.y, 0});
    b.model().crs = crs;
    b.beginObject("wall", "Building");
    b.beginGeometry(GeometryType::MultiSurface, "2");
    b.surface({{{at.x, at.y, 40}, {at.x + size, at.y, 40}, {at.x + size, at.y, 52}, {at.x, at.y, 52}}});
    return b.finish();
}

double metres(const Vec2 &lonLatA, const Vec2 &lonLatB)
{
    const double perDegree = 111320;
    return std::hypot((lonLatA.x - lonLatB.x) * perDegree * std::cos(lonLatA.y * M_PI / 180),
                      (lonLatA.y - lonLatB.y) * perDegree);
}

} // namespace

/// City models whose coordinates come from a Chinese web map.
class TruthModelDatumTest : public QObject
{
    Q_OBJECT

private slots:
    void degreesGoBackToWhereTheyCameFrom()
    {
        const Vec2 truth{116.391, 39.907};
        for (const auto datum : {geodesy::WebDatum::Gcj02, geodesy::WebDatum::Bd09}) {
            const Vec2 marked = geodesy::toWebDatum(datum, truth);
            const CityModelPtr model = wall(EpsgCode(4326), marked, 0.0001);
            ModelAdjustment adjustment;
            adjustment.webDatum = datum;
            const auto shown = shownModel(model, adjustment);
            LOCI_VERIFY_RESULT(shown);
            const Vec3 corner = (*shown)->vertices.at(0);
            QVERIFY2(metres({corner.x, corner.y}, truth) < 0.002,
                     qPrintable(QString::number(metres({corner.x, corner.y}, truth))));
            QCOMPARE(corner.z, 40.0);
            QCOMPARE(adjusted(model, adjustment), model); // what is written stays as it is
        }
    }

    void metresAreMovedToo()
    {
        const CityModelPtr model = wall(EpsgCode(4547), {500000, 3400000}, 10);
        ModelAdjustment adjustment;
        adjustment.webDatum = geodesy::WebDatum::Gcj02;
        const auto shown = shownModel(model, adjustment);
        LOCI_VERIFY_RESULT(shown);
        const Vec3 a = (*shown)->vertices.at(0);
        const Vec3 b = (*shown)->vertices.at(1);
        const double moved = std::hypot(a.x - 500000, a.y - 3400000);
        QVERIFY2(moved > 100 && moved < 800, qPrintable(QString::number(moved)));
        QVERIFY(std::abs(std::hypot(b.x - a.x, b.y - a.y) - 10) < 0.1); // the wall keeps its length, nearly
        adjustment.dz = 3;
        QCOMPARE((*shownModel(model, adjustment))->vertices.at(0).z, 43.0);
        QCOMPARE(adjusted(model, adjustment)->vertices.at(0).x, 500000.0);
    }

    void elsewhereNothingMoves()
    {
        ModelAdjustment adjustment;
        adjustment.webDatum = geodesy::WebDatum::Gcj02;
        const CityModelPtr model = wall(EpsgCode(28992), {80000, 455000}, 10);
        const auto shown = shownModel(model, adjustment);
        LOCI_VERIFY_RESULT(shown);
        QCOMPARE((*shown)->vertices.xyz, model->vertices.xyz);
        QCOMPARE(*shownModel(model, {}), model); // unmarked: the same model
    }

    void saysThatItNeedsASystem()
    {
        ModelAdjustment adjustment;
        adjustment.webDatum = geodesy::WebDatum::Bd09;
        const auto shown = shownModel(wall(EpsgCode(), {0, 0}, 10), adjustment);
        QVERIFY(!shown);
        QVERIFY(shown.error().message.contains(QLatin1String("BD-09")));
    }
};

LOCI_TEST_CLASS(TruthModelDatumTest)
#include "truth_modeldatumtest.moc"

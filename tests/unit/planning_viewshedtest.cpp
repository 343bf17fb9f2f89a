// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/analysis/view/sight.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <cmath>
#include <gdal.h>
#include <gdal_alg.h>
#include <memory>
#include <vector>

using namespace loci;
using namespace loci::analysis;

namespace {

constexpr int kSide = 121;
constexpr double kCell = 10, kEyeHeight = 2, kTarget = 0.5;

/// Hills and a ridge, in metres; smooth, so that a cell and the triangles around it mean the same ground.
double groundAt(int column, int row)
{
    const double x = column * kCell, y = row * kCell;
    return 40 + 25 * std::sin(x / 170) * std::cos(y / 130) + 30 * std::exp(-std::pow((x - 800) / 120, 2)) +
           12 * std::sin((x + y) / 90);
}

/// Cell middles joined by triangles.
OwnedFaces terrain()
{
    OwnedFaces faces;
    const auto at = [](int column, int row) { return Vec3{column * kCell, row * kCell, groundAt(column, row)}; };
    std::vector<Triangle3> triangles;
    triangles.reserve(2 * kSide * kSide);
    for (int row = 0; row + 1 < kSide; ++row) {
        for (int column = 0; column + 1 < kSide; ++column) {
            const Vec3 a = at(column, row), b = at(column + 1, row), c = at(column + 1, row + 1),
                       d = at(column, row + 1);
            triangles.push_back({a, b, c});
            triangles.push_back({a, c, d});
        }
    }
    faces.add(triangles, 0);
    return faces;
}

struct CloseSet
{
    void operator()(void *set) const { GDALClose(set); }
};
using DataSet = std::unique_ptr<void, CloseSet>;

/// What GDAL's reference planes see from a cell, row by row from the south; empty when GDAL cannot.
std::vector<unsigned char> seenByGdal(int eyeColumn, int eyeRow)
{
    GDALAllRegister();
    const DataSet ground(GDALCreate(GDALGetDriverByName("MEM"), "", kSide, kSide, 1, GDT_Float64, nullptr));
    std::vector<double> heights(kSide * kSide);
    for (int row = 0; row < kSide; ++row) {
        for (int column = 0; column < kSide; ++column) {
            heights[static_cast<std::size_t>((kSide - 1 - row) * kSide + column)] = groundAt(column, row);
        }
    }
    double north[] = {-kCell / 2, kCell, 0, (kSide - 0.5) * kCell, 0, -kCell};
    GDALSetGeoTransform(ground.get(), north);
    GDALRasterBandH band = GDALGetRasterBand(ground.get(), 1);
    if (GDALRasterIO(band, GF_Write, 0, 0, kSide, kSide, heights.data(), kSide, kSide, GDT_Float64, 0, 0) != CE_None) {
        return {};
    }
    const DataSet seen(GDALViewshedGenerate(band, "MEM", "", nullptr, eyeColumn * kCell, eyeRow * kCell, kEyeHeight,
                                            kTarget, 1, 0, 0, -1, 0, GVM_Edge, 0, nullptr, nullptr, GVOT_NORMAL,
                                            nullptr));
    std::vector<unsigned char> cells(kSide * kSide), turned(kSide * kSide);
    if (!seen || GDALGetRasterXSize(seen.get()) != kSide || GDALGetRasterYSize(seen.get()) != kSide ||
        GDALRasterIO(GDALGetRasterBand(seen.get(), 1), GF_Read, 0, 0, kSide, kSide, cells.data(), kSide, kSide,
                     GDT_Byte, 0, 0) != CE_None) {
        return {};
    }
    for (std::size_t row = 0; row < kSide; ++row) {
        std::copy_n(cells.begin() + static_cast<std::ptrdiff_t>((kSide - 1 - row) * kSide), kSide,
                    turned.begin() + static_cast<std::ptrdiff_t>(row * kSide));
    }
    return turned;
}

} // namespace

/// Terrain alone, where other programs are right too: ours against the exact line over every triangle and against
/// GDAL's viewshed, whose reference planes leave some cells at silhouettes to chance.
class PlanningViewshedTest : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithExactLinesAndWithGdal_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("row");
        QTest::newRow("in the middle") << 60 << 60;
        QTest::newRow("in a valley") << 40 << 95;
        QTest::newRow("on the ridge") << 80 << 20;
    }
    void agreesWithExactLinesAndWithGdal()
    {
        QFETCH(int, column);
        QFETCH(int, row);
        const OwnedFaces faces = terrain();
        const auto scene = RayScene::build(faces);
        LOCI_VERIFY_RESULT(scene);
        const Vec3 eye{column * kCell, row * kCell, groundAt(column, row) + kEyeHeight};
        const double half = kCell / 2, end = kSide * kCell - half;
        const auto ours = viewshed(*scene, {eye, {-half, -half}, {end, end}, kCell, kTarget, 1e5});
        LOCI_VERIFY_RESULT(ours);
        QCOMPARE(ours->cells.size(), static_cast<std::size_t>(kSide * kSide));
        const std::vector<unsigned char> theirs = seenByGdal(column, row);
        QVERIFY2(theirs.size() == ours->cells.size(), "GDAL gave no viewshed");
        int exact = 0, asked = 0, gdalExact = 0, gdal = 0, both = 0, seen = 0;
        for (int r = 1; r < kSide - 1; ++r) {
            for (int c = 1; c < kSide - 1; ++c) {
                const auto at = static_cast<std::size_t>(r * kSide + c);
                const bool visible = ours->cells[at] == Viewshed::Seen::Yes;
                gdal += visible == (theirs[at] != 0) ? 1 : 0;
                ++both;
                seen += visible ? 1 : 0;
                if (r % 6 == 1 && c % 6 == 1) { // exact lines over all triangles take their time
                    ++asked;
                    const Vec3 target{c * kCell, r * kCell, groundAt(c, r) + kTarget};
                    const bool truth = lineOfSight(faces, eye, target).isVisible;
                    exact += visible == truth ? 1 : 0;
                    gdalExact += (theirs[at] != 0) == truth ? 1 : 0;
                }
            }
        }
        QVERIFY2(seen > both / 10 && seen < both * 9 / 10, qPrintable(QString::number(seen)));
        QVERIFY2(exact >= asked - 1, qPrintable(QStringLiteral("%1 of %2 as the exact line").arg(exact).arg(asked)));
        QVERIFY2(exact >= gdalExact, "where the two differ the exact line is on our side");
        QVERIFY2(gdal >= both * 97 / 100, qPrintable(QStringLiteral("%1 of %2 as GDAL").arg(gdal).arg(both)));
    }
};

LOCI_TEST_CLASS(PlanningViewshedTest)
#include "planning_viewshedtest.moc"

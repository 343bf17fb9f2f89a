// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/scene/bodycutter.h"
#include "layers/scene/picture.h"
#include "layers/scene/sceneimage.h"
#include "tests/scene/syntheticcity.h"
#include "tests/support/testmain.h"
#endif

#include <vtkNew.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

#include <QTest>

using namespace loci;
using namespace loci::scene;
using namespace loci::test;

namespace {

using Outline = std::vector<Vec2>;

/// A prism between two heights; walls, floor and, when it has one, the roof; with a courtyard that goes through.
void addPrism(city::CityModelBuilder &builder, const Outline &outer, const Outline &yard, double low, double high,
              bool roof)
{
    const auto ring = [](const Outline &outline, double z, bool turned) {
        std::vector<Vec3> points;
        points.reserve(outline.size());
        for (const Vec2 &p : outline) {
            points.push_back({p.x, p.y, z});
        }
        if (turned) {
            std::reverse(points.begin(), points.end());
        }
        return points;
    };
    const auto lid = [&](double z, bool turned) {
        std::vector<std::vector<Vec3>> rings{ring(outer, z, turned)};
        if (!yard.empty()) {
            rings.push_back(ring(yard, z, !turned));
        }
        builder.surface(rings);
    };
    const auto walls = [&](const Outline &outline, bool turned) {
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const Vec2 &a = outline[turned ? (i + 1) % outline.size() : i];
            const Vec2 &b = outline[turned ? i : (i + 1) % outline.size()];
            builder.surface({{Vec3{a.x, a.y, low}, Vec3{b.x, b.y, low}, Vec3{b.x, b.y, high}, Vec3{a.x, a.y, high}}});
        }
    };
    builder.beginGeometry(city::GeometryType::Solid, "1");
    builder.beginShell();
    lid(low, true);
    if (roof) {
        lid(high, false);
    }
    walls(outer, false);
    walls(yard, true);
}

constexpr double kX = 1000, kY = 2000;
Outline square(double half)
{
    return {{kX - half, kY - half}, {kX + half, kY - half}, {kX + half, kY + half}, {kX - half, kY + half}};
}

double areaOf(const CutFaces &faces)
{
    double sum = 0;
    for (std::size_t t = 0; t + 2 < faces.triangles.size(); t += 3) {
        std::array<Vec3, 3> p;
        for (std::size_t i = 0; i < 3; ++i) {
            const float *at = faces.positions.data() + 3 * static_cast<std::size_t>(faces.triangles[t + i]);
            p[i] = {at[0], at[1], at[2]};
        }
        sum += length(cross(p[1] - p[0], p[2] - p[0])) / 2;
    }
    return sum;
}

CutFaces cutOf(const city::CityModelPtr &model, const CutPlane &plane,
               const std::function<bool(city::ObjectIndex)> &hidden = {})
{
    CutFaces all;
    for (const TilePlan &plan : planTiles(*model, {})) {
        const auto tile = buildTile(*model, plan, {});
        if (tile) {
            all = BodyCutter(**tile, *model).cut(plane, hidden);
        }
    }
    return all;
}

CutPlane below(double z)
{
    return {{0, 0, z}, {0, 0, -1}};
}

} // namespace

/// What a cut through closed bodies shows: filled faces, and none where the body is open.
class TestCutFaces final : public QObject
{
    Q_OBJECT

private slots:
    void aHeightFillsEveryHouse()
    {
        const GridCity grid{.buildings = 9};
        const city::CityModelPtr city = gridCity(grid);
        QVERIFY(std::abs(areaOf(cutOf(city, below(3))) - 9 * 120) < 0.05);
        QCOMPARE(areaOf(cutOf(city, below(100))), 0.0);
        QCOMPARE(areaOf(cutOf(city, below(-1))), 0.0);
        const auto hidden = [](city::ObjectIndex object) { return object != 4; };
        QVERIFY(std::abs(areaOf(cutOf(city, below(3), hidden)) - 120) < 0.05);
    }

    void aSectionFollowsTheRoof()
    {
        const GridCity grid{.buildings = 1};
        const Vec3 middle = placeOf(grid, 0);
        const CutPlane along{middle, {0, 1, 0}}, across{middle, {1, 0, 0}};
        const city::CityModelPtr city = gridCity(grid);
        QVERIFY(std::abs(areaOf(cutOf(city, along)) - 12 * 9) < 0.05);
        QVERIFY(std::abs(areaOf(cutOf(city, across)) - (10 * 6 + 10 * 3 / 2.0)) < 0.05);
        const CutPlane slanted{middle, normalised({1, 1, 0.4})};
        QVERIFY(areaOf(cutOf(city, slanted)) > 40);
    }

    void aCourtyardStaysOpen()
    {
        city::CityModelBuilder builder;
        builder.beginObject("block", "Building");
        addPrism(builder, square(10), square(4), 0, 12, true);
        const CutFaces faces = cutOf(builder.finish(), below(6));
        QVERIFY(std::abs(areaOf(faces) - (400 - 64)) < 0.05);
        QCOMPARE(faces.lines.size(), std::size_t(2 * 8));
    }

    void aBodyWithinTheYardIsFilledAgain()
    {
        city::CityModelBuilder builder;
        builder.beginObject("block", "Building");
        addPrism(builder, square(10), square(4), 0, 12, true);
        addPrism(builder, square(2), {}, 0, 12, true);
        QVERIFY(std::abs(areaOf(cutOf(builder.finish(), below(6))) - (400 - 64 + 16)) < 0.05);
    }

    void anOpenBodyStaysOpen()
    {
        city::CityModelBuilder builder;
        builder.beginObject("shed", "Building");
        addPrism(builder, square(10), {}, 0, 12, false);
        const city::CityModelPtr shed = builder.finish();
        QVERIFY(cutOf(shed, below(6)).isEmpty()); // the lines close there, the body does not
        QVERIFY(cutOf(shed, {{kX, kY, 0}, {1, 0, 0}}).isEmpty());
    }

    void isDrawnInItsOwnColour()
    {
        const GridCity grid{.buildings = 4};
        CityScene scene;
        vtkNew<vtkRenderWindow> window;
        window->SetOffScreenRendering(1);
        window->SetMultiSamples(0);
        window->SetSize(320, 240);
        window->AddRenderer(scene.renderer());
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), gridCity(grid), {}, {}));
        const Vec3 middle = scene.extent().centre();
        scene.setCamera({{middle.x, middle.y - 30, 90}, {middle.x, middle.y, 0}});
        const auto coloured = [&]() -> int {
            const auto picture = drawPicture(scene, window, {.width = 320, .height = 240});
            const Rgb wanted = palette(Theme::Light).cutFace;
            int count = 0;
            for (std::size_t i = 0; picture && i < picture->rgb.size(); i += 3) {
                const std::uint8_t *p = picture->rgb.data() + i;
                count += std::abs(p[0] - wanted.r) + std::abs(p[1] - wanted.g) + std::abs(p[2] - wanted.b) < 24 ? 1 : 0;
            }
            return picture ? count : -1;
        };
        QCOMPARE(coloured(), 0);
        SceneCut cut;
        cut.highest = 4;
        scene.setCut(cut);
        QVERIFY2(coloured() > 1000, qPrintable(QString::number(coloured())));
        QVERIFY(scene.cutFaceTriangles() == 8);
        scene.hide({{QStringLiteral("m"), 0, city::kNone}, {QStringLiteral("m"), 1, city::kNone}});
        QVERIFY(coloured() > 500);
        QCOMPARE(scene.cutFaceTriangles(), std::size_t(4));
        scene.setCut({});
        QCOMPARE(coloured(), 0);
        QCOMPARE(scene.cutFaceTriangles(), std::size_t(0));
        window->RemoveRenderer(scene.renderer());
    }

    void bothOfTwoPlanesFillTheirShare()
    {
        const GridCity grid{.buildings = 4};
        CityScene scene;
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), gridCity(grid), {}, {}));
        scene.setCamera(scene.homeCamera(1));
        SceneCut cut;
        cut.highest = 4;
        cut.section = SectionPlane{placeOf(grid, 0), 0};
        scene.setCut(cut);
        scene.prepareFrame(200, 200, Quality::Still);
        QCOMPARE(scene.cutFaceTriangles(), std::size_t(4 * 2 + 2 * 2));
    }
};

LOCI_TEST_CLASS(TestCutFaces)
#include "scene_cutfaces.moc"

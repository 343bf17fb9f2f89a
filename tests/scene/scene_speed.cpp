// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/drawcost.h"
#include "layers/scene/levelchooser.h"
#include "layers/scene/sceneimage.h"
#include "tests/scene/syntheticcity.h"
#include "tests/support/testmain.h"
#endif

#include <vtkNew.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkRendererCollection.h>
#include <vtkUnsignedCharArray.h>

#include <QTest>

using namespace loci;
using namespace loci::scene;
using namespace loci::test;

namespace {

constexpr int kWidth = 320, kHeight = 200;

/// A city on a window of its own.
struct Shown
{
    vtkNew<vtkRenderWindow> window;
    CityScene scene;

    explicit Shown(std::uint32_t buildings)
    {
        window->SetOffScreenRendering(1);
        window->SetMultiSamples(0);
        window->SetSize(kWidth, kHeight);
        window->AddRenderer(scene.renderer());
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), gridCity({.buildings = buildings}), {}, {}));
        scene.setCamera(scene.homeCamera(double(kWidth) / kHeight));
    }
    ~Shown() { window->RemoveRenderer(scene.renderer()); }
    Shown(const Shown &) = delete;
    Shown &operator=(const Shown &) = delete;

    std::vector<int> pixels(Quality quality)
    {
        scene.prepareFrame(kWidth, kHeight, quality, 1'000'000);
        window->Render();
        vtkNew<vtkUnsignedCharArray> rgb;
        window->GetPixelData(0, 0, kWidth - 1, kHeight - 1, 0, rgb);
        return {rgb->GetPointer(0), rgb->GetPointer(0) + rgb->GetNumberOfValues()};
    }
};

bool isAbout(std::size_t value, double expected)
{
    return std::abs(static_cast<double>(value) - expected) <= 1;
}

double meanDifference(const std::vector<int> &a, const std::vector<int> &b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += std::abs(a[i] - b[i]);
    }
    return sum / static_cast<double>(a.size());
}

} // namespace

/// How much is drawn while the eye moves.
class TestSceneSpeed final : public QObject
{
    Q_OBJECT
private slots:
    void theBudgetFollowsWhatDrawingCosts()
    {
        FrameBudget budget(0.05);
        budget.calibrate({.fine = 0.01, .coarse = 0.005, .perTriangle = 1e-7});
        QVERIFY(isAbout(budget.triangles(), 400000));
        QVERIFY(!budget.isCoarse());
        budget.calibrate({.fine = 0.01, .coarse = 0.005, .perTriangle = 2e-7});
        QVERIFY(isAbout(budget.triangles(), 200000));
        budget.calibrate({.fine = 0, .coarse = 0, .perTriangle = 0}); // a quick card: bounded all the same
        QVERIFY(budget.triangles() <= 6'000'000);
    }

    void aSlowComputerDrawsAtHalfTheResolution()
    {
        FrameBudget budget(0.05);
        budget.calibrate({.fine = 0.04, .coarse = 0.01, .perTriangle = 2e-7});
        QVERIFY(budget.isCoarse());
        QVERIFY(isAbout(budget.triangles(), 200000));
        // Few triangles need it not: the whole of a small city, drawn in time.
        FrameBudget small(0.05);
        small.calibrate({.fine = 0.02, .coarse = 0.01, .perTriangle = 3e-7});
        for (int i = 0; i < 20; ++i) {
            small.measured(20000, 0.016);
        }
        QVERIFY(!small.isCoarse());
    }

    void framesThatTakeTooLongMakeItCoarseAndQuickOnesFine()
    {
        FrameBudget budget(0.05);
        budget.calibrate({.fine = 0.012, .coarse = 0.006, .perTriangle = 1.5e-7});
        QVERIFY(!budget.isCoarse());
        for (int i = 0; i < 60; ++i) { // another program has the processor
            budget.measured(budget.triangles(), 0.012 + 6e-7 * static_cast<double>(budget.triangles()));
        }
        QVERIFY(budget.isCoarse());
        QVERIFY(budget.triangles() < 120000);
        for (int i = 0; i < 60; ++i) {
            budget.measured(budget.triangles(), 0.006 + 1e-7 * static_cast<double>(budget.triangles()));
        }
        QVERIFY(!budget.isCoarse());
        QVERIFY(budget.triangles() > 200000);
    }

    void simplifiesWithinTheBudget()
    {
        std::vector<TileView> views;
        for (int i = 0; i < 20; ++i) {
            views.push_back({i * 100.0, {0, 160, 640, 2500, 10000, 60000}});
        }
        const auto total = [&](const std::vector<TileLevel> &levels) {
            std::size_t sum = 0;
            for (std::size_t i = 0; i < levels.size(); ++i) {
                sum += views[i].triangles[std::size_t(levels[i])];
            }
            return sum;
        };
        const auto levels = chooseLevels(views, 400000);
        QVERIFY(total(levels) <= 400000);
        QCOMPARE(levels.front(), TileLevel::Full);
        QCOMPARE(levels.back(), TileLevel::Boxes);
        for (const TileLevel level : chooseLevels(views, 2000000)) {
            QCOMPARE(level, TileLevel::Full);
        }
        for (const TileLevel level : chooseLevels(views, 1)) {
            QCOMPARE(level, TileLevel::Fewest);
        }
    }

    void levelsGoByDistanceWhenNotAllFit()
    {
        std::vector<TileView> views;
        for (const double metres : {0.0, 2000.0, 6000.0, 20000.0}) {
            views.push_back({metres, {0, 240, 940, 3750, 15000, 60000}});
        }
        const auto levels = chooseLevels(views, 15000 + 3750 + 940 + 240);
        QCOMPARE(levels[0], TileLevel::Boxes);
        QCOMPARE(levels[1], TileLevel::Sparse);
        QCOMPARE(levels[2], TileLevel::Few);
        QCOMPARE(levels[3], TileLevel::Fewest);
    }

    void whatDrawingCostsIsMeasuredAndLeavesTheSceneAsItWas()
    {
        Shown shown(64);
        const auto before = shown.pixels(Quality::Moving);
        const DrawCost cost = measureDrawCost(shown.window, shown.scene.renderer());
        QVERIFY(cost.coarse > 0 && cost.coarse <= cost.fine);
        QVERIFY(cost.fine < 5);
        QVERIFY(cost.perTriangle >= 0 && cost.perTriangle < 1e-4);
        QVERIFY(shown.pixels(Quality::Moving) == before);
        QCOMPARE(shown.window->GetRenderers()->GetNumberOfItems(), 1);
    }

    void halfTheResolutionShowsTheSamePicture()
    {
        Shown shown(64);
        const auto fine = shown.pixels(Quality::Moving);
        const auto coarse = shown.pixels(Quality::Coarse);
        QCOMPARE(coarse.size(), fine.size());
        QVERIFY2(meanDifference(fine, coarse) < 6, qPrintable(QString::number(meanDifference(fine, coarse))));
        QVERIFY(coarse != fine);
        QVERIFY(shown.pixels(Quality::Moving) == fine); // and back
        // It is the city that is alike, not the sky: without it the picture is another.
        shown.scene.setStyle(QStringLiteral("m"), {.visible = false, .opacity = 1, .colourBy = {}});
        QVERIFY(meanDifference(coarse, shown.pixels(Quality::Coarse)) > 6);
    }

    void farTilesAreDrawnTogether()
    {
        CityScene scene;
        TileOptions options;
        options.objectsPerTile = 30;
        const auto model = gridCity({.buildings = 2500});
        scene.addModel(QStringLiteral("m"), model, {});
        for (const TilePlan &plan : planTiles(*model, options)) {
            const auto tile = buildTile(*model, plan, options);
            LOCI_VERIFY_RESULT(tile);
            scene.addTile(QStringLiteral("m"), *tile, nullptr);
        }
        scene.setCamera(scene.homeCamera(1.6));
        const auto actors = [&scene](std::size_t budget) {
            for (int i = 0; i < 200; ++i) { // until everything that is wanted was made
                scene.prepareFrame(640, 400, Quality::Moving, budget);
            }
            return scene.renderer()->VisibleActorCount();
        };
        const int apart = actors(1);
        QVERIFY(apart > 100); // a mesh a tile, and the ground
        scene.updateGround();
        const int together = actors(1);
        QVERIFY2(together < apart / 8, qPrintable(QString::number(together)));
        QCOMPARE(scene.drawn().objects, std::size_t(2500));
        QVERIFY(actors(10'000'000) > 100); // near enough, each tile in all detail
        QCOMPARE(scene.drawn().triangles, std::size_t(2500 * 16));
        scene.setStyle(QStringLiteral("m"), {.visible = false, .opacity = 1, .colourBy = {}});
        QVERIFY(actors(1) < 10);
        scene.removeTiles(QStringLiteral("m"));
        scene.updateGround();
        QVERIFY(actors(1) < 10);
    }

    void aMovingFrameMakesFewNewMeshes()
    {
        Shown shown(12000); // 16 tiles or more, all in view
        const auto made = [&shown] {
            std::size_t sum = 0;
            for (const CityTile *tile : shown.scene.tiles()) {
                sum += tile->madeTriangles();
            }
            return sum;
        };
        constexpr std::size_t kBudget = 200'000; // as many as there are: 192,000
        shown.scene.prepareFrame(kWidth, kHeight, Quality::Moving, kBudget);
        const std::size_t first = made();
        QVERIFY(first > 0);
        QVERIFY2(first <= kBudget / 3, qPrintable(QString::number(first)));
        QCOMPARE(shown.scene.drawn().objects, std::size_t(12000)); // none is left out: plain ones stand for the others
        for (int i = 0; i < 40; ++i) {
            shown.scene.prepareFrame(kWidth, kHeight, Quality::Moving, kBudget);
        }
        QCOMPARE(shown.scene.drawn().triangles, std::size_t(12000 * 16));
    }
};

LOCI_TEST_CLASS(TestSceneSpeed)
#include "scene_speed.moc"

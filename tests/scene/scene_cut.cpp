// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/sceneimage.h"
#include "tests/scene/syntheticcity.h"
#include "tests/support/testmain.h"
#endif

#include <vtkActor.h>
#include <vtkDataObject.h>
#include <vtkHardwareSelector.h>
#include <vtkNew.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

#include <QTest>
#include <random>

using namespace loci;
using namespace loci::scene;
using namespace loci::test;

/// Heights, section and box: what is cut away is neither drawn nor met.
class TestSceneCut final : public QObject
{
    Q_OBJECT

    static constexpr int kWidth = 640, kHeight = 400;

    static void load(CityScene &scene, const GridCity &grid)
    {
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), gridCity(grid), {}, {}));
        scene.setCamera(scene.homeCamera(double(kWidth) / kHeight));
        scene.prepareFrame(kWidth, kHeight, Quality::Moving);
    }
    static SceneCut heights(double low, double high)
    {
        SceneCut cut;
        cut.lowest = low;
        cut.highest = high;
        return cut;
    }

private slots:
    void keepsTheBandOfHeights()
    {
        const SceneCut cut = heights(2, 5);
        QVERIFY(cut.keeps({0, 0, 2}) && cut.keeps({7, 8, 5}));
        QVERIFY(!cut.keeps({0, 0, 1.9}) && !cut.keeps({0, 0, 5.1}));
        const auto kept = cut.kept({{0, 0, 10}, {0, 0, -1}});
        QVERIFY(kept.has_value());
        QCOMPARE(kept->first, 5.0);
        QCOMPARE(kept->second, 8.0);
        QVERIFY(!cut.kept({{0, 0, 10}, {1, 0, 0}}).has_value());
        QVERIFY(!SceneCut().cutsAnything());
        QCOMPARE(SceneCut().planes().size(), std::size_t(0));
    }

    void keepsWhatLiesBehindTheSection()
    {
        SceneCut cut;
        cut.section = SectionPlane{{10, 20, 0}, 90}; // one looks to the east
        QVERIFY(cut.keeps({11, 0, 0}) && !cut.keeps({9, 0, 0}));
        cut.section->azimuth = 0;
        QVERIFY(cut.keeps({0, 21, 0}) && !cut.keeps({0, 19, 0}));
    }

    void neverNeedsMoreThanSixPlanes()
    {
        SceneCut cut = heights(1, 4);
        Box3 box;
        box.include(Vec3{0, 0, 0});
        box.include(Vec3{10, 10, 10});
        cut.box = box;
        QCOMPARE(cut.planes().size(), std::size_t(6));
        QVERIFY(cut.keeps({5, 5, 2}) && !cut.keeps({5, 5, 5}) && !cut.keeps({-1, 5, 2}));
        cut.section = SectionPlane{{5, 5, 0}, 0}; // wins over the box
        QVERIFY(cut.planes().size() <= 6);
        QVERIFY(cut.keeps({-1, 6, 2}) && !cut.keeps({5, 4, 2}));
    }

    void meetsTheFloorUnderACutRoof()
    {
        const GridCity grid{.buildings = 25};
        CityScene scene;
        load(scene, grid);
        const Vec3 m = placeOf(grid, 7);
        const Ray down{{m.x, m.y + 1, 100}, {0, 0, -1}};
        const auto roof = scene.pick(down);
        QVERIFY(roof && roof->place.z > 6);
        scene.setCut(heights(-5, 5));
        const auto floor = scene.pick(down);
        QVERIFY(floor.has_value());
        QCOMPARE(floor->object, 7U);
        QVERIFY(std::abs(floor->place.z) < 0.001);
        QVERIFY(std::abs(floor->distance - 100) < 0.001);
        scene.setCut(heights(1, 5)); // the floor is cut as well
        QVERIFY(!scene.pick(down).has_value());
        scene.setCut({});
        QCOMPARE(scene.pick(down)->place.z, roof->place.z);
    }

    /// Drawing and picking agree at every pixel, with all six planes in use.
    void drawsWhatItMeets()
    {
        const GridCity grid{.buildings = 300};
        CityScene scene;
        vtkNew<vtkRenderWindow> window;
        window->SetOffScreenRendering(1);
        window->SetMultiSamples(0);
        window->SetSize(kWidth, kHeight);
        window->AddRenderer(scene.renderer());
        load(scene, grid);
        SceneCut cut = heights(1.5, 7);
        Box3 box = scene.extent();
        box.min.x += 60;
        box.max.y -= 75;
        cut.box = box;
        scene.setCut(cut);
        scene.renderer()->SetPass(nullptr);
        window->Render();
        vtkNew<vtkHardwareSelector> selector;
        selector->SetRenderer(scene.renderer());
        selector->SetArea(0, 0, kWidth - 1, kHeight - 1);
        selector->SetFieldAssociation(vtkDataObject::FIELD_ASSOCIATION_CELLS);
        QVERIFY(selector->CaptureBuffers());
        std::mt19937 random(5);
        int met = 0;
        int different = 0;
        for (int i = 0; i < 800; ++i) {
            const int x = int(random() % kWidth);
            const int y = int(random() % kHeight);
            unsigned int at[2]{unsigned(x), unsigned(y)};
            const vtkHardwareSelector::PixelInformation info = selector->GetPixelInformation(at, 0);
            const auto hit = scene.pick(scene.rayAt(x + 0.5, kHeight - y - 0.5, kWidth, kHeight));
            const CityTile *tile = nullptr;
            for (const CityTile *candidate : scene.tiles()) {
                if (info.Valid && candidate->fullActor() == info.Prop) {
                    tile = candidate;
                }
            }
            if (!tile) {
                different += hit ? 1 : 0;
                continue;
            }
            ++met;
            different += hit && hit->object == tile->cell(std::size_t(info.AttributeID)).object ? 0 : 1;
            QVERIFY(!hit || (cut.keeps(hit->place + Vec3{0, 0, 1e-6}) || cut.keeps(hit->place - Vec3{0, 0, 1e-6})));
        }
        window->RemoveRenderer(scene.renderer());
        QVERIFY2(met > 50, qPrintable(QString::number(met)));
        QVERIFY2(different <= 1, qPrintable(QStringLiteral("%1 of 800 differ, %2 met").arg(different).arg(met)));
    }

    void staysInPlaceWhenTheOriginMoves()
    {
        CityScene scene;
        scene.setCut(heights(0, 5));
        const GridCity grid{.buildings = 9, .corner = {90000, 437000, 40}};
        load(scene, grid);
        const Vec3 m = placeOf(grid, 4);
        QVERIFY(!scene.pick({{m.x, m.y, 200}, {0, 0, -1}}).has_value()); // all of it lies above 40 m
        scene.setCut(heights(40, 200));
        QVERIFY(scene.pick({{m.x, m.y, 200}, {0, 0, -1}}).has_value());
    }
};

LOCI_TEST_CLASS(TestSceneCut)
#include "scene_cut.moc"

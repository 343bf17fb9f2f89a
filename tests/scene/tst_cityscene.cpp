// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/scene/sceneimage.h"
#include "layers/scene/sceneplace.h"
#include "tests/scene/syntheticcity.h"
#include "tests/support/testmain.h"
#endif

#include <vtkActor.h>
#include <vtkDataObject.h>
#include <vtkHardwareSelector.h>
#include <vtkInformation.h>
#include <vtkNew.h>
#include <vtkProp.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

#include <QFile>
#include <QTest>
#include <QTimeZone>
#include <malloc.h>
#include <random>

using namespace loci;
using namespace loci::scene;
using namespace loci::test;

/// The scene without widgets: what is where, what is drawn, what is met.
class TestCityScene final : public QObject
{
    Q_OBJECT

    static constexpr int kWidth = 640, kHeight = 400;

    static void load(CityScene &scene, const city::CityModelPtr &model, const QString &colourBy = {})
    {
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), model, {.colourBy = colourBy}, {}));
        scene.setCamera(scene.homeCamera(double(kWidth) / kHeight));
        scene.prepareFrame(kWidth, kHeight, Quality::Moving);
    }

private slots:
    void cutsTilesOfBoundedSize()
    {
        const auto model = gridCity({.buildings = 5000});
        TileOptions options;
        options.objectsPerTile = 1500;
        const auto plans = planTiles(*model, options);
        std::size_t roots = 0;
        for (const TilePlan &plan : plans) {
            QVERIFY(plan.roots.size() >= 500 && plan.roots.size() <= 1500);
            roots += plan.roots.size();
        }
        QCOMPARE(roots, std::size_t(5000));
    }

    void countsObjectsAndTriangles()
    {
        const GridCity grid{.buildings = 100};
        CityScene scene;
        load(scene, gridCity(grid));
        const DrawnCounts drawn = scene.drawn();
        QCOMPARE(drawn.objects, std::size_t(100));
        QCOMPARE(drawn.triangles, std::size_t(100 * (2 + 8 + 2 + 4)));
        QCOMPARE(drawn.tiles, std::size_t(1));
        const Box3 box = scene.extent();
        QVERIFY(std::abs(box.min.x - (placeOf(grid, 0).x - 6)) < 0.002);
        QVERIFY(std::abs(box.max.z - 15) < 0.002);
    }

    void drawsOneMapperATile()
    {
        CityScene scene;
        load(scene, gridCity({.buildings = 4000}));
        // Tiles, the sheet and the ground beyond: never an actor an object.
        QVERIFY(scene.renderer()->VisibleActorCount() <= int(scene.tiles().size()) + 2);
    }

    void picksTheBuildingUnderTheRay()
    {
        const GridCity grid{.buildings = 400};
        CityScene scene;
        const auto model = gridCity(grid);
        load(scene, model);
        for (const std::uint32_t number : {0U, 17U, 399U}) {
            const Vec3 m = placeOf(grid, number);
            const auto hit = scene.pick({{m.x, m.y + 1, 100}, {0, 0, -1}});
            QVERIFY(hit.has_value());
            QCOMPARE(hit->object, number);
            QCOMPARE(model->semanticOf(hit->surface), std::string_view("RoofSurface"));
            QCOMPARE(model->objectOfSurface(hit->surface), number);
        }
        QVERIFY(!scene.pick({{grid.corner.x - 50, grid.corner.y, 100}, {0, 0, -1}}).has_value());
    }

    void seesThroughHiddenObjects()
    {
        const GridCity grid{.buildings = 25};
        CityScene scene;
        load(scene, gridCity(grid));
        const Vec3 m = placeOf(grid, 7);
        const Ray down{{m.x, m.y + 1, 100}, {0, 0, -1}};
        scene.hide({{QStringLiteral("m"), 7}});
        QVERIFY(!scene.pick(down).has_value());
        QCOMPARE(scene.drawn().objects, std::size_t(24));
        QVERIFY(scene.isAnythingHidden());
        scene.isolate({{QStringLiteral("m"), 7}});
        QVERIFY(scene.pick(down).has_value());
        QCOMPARE(scene.drawn().objects, std::size_t(1));
        scene.showAll();
        QCOMPARE(scene.drawn().objects, std::size_t(25));
    }

    void coloursByAttributeWithALegend()
    {
        CityScene scene;
        load(scene, gridCity({.buildings = 90}), QStringLiteral("kind"));
        const Legend legend = scene.legend(QStringLiteral("m"));
        QCOMPARE(legend.entries.size(), std::size_t(3));
        QCOMPARE(legend.entries.front().count, std::size_t(30));
        scene.setStyle(QStringLiteral("m"), {.colourBy = QStringLiteral("number")});
        QCOMPARE(scene.legend(QStringLiteral("m")).entries.size(), std::size_t(7));
        QVERIFY(scene.legend(QStringLiteral("m")).isRamp);
        scene.setStyle(QStringLiteral("m"), {});
        QVERIFY(scene.legend(QStringLiteral("m")).isEmpty());
    }

    void recoloursWithoutTouchingGeometry()
    {
        CityScene scene;
        load(scene, gridCity({.buildings = 50}));
        vtkActor *before = scene.tiles().front()->fullActor();
        scene.setStyle(QStringLiteral("m"), {.colourBy = QStringLiteral("number")});
        QCOMPARE(scene.tiles().front()->fullActor(), before);
    }

    /// 4e6 / 3e7 m: the mesh must lie where the model says, to less than a millimetre.
    void keepsMillimetresAtLargeCoordinates()
    {
        const GridCity grid{.buildings = 400, .corner = {4.0e6 + 0.123, 3.0e7 + 0.457, 12.5}};
        CityScene scene;
        load(scene, gridCity(grid));
        for (const std::uint32_t number : {0U, 211U, 399U}) {
            const Vec3 m = placeOf(grid, number);
            const auto hit = scene.pick({{m.x + 2, m.y, 200}, {0, 0, -1}});
            QVERIFY(hit.has_value());
            QVERIFY2(std::abs(hit->place.z - (12.5 + 9 + number % 7)) < 0.001,
                     qPrintable(QString::number(hit->place.z)));
            const auto wall = scene.pick({{m.x, m.y - 12, 15}, {0, 1, 0}});
            QVERIFY(wall.has_value());
            QVERIFY(std::abs(wall->place.y - (m.y - 5)) < 0.001);
        }
        for (const CityTile *tile : scene.tiles()) {
            for (vtkIdType i = 0; i < tile->mesh().positions->GetNumberOfValues(); ++i) {
                QVERIFY(std::abs(tile->mesh().positions->GetValue(i)) < 2000);
            }
        }
    }

    void agreesWithTheHardwareSelector()
    {
        CityScene scene;
        const auto model = gridCity({.buildings = 300});
        vtkNew<vtkRenderWindow> window;
        window->SetOffScreenRendering(1);
        window->SetMultiSamples(0);
        window->SetSize(kWidth, kHeight);
        window->AddRenderer(scene.renderer());
        load(scene, model);
        scene.renderer()->SetPass(nullptr);
        window->Render();
        vtkNew<vtkHardwareSelector> selector;
        selector->SetRenderer(scene.renderer());
        selector->SetArea(0, 0, kWidth - 1, kHeight - 1);
        selector->SetFieldAssociation(vtkDataObject::FIELD_ASSOCIATION_CELLS);
        QVERIFY(selector->CaptureBuffers());
        std::mt19937 random(7);
        int met = 0;
        int different = 0;
        for (int i = 0; i < 500; ++i) {
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
            const auto cell = tile->cell(std::size_t(info.AttributeID));
            different += hit && hit->object == cell.object ? 0 : 1;
        }
        QVERIFY2(met > 50, qPrintable(QString::number(met)));
        QVERIFY2(different == 0, qPrintable(QStringLiteral("%1 of 500 differ, %2 met").arg(different).arg(met)));
        window->RemoveRenderer(scene.renderer());
    }

    void projectsWhatTheRayMeets()
    {
        CityScene scene;
        const GridCity grid{.buildings = 100};
        load(scene, gridCity(grid));
        const auto ridge = scene.project(placeOf(grid, 45) + Vec3{0, 0, 8}, kWidth, kHeight);
        const auto hit = scene.pick(scene.rayAt(ridge.x, ridge.y, kWidth, kHeight));
        QVERIFY(hit.has_value());
        const auto back = scene.project(hit->place, kWidth, kHeight);
        QVERIFY(back.inFront && std::abs(back.x - ridge.x) < 0.01 && std::abs(back.y - ridge.y) < 0.01);
        QVERIFY(!scene.isHiddenBehind(hit->place));
        QVERIFY(scene.isHiddenBehind(hit->place - Vec3{0, 0, 4}));
    }

    void staysAboveTheGround()
    {
        CityScene scene;
        load(scene, gridCity({.buildings = 100}));
        const Vec3 middle = scene.extent().centre();
        scene.setCamera({{middle.x, middle.y, -500}, {middle.x, middle.y + 50, -400}});
        QVERIFY(scene.camera().position.z >= 1.0);
    }

    void knowsPlaceAndNorthOfTheGrid()
    {
        const auto there = geoReference(EpsgCode(28992), {155000, 463000, 0}); // Amersfoort, the origin of the grid
        QVERIFY(there.has_value());
        QVERIFY(std::abs(there->place.latitude - 52.155) < 0.01);
        QVERIFY(std::abs(there->place.longitude - 5.387) < 0.01);
        QVERIFY(std::abs(there->trueNorth) < 0.05);
        QVERIFY(!geoReference({}, {}).has_value());
    }

    void opensAndClosesWithoutGrowth()
    {
        const auto model = gridCity({.buildings = 2000});
        const auto resident = [] {
            malloc_trim(0); // what is free in the heap is no growth
            QFile file(QStringLiteral("/proc/self/statm"));
            return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4 : 0; // KiB
        };
        CityScene scene;
        qint64 after3 = 0;
        for (int i = 0; i < 20; ++i) {
            load(scene, model);
            scene.removeModel(QStringLiteral("m"));
            if (i == 2) {
                after3 = resident();
            }
        }
        QVERIFY(scene.tiles().empty());
        const qint64 growth = resident() - after3;
        QVERIFY2(growth < 6 * 1024, qPrintable(QStringLiteral("%1 KiB").arg(growth)));
    }
};

LOCI_TEST_CLASS(TestCityScene)
#include "tst_cityscene.moc"

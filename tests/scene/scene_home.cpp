// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/scene/sceneimage.h"
#include "tests/support/testmain.h"
#endif

#include <vtkCamera.h>
#include <vtkNew.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

#include <QTest>

using namespace loci;
using namespace loci::scene;

namespace {

constexpr int kWidth = 640, kHeight = 400;

void addBox(city::CityModelBuilder &builder, const std::string &id, const Vec3 &at, double wide, double high)
{
    builder.beginObject(id, "Building");
    builder.beginGeometry(city::GeometryType::Solid, "1");
    builder.beginShell();
    const auto corner = [&](int x, int y, int z) { return Vec3{at.x + x * wide, at.y + y * wide, at.z + z * high}; };
    builder.surface({{corner(0, 0, 0), corner(0, 1, 0), corner(1, 1, 0), corner(1, 0, 0)}});
    builder.surface({{corner(0, 0, 1), corner(1, 0, 1), corner(1, 1, 1), corner(0, 1, 1)}});
    builder.surface({{corner(0, 0, 0), corner(1, 0, 0), corner(1, 0, 1), corner(0, 0, 1)}});
    builder.surface({{corner(1, 0, 0), corner(1, 1, 0), corner(1, 1, 1), corner(1, 0, 1)}});
    builder.surface({{corner(1, 1, 0), corner(0, 1, 0), corner(0, 1, 1), corner(1, 1, 1)}});
    builder.surface({{corner(0, 1, 0), corner(0, 0, 0), corner(0, 0, 1), corner(0, 1, 1)}});
}

} // namespace

/// The first view of a place, and its far ground.
class TestHomeView final : public QObject
{
    Q_OBJECT

private slots:
    void aTowerIsInThePicture_data()
    {
        QTest::addColumn<int>("towers");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("width");
        QTest::newRow("one of 30 m") << 1 << 30.0 << 640;
        QTest::newRow("one of 300 m") << 1 << 300.0 << 640;
        QTest::newRow("five of 200 m") << 5 << 200.0 << 640;
        QTest::newRow("one in a narrow view") << 1 << 150.0 << 160;
    }

    void aTowerIsInThePicture()
    {
        QFETCH(int, towers);
        QFETCH(double, high);
        QFETCH(int, width);
        city::CityModelBuilder builder;
        for (int i = 0; i < towers; ++i) {
            addBox(builder, "t" + std::to_string(i), {1000.0 + 25 * i, 2000, 10}, 15, high);
        }
        CityScene scene;
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), builder.finish(), {}, {}));
        scene.setCamera(scene.homeCamera(double(width) / kHeight));
        const Box3 box = scene.extent();
        double lowest = kHeight;
        double highest = 0;
        for (int corner = 0; corner < 8; ++corner) {
            const Vec3 place{corner & 1 ? box.max.x : box.min.x, corner & 2 ? box.max.y : box.min.y,
                             corner & 4 ? box.max.z : box.min.z};
            const CityScene::Projected p = scene.project(place, width, kHeight);
            QVERIFY(p.inFront);
            QVERIFY2(p.x >= 0 && p.x <= width && p.y >= 0 && p.y <= kHeight,
                     qPrintable(QStringLiteral("%1 %2").arg(p.x).arg(p.y)));
            lowest = std::min(lowest, p.y);
            highest = std::max(highest, p.y);
        }
        QVERIFY2(highest - lowest > 0.25 * kHeight, qPrintable(QString::number(highest - lowest))); // and not tiny
    }

    /// Beside a tower the eye is within the box of its tile, but near nothing: depths must stay fine.
    void theNearPlaneIsAsFarAsTheHouses()
    {
        city::CityModelBuilder builder;
        addBox(builder, "tower", {0, 0, 0}, 20, 300);
        addBox(builder, "house", {400, 400, 0}, 20, 9);
        CityScene scene;
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), builder.finish(), {}, {}));
        scene.setCamera({{200, 200, 150}, {400, 420, 0}});
        scene.prepareFrame(kWidth, kHeight, Quality::Still);
        double range[2];
        scene.renderer()->GetActiveCamera()->GetClippingRange(range);
        QVERIFY2(range[0] > 50, qPrintable(QString::number(range[0])));
        scene.setCamera({{405, 398, 8}, {405, 420, 2}}); // two metres before a wall
        scene.prepareFrame(kWidth, kHeight, Quality::Still);
        scene.renderer()->GetActiveCamera()->GetClippingRange(range);
        QVERIFY2(range[0] < 2, qPrintable(QString::number(range[0])));
    }

    /// What lies far on level ground has nothing that would shade it.
    void farGroundHasNoGrain()
    {
        city::CityModelBuilder builder;
        addBox(builder, "a", {0, 0, 0}, 20, 12);
        addBox(builder, "b", {3000, 200, 0}, 20, 12);
        addBox(builder, "c", {200, 3000, 0}, 20, 12);
        CityScene scene;
        vtkNew<vtkRenderWindow> window;
        window->SetOffScreenRendering(1);
        window->SetMultiSamples(0);
        window->SetSize(kWidth, kHeight);
        window->AddRenderer(scene.renderer());
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), builder.finish(), {}, {}));
        scene.setCamera({{400, 300, 60}, {1600, 1500, 0}});
        const auto shaded = drawPicture(scene, window, {.width = kWidth, .height = kHeight});
        LOCI_VERIFY_RESULT(shaded);
        // Along a row of pixels the ground changes evenly; grain makes neighbours differ.
        int grains = 0;
        int looked = 0;
        for (int y = kHeight / 4; y < kHeight; ++y) {
            for (int x = 1; x + 1 < kWidth; ++x) {
                const auto green = [&](int i) {
                    return int(shaded->rgb[3 * (std::size_t(y) * kWidth + std::size_t(i)) + 1]);
                };
                const int bend = std::abs(2 * green(x) - green(x - 1) - green(x + 1));
                grains += bend > 3 && bend < 60 ? 1 : 0; // buildings and the horizon differ by more
                ++looked;
            }
        }
        window->RemoveRenderer(scene.renderer());
        QVERIFY2(grains * 500 < looked, qPrintable(QStringLiteral("%1 of %2").arg(grains).arg(looked)));
    }
};

LOCI_TEST_CLASS(TestHomeView)
#include "scene_home.moc"

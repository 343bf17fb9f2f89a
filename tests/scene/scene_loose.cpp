// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/domain/city/citymodelbuilder.h"
#include "layers/scene/sceneimage.h"
#include "tests/support/testmain.h"
#endif

#include <vtkNew.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

#include <QTest>

using namespace loci;
using namespace loci::scene;

namespace {

constexpr int kWidth = 400, kHeight = 300;

/// Points "cloud" in steps of 10 m and, 20 m above the ground, a line "wire" from west to east through the middle.
city::CityModelPtr pointsAndWire()
{
    city::CityModelBuilder builder({0.001, 0.001, 0.001}, {5000, 6000, 0});
    builder.beginObject("cloud", "GenericCityObject");
    builder.beginGeometry(city::GeometryType::MultiPoint, {});
    for (int i = 0; i < 121; ++i) {
        builder.surface(std::vector<Vec3>{{5000.0 + i % 11 * 10, 6000.0 + i / 11 * 10, 0}});
    }
    builder.beginObject("wire", "CityFurniture");
    builder.beginGeometry(city::GeometryType::MultiLineString, "1");
    builder.surface(std::vector<Vec3>{{5000, 6055, 20}, {5050, 6055, 20}, {5100, 6055, 20}});
    return builder.finish();
}

} // namespace

/// Points and lines: drawn and met, though they have no area.
class TestLooseParts final : public QObject
{
    Q_OBJECT
private:
    static void load(CityScene &scene, const city::CityModelPtr &model)
    {
        LOCI_VERIFY_RESULT(addModelNow(scene, QStringLiteral("m"), model, {}, {}));
        scene.setCamera({{5050, 6049.9, 150}, {5050, 6050, 0}});
        scene.prepareFrame(kWidth, kHeight, Quality::Moving);
    }
    static std::optional<Hit> at(const CityScene &scene, const Vec3 &place, double dx = 0, double dy = 0)
    {
        const CityScene::Projected p = scene.project(place, kWidth, kHeight);
        return scene.pick(scene.rayAt(p.x + dx, p.y + dy, kWidth, kHeight));
    }

private slots:
    void aPointIsMetWithinAFewPixels()
    {
        const city::CityModelPtr model = pointsAndWire();
        CityScene scene;
        load(scene, model);
        const Vec3 point{5050, 6020, 0};
        const auto hit = at(scene, point);
        QVERIFY(hit.has_value());
        QCOMPARE(hit->object, model->find("cloud"));
        QVERIFY(length(hit->place - point) < 0.1);
        QVERIFY(at(scene, point, 3, 2).has_value());
        QVERIFY(!at(scene, point, 9, 9).has_value()); // between the points
        scene.hide({{QStringLiteral("m"), model->find("cloud"), city::kNone}});
        QVERIFY(!at(scene, point).has_value());
    }

    void aLineIsMetAlongItsWholeLength()
    {
        const city::CityModelPtr model = pointsAndWire();
        CityScene scene;
        load(scene, model);
        for (const double x : {5003.0, 5027.0, 5050.0, 5081.0}) {
            const auto hit = at(scene, {x, 6055, 20}, 0, 2);
            QVERIFY(hit.has_value());
            QCOMPARE(hit->object, model->find("wire"));
            QVERIFY(std::abs(hit->place.z - 20) < 2);
        }
        SceneCut cut;
        cut.highest = 10;
        scene.setCut(cut);
        const auto under = at(scene, {5027, 6055, 20}, 0, 2);
        QVERIFY(!under || under->object != model->find("wire"));
    }

    void aPlainRayMeetsNeither()
    {
        CityScene scene;
        load(scene, pointsAndWire());
        QVERIFY(!scene.pick({{5050, 6055.01, 100}, {0, 0, -1}}).has_value());
    }

    void linesAreDrawnAndMarked()
    {
        const city::CityModelPtr model = pointsAndWire();
        CityScene scene;
        vtkNew<vtkRenderWindow> window;
        window->SetOffScreenRendering(1);
        window->SetMultiSamples(0);
        window->SetSize(kWidth, kHeight);
        window->AddRenderer(scene.renderer());
        load(scene, model);
        const auto picture = [&] {
            auto drawn = drawPicture(scene, window, {.width = kWidth, .height = kHeight});
            return drawn ? drawn->rgb : std::vector<std::uint8_t>();
        };
        const auto different = [](const std::vector<std::uint8_t> &a, const std::vector<std::uint8_t> &b) {
            int count = 0;
            for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
                count += std::abs(a[i] - b[i]) > 20 ? 1 : 0;
            }
            return count;
        };
        const auto with = picture();
        const ObjectKey wire{QStringLiteral("m"), model->find("wire"), city::kNone};
        scene.setSelected({wire});
        QVERIFY(different(with, picture()) > 200);
        scene.setSelected({});
        scene.hide({wire});
        QVERIFY2(different(with, picture()) > 200, qPrintable(QString::number(different(with, picture()))));
        window->RemoveRenderer(scene.renderer());
    }
};

LOCI_TEST_CLASS(TestLooseParts)
#include "scene_loose.moc"

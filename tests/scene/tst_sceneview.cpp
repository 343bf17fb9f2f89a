// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/formats/modelreader.h"
#include "tests/scene/syntheticcity.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "widgets/scene/sceneview.h"
#endif

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using namespace loci::test;

/// The 3D view as a person meets it, under Xvfb.
class TestSceneView final : public QObject
{
    Q_OBJECT

    static std::vector<SceneModel> one(const city::CityModelPtr &model, const QString &colourBy = {})
    {
        return {{.id = QStringLiteral("m"),
                 .name = QStringLiteral("Grid"),
                 .model = model,
                 .visible = true,
                 .opacity = 1,
                 .lod = {},
                 .colourBy = colourBy}};
    }
    static void open(SceneView &view, const city::CityModelPtr &model)
    {
        view.resize(520, 380);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QSignalSpy ready(&view, &SceneView::modelsReady);
        view.setModels(one(model));
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, 60000);
        QTRY_VERIFY_WITH_TIMEOUT(view.isIdle(), 60000);
    }
    /// A pixel on a building, looked for on a grid.
    static std::optional<QPoint> onABuilding(SceneView &view)
    {
        for (int y = 120; y < view.height() - 40; y += 7) {
            for (int x = 60; x < view.width() - 60; x += 7) {
                if (view.pick({x, y})) {
                    return QPoint(x, y);
                }
            }
        }
        return std::nullopt;
    }
    /// Share of the pixels that differ visibly. The soft shade is sampled, so two pictures of one scene are not equal
    /// to the last bit.
    static double differing(const QImage &a, const QImage &b)
    {
        int count = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x) {
                const QColor p = a.pixelColor(x, y);
                const QColor q = b.pixelColor(x, y);
                count +=
                    std::abs(p.red() - q.red()) + std::abs(p.green() - q.green()) + std::abs(p.blue() - q.blue()) > 60
                        ? 1
                        : 0;
            }
        }
        return static_cast<double>(count) / (a.width() * a.height());
    }
    static QWidget *canvasOf(SceneView &view) { return view.focusProxy(); }

private slots:
    void showsAModelAndSaysSo()
    {
        Selection selection;
        SceneView view(selection);
        open(view, gridCity({.buildings = 200}));
        const QImage picture = view.picture();
        QVERIFY(!picture.isNull());
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); y += 9) {
            for (int x = 0; x < picture.width(); x += 9) {
                colours.insert(picture.pixel(x, y));
            }
        }
        QVERIFY2(colours.size() > 30, qPrintable(QString::number(colours.size())));
    }

    void selectsByClickAndClearsInTheSky()
    {
        Selection selection;
        SceneView view(selection);
        open(view, gridCity({.buildings = 60}));
        const auto place = onABuilding(view);
        QVERIFY(place.has_value());
        const auto thing = view.pick(*place);
        QTest::mouseClick(canvasOf(view), Qt::LeftButton, {}, *place);
        QCOMPARE(selection.things().size(), std::size_t(1));
        QVERIFY(selection.contains(*thing));
        QTest::mouseClick(canvasOf(view), Qt::LeftButton, Qt::ControlModifier, *place);
        QVERIFY(selection.isEmpty());
        QTest::mouseClick(canvasOf(view), Qt::LeftButton, {}, *place);
        QTest::mouseClick(canvasOf(view), Qt::LeftButton, {}, QPoint(260, 60));
        QVERIFY(selection.isEmpty());
    }

    void showsASelectionMadeElsewhere()
    {
        Selection selection;
        SceneView view(selection);
        open(view, gridCity({.buildings = 9}));
        const QImage before = view.picture();
        selection.set({CityObjectRef{QStringLiteral("m"), 4, 0xffffffffU}});
        QTRY_VERIFY(view.isIdle());
        const double marked = differing(view.picture(), before);
        QVERIFY2(marked > 0.005, qPrintable(QString::number(marked)));
        selection.clear();
        QTRY_VERIFY(view.isIdle());
        const double left = differing(view.picture(), before);
        QVERIFY2(left < marked / 4, qPrintable(QStringLiteral("%1 of %2").arg(left).arg(marked)));
    }

    void hidesAndShowsAgain()
    {
        Selection selection;
        SceneView view(selection);
        open(view, gridCity({.buildings = 60}));
        const auto place = onABuilding(view);
        QVERIFY(place.has_value());
        const auto thing = view.pick(*place);
        view.hideObjects({*thing});
        const auto behind = view.pick(*place);
        QVERIFY(!behind || behind->object != thing->object);
        view.showAllObjects();
        QCOMPARE(view.pick(*place)->object, thing->object);
        view.isolateObjects({*thing});
        QCOMPARE(view.pick(*place)->object, thing->object);
    }

    void fliesAndTellsTheCamera()
    {
        Selection selection;
        SceneView view(selection);
        open(view, gridCity({.buildings = 60}));
        const QSignalSpy moved(&view, &SceneView::cameraChanged);
        const CameraPose before = view.camera();
        selection.zoomRequested(CityObjectRef{QStringLiteral("m"), 30, 0xffffffffU});
        QVERIFY(!(view.camera() == before)); // where the flight ends
        QTRY_VERIFY_WITH_TIMEOUT(view.isIdle(), 20000);
        QVERIFY(moved.count() > 0);
        QTest::keyClick(canvasOf(view), Qt::Key_R);
        QTRY_VERIFY_WITH_TIMEOUT(view.isIdle(), 20000);
        const CameraPose home = view.camera();
        QVERIFY(std::abs(home.position.x - before.position.x) < 1);
    }

    void turnsByDragging()
    {
        Selection selection;
        SceneView view(selection);
        open(view, gridCity({.buildings = 60}));
        const CameraPose before = view.camera();
        QTest::mousePress(canvasOf(view), Qt::LeftButton, {}, QPoint(250, 240));
        QTest::mouseMove(canvasOf(view), QPoint(300, 240));
        QTest::mouseMove(canvasOf(view), QPoint(350, 240));
        QTest::mouseRelease(canvasOf(view), Qt::LeftButton, {}, QPoint(350, 240));
        QVERIFY(!(view.camera() == before));
        QVERIFY(selection.isEmpty());
    }

    void wantsTheGroundOfThePlace()
    {
        Selection selection;
        SceneView view(selection);
        const QSignalSpy wanted(&view, &SceneView::groundWanted);
        open(view, gridCity({.buildings = 60}));
        QVERIFY(wanted.count() >= 1);
        const Box3 extent = wanted.last().first().value<Box3>();
        QImage map(64, 64, QImage::Format_RGB32);
        map.fill(QColor(255, 0, 0));
        view.setGround(map, extent);
        QTRY_VERIFY(view.isIdle());
        const QColor low = view.picture().pixelColor(260, 370);
        QVERIFY2(low.red() > 2 * low.blue(), qPrintable(low.name()));
    }

    void diesWhileBuilding()
    {
        const auto model = gridCity({.buildings = 6000});
        for (int i = 0; i < 8; ++i) {
            Selection selection;
            auto view = std::make_unique<SceneView>(selection);
            view->resize(300, 200);
            view->show();
            view->setModels(one(model));
            if (i % 2 == 1) {
                view->setModels({});
            }
            QVERIFY(i % 2 == 1 || !view->isIdle());
        }
    }

    void opensTheHague()
    {
        const QString file = sharedData(QStringLiteral("cityjson/denhaag/denhaag_v11.city.json"));
        if (file.isEmpty()) {
            QSKIP("shared data is absent");
        }
        const auto loaded = formats::readModel(file);
        LOCI_VERIFY_RESULT(loaded);
        Selection selection;
        SceneView view(selection);
        open(view, loaded->value);
        const auto place = onABuilding(view);
        QVERIFY(place.has_value());
    }
};

LOCI_TEST_CLASS(TestSceneView)
#include "tst_sceneview.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "tests/scene/syntheticcity.h"
#include "tests/support/testmain.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/tokens.h"
#include "widgets/common/translator.h"
#include "widgets/scene/cutpopover.h"
#include "widgets/scene/rangeslider.h"
#include "widgets/scene/sceneview.h"
#include "widgets/scene/sunpopover.h"
#endif

#include <QApplication>
#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace loci;
using namespace loci::widgets;
using namespace loci::test;

/// Cutting, edges and shadows as a person meets them in the 3D view.
class TestSeeingView final : public QObject
{
    Q_OBJECT

    static void open(SceneView &view, const city::CityModelPtr &model)
    {
        view.resize(520, 380);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QSignalSpy ready(&view, &SceneView::modelsReady);
        SceneModel shown;
        shown.id = QStringLiteral("m");
        shown.model = model;
        view.setModels({shown});
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, 60000);
        QTRY_VERIFY_WITH_TIMEOUT(view.isIdle(), 60000);
    }
    static CutPopover::Place place()
    {
        CutPopover::Place place;
        place.extent.include(Vec3{1000, 2000, -2});
        place.extent.include(Vec3{1400, 2200, 38});
        place.focus = {1200, 2100, 0};
        place.azimuth = 37;
        return place;
    }
    /// Share of the pixels that a person would call different: the grain of the ambient shade is none.
    static double different(const QImage &a, const QImage &b)
    {
        int count = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x) {
                count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 16 ? 1 : 0;
            }
        }
        return a.size() == b.size() ? double(count) / (a.width() * a.height()) : 1;
    }
    template <class Widget>
    static Widget *child(QWidget &of, const char *name)
    {
        return of.findChild<Widget *>(QLatin1String(name));
    }

private slots:
    void aTypedHeightCuts()
    {
        CutPopover popover(nullptr);
        const QSignalSpy changed(&popover, &CutPopover::changed);
        popover.open({40, 40}, {}, place());
        QCOMPARE(changed.count(), 0);
        auto *to = child<QDoubleSpinBox>(popover, "cutTo");
        to->setFocus();
        to->selectAll();
        QTest::keyClicks(to, QStringLiteral("12.5"));
        QTest::keyClick(to, Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(popover.cut().highest.value_or(0), 12.5);
        QVERIFY(!popover.cut().lowest.has_value()); // the whole depth is no cut
        QCOMPARE(popover.findChild<RangeSlider *>()->high(), 12.5);
        child<QPushButton>(popover, "cutReset")->click();
        QVERIFY(popover.cut() == scene::SceneCut());
        QVERIFY(!child<QPushButton>(popover, "cutReset")->isEnabled());
    }

    void theBandIsMovedByKeys()
    {
        RangeSlider band;
        band.setRange(0, 50);
        band.setValues(10, 40);
        const QSignalSpy moved(&band, &RangeSlider::moved);
        QTest::keyClick(&band, Qt::Key_Left);
        QCOMPARE(band.high(), 39.0);
        QTest::keyClick(&band, Qt::Key_Home);
        QTest::keyClick(&band, Qt::Key_Right);
        QCOMPARE(band.low(), 11.0);
        QCOMPARE(moved.count(), 2);
        band.setValues(-5, 500);
        QCOMPARE(band.low(), 0.0);
        QCOMPARE(band.high(), 50.0);
        QCOMPARE(moved.count(), 2);
    }

    void aSectionStandsWhereOneLooks()
    {
        CutPopover popover(nullptr);
        popover.open({40, 40}, {}, place());
        auto *shape = popover.findChild<SegmentedControl *>();
        QTest::mouseClick(shape->findChild<QToolButton *>(QStringLiteral("section")), Qt::LeftButton);
        QVERIFY(popover.cut().section.has_value());
        QCOMPARE(popover.cut().section->azimuth, 37.0);
        QVERIFY(popover.cut().keeps({1200 + 60 * std::sin(37 * M_PI / 180), 2100 + 60 * std::cos(37 * M_PI / 180), 0}));
        QVERIFY(
            !popover.cut().keeps({1200 - 60 * std::sin(37 * M_PI / 180), 2100 - 60 * std::cos(37 * M_PI / 180), 0}));
        QTest::mouseClick(shape->findChild<QToolButton *>(QStringLiteral("box")), Qt::LeftButton);
        QVERIFY(popover.cut().box && !popover.cut().section);
        QVERIFY(popover.cut().box->contains2d({1200, 2100}));
        // What was set is there when it opens again.
        const scene::SceneCut kept = popover.cut();
        popover.hide();
        popover.open({40, 40}, kept, place());
        QVERIFY(popover.cut() == kept);
        QCOMPARE(shape->current(), QStringLiteral("box"));
    }

    void cutsTheView()
    {
        Selection selection;
        SceneView view(selection);
        open(view, gridCity({.buildings = 60}));
        const QImage before = view.picture();
        scene::SceneCut cut;
        cut.highest = 4;
        view.setCut(cut);
        QTRY_VERIFY(view.isIdle());
        const QImage flat = view.picture();
        const double cutAway = different(flat, before);
        QVERIFY2(cutAway > 0.03, qPrintable(QString::number(cutAway)));
        view.setCut({});
        QTRY_VERIFY(view.isIdle());
        QVERIFY(different(view.picture(), before) < cutAway / 20);
    }

    void throwsShadowsWhenItRests()
    {
        Selection selection;
        SceneView view(selection);
        open(view, gridCity({.buildings = 60}));
        const QImage plain = view.picture();
        view.setShadowsShown(true);
        QTRY_VERIFY_WITH_TIMEOUT(view.isIdle(), 20000);
        const QImage shaded = view.picture();
        QCOMPARE(shaded.size(), plain.size());
        int darker = 0;
        int brighter = 0;
        for (int y = 0; y < plain.height(); y += 2) {
            for (int x = 0; x < plain.width(); x += 2) {
                const int by = qGray(shaded.pixel(x, y)) - qGray(plain.pixel(x, y));
                darker += by < -20 ? 1 : 0;
                brighter += by > 24 ? 1 : 0;
            }
        }
        QVERIFY2(darker > 200, qPrintable(QString::number(darker)));
        QVERIFY2(brighter < darker / 50, qPrintable(QString::number(brighter)));
        view.setShadowsShown(false);
        QTRY_VERIFY(view.isIdle());
        QVERIFY(different(view.picture(), plain) < 0.01);
    }

    /// Draws the popovers in both themes and languages. With LOCI_SCREENS=<folder> the pictures are kept.
    void popoversDrawInBothThemesAndLanguages_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("language");
        QTest::newRow("light-en") << int(ThemeMode::Light) << "en";
        QTest::newRow("dark-zh") << int(ThemeMode::Dark) << "zh_CN";
    }
    void popoversDrawInBothThemesAndLanguages()
    {
        QFETCH(int, mode);
        QFETCH(QString, language);
        applyTheme(*qApp, ThemeMode(mode));
        Translator translator;
        translator.use(language);
        const auto keep = [&](QWidget &widget, const char *name) {
            const QPixmap picture = widget.grab();
            QVERIFY(!picture.isNull());
            for (const QAbstractButton *button : widget.findChildren<QAbstractButton *>()) {
                if (button->isVisible() && !button->text().isEmpty()) {
                    QVERIFY2(button->width() >= button->fontMetrics().horizontalAdvance(button->text()),
                             qPrintable(button->text()));
                }
            }
            if (const QString folder = qEnvironmentVariable("LOCI_SCREENS"); !folder.isEmpty()) {
                picture.save(QStringLiteral("%1/%2-%3.png")
                                 .arg(folder, QLatin1String(name), QLatin1String(QTest::currentDataTag())));
            }
        };
        CutPopover cut(nullptr);
        for (const char *shape : {"whole", "section", "box"}) {
            cut.open({40, 40}, cut.cut(), place());
            QTest::mouseClick(cut.findChild<QToolButton *>(QLatin1String(shape)), Qt::LeftButton);
            keep(cut, shape);
        }
        SunPopover sun(nullptr);
        sun.open({40, 40}, QDateTime(QDate(2026, 6, 21), QTime(9, 0), Qt::UTC), true, {});
        keep(sun, "sun");
        translator.use(QStringLiteral("en"));
        applyTheme(*qApp, ThemeMode::Light);
    }

    void savesWhatItShowsAtAnySize()
    {
        Selection selection;
        SceneView view(selection);
        open(view, gridCity({.buildings = 60}));
        const QImage shown = view.picture();
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("view.png"));
        LOCI_VERIFY_RESULT(view.savePicture(path, 2600)); // more than one part
        const QImage saved(path);
        QCOMPARE(saved.width(), 2600);
        QCOMPARE(saved.height(), int(std::lround(2600 * 380 / 520.0)));
        const QImage small = saved.scaled(shown.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        // Without the sky, where the grain of the shade on screen is coarser.
        const QRect houses(0, 150, shown.width(), shown.height() - 150);
        const double share = different(small.copy(houses), shown.copy(houses));
        QVERIFY2(share < 0.08, qPrintable(QString::number(share))); // finer lines and shade, the same view
        QTRY_VERIFY_WITH_TIMEOUT(view.isIdle(), 20000);
        QVERIFY(different(view.picture(), shown) < 0.01); // the view itself is as it was
        QVERIFY(!view.savePicture(folder.filePath(QStringLiteral("no/view.png")), 300));
    }

    void switchesTheAppearance()
    {
        Selection selection;
        SceneView view(selection);
        ActionRegistry actions;
        view.registerActions(actions);
        open(view, gridCity({.buildings = 60}));
        const QSignalSpy changed(&view, &SceneView::modelChanged);
        const QImage surfaces = view.picture();
        actions.action("scene.appearance")->trigger();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.last().at(2).toString(), QStringLiteral("plain"));
        QTRY_VERIFY_WITH_TIMEOUT(view.isIdle(), 20000);
        QVERIFY(different(view.picture(), surfaces) > 0.01); // roofs are no longer red
        actions.action("scene.appearance")->trigger();
        QCOMPARE(changed.last().at(2).toString(), QString()); // there are no textures here
    }

    void showsTwoVersionsByColour()
    {
        Selection selection;
        SceneView view(selection);
        const auto city = gridCity({.buildings = 60});
        open(view, city);
        const QImage before = view.picture();
        auto classes = std::make_shared<scene::ObjectClasses>();
        scene::LegendEntry red;
        red.label = QStringLiteral("Changed");
        red.colour = {230, 20, 20};
        classes->legend.entries = {red};
        classes->ofObject.assign(60, 0);
        SceneComparison comparison;
        comparison.after = QStringLiteral("m");
        comparison.afterClasses = classes;
        view.setComparison(comparison);
        QTRY_VERIFY_WITH_TIMEOUT(view.isIdle(), 20000);
        int reds = 0;
        const QImage coloured = view.picture();
        for (int y = 0; y < coloured.height(); ++y) {
            for (int x = 0; x < coloured.width(); ++x) {
                const QRgb pixel = coloured.pixel(x, y);
                reds += qRed(pixel) > 2 * qGreen(pixel) && qRed(pixel) > 60 ? 1 : 0;
            }
        }
        QVERIFY2(reds > 1500, qPrintable(QString::number(reds)));
        view.setComparison({});
        QTRY_VERIFY_WITH_TIMEOUT(view.isIdle(), 20000);
        QVERIFY(different(view.picture(), before) < 0.01);
    }

    void dropsShadowsThatAreBeingCast()
    {
        const auto model = gridCity({.buildings = 200});
        for (int i = 0; i < 4; ++i) {
            Selection selection;
            SceneView view(selection);
            view.setShadowsShown(true);
            open(view, model);
            view.setCamera({{80050, 450000, 90}, {80050, 450060, 0}}, false);
        }
    }
};

LOCI_TEST_CLASS(TestSeeingView)
#include "tst_seeingview.moc"

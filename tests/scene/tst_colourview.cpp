// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "tests/scene/syntheticcity.h"
#include "tests/support/testmain.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/scene/classhistogram.h"
#include "widgets/scene/colourpopover.h"
#include "widgets/scene/scenelegend.h"
#include "widgets/scene/sceneview.h"
#endif

#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace loci;
using namespace loci::widgets;
using namespace loci::test;

/// Ramp, classes and histogram as a person meets them.
class TestColourView final : public QObject
{
    Q_OBJECT

private slots:
    void showsHistogramAndTellsWhatIsChosen()
    {
        ColourPopover popover(nullptr);
        const QSignalSpy changed(&popover, &ColourPopover::changed);
        std::vector<double> numbers;
        for (int i = 0; i < 60; ++i) {
            numbers.push_back(i * i);
        }
        popover.open({20, 20}, QStringLiteral("area"), numbers, {});
        QCOMPARE(changed.count(), 0);
        auto *histogram = popover.findChild<ClassHistogram *>();
        QVERIFY(histogram != nullptr);
        QCOMPARE(histogram->counts().size(), std::size_t(7));
        popover.findChild<QSpinBox *>(QStringLiteral("colourClasses"))->setValue(3);
        QCOMPARE(histogram->counts(), (std::vector<std::size_t>{20, 20, 20}));
        auto *ramp = popover.findChild<QComboBox *>(QStringLiteral("colourRamp"));
        ramp->setCurrentIndex(ramp->findData(QStringLiteral("magma")));
        popover.findChild<QCheckBox *>(QStringLiteral("colourReversed"))->click();
        QCOMPARE(ramp->currentData().toString(), QStringLiteral("magma"));
        QCOMPARE(changed.count(), 3);
        QCOMPARE(changed.last().first().toString(), QStringLiteral("magma,reversed,3"));
        const QImage picture = popover.grab().toImage();
        const scene::Rgb first = scene::rampColour(scene::Ramp::Magma, 1);
        int found = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                found += picture.pixelColor(x, y) == QColor(first.r, first.g, first.b) ? 1 : 0;
            }
        }
        QVERIFY2(found > 100, qPrintable(QString::number(found)));
    }

    void theViewTakesTheChoice()
    {
        Selection selection;
        SceneView view(selection);
        view.resize(640, 420);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        SceneModel model;
        model.id = QStringLiteral("m");
        model.model = gridCity({.buildings = 49});
        model.colourBy = QStringLiteral("number");
        view.setModels({model});
        QTRY_VERIFY_WITH_TIMEOUT(view.isIdle(), 60000);
        const QSignalSpy changed(&view, &SceneView::modelChanged);
        ActionRegistry actions;
        view.registerActions(actions);
        actions.updateEnabled();
        QVERIFY(actions.action("scene.colours")->isEnabled());
        actions.action("scene.colours")->trigger();
        auto *popover = view.findChild<ColourPopover *>();
        QVERIFY(popover != nullptr && popover->isVisible());
        popover->findChild<QSpinBox *>(QStringLiteral("colourClasses"))->setValue(2);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(3).toString(), QStringLiteral("viridis,2"));
        popover->hide();
        model.colourBy.clear();
        view.setModels({model});
        actions.updateEnabled();
        QVERIFY(!actions.action("scene.colours")->isEnabled());
    }
};

LOCI_TEST_CLASS(TestColourView)
#include "tst_colourview.moc"

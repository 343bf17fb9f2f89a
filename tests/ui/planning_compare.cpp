// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/compareroom.h"
#include "tests/support/testmain.h"
#include "tests/ui/planning_town.h"
#include "widgets/heritage/beforeafter.h"
#include "widgets/map/mapview.h"
#include "widgets/planning/planningpanel.h"
#include "widgets/planning/proposalcard.h"
#include "widgets/planning/scenariocompare.h"
#include "widgets/scene/sceneview.h"

#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace loci;
using namespace loci::widgets;
using planning::Verdict;

/// Two scenarios compared: the table, twin views with one camera, and the bar over two pictures.
class TestPlanningCompare : public QObject
{
    Q_OBJECT
private:
    test::PlanTown m_town;

    app::CompareRoom &room() const { return m_town.room().compare(); }
    const ScenarioDifference *line(const QString &name) const
    {
        for (const ScenarioDifference &one : room().panel().lines()) {
            if (one.name.startsWith(name)) {
                return &one;
            }
        }
        return nullptr;
    }
    bool sameCamera() const
    {
        return m_town.wait([this] {
            const CameraPose a = m_town.window().scene().camera();
            const CameraPose b = room().twin()->camera();
            return std::hypot(a.position.x - b.position.x, a.position.y - b.position.y, a.position.z - b.position.z) <
                   0.01;
        });
    }

private slots:
    void initTestCase()
    {
        const QString problem = m_town.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(m_town.choose("s1"));
    }

    void figuresAndRulesOfBothStandSideBySide()
    {
        auto *button = m_town.room().panel().findChild<QToolButton *>(QStringLiteral("planning.comparebutton"));
        QVERIFY(button != nullptr && button->isEnabled());
        button->click();
        QVERIFY(room().isShown() && room().panel().isVisible());
        room().panel().setOther(QStringLiteral("s3"));
        QVERIFY(m_town.settle());
        const PlanDesk::Outcome one = m_town.desk().outcome(QStringLiteral("s1"));
        const PlanDesk::Outcome other = m_town.desk().outcome(QStringLiteral("s3"));
        QCOMPARE(room().panel().lines().front().one.value_or(-1), 2.0);
        QCOMPARE(room().panel().lines().front().other.value_or(-1), 0.0);
        const ScenarioDifference *height = line(QStringLiteral("Height of the proposal"));
        QVERIFY(height != nullptr && std::abs(*height->one - 42.9) < 1e-6 && std::abs(*height->other - 29.7) < 1e-6);
        const ScenarioDifference *floors = line(QStringLiteral("Floor area"));
        QVERIFY(floors != nullptr && std::abs(*floors->one - *one->after->floorArea) < 1e-9);
        QVERIFY(std::abs(*floors->other - *other->after->floorArea) < 1e-9);
        int failing = 0;
        bool equalBefore = false;
        for (const ScenarioDifference &each : room().panel().lines()) {
            if (!each.isRule) {
                continue;
            }
            QVERIFY(!(equalBefore && each.differs())); // what is equal comes last
            equalBefore = equalBefore || !each.differs();
            failing += each.oneRow && each.oneRow->verdict == Verdict::Fail && each.otherRow &&
                               each.otherRow->verdict == Verdict::Pass
                           ? 1
                           : 0;
        }
        QCOMPARE(failing, 2);
        QCOMPARE(room().panel().table().topLevelItemCount(), static_cast<int>(room().panel().lines().size()));
    }

    void theTwinFollowsTheCameraAndLeadsIt()
    {
        QVERIFY(m_town.settle());
        SceneView *twin = room().twin();
        QVERIFY(twin != nullptr && twin->isVisible());
        QVERIFY(!twin->sceneExtent().isEmpty());
        QCOMPARE(twin->glass().size(), std::size_t(1)); // below every ceiling
        QCOMPARE(m_town.window().scene().glass().size(), std::size_t(2));
        QVERIFY(sameCamera());
        CameraPose pose = m_town.window().scene().camera();
        pose.position.z += 120;
        m_town.window().scene().setCamera(pose, false);
        QVERIFY(sameCamera());
        pose = twin->camera();
        pose.position.x += 60;
        twin->setCamera(pose, false);
        QVERIFY(sameCamera());
        m_town.picture(QStringLiteral("compare-twin"));
    }

    void theBarDividesTwoPictures()
    {
        room().panel().setMode(QStringLiteral("swipe"));
        QVERIFY(m_town.settle());
        QVERIFY(room().swipe().isVisible());
        QVERIFY(!room().twin()->isVisible());
        QCOMPARE(m_town.window().scene().glass().size(), std::size_t(2)); // what was there is there again
        room().swipe().setPlace(1);
        const QImage one = room().swipe().grab().toImage();
        room().swipe().setPlace(0);
        QVERIFY(one != room().swipe().grab().toImage());
        room().swipe().setPlace(0.5);
        m_town.picture(QStringLiteral("compare-swipe"));
    }

    void looksRightInEveryThemeAndLanguage()
    {
        room().panel().setMode(QStringLiteral("twin"));
        m_town.room().showProposal();
        m_town.window().views().setLayoutMode(ViewArea::Layout::Scene);
        m_town.pictures(QStringLiteral("compare"), [this] { QVERIFY(!room().panel().lines().empty()); });
    }

    void leavingBringsMapAndCardBack()
    {
        emit room().panel().closeRequested();
        QVERIFY(!room().isShown());
        QVERIFY(m_town.room().card().isVisible());
        QVERIFY(m_town.window().map().isVisible());
    }
};

LOCI_TEST_CLASS(TestPlanningCompare)
#include "planning_compare.moc"

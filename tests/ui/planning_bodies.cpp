// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planopener.h"
#include "app/cli/plan/planverb.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"
#include "tests/ui/planning_town.h"
#include "widgets/city/citylibrary.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"
#include "widgets/planning/planmap.h"
#include "widgets/planning/planningpanel.h"
#include "widgets/planning/proposalcard.h"
#include "widgets/planning/ruletable.h"
#include "widgets/scene/sceneview.h"

#include <QDoubleSpinBox>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using planning::Verdict;

/// Buildings from model files, and changes of those that stand, in the planning workplace.
class TestPlanningBodies : public QObject
{
    Q_OBJECT
private:
    test::PlanTown m_town;
    Vec2 m_tower;

    PlanDesk &desk() const { return m_town.desk(); }
    QDoubleSpinBox *field(const char *name) const
    {
        return m_town.room().card().findChild<QDoubleSpinBox *>(QLatin1String(name));
    }
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_town.at(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    /// A slab of 30 by 12 m and 40 m with a low wing: an L from above.
    static QByteArray slab()
    {
        QByteArray text;
        int first = 1;
        const auto box = [&](double x0, double y0, double x1, double y1, double z) {
            for (const double h : {0.0, z}) {
                for (const auto &[x, y] : {std::pair{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}) {
                    text +=
                        "v " + QByteArray::number(x) + ' ' + QByteArray::number(y) + ' ' + QByteArray::number(h) + '\n';
                }
            }
            constexpr int kFaces[][4] = {{0, 3, 2, 1}, {4, 5, 6, 7}, {0, 1, 5, 4},
                                         {1, 2, 6, 5}, {2, 3, 7, 6}, {3, 0, 4, 7}};
            for (const auto &face : kFaces) {
                text += 'f';
                for (const int corner : face) {
                    text += ' ' + QByteArray::number(first + corner);
                }
                text += '\n';
            }
            first += 8;
        };
        box(0, 0, 30, 12, 40);
        box(0, 12, 10, 30, 6);
        return text;
    }
    /// The window and the command line say the same of the current scenario.
    void compareWithVerb() const
    {
        const auto answer = cli::planVerb({cli::workspaceModelOpener(), cli::workspaceCaseOpener()})
                                .run({{QStringLiteral("check"), m_town.workspacePath()},
                                      {{QStringLiteral("scenario"), desk().current()}},
                                      {},
                                      {}});
        LOCI_VERIFY_RESULT(answer);
        for (const planning::RuleResult &mine : desk().outcome()->results) {
            const QJsonArray rows = answer->json[QLatin1String("results")].toArray();
            const auto same = std::find_if(rows.begin(), rows.end(), [&mine](const QJsonValue &theirs) {
                return theirs[QLatin1String("object")] == mine.subject && theirs[QLatin1String("rule")] == mine.rule &&
                       theirs[QLatin1String("area")].toString() == mine.area;
            });
            QVERIFY2(same != rows.end(), qPrintable(mine.subject + QLatin1Char(' ') + mine.rule));
            const QJsonValue theirs = *same;
            QCOMPARE(theirs[QLatin1String("verdict")].toString(), planning::verdictKey(mine.verdict));
            QVERIFY(!mine.margin || std::abs(theirs[QLatin1String("margin")].toDouble() - *mine.margin) < 1e-9);
        }
    }

private slots:
    void initTestCase()
    {
        const QString problem = m_town.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(m_town.choose("s1"));
        for (const Vec2 &p : desk().block()->footprint.front()) {
            m_tower = {m_tower.x + p.x / 4, m_tower.y + p.y / 4};
        }
    }

    void aModelFileBecomesAProposalWithItsRealGeometry()
    {
        const QString path = write("slab.obj", slab());
        m_town.room().importModel(path, m_tower);
        QVERIFY(m_town.wait([this] { return desk().block() != nullptr && desk().block()->body != nullptr; }));
        QVERIFY(m_town.settle());
        QVERIFY(desk().current() != QLatin1String("s1"));
        double twice = 0; // an L, not the box around it
        const planning::Ring &ring = desk().block()->footprint.front();
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Vec2 &p = ring[i];
            const Vec2 &q = ring[(i + 1) % ring.size()];
            twice += (p.x - m_tower.x) * (q.y - m_tower.y) - (q.x - m_tower.x) * (p.y - m_tower.y);
        }
        QVERIFY(std::abs(twice / 2 - 540) < 0.1);
        QVERIFY(std::abs(desk().block()->base - 12) < 0.5); // on the ground
        const analysis::ProposedBlock *block = desk().outcome()->block(desk().block()->id);
        QVERIFY(block != nullptr);
        QVERIFY(std::abs(block->footprintArea - (30 * 12 + 10 * 18)) < 0.1);
        QVERIFY(std::abs(*block->top - *block->foot - 40) < 0.01);
        QVERIFY(desk().outcome()->count(Verdict::Fail) > 0);
        QVERIFY(!m_town.window().scene().glass().empty());
        QVERIFY(!field("planning.storeys")->isEnabled() && field("planning.turn")->isEnabled());
        QVERIFY(!desk().storeysUnderCeiling());
        compareWithVerb();
        m_town.picture(QStringLiteral("body-placed"));
    }

    void itIsTurnedAndMovedByNumbersAndUndone()
    {
        const planning::Ring before = desk().block()->footprint.front();
        const double margin = *desk().outcome()->governing()->margin;
        QDoubleSpinBox *turn = field("planning.turn");
        turn->setValue(45);
        QVERIFY(desk().hasDraft());
        emit turn->editingFinished();
        QVERIFY(m_town.settle());
        QCOMPARE(desk().block()->turn, 45.0);
        QVERIFY(std::abs(desk().block()->footprint.front().front().x - before.front().x) > 1);
        QVERIFY(std::abs(*desk().outcome()->governing()->margin - margin) > 1e-6);
        compareWithVerb();
        LOCI_VERIFY_RESULT(m_town.workspace().undo());
        QVERIFY(m_town.settle());
        QCOMPARE(desk().block()->turn, 0.0);
        QVERIFY(desk().block()->body != nullptr);
    }

    void aFileThatHoldsNoBuildingGivesOneSentence()
    {
        const QString current = desk().current();
        const std::size_t scenarios = desk().planCase().scenarios.size();
        m_town.room().importModel(write("words.obj", "nothing of the kind"), m_tower);
        QVERIFY(m_town.settle());
        m_town.room().importModel(m_town.at(QStringLiteral("absent.glb")), m_tower);
        QVERIFY(m_town.settle());
        QCOMPARE(desk().current(), current);
        QCOMPARE(desk().planCase().scenarios.size(), scenarios);
    }

    void withoutAPlaceItWaitsForAClickOnTheMap()
    {
        m_town.room().importModel(write("slab2.obj", slab()));
        QVERIFY(m_town.wait([this] { return m_town.window().map().isDrawing(); }));
        m_town.window().map().cancelDrawing();
    }

    void buildingsThatStandAreRemovedReshapedAndTakenBack()
    {
        QVERIFY(m_town.choose("s1"));
        const auto &model = *desk().city()->model;
        QString house;
        for (city::ObjectIndex o = 0; o < model.objectCount() && house.isEmpty(); ++o) {
            if (model.objectParent[o] == city::kNone && model.typeOf(o) == "Building") {
                m_town.rooms().services().selection.set({CityObjectRef{desk().city()->id, o, city::kNone}});
                house = m_town.room().selectedBuilding();
            }
        }
        QVERIFY(!house.isEmpty());
        const double floors = *desk().outcome()->after->floorArea;
        desk().removeBuilding(house);
        QVERIFY(m_town.settle());
        QVERIFY(*desk().outcome()->after->floorArea < floors);
        QCOMPARE(m_town.window().scene().classesOver().size(), std::size_t(1));
        QCOMPARE(desk().scenario()->changes.size(), std::size_t(2));
        desk().reshapeBuilding(house, 9, 3.3);
        QVERIFY(m_town.settle());
        QCOMPARE(desk().scenario()->changes.size(), std::size_t(2));
        QVERIFY(desk().outcome()->block(house) != nullptr);
        QVERIFY(std::abs(*desk().outcome()->block(house)->storeys - 9) < 1e-9);
        compareWithVerb();
        m_town.picture(QStringLiteral("body-reshaped"));
        desk().takeBack(house);
        QVERIFY(m_town.settle());
        QCOMPARE(desk().scenario()->changes.size(), std::size_t(1));
        QVERIFY(std::abs(*desk().outcome()->after->floorArea - floors) < 1e-6);
        QVERIFY(m_town.window().scene().classesOver().empty());
    }
};

LOCI_TEST_CLASS(TestPlanningBodies)
#include "planning_bodies.moc"

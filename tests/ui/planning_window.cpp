// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planopener.h"
#include "app/cli/plan/planverb.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "layers/workspace/zipreader.h"
#include "tests/support/testmain.h"
#include "tests/ui/planning_town.h"
#include "widgets/city/citylibrary.h"
#include "widgets/map/mapcanvas.h"
#include "widgets/map/mapview.h"
#include "widgets/planning/planmap.h"
#include "widgets/planning/planningpanel.h"
#include "widgets/planning/planscene.h"
#include "widgets/planning/proposalcard.h"
#include "widgets/planning/ruletable.h"
#include "widgets/planning/studiescard.h"
#include "widgets/planning/vieweditor.h"
#include "widgets/scene/sceneview.h"

#include <QDoubleSpinBox>
#include <QFile>
#include <QJsonArray>
#include <QPushButton>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using planning::PlanChange;
using planning::Verdict;

namespace {
constexpr int kPatience = test::kPlanPatience;
} // namespace

/// The planning workplace of the real program over the sample city, and the verb over the same workspace.
class TestPlanning : public QObject
{
    Q_OBJECT
private:
    test::PlanTown m_town;
    app::MainWindow *m_window = nullptr;

    app::PlanningRoom &room() const { return m_town.room(); }
    PlanDesk &desk() const { return m_town.desk(); }
    workspace::Workspace &workspace() const { return m_town.workspace(); }

    void settle() { QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience); }
    void choose(const char *id)
    {
        emit room().panel().scenarioChosen(QLatin1String(id));
        QCOMPARE(desk().current(), QLatin1String(id));
        settle();
        QVERIFY(desk().outcome() != nullptr);
    }
    void picture(const QString &name) { m_town.picture(name); }
    const planning::RuleResult *row(const char *rule) const
    {
        for (const planning::RuleResult &one : desk().outcome()->results) {
            if (one.rule == QLatin1String(rule)) {
                return &one;
            }
        }
        return nullptr;
    }
    Result<cli::Answer> verb(const QString &command, const QHash<QString, QString> &options)
    {
        return cli::planVerb({cli::workspaceModelOpener(), cli::workspaceCaseOpener()})
            .run({{command, m_town.workspacePath()}, options, {}, {}});
    }
    /// Every row of the window stands in the answer of the command line over the same workspace, with the same numbers.
    void compareWithVerb()
    {
        const auto answer = verb(QStringLiteral("check"), {{QStringLiteral("scenario"), desk().current()}});
        LOCI_VERIFY_RESULT(answer);
        const QJsonArray rows = answer->json[QLatin1String("results")].toArray();
        for (const planning::RuleResult &mine : desk().outcome()->results) {
            bool found = false;
            for (const QJsonValue &theirs : rows) {
                if (theirs[QLatin1String("object")] == mine.subject && theirs[QLatin1String("rule")] == mine.rule &&
                    theirs[QLatin1String("area")].toString() == mine.area) {
                    found = true;
                    QCOMPARE(theirs[QLatin1String("verdict")].toString(), planning::verdictKey(mine.verdict));
                    QCOMPARE(theirs[QLatin1String("governing")].toBool(), mine.governing);
                    QCOMPARE(theirs[QLatin1String("value")].isNull(), !mine.value.has_value());
                    QVERIFY(!mine.value || std::abs(theirs[QLatin1String("value")].toDouble() - *mine.value) < 1e-9);
                    QVERIFY(!mine.margin || std::abs(theirs[QLatin1String("margin")].toDouble() - *mine.margin) < 1e-9);
                }
            }
            QVERIFY2(found, qPrintable(mine.subject + QLatin1Char(' ') + mine.rule));
        }
    }
    QPoint pixelOf(const Vec2 &place) const
    {
        const Box3 extent = m_window->map().viewExtent();
        const Vec2 there = room().map().toMap(place);
        const double scale = m_window->map().width() / (extent.max.x - extent.min.x);
        return {qRound((there.x - extent.min.x) * scale), qRound((extent.max.y - there.y) * scale)};
    }
    Vec2 middle() const
    {
        Vec2 sum;
        for (const Vec2 &p : desk().block()->footprint.front()) {
            sum.x += p.x / 4;
            sum.y += p.y / 4;
        }
        return sum;
    }
    QWidget *canvas() const { return m_window->map().findChild<MapCanvas *>(); }

private slots:
    void initTestCase()
    {
        const QString problem = m_town.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        m_window = &m_town.window();
    }
    void theTowerFailsTheRightRulesByTheRightMargins()
    {
        choose("s1");
        QCOMPARE(desk().outcome()->count(Verdict::Fail), 2);
        QCOMPARE(desk().outcome()->count(Verdict::Unknown), 0);
        const planning::RuleResult *governing = desk().outcome()->governing();
        QVERIFY(governing != nullptr);
        QCOMPARE(governing->rule, QStringLiteral("lj-view"));
        QCOMPARE(governing->area, QStringLiteral("V1"));
        // The plane by hand: eye at 25.6 m, edge at 106 m, 1027.96 m away; the near side of the tower, 54.9 m high, at
        // 221 m.
        QVERIFY(std::abs(*governing->margin - (25.6 + 80.4 * 221 / 1027.96 - 54.9)) < 0.01);
        QVERIFY(std::abs(*row("lj-height")->margin + 3.9) < 1e-9);
        QVERIFY(room().card().governingText().contains(QStringLiteral("12.0")));
        QCOMPARE(room().card().rules().rowAt(0), governing);
        QCOMPARE(room().card().rules().shownCount(), static_cast<int>(desk().outcome()->results.size()));
        compareWithVerb();
        picture(QStringLiteral("planning-fail"));
    }

    void aChosenRowShowsItsClauseInBothLanguages()
    {
        choose("s1");
        room().card().rules().setCurrentItem(room().card().rules().topLevelItem(0));
        QVERIFY(room().card().clauseText().contains(QStringLiteral("4.2")));
        QVERIFY(room().card().clauseText().contains(QStringLiteral("视廊")));
        QVERIFY(room().card().clauseText().contains(QStringLiteral("plane from the eye")));
        room().card().rules().setFilter(Verdict::Fail);
        QCOMPARE(room().card().rules().shownCount(), 2);
        room().card().rules().setFilter({});
    }

    void theVariantsPass()
    {
        for (const char *id : {"s2", "s3"}) {
            choose(id);
            QCOMPARE(desk().outcome()->count(Verdict::Fail), 0);
            QCOMPARE(desk().outcome()->count(Verdict::Unknown), 0);
            compareWithVerb();
        }
    }

    void draggingTheTowerOnTheMapMakesItPassAndUndoBringsItBack()
    {
        choose("s1");
        room().map().zoomToProposal();
        settle();
        QWidget *map = canvas();
        QVERIFY(map != nullptr);
        const Vec2 from = middle();
        const Vec2 to{from.x - 0.8841091 * 60, from.y - 0.4672805 * 60};
        const QPoint start = pixelOf(from), end = pixelOf(to);
        QVERIFY(map->rect().contains(start) && map->rect().contains(end));
        QTest::mousePress(map, Qt::LeftButton, {}, start);
        for (int i = 1; i <= 10; ++i) {
            QTest::mouseMove(map, start + (end - start) * i / 10);
            QVERIFY(i < 3 || desk().hasDraft());
        }
        QTRY_VERIFY_WITH_TIMEOUT(desk().outcome()->count(Verdict::Fail) == 0, kPatience); // shown before it is let go
        QVERIFY(desk().hasDraft());
        QVERIFY(m_window->scene().glass().size() == 1);
        picture(QStringLiteral("planning-dragging"));
        QTest::mouseRelease(map, Qt::LeftButton, {}, end);
        settle();
        QVERIFY(!desk().hasDraft());
        QVERIFY(std::hypot(middle().x - to.x, middle().y - to.y) < 2); // as near as a pixel is
        compareWithVerb();
        LOCI_VERIFY_RESULT(workspace().undo());
        settle();
        QVERIFY(std::hypot(middle().x - from.x, middle().y - from.y) < 1e-6);
        QCOMPARE(desk().outcome()->count(Verdict::Fail), 2);
    }

    void cuttingToTheCeilingMakesItPass()
    {
        choose("s1");
        QCOMPARE(desk().storeysUnderCeiling().value_or(0), 9.0); // 31.8 m below the plane of the view: nine of 3.3 m
        auto *cut = room().card().findChild<QPushButton *>(QStringLiteral("planning.cut"));
        QVERIFY(cut != nullptr && cut->isEnabled());
        QVERIFY(m_window->scene().glass().size() == 2); // what is above the ceiling is a body of its own
        cut->click();
        settle();
        QCOMPARE(desk().block()->floors, 9.0);
        QCOMPARE(desk().outcome()->count(Verdict::Fail), 0);
        QVERIFY(!cut->isEnabled());
        compareWithVerb();
        picture(QStringLiteral("planning-cut"));
        LOCI_VERIFY_RESULT(workspace().undo());
        settle();
        QCOMPARE(desk().block()->floors, 13.0);
    }

    void numbersPreviewAtOnceAndStoreWhenLeft()
    {
        choose("s1");
        auto *storeys = room().card().findChild<QDoubleSpinBox *>(QStringLiteral("planning.storeys"));
        const QString last = workspace().undoTitle();
        storeys->setValue(8);
        QTRY_COMPARE_WITH_TIMEOUT(desk().outcome()->count(Verdict::Fail), 0, kPatience);
        QCOMPARE(workspace().undoTitle(), last);
        emit storeys->editingFinished();
        settle();
        QVERIFY(workspace().undoTitle() != last);
        LOCI_VERIFY_RESULT(workspace().undo());
        settle();
        QCOMPARE(storeys->value(), 13.0);
    }

    void theDayDecidesWhichLimitsHold()
    {
        choose("s1");
        const QDate before = desk().day();
        desk().setDay(QDate(2025, 6, 1));
        settle();
        QVERIFY(row("lj-height") == nullptr);
        QVERIFY(row("lj-height-2019") != nullptr && row("lj-height-2019")->verdict == Verdict::Pass);
        compareWithVerb();
        desk().setDay(before);
        settle();
        QVERIFY(row("lj-height") != nullptr && row("lj-height")->verdict == Verdict::Fail);
    }

    void aBuildingByNumbersStandsOnTheGroundAndWhatItLacksIsUnknown()
    {
        choose("s1");
        const Vec2 there = middle();
        QVERIFY(!room().proposeByNumbers(QStringLiteral("1, 2, x")));
        QVERIFY(!room().proposeByNumbers(QStringLiteral("1, 2, 3")));
        QVERIFY(room().proposeByNumbers(QStringLiteral("%1, %2, 20, 14, 30, 5").arg(there.x + 30).arg(there.y)));
        settle();
        QVERIFY(desk().current() != QLatin1String("s1"));
        QVERIFY(std::abs(desk().block()->base - 12.0) < 0.5);
        QCOMPARE(desk().outcome()->count(Verdict::Fail), 0);
        QVERIFY(desk().outcome()->count(Verdict::Unknown) > 0); // no colour, no use, no roof are said
        QVERIFY(!row("lj-colour")->note.isEmpty());
        compareWithVerb();
        LOCI_VERIFY_RESULT(workspace().undo());
        settle();
    }

    void lockedAndApprovedScenariosTakeNoChanges()
    {
        choose("s3");
        desk().setLocked(true);
        settle();
        PlanChange moved = *desk().block();
        planning::moveBy(moved, 5, 0);
        desk().preview(moved);
        QVERIFY(!desk().hasDraft());
        workspace::PlanStore store(workspace());
        planning::Scenario changed = *desk().scenario();
        changed.changes.front() = moved;
        QVERIFY(!store.save(changed, QStringLiteral("by another way")));
        desk().setLocked(false);
        desk().approve(QStringLiteral("Wang Min"), QStringLiteral("council of 3 June"));
        settle();
        QVERIFY(desk().scenario()->approval && desk().scenario()->approval->by == QLatin1String("Wang Min"));
        QVERIFY(workspace().history().back().title.contains(QStringLiteral("Wang Min")));
        QVERIFY(!store.save(changed, QStringLiteral("by another way")));
        for (int i = 0; i < 3; ++i) {
            LOCI_VERIFY_RESULT(workspace().undo());
        }
        settle();
        QVERIFY(!desk().scenario()->isFrozen());
    }

    void theCeilingStandsInBothViewsAndTheTableIsWritten()
    {
        choose("s1");
        room().setCeilingShown(true);
        QVERIFY(m_window->scene().glass().size() == 3);
        picture(QStringLiteral("planning-ceiling"));
        room().setCeilingShown(false);
        m_town.saveTo = m_town.at(QStringLiteral("rules.csv"));
        emit room().card().csvRequested();
        QFile file(m_town.saveTo);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QCOMPARE(text.count('\n'), static_cast<qsizetype>(desk().outcome()->results.size()) + 1);
        QVERIFY(text.contains("lj-view"));
    }

    void sunlightAndSkylineAreThoseOfTheCommandLine()
    {
        choose("s1");
        emit room().card().studiesRequested();
        QTRY_VERIFY_WITH_TIMEOUT(room().studies().effects().has_value(), kPatience);
        const analysis::PlanEffects &effects = *room().studies().effects();
        QVERIFY(effects.skyline.has_value() && effects.looked > 0 && !effects.sun.empty());
        QCOMPARE(room().studies().sunRows(), static_cast<int>(effects.sun.size()));
        const QHash<QString, QString> common{{QStringLiteral("scenario"), QStringLiteral("s1")}};
        QHash<QString, QString> options = common;
        options.insert(QStringLiteral("view"), effects.skyline->view);
        const auto sky = verb(QStringLiteral("skyline"), options);
        LOCI_VERIFY_RESULT(sky);
        QCOMPARE(sky->json[QLatin1String("figures")][QLatin1String("mean")].toDouble(),
                 effects.skyline->figuresAfter.mean);
        QCOMPARE(sky->json[QLatin1String("changedShare")].toDouble(), effects.skyline->changedShare);
        QCOMPARE(sky->json[QLatin1String("landmarkVisible")].toDouble(), *effects.skyline->landmarkAfter);
        const analysis::SunEffect &worst = effects.sun.front();
        QCOMPARE(worst.cause, desk().block()->id);
        options = common;
        options.insert(QStringLiteral("object"), worst.building);
        options.insert(QStringLiteral("day"), effects.sunDay.toString(Qt::ISODate));
        options.insert(QStringLiteral("spacing"), QString::number(effects.spacing));
        options.insert(QStringLiteral("window"), QStringLiteral("8,16"));
        const auto sun = verb(QStringLiteral("sunlight"), options);
        LOCI_VERIFY_RESULT(sun);
        double least = 1e9, lost = 0;
        for (const QJsonValue &place : sun->json[QLatin1String("receivers")].toArray()) {
            const double after = place[QLatin1String("minutes")].toDouble();
            least = std::min(least, after);
            lost = std::max(lost, place[QLatin1String("minutesBefore")].toDouble() - after);
        }
        QVERIFY(std::abs(least - worst.leastAfter) < 1e-6);
        QVERIFY(std::abs(lost - worst.mostLost) < 1e-6);
        picture(QStringLiteral("planning-studies"));
        emit room().studies().closeRequested();
    }

    /// The dossier says the numbers of the window: every rule, the ceiling, the skyline and who loses sun.
    void theDossierSaysWhatTheWindowSays()
    {
        choose("s1");
        emit room().card().studiesRequested();
        QTRY_VERIFY_WITH_TIMEOUT(room().studies().effects().has_value(), kPatience);
        const analysis::PlanEffects effects = *room().studies().effects();
        m_town.saveTo = m_town.at(QStringLiteral("case.odt"));
        emit room().card().dossierRequested();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_town.saveTo) && m_window->isSettled(), kPatience);
        QDir().mkpath(m_town.at(QStringLiteral("odt")));
        LOCI_VERIFY_RESULT(workspace::extractZip(m_town.saveTo, m_town.at(QStringLiteral("odt")), {}, {}));
        QFile content(m_town.at(QStringLiteral("odt/content.xml")));
        QVERIFY(content.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(content.readAll());
        const auto says = [&text](double value, int decimals) {
            return text.contains(QString::number(value, 'f', decimals));
        };
        for (const planning::RuleResult &row : desk().outcome()->results) {
            QVERIFY2(!row.value || says(*row.value, 2), qPrintable(row.rule));
            QVERIFY2(!row.limit || says(*row.limit, 2), qPrintable(row.rule));
            QVERIFY2(!row.margin || says(*row.margin, 2), qPrintable(row.rule));
        }
        const analysis::ProposedBlock *block = desk().outcome()->block(desk().block()->id);
        QVERIFY(block != nullptr && block->ceiling && says(*block->ceiling, 2));
        QVERIFY(says(effects.skyline->figuresBefore.mean, 3) && says(effects.skyline->figuresAfter.mean, 3));
        for (const analysis::SunEffect &loss : effects.sun) {
            QVERIFY2(text.contains(loss.building), qPrintable(loss.building));
            QVERIFY2(says(loss.mostLost, 0), qPrintable(loss.building));
        }
        emit room().studies().closeRequested();
    }

    void aViewIsChangedByItsFieldsAndUndone()
    {
        choose("s1");
        room().viewEditor().edit(QStringLiteral("V1"));
        planning::ProtectedView view = room().viewEditor().shown();
        QCOMPARE(view.eyes.size(), std::size_t(1));
        const double before = *row("lj-view")->margin;
        for (Vec3 &p : view.edge) {
            p.z += 40; // a higher edge lifts the plane
        }
        desk().saveView(view);
        settle();
        QVERIFY(*row("lj-view")->margin > before + 5);
        compareWithVerb();
        LOCI_VERIFY_RESULT(workspace().undo());
        settle();
        QVERIFY(std::abs(*row("lj-view")->margin - before) < 1e-9);
    }

    void draggingIsAnsweredQuickly()
    {
        choose("s1");
        double slowest = 0;
        for (int i = 1; i <= 20; ++i) {
            PlanChange moved = *desk().block();
            planning::moveBy(moved, 1, 0);
            desk().preview(moved);
            QTRY_VERIFY_WITH_TIMEOUT(desk().isIdle(), kPatience);
            slowest = std::max(slowest, desk().lastLook());
        }
        qInfo("slowest of 20 answers while dragging: %.1f ms", slowest);
        desk().discard();
        settle();
    }

    void looksRightInEveryThemeAndLanguage()
    {
        choose("s1");
        m_town.pictures(QStringLiteral("planning"), [this] {
            QCOMPARE(room().card().rules().shownCount(), static_cast<int>(desk().outcome()->results.size()));
        });
    }
};

LOCI_TEST_CLASS(TestPlanning)
#include "planning_window.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan/planopener.h"
#include "app/cli/plan/planverb.h"
#include "tests/support/testmain.h"
#include "tests/ui/planning_town.h"
#include "widgets/city/citylibrary.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"
#include "widgets/planning/planmap.h"
#include "widgets/planning/planningpanel.h"
#include "widgets/planning/proposalcard.h"
#include "widgets/planning/ruletable.h"
#include "widgets/planning/verdictpaint.h"
#include "widgets/planning/verdictpanel.h"
#include "widgets/scene/sceneview.h"

#include <QJsonArray>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace loci;
using namespace loci::widgets;
using planning::Verdict;

/// Where things are shown: the views fly to what is chosen, and the whole town carries its verdicts.
class TestPlanningVerdicts : public QObject
{
    Q_OBJECT
private:
    test::PlanTown m_town;

    app::PlanningRoom &room() const { return m_town.room(); }
    const analysis::TownVerdicts *verdicts() const { return room().verdicts().verdicts().get(); }
    Vec2 mapMiddle() const
    {
        const Vec3 middle = m_town.window().map().viewExtent().centre();
        return room().map().toModel({middle.x, middle.y});
    }
    bool mapShows(const Vec2 &place) const
    {
        return m_town.wait([&] { return std::hypot(mapMiddle().x - place.x, mapMiddle().y - place.y) < 5; });
    }
    bool sceneShows(const Vec2 &place) const
    {
        return m_town.wait([&] {
            const Vec3 focus = m_town.window().scene().camera().focus;
            return std::hypot(focus.x - place.x, focus.y - place.y) < 5;
        });
    }
    Vec2 blockMiddle() const
    {
        Vec2 sum;
        const planning::Ring &ring = m_town.desk().block()->footprint.front();
        for (const Vec2 &p : ring) {
            sum.x += p.x / static_cast<double>(ring.size());
            sum.y += p.y / static_cast<double>(ring.size());
        }
        return sum;
    }
    void lookElsewhere() const
    {
        m_town.window().map().zoomToFull();
        m_town.window().scene().zoomToFull();
        QVERIFY(m_town.settle());
    }
    int tinted(Verdict verdict) const
    {
        const auto &over = m_town.window().scene().classesOver();
        const std::uint8_t number = verdict == Verdict::Fail ? 0 : verdict == Verdict::Unknown ? 1 : 2;
        return over.empty() ? -1
                            : static_cast<int>(std::count(over.front().classes->ofObject.begin(),
                                                          over.front().classes->ofObject.end(), number));
    }

private slots:
    void initTestCase()
    {
        const QString problem = m_town.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(m_town.choose("s1"));
    }

    void theViewsFlyToTheProposalByButtonAndDoubleClick()
    {
        lookElsewhere();
        auto *show = room().card().findChild<QToolButton *>(QStringLiteral("planning.show"));
        QVERIFY(show != nullptr && show->isEnabled());
        show->click();
        QVERIFY(mapShows(blockMiddle()));
        QVERIFY(sceneShows(blockMiddle()));
        lookElsewhere();
        QListWidget &list = room().panel().scenarios();
        emit list.itemDoubleClicked(list.item(1));
        QVERIFY(m_town.settle());
        QCOMPARE(m_town.desk().current(), QStringLiteral("s2"));
        QVERIFY(mapShows(blockMiddle()));
        QVERIFY(sceneShows(blockMiddle()));
        QVERIFY(m_town.choose("s1"));
    }

    void aRuleThatIsOpenedShowsItsArea()
    {
        for (int i = 0; i < room().card().rules().shownCount(); ++i) {
            const planning::RuleResult *row = room().card().rules().rowAt(i);
            if (row->rule != QLatin1String("lj-height")) {
                continue;
            }
            lookElsewhere();
            emit room().card().rules().itemDoubleClicked(room().card().rules().topLevelItem(i), 0);
            Box3 area;
            for (const planning::PlanArea &one : m_town.desk().basis().areas.areas) {
                if (one.id == row->area) {
                    for (const Vec2 &p : one.polygons.front().front()) {
                        area.include(Vec3{p.x, p.y, 0});
                    }
                }
            }
            QVERIFY(!area.isEmpty());
            QVERIFY(mapShows({area.centre().x, area.centre().y}));
            return;
        }
        QFAIL("The height rule has no row.");
    }

    void rowsAreHighEnoughForTheirWords()
    {
        m_town.window().resize(1280, 800);
        QVERIFY(m_town.settle());
        RuleTable &rules = room().card().rules();
        const int least = rules.visualItemRect(rules.topLevelItem(0)).height();
        QVERIFY(least >= 40);
        int highest = 0;
        for (int i = 0; i < rules.shownCount(); ++i) {
            const QRect row = rules.visualItemRect(rules.topLevelItem(i));
            highest = std::max(highest, row.height());
            const QRect name =
                QFontMetrics(rules.font())
                    .boundingRect(QRect(0, 0, rules.columnWidth(0) - 8, 1000), Qt::TextWordWrap | Qt::TextWrapAnywhere,
                                  rules.topLevelItem(i)->text(0));
            QVERIFY(row.height() > name.height());
        }
        QVERIFY(highest > 40);
    }

    void everyBuildingHasTheVerdictOfTheCommandLine()
    {
        auto *toggle = room().panel().findChild<QPushButton *>(QStringLiteral("planning.verdicts"));
        QVERIFY(toggle != nullptr);
        toggle->click();
        QVERIFY(m_town.wait([this] { return verdicts() != nullptr && !room().verdicts().isBusy(); }));
        const auto answer = cli::planVerb({cli::workspaceModelOpener(), cli::workspaceCaseOpener()})
                                .run({{QStringLiteral("check"), m_town.workspacePath()},
                                      {{QStringLiteral("scenario"), QStringLiteral("s1")}},
                                      {},
                                      {}});
        LOCI_VERIFY_RESULT(answer);
        const QJsonArray rows = answer->json[QLatin1String("results")].toArray();
        QCOMPARE(static_cast<qsizetype>(verdicts()->results.size()), rows.size());
        int compared = 0;
        for (const QJsonValue &row : rows) {
            if (row[QLatin1String("governing")].toBool()) {
                const analysis::JudgedSubject *subject = verdicts()->find(row[QLatin1String("object")].toString());
                QVERIFY(subject != nullptr);
                QCOMPARE(planning::verdictKey(subject->verdict), row[QLatin1String("verdict")].toString());
                ++compared;
            }
        }
        QCOMPARE(compared, static_cast<int>(verdicts()->subjects.size()));
        QVERIFY(verdicts()->count(Verdict::Fail) > 0 && verdicts()->count(Verdict::Pass) > 0);
        QVERIFY(verdicts()->find(m_town.desk().block()->id)->isProposed);
        QCOMPARE(room().verdictPanel().shownCount(), compared);
        QVERIFY(tinted(Verdict::Pass) > 0);
        QVERIFY(room().verdictPanel().isVisible());
        m_town.picture(QStringLiteral("verdicts-all"));
    }

    void oneFilterHoldsForTableMapAndScene()
    {
        VerdictPanel &panel = room().verdictPanel();
        panel.filterButton(Verdict::Fail).click();
        QCOMPARE(panel.shownCount(), verdicts()->count(Verdict::Fail));
        QCOMPARE(tinted(Verdict::Pass), 0);
        QCOMPARE(tinted(Verdict::Unknown), 0);
        panel.filterButton({}).click();
        QCOMPARE(panel.shownCount(), static_cast<int>(verdicts()->subjects.size()));
        QVERIFY(tinted(Verdict::Pass) > 0);
    }

    void theMapShowsVerdictsByPatternToo()
    {
        QCOMPARE(verdictLook(Verdict::Fail).pattern, Qt::BDiagPattern);
        QVERIFY(verdictLook(Verdict::Unknown).pattern != verdictLook(Verdict::Pass).pattern);
        VerdictPainter painter(room().verdicts());
        MapViewport viewport;
        viewport.size = QSize(200, 200);
        const analysis::JudgedSubject *house = nullptr;
        for (const analysis::JudgedSubject &subject : verdicts()->subjects) {
            if (subject.isBuilding && !subject.isProposed && !subject.polygons.empty()) {
                house = &subject;
                break;
            }
        }
        QVERIFY(house != nullptr);
        viewport.centre = {house->bounds.centre().x, house->bounds.centre().y};
        viewport.unitsPerPixel = (house->bounds.max.x - house->bounds.min.x) / 150;
        QImage picture(viewport.size, QImage::Format_ARGB32_Premultiplied);
        picture.fill(Qt::transparent);
        QPainter pen(&picture);
        painter.paint(pen, viewport, [](const Vec2 &place) { return place; });
        pen.end();
        int painted = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                painted += qAlpha(picture.pixel(x, y)) > 0 ? 1 : 0;
            }
        }
        QVERIFY(painted > 1000);
    }

    void aSubjectThatIsClickedIsShownAndSelected()
    {
        VerdictPanel &panel = room().verdictPanel();
        for (int row = 0; row < panel.shownCount(); ++row) {
            const analysis::JudgedSubject *subject = panel.subjectAt(row);
            if (!subject->isBuilding || subject->isProposed || subject->bounds.isEmpty()) {
                continue;
            }
            lookElsewhere();
            panel.table().setCurrentIndex(panel.table().model()->index(row, 0));
            const Vec3 middle = subject->bounds.centre();
            QVERIFY(mapShows({middle.x, middle.y}));
            QVERIFY(sceneShows({middle.x, middle.y}));
            const auto &things = m_town.rooms().services().selection.things();
            QCOMPARE(things.size(), std::size_t(1));
            const auto *object = std::get_if<CityObjectRef>(&things.front());
            QVERIFY(object != nullptr);
            QCOMPARE(QString(m_town.desk().city()->model->idOf(object->object)), subject->id);
            QVERIFY(panel.isVisible());
            return;
        }
        QFAIL("No building is in the table.");
    }

    void anotherScenarioIsJudgedAnew()
    {
        const int fails = verdicts()->count(Verdict::Fail);
        QVERIFY(m_town.choose("s3"));
        QVERIFY(m_town.wait([&] { return !room().verdicts().isBusy() && verdicts()->count(Verdict::Fail) < fails; }));
        QVERIFY(m_town.choose("s1"));
        QVERIFY(m_town.wait([&] { return !room().verdicts().isBusy() && verdicts()->count(Verdict::Fail) == fails; }));
    }

    void looksRightInEveryThemeAndLanguage()
    {
        room().showProposal();
        m_town.pictures(QStringLiteral("verdicts"), [this] {
            QCOMPARE(room().verdictPanel().shownCount(), static_cast<int>(verdicts()->subjects.size()));
        });
    }

    void closingTakesTheColoursOff()
    {
        emit room().verdictPanel().closeRequested();
        QVERIFY(verdicts() == nullptr);
        QVERIFY(m_town.window().scene().classesOver().empty());
        QVERIFY(room().card().isVisible());
    }
};

LOCI_TEST_CLASS(TestPlanningVerdicts)
#include "planning_verdicts.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/briefingroom.h"
#include "app/mainwindow/heritageactions.h"
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/planningroom.h"
#include "app/mainwindow/workplaces.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/workspace/workspace.h"
#include "tests/support/testmain.h"
#include "tests/ui/guide_hand.h"
#include "tests/ui/heritage_fixture.h"
#include "widgets/briefing/audiencewindow.h"
#include "widgets/briefing/briefingdesk.h"
#include "widgets/briefing/briefingshow.h"
#include "widgets/briefing/operatorconsole.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/commandpalette.h"
#include "widgets/common/theme.h"
#include "widgets/common/translator.h"
#include "widgets/guide/guidewindow.h"
#include "widgets/heritage/assetlistmodel.h"
#include "widgets/heritage/fieldrow.h"
#include "widgets/heritage/heritagedesk.h"
#include "widgets/heritage/heritagepanel.h"
#include "widgets/heritage/importpanel.h"
#include "widgets/heritage/recordform.h"
#include "widgets/heritage/recordsheet.h"
#include "widgets/heritage/recordspanel.h"
#include "widgets/map/mapcanvas.h"
#include "widgets/map/mapview.h"
#include "widgets/models/selection.h"
#include "widgets/planning/plandesk.h"

#include <QApplication>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using namespace loci::test;

namespace {

constexpr int kPatience = 300000; // of a computer that has much else to do
constexpr QSize kWindow(1200, 760);

/// Types what the test wrote down.
struct ToldWords final : MessagePrompt
{
    explicit ToldWords(const QString *told) : words(told) {}
    int ask(QWidget *, const QString &, const QString &, const QStringList &) override { return 0; }
    std::optional<QString> text(QWidget *, const QString &, const QString &, const QString &) override
    {
        return *words;
    }
    std::optional<QString> secret(QWidget *, const QString &, const QString &) override { return {}; }
    const QString *words;
};

} // namespace

/// The first hours of the user guide, step by step, by the words that its pages print in bold: what a page names must
/// have been on the screen. LOCI_GUIDE_LANGUAGE=zh_CN walks in Chinese, LOCI_GUIDE_PICTURES=FOLDER takes the pictures.
class TestGuideHours : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    Choices m_choices;
    QString m_words;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;
    std::unique_ptr<GuideHand> m_hand;

    QString at(const QString &name) const { return m_folder.filePath(name); }
    const app::Services &services() const { return m_rooms->services(); }
    PlanDesk &plan() const { return m_window->planning().desk(); }
    BriefingShow &show() const { return m_window->briefings().show(); }
    RecordSheet *sheet() const { return m_window->heritage().records().current(); }
    void undo()
    {
        m_window->actions().updateEnabled();
        QVERIFY(m_window->actions().action("edit.undo")->isEnabled());
        m_window->actions().action("edit.undo")->trigger();
        QVERIFY(m_hand->settle());
    }
    void clickMap(double x, double y)
    {
        auto *canvas = m_window->map().findChild<MapCanvas *>();
        QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(int(x * canvas->width()), int(y * canvas->height())));
    }
    int count(planning::Verdict verdict) const { return plan().outcome() ? plan().outcome()->count(verdict) : -1; }
    void find(const QString &words)
    {
        m_window->actions().action("window.search")->trigger();
        QVERIFY(m_hand->type("header.search", words));
        const auto firstAnswers = [this, words] {
            return m_window->commandPalette().titles().value(0).contains(words);
        };
        QTRY_VERIFY_WITH_TIMEOUT(firstAnswers(), kPatience);
        m_hand->sees(m_window->commandPalette().titles());
    }

    void runAnswer(int row)
    {
        auto *field = m_window->findChild<QLineEdit *>(QStringLiteral("header.search"));
        for (int i = 0; i < row; ++i) {
            QTest::keyClick(field, Qt::Key_Down);
        }
        QTest::keyClick(field, Qt::Key_Return);
    }

private slots:
    void initTestCase()
    {
        auto rooms = app::Rooms::start(at(QStringLiteral("profile")), std::make_unique<ChosenFiles>(m_choices),
                                       std::make_unique<ToldWords>(&m_words));
        LOCI_VERIFY_RESULT(rooms);
        m_rooms = std::move(*rooms);
        const QString language = qEnvironmentVariable("LOCI_GUIDE_LANGUAGE", QStringLiteral("en"));
        services().translator.use(language);
        applyTheme(*qApp, ThemeMode::Light);
        m_window = std::make_unique<app::MainWindow>(services());
        m_hand = std::make_unique<GuideHand>(*m_window, language);
        LOCI_VERIFY_RESULT(services().host.openUntitled(true));
        m_window->showWelcome(true);
        m_window->resize(kWindow);
        m_window->show();
        QVERIFY(m_hand->settle());
    }
    void cleanupTestCase()
    {
        m_hand.reset();
        if (m_window) {
            m_window->close();
        }
        m_window.reset();
        m_rooms.reset();
    }

    void theSampleCityOpens()
    {
        m_hand->picture(QStringLiteral("welcome"));
        QVERIFY(m_hand->press("Open the sample city"));
        const auto isThere = [this] {
            const auto entries = services().cities.entries();
            return services().host.current()->name() == QLatin1String("linjiang") && !entries.empty() &&
                   entries.front().model != nullptr && plan().planCase().scenarios.size() == 3 &&
                   m_window->briefings().desk().ids().size() == 3 && m_window->isSettled();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), kPatience);
        QVERIFY(m_hand->press("Map & layers"));
        m_hand->picture(QStringLiteral("window"));
        find(QStringLiteral("LJ-000879"));
        m_hand->picture(QStringLiteral("search"), QRect(240, 0, 720, 330));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->commandPalette().titles().size() > 1, kPatience);
        runAnswer(1);
        QTRY_VERIFY_WITH_TIMEOUT(!services().selection.isEmpty(), kPatience);
        m_hand->picture(QStringLiteral("selected"));
    }

    void planningFindsWhatATowerBreaks()
    {
        QVERIFY(m_hand->press("Planning"));
        QTRY_VERIFY_WITH_TIMEOUT(plan().outcome() != nullptr && m_window->isSettled(), kPatience);
        QVERIFY(m_hand->click("planning.scenarios", 0));
        QTRY_COMPARE_WITH_TIMEOUT(count(planning::Verdict::Fail), 2, kPatience);
        QCOMPARE(count(planning::Verdict::Pass), 7);
        m_hand->picture(QStringLiteral("planning"));
        QVERIFY(m_hand->press("Fail"));
        QVERIFY(m_hand->click("planning.rules", 0));
        m_hand->picture(QStringLiteral("planning-card"), m_hand->placeOf("planning.card"));
        QVERIFY(m_hand->press("All"));
    }

    void planningMendsIt()
    {
        auto *storeys = m_window->findChild<QDoubleSpinBox *>(QStringLiteral("planning.storeys"));
        QCOMPARE(storeys->value(), 13.0);
        QVERIFY(m_hand->press("Cut to ceiling"));
        QTRY_COMPARE_WITH_TIMEOUT(count(planning::Verdict::Pass), 9, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(storeys->value(), 9.0, kPatience);
        m_hand->picture(QStringLiteral("planning-cut"), m_hand->placeOf("planning.card"));
        undo();
        QTRY_COMPARE_WITH_TIMEOUT(count(planning::Verdict::Fail), 2, kPatience);
        QVERIFY(m_hand->click("planning.scenarios", 1));
        QTRY_COMPARE_WITH_TIMEOUT(count(planning::Verdict::Pass), 8, kPatience);
        QCOMPARE(count(planning::Verdict::Fail), 0);
        QVERIFY(m_hand->click("planning.scenarios", 0));
    }

    void planningShowsTheCeiling()
    {
        QVERIFY(m_hand->press("Ceiling"));
        m_hand->picture(QStringLiteral("planning-ceiling"),
                        QRect(m_window->views().mapTo(m_window.get(), QPoint()), m_window->views().size()));
        QVERIFY(m_hand->press("Ceiling"));
        QVERIFY(m_hand->press("Overshoots"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->workplaces().hasNoFindings(), kPatience);
        m_hand->picture(QStringLiteral("planning-overshoots"), m_hand->placeOf("workplaces"));
        QVERIFY(m_hand->press("Planning"));
        QVERIFY(m_hand->press("Studies"));
        QTRY_VERIFY_WITH_TIMEOUT(m_hand->placeOf("planning.studies").isValid() && m_window->isSettled(), kPatience);
        m_hand->picture(QStringLiteral("planning-studies"), m_hand->placeOf("planning.studies"));
        QVERIFY(m_hand->press("Back to the proposal"));
    }

    void planningAddsABuildingAndPrints()
    {
        m_words = QStringLiteral("636120 3288600 40 18 30 5");
        QVERIFY(m_hand->press("By numbers"));
        QTRY_COMPARE_WITH_TIMEOUT(plan().planCase().scenarios.size(), std::size_t{4}, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(count(planning::Verdict::Unknown), 3, kPatience);
        undo();
        QCOMPARE(plan().planCase().scenarios.size(), std::size_t{3});
        QVERIFY(m_hand->click("planning.scenarios", 0));
        m_choices.save = at(QStringLiteral("dossier.pdf"));
        QVERIFY(m_hand->press("Dossier…"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(*m_choices.save).size() > 10000 && m_window->isSettled(), kPatience);
        QVERIFY(m_hand->press("More", "planning.card"));
        QVERIFY(m_hand->choose("Branch"));
        QTRY_COMPARE_WITH_TIMEOUT(plan().planCase().scenarios.size(), std::size_t{4}, kPatience);
        undo();
        QCOMPARE(m_hand->unseen(QStringLiteral("planning-hour")), QString());
    }

    void heritageFindsAndChangesARecord()
    {
        QVERIFY(m_hand->press("Heritage"));
        m_hand->picture(QStringLiteral("heritage-list"), m_hand->placeOf("workplaces"));
        QVERIFY(m_hand->type("heritage.search", QStringLiteral("wft")));
        QTRY_COMPARE_WITH_TIMEOUT(m_window->heritage().panel().model().total(), 1, kPatience);
        QVERIFY(m_hand->click("heritage.list", 0));
        QTRY_VERIFY_WITH_TIMEOUT(sheet() != nullptr && m_window->isSettled(), kPatience);
        m_hand->picture(QStringLiteral("heritage"));
        for (const char *page : {"Photographs", "History", "Form", "Overview"}) {
            QVERIFY(m_hand->press(page, "recordSheet"));
        }
        QVERIFY(m_hand->press("Edit", "recordSheet"));
        FieldRow *address = sheet()->form().row(QStringLiteral("/address"));
        QVERIFY(address != nullptr);
        sheet()->form().goTo(QStringLiteral("/address"));
        auto *line = address->editor().findChild<QLineEdit *>();
        QVERIFY(line != nullptr && line->isVisible());
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("1 Pagoda Lane"));
        QVERIFY(m_hand->type("reason", QStringLiteral("Field visit")));
        sheet()->form().goTo(QStringLiteral("/address"));
        m_hand->picture(QStringLiteral("heritage-form"), m_hand->placeOf("recordSheet"));
        QVERIFY(m_hand->press("Save", "recordSheet"));
        const auto history = m_window->heritage().desk().catalogue().history(sheet()->id());
        LOCI_VERIFY_RESULT(history);
        QCOMPARE(history->back().reason, QStringLiteral("Field visit"));
        QVERIFY(m_hand->press("History", "recordSheet"));
        m_hand->picture(QStringLiteral("heritage-history"), m_hand->placeOf("recordSheet"));
        QVERIFY(m_hand->press("Overview", "recordSheet"));
        m_choices.save = at(QStringLiteral("sheet.pdf"));
        QVERIFY(m_hand->press("Print sheet"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(*m_choices.save).size() > 10000 && m_window->isSettled(), kPatience);
    }

    void heritageTakesAListIn()
    {
        const QString path = at(QStringLiteral("list.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("编号,名称,保护级别,类别,年代,经度,纬度,地址\n"
                   "N-1,南薰门,4,0300,清同治,118.391,29.721,南街\n"
                   "N-2,清江碑,县级文物保护单位,0400,清雍正,118.393,29.722,滨江街道\n");
        file.close();
        QVERIFY(m_hand->type("heritage.search", QStringLiteral(" ")));
        m_choices.open = QStringList{path};
        QVERIFY(m_hand->press("More", "heritage.panel"));
        QVERIFY(m_hand->choose("Import records…"));
        const auto canImport = [this] {
            const auto *apply = m_window->findChild<QAbstractButton *>(QStringLiteral("apply"));
            return apply != nullptr && apply->isVisible() && apply->isEnabled();
        };
        QTRY_VERIFY_WITH_TIMEOUT(canImport(), kPatience);
        const int before = m_window->heritage().panel().model().total();
        m_hand->picture(QStringLiteral("heritage-import"), m_hand->placeOf("heritage.import"));
        QVERIFY(m_hand->pressNamed("apply"));
        QTRY_COMPARE_WITH_TIMEOUT(m_window->heritage().panel().model().total(), before + 2, kPatience);
    }

    void heritageIsReviewedByFourEyes()
    {
        const auto add = [this](const char *person, const char *role) {
            m_hand->pressNamed("heritage.who");
            auto *chooser = m_window->findChild<QWidget *>(QStringLiteral("roleChooser"));
            chooser->findChild<QLineEdit *>()->setText(QLatin1String(person));
            auto *roles = chooser->findChild<QComboBox *>();
            roles->setCurrentIndex(roles->findData(QLatin1String(role)));
            return m_hand->press("Add this person");
        };
        QVERIFY(m_hand->type("heritage.search", QStringLiteral("wft")));
        QTRY_COMPARE_WITH_TIMEOUT(m_window->heritage().panel().model().total(), 1, kPatience);
        QVERIFY(m_hand->click("heritage.list", 0));
        QVERIFY(add("Lin", "editor"));
        QVERIFY(add("Zhou", "reviewer"));
        m_window->heritage().desk().setPerson(QStringLiteral("Lin"));
        QVERIFY(m_hand->press("Submit", "recordSheet"));
        m_window->heritage().desk().setPerson(QStringLiteral("Zhou"));
        QVERIFY(m_hand->press("Approve", "recordSheet"));
        find(QCoreApplication::translate("Heritage", "Verify the heritage audit"));
        runAnswer(0);
        QVERIFY(m_hand->settle());
        QCOMPARE(m_hand->unseen(QStringLiteral("heritage-hour")), QString());
    }

    void briefingIsPrepared()
    {
        QVERIFY(m_hand->press("Briefing"));
        auto *choice = m_window->findChild<QComboBox *>(QStringLiteral("briefingChoice"));
        const int tower = choice->findData(QStringLiteral("tower"));
        QVERIFY(tower >= 0);
        choice->setCurrentIndex(tower);
        emit choice->activated(tower);
        QVERIFY(m_hand->click("sceneList", 0));
        m_hand->picture(QStringLiteral("briefing"));
        const auto scenes = [this] { return m_window->briefings().desk().load(QStringLiteral("tower")).value.scenes; };
        const std::size_t before = scenes().size();
        QVERIFY(m_hand->press("Keep this view"));
        QTRY_COMPARE_WITH_TIMEOUT(scenes().size(), before + 1, kPatience);
        undo();
        QTRY_COMPARE_WITH_TIMEOUT(scenes().size(), before, kPatience);
        const QString step = services().host.current()->undoTitle();
        QVERIFY(m_hand->press("More", "briefingPanel"));
        QVERIFY(m_hand->choose("Freeze the numbers"));
        QTRY_VERIFY_WITH_TIMEOUT(services().host.current()->undoTitle() != step && m_window->isSettled(), kPatience);
    }

    void briefingIsShown()
    {
        QVERIFY(m_hand->press("Show", "briefingPanel"));
        QTRY_VERIFY_WITH_TIMEOUT(show().isRunning() && show().current() == 0 && !show().audience()->isMoving(),
                                 kPatience);
        QVERIFY(m_hand->press("Next"));
        QTRY_COMPARE_WITH_TIMEOUT(show().current(), 1, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!show().audience()->isMoving() && m_window->isSettled(), kPatience);
        m_hand->pictureOf(*m_window->briefings().console(), QStringLiteral("briefing-console"));
        m_hand->pictureOf(*show().audience(), QStringLiteral("briefing-wall"));
        QVERIFY(m_hand->press("Blackout"));
        QVERIFY(m_hand->press("Blackout"));
        QVERIFY(m_hand->type("askTheCity", QStringLiteral("LJ-000879")));
        auto *answers = m_window->briefings().console()->findChild<QListWidget *>(QStringLiteral("answers"));
        QTRY_VERIFY_WITH_TIMEOUT(answers->isVisible() && answers->count() > 0, kPatience);
        QTest::mouseClick(answers->viewport(), Qt::LeftButton, {}, answers->visualItemRect(answers->item(0)).center());
        QVERIFY(m_hand->settle());
        QVERIFY(m_hand->press("End the show"));
        QVERIFY(!show().isRunning());
        m_choices.save = at(QStringLiteral("tower.pdf"));
        QVERIFY(m_hand->press("More", "briefingPanel"));
        QVERIFY(m_hand->choose("Export as PDF"));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(*m_choices.save).size() > 10000 && m_window->isSettled(), kPatience);
        QCOMPARE(m_hand->unseen(QStringLiteral("briefing-hour")), QString());
    }

    void theOtherPlacesAreThere()
    {
        m_window->resize(1440, 900); // a board needs room
        for (const auto &[place, name] : {std::pair{"Indicators", "boards"}, {"Live feeds", "feeds"}}) {
            QVERIFY2(m_hand->press(place), place);
            m_hand->picture(QLatin1String(name));
        }
    }

    void theGuideIsOneKeyAway()
    {
        m_window->actions().action("help.guide")->trigger();
        auto *guide = m_window->findChild<GuideWindow *>();
        QVERIFY(guide != nullptr && guide->isVisible());
        guide->showPage(QStringLiteral("planning-hour"));
        m_hand->pictureOf(*guide, QStringLiteral("guide"));
    }
};

LOCI_TEST_CLASS(TestGuideHours)
#include "guide_hours.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/briefing_fixture.h"
#include "widgets/briefing/briefingpanel.h"
#include "widgets/briefing/sceneeditor.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/theme.h"
#include "widgets/common/tokens.h"
#include "widgets/models/selection.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace loci;
using namespace loci::widgets;
using namespace loci::test;

/// The show of the real program over the sample city on two screens: console on one, audience on the other.
class TestBriefingShow : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<BriefingCity> m_city;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;
    bool m_twoScreens = false;

    app::BriefingRoom &room() const { return m_window->briefings(); }
    BriefingShow &show() const { return m_window->briefings().show(); }
    workspace::Workspace &workspace() const { return *m_rooms->services().host.current(); }
    QImage wall() const { return show().audience()->grab().toImage(); }

    void waitFor(int scene) const
    {
        QTRY_COMPARE_WITH_TIMEOUT(show().current(), scene, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!show().audience()->isMoving(), kPatience);
    }
    void begin(const char *name)
    {
        LOCI_VERIFY_RESULT(room().start(QLatin1String(name)));
        QTRY_VERIFY_WITH_TIMEOUT(show().isRunning(), kPatience);
        waitFor(0);
    }
    bool isShown(int scene) const
    {
        const WallPicturePtr picture = show().picture(scene);
        return picture && difference(wall().convertToFormat(QImage::Format_RGB32), picture->image) < 0.001;
    }

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Light);
        m_twoScreens = plugScreens();
        m_city = std::make_unique<BriefingCity>();
        QVERIFY2(m_city->error().isEmpty(), qPrintable(m_city->error()));
        auto rooms = app::Rooms::start(m_city->folder() + QStringLiteral("/profile"));
        LOCI_VERIFY_RESULT(rooms);
        m_rooms = std::move(*rooms);
        m_window = std::make_unique<app::MainWindow>(m_rooms->services());
        LOCI_VERIFY_RESULT(m_rooms->services().host.open(m_city->workspacePath()));
        m_window->resize(1024, 768);
        m_window->move(0, 0);
        m_window->views().setLayoutMode(ViewArea::Layout::Map); // the wall has a stage of its own
        m_window->show();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
    }
    void cleanupTestCase()
    {
        if (m_window) {
            m_window->close();
        }
        m_window.reset();
        m_rooms.reset();
    }
    void cleanup()
    {
        if (m_window) {
            show().stop();
        }
    }

    void theSampleHasThreeBriefings()
    {
        QCOMPARE(room().desk().ids(),
                 QStringList({QStringLiteral("monthly"), QStringLiteral("river"), QStringLiteral("tower")}));
        for (const QString &id : room().desk().ids()) {
            const auto loaded = room().desk().load(id);
            QVERIFY2(loaded.findings.empty(), qPrintable(id));
            QVERIFY(loaded.value.scenes.size() >= 5);
            for (const briefing::Scene &scene : loaded.value.scenes) {
                QVERIFY(!scene.title.zh.isEmpty() && !scene.title.en.isEmpty() && !scene.notes.zh.isEmpty());
            }
        }
    }

    void everySceneIsShownWhole_data()
    {
        QTest::addColumn<QString>("briefing");
        for (const char *name : {"tower", "river", "monthly"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void everySceneIsShownWhole()
    {
        QFETCH(QString, briefing);
        begin(briefing.toLatin1().constData());
        const AudienceWindow &audience = *show().audience();
        if (m_twoScreens) {
            QCOMPARE(audience.screenName(), QStringLiteral("wall"));
            QCOMPARE(audience.geometry(), QRect(1024, 0, 960, 540));
            QVERIFY(!room().console()->geometry().intersects(audience.geometry()));
        }
        std::vector<int> line = show().briefing().line();
        if (briefing != QLatin1String("tower") && qEnvironmentVariableIsEmpty("LOCI_PICTURES")) {
            line.resize(2); // the tower has every layout but the board
        }
        for (const int scene : line) {
            show().goTo(scene);
            waitFor(scene);
            QTRY_VERIFY_WITH_TIMEOUT(isShown(scene), kPatience);
            QCOMPARE(operatorThings(audience), QStringList());
            const WallPicturePtr picture = show().picture(scene);
            QVERIFY2(picture->problems.isEmpty(), qPrintable(picture->scene.id + picture->problems.join(u'\n')));
            const QString folder = qEnvironmentVariable("LOCI_PICTURES");
            if (!folder.isEmpty()) {
                QVERIFY(picture->image.save(folder + QStringLiteral("/%1-%2.png").arg(briefing, picture->scene.id)));
            }
        }
    }

    void keysAndClickersDrive()
    {
        begin("tower");
        AudienceWindow *audience = show().audience();
        QTest::keyClick(audience, Qt::Key_PageDown);
        waitFor(1);
        QTest::keyClick(room().console(), Qt::Key_PageUp);
        waitFor(0);
        QTest::keyClick(audience, Qt::Key_B);
        QVERIFY(show().isBlack());
        QTRY_COMPARE_WITH_TIMEOUT(wall().pixelColor(100, 100), QColor(Qt::black), 20000);
        QTest::keyClick(audience, Qt::Key_Escape); // first the light comes back
        QVERIFY(!show().isBlack() && show().isRunning());
        QTest::keyClick(audience, Qt::Key_N, {}); // the appendix
        waitFor(show().briefing().appendix(QStringLiteral("n")));
        QTest::keyClick(audience, Qt::Key_End);
        waitFor(show().briefing().line().back());
        QTest::keyClick(audience, Qt::Key_PageDown); // nothing behind the last one
        QCOMPARE(show().current(), show().briefing().line().back());
        QTest::keyClick(audience, Qt::Key_Escape);
        QVERIFY(!show().isRunning());
    }

    void theConsoleShowsNotesProblemsAndScenes()
    {
        begin("tower");
        const auto *scenes = room().console()->findChild<QListWidget *>(QStringLiteral("scenes"));
        QCOMPARE(scenes->count(), static_cast<int>(show().briefing().scenes.size()));
        auto *search = room().console()->findChild<QLineEdit *>(QStringLiteral("sceneSearch"));
        search->setText(QStringLiteral("skyline"));
        int visible = 0;
        for (int row = 0; row < scenes->count(); ++row) {
            visible += scenes->item(row)->isHidden() ? 0 : 1;
        }
        QCOMPARE(visible, 1);
        search->clear();
        QTRY_VERIFY_WITH_TIMEOUT(show().isPrepared(show().upcoming()), kPatience);
    }

    void theCityAnswersOnTheWall()
    {
        begin("tower");
        const QImage before = wall();
        room().console()->ask(QStringLiteral("Drum Tower"));
        auto *answers = room().console()->findChild<QListWidget *>(QStringLiteral("answers"));
        QTRY_VERIFY_WITH_TIMEOUT(answers->count() > 0, kPatience);
        emit answers->itemClicked(answers->item(0));
        QTRY_VERIFY_WITH_TIMEOUT(difference(before, wall()) > 0.01, 20000);
        QCOMPARE(operatorThings(*show().audience()), QStringList());
        m_rooms->services().selection.clear();
        QTRY_VERIFY_WITH_TIMEOUT(difference(before, wall()) < 0.001, 20000);
    }

    void aSceneWhoseThingsAreGoneShowsTheRest()
    {
        auto &desk = room().desk();
        briefing::Scene scene;
        scene.title = {QStringLiteral("残缺"), QStringLiteral("Incomplete")};
        scene.layout = briefing::Layout::Grid;
        scene.grid = {briefing::PaneKind::City, briefing::PaneKind::Board, briefing::PaneKind::Picture,
                      briefing::PaneKind::Map};
        scene.highlighted = QStringList{QStringLiteral("NO-SUCH-HOUSE")};
        scene.board = QStringLiteral("no-such-board");
        scene.pictures = QStringList{QStringLiteral("no-such.png")};
        scene.map.layers = QStringList{QStringLiteral("no-such-layer")};
        briefing::Figure figure;
        figure.code = QStringLiteral("XX-99");
        scene.figures = {figure};
        const auto id = desk.add({QStringLiteral("坏"), QStringLiteral("Broken")}, {});
        LOCI_VERIFY_RESULT(id);
        LOCI_VERIFY_RESULT(desk.addScene(*id, scene));
        begin(id->toLatin1().constData());
        QTRY_VERIFY_WITH_TIMEOUT(isShown(0), kPatience);
        QCOMPARE(show().problems().size(), 5);
        const auto *said = room().console()->findChild<QLabel *>(QStringLiteral("problems"));
        for (const char *word : {"XX-99", "NO-SUCH-HOUSE", "no-such-board", "no-such.png", "no-such-layer"}) {
            QVERIFY2(said->text().contains(QLatin1String(word)), word);
        }
        QCOMPARE(operatorThings(*show().audience()), QStringList());
        show().stop();
        LOCI_VERIFY_RESULT(workspace().undo());
        LOCI_VERIFY_RESULT(workspace().undo());
        QCOMPARE(desk.ids().size(), 3);
    }

    void anUnpluggedScreenBringsTheAudienceBack()
    {
        if (!m_twoScreens) {
            QSKIP("xrandr cannot make two screens here.");
        }
        begin("river");
        QPointer<AudienceWindow> audience = show().audience();
        unplugWall();
        QTRY_VERIFY_WITH_TIMEOUT(!audience->isOnItsScreen(), 20000);
        QVERIFY(audience->isVisible());
        QVERIFY(QGuiApplication::primaryScreen()->geometry().contains(audience->geometry().center()));
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QTest::keyClick(audience, Qt::Key_PageDown);
        waitFor(1);
        QVERIFY(plugWall());
        QTRY_VERIFY_WITH_TIMEOUT(audience->isOnItsScreen(), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(audience->geometry(), QRect(1024, 0, 960, 540), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(show().current()), kPatience);
    }

    void aLoopGoesOnByItself()
    {
        auto briefing = room().desk().load(QStringLiteral("river")).value;
        begin("river");
        for (briefing::Scene &scene : briefing.scenes) {
            scene.seconds = 1;
        }
        show().update(briefing);
        waitFor(0);
        show().setKiosk(true);
        QTRY_COMPARE_WITH_TIMEOUT(show().current(), 2, kPatience);
        QCOMPARE(operatorThings(*show().audience()), QStringList());
    }

    void keepingAViewIsOneStepBack()
    {
        m_window->setWorkplace(app::BriefingRoom::kWorkplace);
        room().panel().chooseBriefing(QStringLiteral("river"));
        const std::size_t count = room().panel().briefing().scenes.size();
        room().keepView();
        QCOMPARE(room().panel().briefing().scenes.size(), count + 1);
        const briefing::Scene &kept = room().panel().briefing().scenes.at(1); // behind the first, which was current
        QVERIFY(kept.camera && !kept.map.extent.isEmpty());
        QCOMPARE(room().editor().sceneId(), kept.id);
        auto *title = room().editor().findChild<QLineEdit *>(QStringLiteral("titleEn"));
        title->setText(QStringLiteral("A new view"));
        emit title->editingFinished();
        QCOMPARE(room().desk().load(QStringLiteral("river")).value.scenes.at(1).title.en, QStringLiteral("A new view"));
        LOCI_VERIFY_RESULT(workspace().undo());
        LOCI_VERIFY_RESULT(workspace().undo());
        QCOMPARE(room().panel().briefing().scenes.size(), count);
        QStringList order;
        for (const briefing::Scene &scene : room().panel().briefing().scenes) {
            order.prepend(scene.id);
        }
        LOCI_VERIFY_RESULT(room().desk().move(QStringLiteral("river"), order));
        QCOMPARE(room().panel().briefing().scenes.front().id, order.front());
        LOCI_VERIFY_RESULT(workspace().undo());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isSettled(), kPatience);
        if (const QString folder = qEnvironmentVariable("LOCI_PICTURES"); !folder.isEmpty()) {
            QVERIFY(m_window->grab().save(folder + QStringLiteral("/editor.png")));
        }
    }

    void manyChangesDoNotGrow()
    {
        begin("river");
        const auto memory = [] {
            QFile status(QStringLiteral("/proc/self/smaps_rollup"));
            if (!status.open(QIODevice::ReadOnly)) {
                return 0.0;
            }
            for (const QByteArray &line : status.readAll().split('\n')) {
                if (line.startsWith("Pss:")) {
                    return line.simplified().split(' ').at(1).toDouble();
                }
            }
            return 0.0;
        };
        const std::vector<int> line = show().briefing().line();
        const int rounds = qEnvironmentVariableIntValue("LOCI_SCENE_CHANGES") > 0
                               ? qEnvironmentVariableIntValue("LOCI_SCENE_CHANGES")
                               : 9;
        double before = 0;
        for (int i = 0; i < rounds; ++i) {
            QTRY_VERIFY_WITH_TIMEOUT(show().isPrepared(show().upcoming()), kPatience);
            const int next = show().current() == line.back() ? line.front() : show().upcoming();
            show().goTo(next);
            waitFor(next);
            if (i == rounds / 3) {
                before = memory(); // everything that is kept has been made
            }
        }
        const double after = memory();
        QVERIFY(before > 0);
        std::vector<double> times = show().changeTimes();
        std::sort(times.begin(), times.end());
        qInfo("%d changes: memory %.1f MiB -> %.1f MiB (%.2f %%), prepared change p50 %.0f ms, p99 %.0f ms of %zu",
              rounds, before / 1024, after / 1024, (after / before - 1) * 100, times[times.size() / 2],
              times[times.size() * 99 / 100], times.size());
        QVERIFY2(after < before * 1.1, "the show grows"); // the figure itself is for a quiet computer
    }
};

LOCI_TEST_CLASS(TestBriefingShow)
#include "briefing_show.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/roleroom.h"
#include "app/mainwindow/serverroom.h"
#include "app/mainwindow/workplaces.h"
#include "app/rooms.h"
#include "app/workspacehost.h"
#include "layers/workspace/serverhome.h"
#include "tests/storage/roles_town.h"
#include "tests/support/testmain.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/findingsmodel.h"
#include "widgets/common/findingspanel.h"
#include "widgets/common/prompts.h"
#include "widgets/common/status.h"
#include "widgets/common/theme.h"
#include "widgets/common/translator.h"
#include "widgets/roles/auditpage.h"
#include "widgets/roles/memberlist.h"
#include "widgets/roles/rolegrid.h"
#include "widgets/roles/rolesheet.h"
#include "widgets/roles/ruleform.h"
#include "widgets/signin/signinsheet.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace loci;
using namespace loci::widgets;
using test::PostgisServer;

namespace {
constexpr int kPatience = 60'000;
const QString kScenario = QStringLiteral("planning/scenario/s");

struct Yes final : MessagePrompt
{
    int ask(QWidget *, const QString &, const QString &text, const QStringList &) override
    {
        asked = text;
        return 0;
    }
    std::optional<QString> text(QWidget *, const QString &, const QString &, const QString &) override { return {}; }
    std::optional<QString> secret(QWidget *, const QString &, const QString &) override { return {}; }
    QString asked;
};
} // namespace

/// Roles in the real window, over a server that enforces them.
class TestRolesWindow : public QObject
{
    Q_OBJECT
private:
    test::RoleTown m_town;
    QTemporaryDir m_folder;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;
    Yes *m_prompt = nullptr;

    RoleSheet &sheet() const { return m_window->roles().sheet(); }
    app::WorkspaceHost &host() const { return m_rooms->services().host; }
    template <class Widget>
    Widget &part(const char *name) const
    {
        return *sheet().findChild<Widget *>(QLatin1String(name));
    }
    /// What the window said that could not be done; the town's documents are findings of their own.
    QStringList refusals() const
    {
        QStringList sentences;
        for (const Finding &finding : m_window->workplaces().findings().model().findings()) {
            const bool isOfTown = finding.message == QLatin1String("The feed has no valid address."); // it is "{}"
            if (finding.code == QLatin1String("not_done") && !isOfTown) {
                sentences << finding.message;
            }
        }
        return sentences;
    }
    bool isSettled() const { return m_window->isSettled(); }
    void signIn(const QString &login) const
    {
        SignInSheet &door = m_window->servers().sheet();
        door.setAddress(m_town.address(login));
        door.findChild<QLineEdit *>(QStringLiteral("secret"))->setText(PostgisServer::password());
        door.findChild<QPushButton *>(QStringLiteral("open"))->click();
    }
    void picture(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("LOCI_PICTURES");
        if (!folder.isEmpty()) {
            m_window->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
        }
    }
    void pictures(const QString &name) const
    {
        if (qEnvironmentVariableIsEmpty("LOCI_PICTURES")) {
            return;
        }
        const std::pair<ThemeMode, const char *> looks[] = {{ThemeMode::Light, "en"}, {ThemeMode::Dark, "zh_CN"}};
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            m_window->resize(size);
            for (const auto &[mode, language] : looks) {
                applyTheme(*qApp, mode);
                m_rooms->services().translator.setLanguage(QLatin1String(language));
                for (int turn = 0; turn < 3; ++turn) { // texts, sizes and places follow by posted events
                    QCoreApplication::processEvents();
                }
                picture(QStringLiteral("%1-%2-%3").arg(name, QLatin1String(language)).arg(size.width()));
            }
        }
        m_window->resize(1280, 800);
        applyTheme(*qApp, ThemeMode::Light);
        m_rooms->services().translator.setLanguage(QStringLiteral("en"));
    }

private slots:
    void initTestCase()
    {
        bool isPossible = false;
        const QString problem = m_town.begin(isPossible);
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        QCOMPARE(problem, QString());
        QCOMPARE(m_town.make(), QString());
        applyTheme(*qApp, ThemeMode::Light);
        auto prompt = std::make_unique<Yes>();
        m_prompt = prompt.get();
        auto rooms = app::Rooms::start(m_folder.filePath(QStringLiteral("profile")), nullptr, std::move(prompt));
        LOCI_VERIFY_RESULT(rooms);
        m_rooms = std::move(*rooms);
        LOCI_VERIFY_RESULT(host().openUntitled(true));
        m_window = std::make_unique<app::MainWindow>(m_rooms->services());
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_rooms.reset();
    }

    void everyRoleOpensTheWindow_data()
    {
        QTest::addColumn<QString>("login");
        for (const char *login : {"plan", "officer", "field", "office", "province", "brief", "ad_min"}) {
            QTest::newRow(login) << QString::fromLatin1(login);
        }
    }
    void everyRoleOpensTheWindow()
    {
        QFETCH(QString, login);
        signIn(login);
        QTRY_COMPARE_WITH_TIMEOUT(host().current()->home(), m_town.address(login).text(), kPatience);
        for (const char *workplace :
             {"heritage", "indicators", "planning", "feeds", "history", "catalogue", "layers"}) {
            m_window->setWorkplace(QLatin1String(workplace));
            QTRY_VERIFY_WITH_TIMEOUT(isSettled(), kPatience);
        }
        QCOMPARE(refusals().join(QLatin1Char(0x0a)), QString());
        m_window->actions().action("workspace.roles")->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(sheet().sentence().contains(QStringLiteral("You sign in as ") + login),
                                  qPrintable(sheet().sentence()), kPatience);
        const bool isAdministrator = login == QLatin1String("ad_min");
        QCOMPARE(part<QPushButton>("keep").isVisible(), isAdministrator);
        QCOMPARE(sheet().memberList().isVisible(), isAdministrator);
        QCOMPARE(sheet().grid().rowOf(QStringLiteral("planner")) >= 0, isAdministrator);
        if (login == QLatin1String("plan")) {
            QVERIFY2(sheet().sentence().contains(QStringLiteral("You may change: Map, City models, Planning")),
                     qPrintable(sheet().sentence()));
            pictures(QStringLiteral("roles-planner"));
        }
    }

    void anAuditorFindsTheAuditAndNothingElse()
    {
        signIn(QStringLiteral("auditor"));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->roles().audit().isVisible(), kPatience);
        AuditPage &audit = m_window->roles().audit();
        QTRY_VERIFY_WITH_TIMEOUT(audit.count() > 10, kPatience);
        QCOMPARE(host().current()->keys(), QStringList());
        QVERIFY(host().current()->isReadOnly());
        audit.findChild<QPushButton *>(QStringLiteral("check"))->click();
        const auto *badge = audit.findChild<StatusBadge *>();
        QTRY_VERIFY2_WITH_TIMEOUT(badge->text().contains(QStringLiteral("the chain holds")), qPrintable(badge->text()),
                                  kPatience);
        pictures(QStringLiteral("audit"));
        audit.findChild<QLineEdit *>(QStringLiteral("search"))->setText(QStringLiteral("no such thing"));
        QVERIFY(audit.findChild<QTableWidget *>()->isRowHidden(0));
        QCOMPARE(refusals().join(QLatin1Char(0x0a)), QString());
    }

    void whoHasNoRoleStaysOutside()
    {
        const QString before = host().current()->home();
        for (const char *login : {"ended", "nobody"}) {
            m_window->servers().ask();
            signIn(QLatin1String(login));
            const auto *answer = m_window->servers().sheet().findChild<QLabel *>(QStringLiteral("answer"));
            QTRY_VERIFY2_WITH_TIMEOUT(answer->text().contains(QStringLiteral("role")), qPrintable(answer->text()),
                                      kPatience);
            QCOMPARE(host().current()->home(), before);
        }
    }

    void whatTheAdministratorTakesAwayTheServerRefuses()
    {
        auto desk = m_town.open(QStringLiteral("plan"));
        LOCI_VERIFY_RESULT(desk);
        LOCI_VERIFY_RESULT((*desk)->commit({QStringLiteral("Before"), {{kScenario, {}, QByteArray("{\"a\":1}")}}}));
        signIn(QStringLiteral("ad_min"));
        QTRY_COMPARE_WITH_TIMEOUT(host().current()->home(), m_town.address(QStringLiteral("ad_min")).text(), kPatience);
        m_window->actions().action("workspace.roles")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(sheet().grid().rowOf(QStringLiteral("planner")) >= 0 && isSettled(), kPatience);
        sheet().grid().choose(QStringLiteral("planner"), QStringLiteral("planning"));
        pictures(QStringLiteral("roles-administrator"));
        QVERIFY(!part<QPushButton>("keep").isEnabled());
        QTest::keyClick(&sheet().grid(), Qt::Key_Space); // nothing
        QTest::keyClick(&sheet().grid(), Qt::Key_Space); // reads
        QVERIFY(sheet().isEdited());
        QTest::mouseClick(&part<QPushButton>("keep"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!sheet().isEdited() && isSettled(), kPatience);
        const auto kept = m_town.database(QStringLiteral("ad_min"));
        LOCI_VERIFY_RESULT(kept);
        const auto matrix = storage::RoleStore(**kept).matrix();
        LOCI_VERIFY_RESULT(matrix);
        QCOMPARE(accessOf(matrix->rules, QStringLiteral("planner"), QStringLiteral("planning")), Access::Read);

        const Result<> refused = (*desk)->commit({QStringLiteral("After"), {{kScenario, {}, QByteArray("{\"a\":2}")}}});
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("planning")), qPrintable(refused.error().message));
        // Past the program: the server itself.
        const auto bare = m_town.database(QStringLiteral("plan"));
        LOCI_VERIFY_RESULT(bare);
        qint64 changed = 0;
        LOCI_VERIFY_RESULT((*bare)->run("UPDATE documents SET value = CAST('' AS bytea) WHERE key = ?1 RETURNING key",
                                        {kScenario}, [&changed](const storage::Statement &) { ++changed; }));
        QCOMPARE(changed, 0);
        // And the other person's window.
        signIn(QStringLiteral("plan"));
        QTRY_COMPARE_WITH_TIMEOUT(host().current()->home(), m_town.address(QStringLiteral("plan")).text(), kPatience);
        m_window->actions().action("workspace.roles")->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(sheet().sentence().contains(QStringLiteral("You may change: Map, City models, "
                                                                             "Indicators, Briefing.")),
                                  qPrintable(sheet().sentence()), kPatience);
    }

    void membersComeAndGo()
    {
        signIn(QStringLiteral("ad_min"));
        QTRY_COMPARE_WITH_TIMEOUT(host().current()->home(), m_town.address(QStringLiteral("ad_min")).text(), kPatience);
        m_window->actions().action("workspace.roles")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(sheet().memberList().rowCount() > 5 && isSettled(), kPatience);
        const int before = sheet().memberList().rowCount();
        const int rolesBefore = int(sheet().grid().model()->rowCount());
        QTest::mouseClick(&part<QPushButton>("addRole"), Qt::LeftButton);
        QCOMPARE(sheet().grid().model()->rowCount(), rolesBefore + 1);
        sheet().memberList().addMember();
        MemberList &list = sheet().memberList();
        list.item(before, MemberList::Login)->setText(QStringLiteral("ghost"));
        list.item(before, MemberList::Areas)->setText(QStringLiteral("320508、320507"));
        list.item(before, MemberList::Until)->setText(QStringLiteral("tomorrow"));
        QVERIFY(part<QLabel>("problem").text().contains(QStringLiteral("tomorrow")));
        QTest::mouseClick(&part<QPushButton>("keep"), Qt::LeftButton);
        auto &problem = part<QLabel>("problem");
        QTRY_VERIFY2_WITH_TIMEOUT(problem.text().contains(QStringLiteral("no login")), qPrintable(problem.text()),
                                  kPatience);
        QVERIFY(sheet().isEdited()); // the draft stays, and the server has neither
        const auto database = m_town.database(QStringLiteral("ad_min"));
        LOCI_VERIFY_RESULT(database);
        QCOMPARE(int(storage::RoleStore(**database).matrix()->kinds.size()), rolesBefore);
        list.item(before, MemberList::Login)->setText(QStringLiteral("nobody"));
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(), kPatience);
        QTest::mouseClick(&part<QPushButton>("keep"), Qt::LeftButton);
        QTRY_VERIFY2_WITH_TIMEOUT(!sheet().isEdited() && isSettled(), qPrintable(problem.text()), kPatience);
        const auto members = storage::RoleStore(**database).members();
        LOCI_VERIFY_RESULT(members);
        QCOMPARE(members->back().login, QStringLiteral("nobody"));
        QCOMPARE(members->back().areas, QStringList({QStringLiteral("320508"), QStringLiteral("320507")}));
        QCOMPARE(int(storage::RoleStore(**database).matrix()->kinds.size()), rolesBefore + 1);
    }

    void theOwnerTurnsRolesOn()
    {
        bool isPossible = false;
        QCOMPARE(m_town.begin(isPossible), QString()); // another place, without roles
        const QString owner = m_town.address(test::RoleTown::owner()).text();
        LOCI_VERIFY_RESULT(workspace::makeOnServer(owner, PostgisServer::password()));
        signIn(test::RoleTown::owner());
        QTRY_COMPARE_WITH_TIMEOUT(host().current()->home(), owner, kPatience);
        m_window->actions().action("workspace.roles")->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(sheet().sentence().contains(QStringLiteral("Roles are off")),
                                  qPrintable(sheet().sentence()), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(isSettled() && part<QPushButton>("turnOn").isVisible(), kPatience);
        QVERIFY(!part<QPushButton>("keep").isVisible());
        pictures(QStringLiteral("roles-off"));
        QTest::mouseClick(&part<QPushButton>("turnOn"), Qt::LeftButton);
        QVERIFY2(m_prompt->asked.contains(QStringLiteral("who has no role sees nothing")), qPrintable(m_prompt->asked));
        QTRY_VERIFY2_WITH_TIMEOUT(sheet().sentence().contains(QStringLiteral("you may do everything")),
                                  qPrintable(sheet().sentence()), kPatience);
        QVERIFY(!part<QPushButton>("turnOn").isVisible() && part<QPushButton>("keep").isVisible());
        const auto database = m_town.database(test::RoleTown::owner());
        LOCI_VERIFY_RESULT(database);
        QCOMPARE(storage::RoleStore(**database).isEnforced().value_or(false), true);
    }
};

LOCI_TEST_CLASS(TestRolesWindow)
#include "roles_window.moc"

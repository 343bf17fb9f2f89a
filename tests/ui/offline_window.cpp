// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/mainwindow.h"
#include "app/workspacehost.h"
#include "layers/workspace/heritage/capture.h"
#include "layers/workspace/moving.h"
#include "layers/workspace/workspace.h"
#include "tests/storage/homes.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/ui/feeds_windowtown.h"
#include "widgets/common/theme.h"
#include "widgets/common/translator.h"
#include "widgets/heritage/conflictpanel.h"

#include <QApplication>
#include <QJsonDocument>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace loci;
using namespace loci::test;
using namespace loci::widgets;
using workspace::Workspace;

namespace {
constexpr int kPatience = 120'000;
const QString kBookmark = QStringLiteral("bookmark/offline");
} // namespace

/// The real window over a workspace of a server that is stopped and started again.
class TestOfflineWindow : public QObject
{
    Q_OBJECT
private:
    Homes m_homes;
    std::unique_ptr<WindowTown> m_town;
    QString m_asset; ///< key of a heritage record

    app::WorkspaceHost &host() const { return m_town->services().host; }
    Workspace &here() const { return *host().current(); }
    QString address() const { return m_homes.address().text(); }
    QToolButton &mark() const { return *m_town->window().findChild<QToolButton *>(QStringLiteral("header.offline")); }
    void change(Workspace &desk, const QString &field, const QString &value) const
    {
        QJsonObject record = desk.json(m_asset);
        record.insert(field, value);
        LOCI_VERIFY_RESULT(
            desk.commit({QStringLiteral("Set %1").arg(field), {{m_asset, {}, QJsonDocument(record).toJson()}}}));
    }
    void pictures(const char *light, const char *dark) const
    {
        m_town->picture(light);
        m_town->services().translator.setLanguage(QStringLiteral("zh_CN"));
        applyTheme(*qApp, ThemeMode::Dark);
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kPatience);
        m_town->picture(dark);
        m_town->services().translator.setLanguage(QStringLiteral("en"));
        applyTheme(*qApp, ThemeMode::Light);
    }

private slots:
    void initTestCase()
    {
        bool isPossible = false;
        const QString problem = m_homes.begin(QStringLiteral("server"), isPossible);
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        QCOMPARE(problem, QString());
        applyTheme(*qApp, ThemeMode::Light);
        m_town = std::make_unique<WindowTown>();
        QCOMPARE(m_town->start(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kPatience);
        const QString file = m_town->workspace().path();
        LOCI_VERIFY_RESULT(host().openUntitled(true)); // the file is free then
        const SystemClock clock;
        LOCI_VERIFY_RESULT(workspace::moveWorkspace(file, address(), clock, {}, PostgisServer::password()));
        LOCI_VERIFY_RESULT(host().openServer(address(), PostgisServer::password()));
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady() && here().offline().isReady, kPatience);
        m_asset = here().keys(QStringLiteral("heritage/asset/")).value(0);
        QVERIFY(!m_asset.isEmpty());
        QVERIFY(!mark().isVisible());
    }
    void cleanupTestCase() { m_town.reset(); }

    void theMarkAppearsAndWorkGoesOn()
    {
        m_homes.server().stop();
        QTRY_VERIFY_WITH_TIMEOUT(mark().isVisible(), kPatience);
        QVERIFY2(mark().text().contains(QStringLiteral("Offline")), qPrintable(mark().text()));
        LOCI_VERIFY_RESULT(here().commit({QStringLiteral("Bookmark"), {{kBookmark, {}, "{\"name\":\"Offline\"}"}}}));
        change(here(), QStringLiteral("description"), QStringLiteral("Seen offline"));
        QTRY_VERIFY2_WITH_TIMEOUT(mark().text().contains(QStringLiteral("2")), qPrintable(mark().text()), kPatience);
        m_town->window().setWorkplace(QStringLiteral("heritage"));
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kPatience);
        QCOMPARE(here().keys(QStringLiteral("heritage/asset/")).size(), 120);
        pictures("offline-mark-light-en", "offline-mark-dark-zh");
    }

    void theServerIsBackAndHasIt()
    {
        QCOMPARE(m_homes.server().start(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(!mark().isVisible(), kPatience);
        QVERIFY(!here().offline().isAway);
        const auto other = Workspace::open(address(), workspace::Access::ReadOnly, nullptr, PostgisServer::password());
        LOCI_VERIFY_RESULT(other);
        QCOMPARE((*other)->json(kBookmark).value(QStringLiteral("name")).toString(), QStringLiteral("Offline"));
        QCOMPARE((*other)->json(m_asset).value(QStringLiteral("description")).toString(),
                 QStringLiteral("Seen offline"));
    }

    void whatBothSidesChangedIsDecidedInTheWindow()
    {
        m_homes.server().stop();
        QTRY_VERIFY_WITH_TIMEOUT(here().offline().isAway, kPatience);
        change(here(), QStringLiteral("description"), QStringLiteral("Mine"));
        QCOMPARE(m_homes.server().start(), QString());
        auto other = Workspace::open(address(), workspace::Access::ReadWrite, nullptr, PostgisServer::password());
        LOCI_VERIFY_RESULT(other);
        change(**other, QStringLiteral("description"), QStringLiteral("Theirs"));
        QTRY_VERIFY2_WITH_TIMEOUT(mark().text().contains(QStringLiteral("decide")), qPrintable(mark().text()),
                                  kPatience);
        auto *panel = m_town->window().findChild<ConflictPanel *>();
        QVERIFY(panel != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(panel->conflictCount(), 1, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kPatience);
        pictures("offline-decide-light-en", "offline-decide-dark-zh");
        panel->findChild<QPushButton *>(QStringLiteral("takeTheirs"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!mark().isVisible(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT((*other)->json(m_asset).value(QStringLiteral("description")).toString(),
                                  QStringLiteral("Mine"), kPatience);
    }
};

LOCI_TEST_CLASS(TestOfflineWindow)
#include "offline_window.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/map/mapdocument.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/workspace/moving.h"
#include "layers/workspace/workspace.h"
#include "tests/storage/homes.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"
#include "tests/ui/feeds_windowtown.h"
#include "widgets/city/citylibrary.h"
#include "widgets/common/theme.h"
#include "widgets/map/mapsession.h"

#include <QApplication>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace loci;
using namespace loci::test;
using namespace loci::widgets;
using workspace::Workspace;

namespace {
constexpr int kPatience = 120'000;
const QString kBookmark = QStringLiteral("bookmark/desk-b");
} // namespace

/// The sample city moved to a server, in the real window beside another desk.
class TestSharedWindow : public QObject
{
    Q_OBJECT
private:
    Homes m_homes;
    std::unique_ptr<WindowTown> m_town;
    std::unique_ptr<Workspace> m_other; ///< the second desk
    int m_layers = 0;

    app::WorkspaceHost &host() const { return m_town->services().host; }
    QString address() const { return m_homes.address().text(); }

private slots:
    void initTestCase()
    {
        bool possible = false;
        const QString problem = m_homes.begin(QStringLiteral("server"), possible);
        if (!possible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        QCOMPARE(problem, QString());
        applyTheme(*qApp, ThemeMode::Light);
        m_town = std::make_unique<WindowTown>();
        QCOMPARE(m_town->start(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kPatience);
        m_layers = static_cast<int>(m_town->services().session.document().visibleLayers().size());
        QVERIFY(m_layers > 5);
    }
    void cleanupTestCase()
    {
        m_other.reset();
        m_town.reset();
    }

    void theWindowShowsAWorkspaceOfAServer()
    {
        const QString file = m_town->workspace().path();
        LOCI_VERIFY_RESULT(host().openUntitled(true)); // the file is free then
        const SystemClock clock;
        const auto moved = workspace::moveWorkspace(file, address(), clock, {}, PostgisServer::password());
        LOCI_VERIFY_RESULT(moved);
        QVERIFY(moved->auditEntries > 100);
        LOCI_VERIFY_RESULT(host().openServer(address(), PostgisServer::password()));
        QVERIFY(host().current() != nullptr && host().current()->isShared());
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(m_town->services().session.document().visibleLayers().size()),
                                  m_layers, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_town->services().cities.entries().empty() &&
                                     m_town->services().cities.entries().front().model != nullptr,
                                 kPatience);
        m_town->window().setWorkplace(QStringLiteral("heritage"));
        QTRY_VERIFY_WITH_TIMEOUT(m_town->isReady(), kPatience);
        QCOMPARE(host().current()->keys(QStringLiteral("heritage/asset/")).size(), 120);
        m_town->picture("shared-heritage");
    }

    void aChangeOfAnotherDeskArrives()
    {
        auto other = Workspace::open(address(), workspace::Access::ReadWrite, nullptr, PostgisServer::password());
        LOCI_VERIFY_RESULT(other);
        m_other = std::move(*other);
        QSignalSpy others(host().current(), &Workspace::othersChanged);
        const QByteArray mark = QJsonDocument(QJsonObject{{QStringLiteral("name"), QStringLiteral("Bridge")}}).toJson();
        LOCI_VERIFY_RESULT(m_other->commit({QStringLiteral("Mark the bridge"), {{kBookmark, {}, mark}}}));
        QTRY_VERIFY_WITH_TIMEOUT(!others.isEmpty(), kPatience);
        QCOMPARE(others.first().first().toStringList(), QStringList{kBookmark});
        QCOMPARE(host().current()->json(kBookmark).value(QStringLiteral("name")).toString(), QStringLiteral("Bridge"));
    }

    void aStaleWriteIsRefusedAndNothingIsLost()
    {
        const auto named = [](const char *name) {
            return QJsonDocument(QJsonObject{{QStringLiteral("name"), QLatin1String(name)}}).toJson();
        };
        Workspace &here = *host().current();
        const auto step = [](const QByteArray &value) {
            return workspace::Command{QStringLiteral("Rename"), {{kBookmark, {}, value}}};
        };
        LOCI_VERIFY_RESULT(m_other->commit(step(named("North bridge"))));
        const Result<> mine = here.commit(step(named("South bridge"))); // before the news of the other desk are taken
        QVERIFY(!mine);
        QVERIFY2(!mine.error().message.isEmpty(), qPrintable(mine.error().message));
        QTRY_COMPARE_WITH_TIMEOUT(here.json(kBookmark).value(QStringLiteral("name")).toString(),
                                  QStringLiteral("North bridge"), kPatience);
        LOCI_VERIFY_RESULT(here.commit(step(named("Bridge")))); // now it has been seen
        QTRY_COMPARE_WITH_TIMEOUT(m_other->json(kBookmark).value(QStringLiteral("name")).toString(),
                                  QStringLiteral("Bridge"), kPatience);
    }
};

LOCI_TEST_CLASS(TestSharedWindow)
#include "shared_window.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/observationhome.h"
#include "layers/storage/feeds/observationstore.h"
#include "layers/workspace/workspace.h"
#include "tests/map/postgisserver.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;
using namespace loci::workspace;

namespace {
constexpr int kPatience = 20'000;

Command setting(const QString &key, const QByteArray &value)
{
    Command command;
    command.title = key;
    command.changes.push_back({key, std::nullopt, value});
    return command;
}
} // namespace

/// A second server that follows the first, for those who only look: the briefing room.
class HomesReplicaTest : public QObject
{
    Q_OBJECT
private:
    static QString home(const test::PostgisServer &server)
    {
        return QStringLiteral("postgresql://%1@%2:%3/%4?schema=town")
            .arg(test::PostgisServer::user(), server.host(), QString::number(server.port()),
                 test::PostgisServer::database());
    }
    static Result<std::unique_ptr<Workspace>> open(const test::PostgisServer &server, Access access)
    {
        return Workspace::open(home(server), access, nullptr, test::PostgisServer::password());
    }

private slots:
    void readsAndHearsAndRefusesToWrite()
    {
        if (!test::PostgisServer::isInstalled()) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        test::PostgisServer primary;
        QCOMPARE(primary.create(), QString());
        qputenv("PGPASSWORD", test::PostgisServer::password().toUtf8());
        auto made = Workspace::create(home(primary));
        qunsetenv("PGPASSWORD");
        made = open(primary, Access::ReadWrite);
        LOCI_VERIFY_RESULT(made);
        Workspace &town = **made;
        LOCI_VERIFY_RESULT(town.commit(setting(QStringLiteral("bookmark/a"), R"({"a":1})")));
        auto store = town.observations().openToWrite();
        LOCI_VERIFY_RESULT(store);
        const feeds::Observation first{QStringLiteral("s"), {}, 1'790'000'000'000, 1'790'000'000'001, 1.0, {}, {}};
        LOCI_VERIFY_RESULT((*store)->append({first}));

        test::PostgisServer replica;
        QCOMPARE(replica.follow(primary), QString());
        for (const Access access : {Access::ReadOnly, Access::ReadWrite}) {
            const auto opened = open(replica, access);
            LOCI_VERIFY_RESULT(opened);
            Workspace &copy = **opened;
            QVERIFY(copy.isReadOnly());
            QCOMPARE(copy.heldBy().isEmpty(), access == Access::ReadOnly);
            QCOMPARE(copy.document(QStringLiteral("bookmark/a")).value_or(QByteArray()),
                     town.document(QStringLiteral("bookmark/a")).value_or("?"));
            QVERIFY(!copy.commit(setting(QStringLiteral("bookmark/b"), "1")));
            const Findings damage = copy.check();
            QVERIFY2(damage.empty(), damage.empty() ? "" : qPrintable(damage.front().code + damage.front().message));
            QStringList heard;
            connect(&copy, &Workspace::changed, this, [&heard](const QStringList &keys) { heard << keys; });
            const QString key = QStringLiteral("bookmark/c%1").arg(int(access));
            LOCI_VERIFY_RESULT(town.commit(setting(key, R"({"a":2})")));
            QTRY_VERIFY_WITH_TIMEOUT(heard.contains(key), kPatience);
            QCOMPARE(copy.document(key).value_or(QByteArray()), QByteArray(R"({"a":2})"));
        }
        const auto copy = open(replica, Access::ReadOnly);
        LOCI_VERIFY_RESULT(copy);
        auto queries = (*copy)->observations().openToRead();
        LOCI_VERIFY_RESULT(queries);
        QVERIFY(queries->has_value());
        QTRY_COMPARE_WITH_TIMEOUT((*queries)->count().value_or(-1), 1, kPatience);
        const auto refused = (*copy)->observations().openToWrite();
        QVERIFY(!refused);
        QVERIFY2(!refused.error().message.isEmpty(), qPrintable(refused.error().detail));
        feeds::Observation next = first; // into another month: a part that is made while the copy follows
        next.phenomenon = 1'795'000'000'000;
        LOCI_VERIFY_RESULT((*store)->append({next}));
        QTRY_COMPARE_WITH_TIMEOUT((*queries)->count().value_or(-1), 2, kPatience);
    }
};

LOCI_TEST_CLASS(HomesReplicaTest)
#include "homes_replicatest.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/postgresquery.h"
#include "tests/feeds/feedtestbase.h"
#include "tests/map/postgisserver.h"

using namespace loci;
using namespace loci::feeds;
using namespace loci::test;

namespace {
constexpr int kPatience = 30'000;

FeedDescription databaseFeed(const PostgisServer &server, const QString &query)
{
    FeedDescription feed = mappedFeed(
        Transport::Postgres,
        QUrl(QStringLiteral("postgresql://127.0.0.1:%1/%2").arg(server.port()).arg(PostgisServer::database())));
    feed.mapping.unit.clear();
    feed.query = query;
    feed.credentials = QStringLiteral("city");
    return feed;
}

Secret secretOf(const QString &password)
{
    return {PostgisServer::user(), password, {}};
}
} // namespace

/// A query on a real PostgreSQL server of Debian, started by the test.
class FeedsPostgresTest : public QObject
{
    Q_OBJECT
private:
    PostgisServer m_server;

private slots:
    void initTestCase()
    {
        if (!PostgisServer::isInstalled()) {
            QSKIP("PostgreSQL is not installed");
        }
        QCOMPARE(m_server.create(), QString());
        QCOMPARE(m_server.run("CREATE SEQUENCE written; CREATE TABLE level (id text, sensor text, t timestamptz, v "
                              "numeric, unit text); "
                              "INSERT INTO level SELECT 'm' || n, 's' || n % 3, now() - (10 - n) * interval "
                              "'1 second', CASE WHEN n = 4 THEN NULL ELSE n * 1.5 END, 'm' FROM "
                              "generate_series(1, 9) n"),
                 QString());
    }

    void readsRowsAsTheyAre()
    {
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start([](const QString &) { return secretOf(PostgisServer::password()); }));
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(
            databaseFeed(m_server, QStringLiteral("SELECT id, sensor, t, v FROM level ORDER BY t"))));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.total(&StreamTally::stored), 9, kPatience);
        QCOMPARE(feeds.feed().contact, Contact::Connected);
        QCOMPARE(feeds.runner->streams().size(), std::size_t(3));
        QCOMPARE(std::get<double>(feeds.stream(QStringLiteral("f/s0")).tally.last->value), 13.5);
        const auto store = storage::ObservationQueries::open(feeds.path());
        const auto values = store->values(QStringLiteral("f/s1"), 0, feeds.clock.nowUtc().toMSecsSinceEpoch(), 10);
        LOCI_VERIFY_RESULT(values);
        QCOMPARE(values->size(), std::size_t(3));
        QVERIFY(isMissing(values->at(1).value));                                         // NULL is no zero
        QTRY_VERIFY_WITH_TIMEOUT(feeds.total(&StreamTally::duplicates) >= 9, kPatience); // asked again, stored once
        QCOMPARE(m_server.run("INSERT INTO level VALUES ('m10', 's0', now(), 99, 'm')"), QString());
        QTRY_COMPARE_WITH_TIMEOUT(feeds.total(&StreamTally::stored), 10, kPatience);
    }

    void onlyReadsAndOnlyOneStatement_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("insert") << QStringLiteral("INSERT INTO level VALUES ('x', 's9', now(), 1, 'm') RETURNING id");
        QTest::newRow("delete") << QStringLiteral("DELETE FROM level");
        QTest::newRow("two") << QStringLiteral("SELECT 1; DELETE FROM level");
        QTest::newRow("nonsense") << QStringLiteral("SELEKT 1");
        QTest::newRow("a function that writes") << QStringLiteral("SELECT nextval('written')");
    }

    void onlyReadsAndOnlyOneStatement()
    {
        QFETCH(QString, query);
        const auto answer = PostgresQuery::rows(databaseFeed(m_server, query), secretOf(PostgisServer::password()));
        QVERIFY(!answer);
        QVERIFY(answer.error().code == ErrorCode::Invalid);
        const auto rows = PostgresQuery::rows(databaseFeed(m_server, QStringLiteral("SELECT count(*) AS n FROM level")),
                                              secretOf(PostgisServer::password()));
        LOCI_VERIFY_RESULT(rows);
        QVERIFY(*rows == "[{\"n\":9}]" || *rows == "[{\"n\":10}]");
    }

    void tooMuchIsRefused()
    {
        FeedDescription feed =
            databaseFeed(m_server, QStringLiteral("SELECT repeat('x', 1000) AS v FROM generate_series(1, 1000000)"));
        feed.sizeLimit = 100'000;
        const auto answer = PostgresQuery::rows(feed, secretOf(PostgisServer::password()));
        QVERIFY(!answer);
        QVERIFY(answer.error().message.contains(QLatin1String("too much")));
    }

    void aWrongPasswordIsRefusedAndNeverShown()
    {
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start([](const QString &) { return secretOf(QStringLiteral("wr0ng-word")); }));
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(databaseFeed(m_server, QStringLiteral("SELECT 1 AS v"))));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Refused, kPatience);
        QVERIFY(!feeds.feed().sentence.contains(QLatin1String("wr0ng")));
    }

    /// Last: the server goes away and comes back.
    void comesBackWithTheServer()
    {
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start([](const QString &) { return secretOf(PostgisServer::password()); }));
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(
            databaseFeed(m_server, QStringLiteral("SELECT id, sensor, t, v FROM level ORDER BY t"))));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Connected, kPatience);
        m_server.stop();
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Retrying, kPatience);
        QCOMPARE(m_server.start(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Connected, kPatience);
    }
};

LOCI_TEST_CLASS(FeedsPostgresTest)
#include "feeds_postgrestest.moc"

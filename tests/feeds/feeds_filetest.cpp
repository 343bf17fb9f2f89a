// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/feedverb.h"
#include "layers/feeds/simulation.h"
#include "layers/feeds/sqlitequery.h"
#include "tests/feeds/feedtestbase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <sqlite3.h>

using namespace loci;
using namespace loci::feeds;
using namespace loci::test;

namespace {

constexpr int kPatience = 20'000;

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool runSql(const QString &path, const char *sql)
{
    sqlite3 *database = nullptr;
    const bool good = sqlite3_open(path.toUtf8().constData(), &database) == SQLITE_OK &&
                      sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return good;
}

/// A sink that is never emptied.
FeedDescription anyFeed()
{
    return mappedFeed(Transport::File, QUrl(QStringLiteral("file:///nowhere")));
}

} // namespace

class FeedsFileTest : public QObject
{
    Q_OBJECT

private slots:
    void watchesFilesOfAFolder()
    {
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        const QTemporaryDir folder;
        QVERIFY(writeFile(folder.filePath(QStringLiteral("a.json")), message(1, 1'700'000'000'000)));
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(mappedFeed(Transport::File, QUrl::fromLocalFile(folder.path()))));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.total(&StreamTally::stored), 1, kPatience);
        QVERIFY(writeFile(folder.filePath(QStringLiteral("b.json")),
                          "[" + message(1, 1'700'000'000'000) + "," + message(2, 1'700'000'001'000) + "]"));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.total(&StreamTally::stored), 2, kPatience);
        QCOMPARE(feeds.total(&StreamTally::duplicates), 1);
    }

    void knowsItsStreamsAfterARestart()
    {
        RunningFeeds feeds;
        const QString path = feeds.folder.filePath(QStringLiteral("v.json"));
        QVERIFY(writeFile(path, message(1, QDateTime::currentMSecsSinceEpoch(), "7")));
        for (int start = 0; start < 2; ++start) {
            LOCI_VERIFY_RESULT(feeds.start());
            QVERIFY(feeds.runner->streams().empty()); // a stream without its feed is not shown
            LOCI_VERIFY_RESULT(feeds.runner->addFeed(mappedFeed(Transport::File, QUrl::fromLocalFile(path))));
            QTRY_VERIFY_WITH_TIMEOUT(feeds.stream(QStringLiteral("f/s0")).tally.received == 1, kPatience);
            QVERIFY(feeds.runner->drain(kPatience));
            QCOMPARE(std::get<double>(feeds.stream(QStringLiteral("f/s0")).tally.last->value), 7.0);
            feeds.runner.reset();
        }
        QCOMPARE(feeds.rows(), 1);
    }

    void asksADatabaseAndWritesNothing()
    {
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        const QString path = feeds.folder.filePath(QStringLiteral("other.db"));
        QVERIFY(runSql(path, "CREATE TABLE m (s TEXT, t INTEGER, v REAL); INSERT INTO m VALUES ('a', 1700000000, 1.5), "
                             "('b', 1700000000, NULL)"));
        FeedDescription feed = mappedFeed(Transport::Sqlite, QUrl::fromLocalFile(path));
        feed.query = QStringLiteral("SELECT s AS sensor, t, v FROM m");
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.total(&StreamTally::stored), 2, kPatience);
        QVERIFY(isMissing(feeds.stream(QStringLiteral("f/b")).tally.last->value));
        for (const char *bad : {"DELETE FROM m", "SELECT 1; DROP TABLE m", "ATTACH 'x' AS y", "PRAGMA user_version = 5",
                                "SELECT load_extension('x')", "nonsense", ""}) {
            const auto rows = SqliteQuery::rows(path, QLatin1String(bad), 1000);
            QVERIFY2(!rows, bad);
            QVERIFY(!rows.error().message.isEmpty());
        }
        const auto endless = SqliteQuery::rows(
            path, QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"),
            10'000);
        QVERIFY(!endless);
    }

    void aFloodStaysWithinTheQueueAndIsCounted()
    {
        auto units = Units::load();
        LOCI_VERIFY_RESULT(units);
        Intake::Limits limits;
        limits.queueBytes = 50'000;
        Intake intake(nullptr, std::move(*units), limits);
        intake.addFeed(anyFeed());
        constexpr int kFlood = 50'000;
        for (int i = 0; i < kFlood; ++i) {
            Payload payload;
            payload.feed = QStringLiteral("f");
            payload.bytes = message(i, 1'700'000'000'000 + i);
            payload.arrival = 1'700'000'000'000;
            intake.take(std::move(payload), false);
        }
        QVERIFY(intake.drain(kPatience));
        const FeedTally tally = intake.feeds().value(QStringLiteral("f"));
        QCOMPARE(tally.payloads + tally.dropped, kFlood); // what was thrown away is known
        for (int i = 0; i < 2000; ++i) {                  // who may wait loses nothing
            Payload payload;
            payload.feed = QStringLiteral("f");
            payload.bytes = message(kFlood + i, 1'700'000'100'000 + i);
            intake.take(std::move(payload), true);
        }
        QVERIFY(intake.drain(kPatience));
        QCOMPARE(intake.feeds().value(QStringLiteral("f")).dropped, tally.dropped);
    }

    void theCommandLineTestsRunsAndTells()
    {
        const QTemporaryDir folder;
        const cli::VerbSpec verb = cli::feedVerb();
        const QString messages = folder.filePath(QStringLiteral("m.jsonl"));
        const QString described = folder.filePath(QStringLiteral("feed.json"));
        cli::Call replay{{QStringLiteral("replay"), QStringLiteral("sample")}, {}, {}, {}};
        replay.options = {{QStringLiteral("to"), messages}, {QStringLiteral("seconds"), QStringLiteral("20")}};
        const auto sent = verb.run(replay);
        LOCI_VERIFY_RESULT(sent);
        QCOMPARE(sent->json.value(QStringLiteral("sent")).toInt(), 5 * Simulation::kStreams);
        // The messages of the file as a feed of files.
        QFile file(messages);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonArray list;
        while (!file.atEnd()) {
            list.append(QJsonDocument::fromJson(file.readLine()).object().value(QStringLiteral("message")));
        }
        const QString values = folder.filePath(QStringLiteral("values.json"));
        QVERIFY(writeFile(values, QJsonDocument(list).toJson()));
        FeedDescription feed = Simulation::feed(QUrl::fromLocalFile(values));
        feed.transport = Transport::File;
        QVERIFY(writeFile(described, QJsonDocument(feed.toJson()).toJson()));
        const auto tested = verb.run({{QStringLiteral("test"), described}, {}, {}, {}});
        LOCI_VERIFY_RESULT(tested);
        QCOMPARE(tested->json.value(QStringLiteral("streams")).toArray().size(), Simulation::kStreams);
        QVERIFY(!hasErrors(tested->findings));
        const QString store = folder.filePath(QStringLiteral("s.observations"));
        const auto ran = verb.run({{QStringLiteral("run"), described},
                                   {{QStringLiteral("store"), store}, {QStringLiteral("seconds"), QStringLiteral("6")}},
                                   {},
                                   {}});
        LOCI_VERIFY_RESULT(ran);
        const QJsonObject stream = ran->json.value(QStringLiteral("streams")).toArray().at(0).toObject();
        QCOMPARE(stream.value(QStringLiteral("stored")).toInt(), 5);
        QCOMPARE(stream.value(QStringLiteral("state")).toString(), QStringLiteral("live"));
        const auto status = verb.run({{QStringLiteral("status"), store}, {}, {}, {}});
        LOCI_VERIFY_RESULT(status);
        QCOMPARE(status->json.value(QStringLiteral("streams")).toArray().size(), Simulation::kStreams);
        QVERIFY(!verb.run({{QStringLiteral("status"), described}, {}, {}, {}}));
        QVERIFY(!verb.run({{QStringLiteral("dance"), described}, {}, {}, {}}));
        QCOMPARE(verb.run({{QStringLiteral("run"), QStringLiteral("no such file")}, {}, {}, {}}).error().code,
                 ErrorCode::NotReadable);
    }
};

LOCI_TEST_CLASS(FeedsFileTest)
#include "feeds_filetest.moc"

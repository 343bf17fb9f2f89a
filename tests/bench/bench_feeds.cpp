// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ingest of live feeds beside mosquitto_sub, from the same broker. Each repetition lets the broker queue N messages at
// QoS 1 for a lasting session of ours and one of the peer's, then lets them drain in turn: ours until everything is
// read, looked at and stored, the peer until it has printed N lines to a pipe that goes nowhere.
// bench_feeds D1 [N [REPETITIONS]] prints a line of JSON for each; bench_feeds D4 the rows a second of the store beside
// plain SQLite with the same table and settings.
#include "layers/base/clock.h"
#include "layers/feeds/feedrunner.h"
#include "layers/feeds/streampublisher.h"
#include "layers/storage/feeds/observationqueries.h"
#include "layers/storage/feeds/observationstore.h"
#include "tests/feeds/feedservers.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <sqlite3.h>

using namespace loci;
using namespace loci::feeds;

namespace {

constexpr int kPatienceMs = 300'000;
constexpr int kSensors = 100;

feeds::FeedDescription describedFeed(const QUrl &broker)
{
    FeedDescription feed;
    feed.id = QStringLiteral("f");
    feed.transport = Transport::Mqtt;
    feed.address = broker;
    feed.topics = QStringList{QStringLiteral("town/#")};
    feed.mapping.stream = QStringLiteral("/sensor");
    feed.mapping.time = QStringLiteral("/t");
    feed.mapping.value = QStringLiteral("/v");
    feed.mapping.id = QStringLiteral("/id");
    feed.cadenceMs = 1000;
    return feed;
}

/// About 120 bytes, as D1 asks for.
QByteArray message(int number, qint64 time)
{
    return "{\"id\":\"m" + QByteArray::number(number) + "\",\"sensor\":\"s" + QByteArray::number(number % kSensors) +
           "\",\"t\":" + QByteArray::number(time + number) + ",\"v\":" + QByteArray::number(number * 0.5) +
           ",\"unit\":\"ug/m3\",\"note\":\"a town by the river\"}";
}

QString publish(const QUrl &broker, int count, qint64 time)
{
    auto publisher = StreamPublisher::connect(broker);
    if (!publisher) {
        return publisher.error().message;
    }
    Result<> result;
    for (int i = 0; result && i < count; ++i) {
        result = (*publisher)->publish(QStringLiteral("town/%1").arg(i % kSensors), message(i, time));
    }
    if (result) {
        result = (*publisher)->finish(kPatienceMs);
    }
    return result ? QString() : result.error().message;
}

template <class Done>
bool waitFor(const Done &done)
{
    return QTest::qWaitFor(done, kPatienceMs);
}

QStringList peerArguments(const QUrl &broker, int count)
{
    return {QStringLiteral("-h"),   broker.host(),        QStringLiteral("-p"),     QString::number(broker.port()),
            QStringLiteral("-q"),   QStringLiteral("1"),  QStringLiteral("-c"),     QStringLiteral("-i"),
            QStringLiteral("peer"), QStringLiteral("-t"), QStringLiteral("town/#"), QStringLiteral("-C"),
            QString::number(count)};
}

double secondsOfPeer(const QUrl &broker, int count)
{
    QProcess peer;
    peer.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer clock;
    clock.start();
    peer.start(QStringLiteral("mosquitto_sub"), peerArguments(broker, count));
    return peer.waitForFinished(kPatienceMs) && peer.exitCode() == 0 ? static_cast<double>(clock.nsecsElapsed()) / 1e9
                                                                     : 0;
}

struct Ours
{
    QTemporaryDir folder;
    SystemClock clock;
    QString path() const { return folder.filePath(QStringLiteral("b.observations")); }
    Result<std::unique_ptr<FeedRunner>> run(const QUrl &broker) const
    {
        LOCI_TRY(auto runner, FeedRunner::create({path(), environmentSecret}, clock));
        LOCI_CHECK(runner->addFeed(describedFeed(broker)));
        return runner;
    }
    static qint64 stored(const FeedRunner &runner)
    {
        qint64 sum = 0;
        for (const StreamStatus &status : runner.streams()) {
            sum += status.tally.stored;
        }
        return sum;
    }
};

/// Seconds until all is on disk; 0: it failed, or something is lost or doubled.
double secondsOfOurs(const Ours &ours, const QUrl &broker, int count)
{
    QElapsedTimer clock;
    clock.start();
    auto runner = ours.run(broker);
    if (!runner || !waitFor([&] { return Ours::stored(**runner) >= count; })) {
        return 0;
    }
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    runner->reset();
    const auto store = storage::ObservationQueries::open(ours.path());
    return store && store->count().value_or(-1) == count ? seconds : 0;
}

/// Makes the lasting sessions, so that the broker queues for both.
bool subscribe(const Ours &ours, const QUrl &broker)
{
    auto runner = ours.run(broker);
    if (!runner || !waitFor([&] { return (*runner)->feeds().front().contact == Contact::Connected; })) {
        return false;
    }
    QElapsedTimer settle;
    settle.start();
    waitFor([&] { return settle.elapsed() > 500; }); // the subscription follows the connection
    QProcess peer;
    peer.start(QStringLiteral("mosquitto_sub"), peerArguments(broker, 1) << QStringLiteral("-E"));
    return peer.waitForFinished(kPatienceMs);
}

int ingest(int count, int repetitions)
{
    for (int i = 0; i < repetitions; ++i) {
        test::MosquittoServer broker;
        const Ours ours;
        const QString problem = broker.create();
        const qint64 time = ours.clock.nowUtc().toMSecsSinceEpoch() - count;
        if (!problem.isEmpty() || !subscribe(ours, broker.address()) ||
            !publish(broker.address(), count, time).isEmpty()) {
            std::fprintf(stderr, "The broker cannot be used. %s\n", qPrintable(problem));
            return 1;
        }
        const bool first = i % 2 == 0; // A, B, B, A
        double peer = first ? 0 : secondsOfPeer(broker.address(), count);
        const double mine = secondsOfOurs(ours, broker.address(), count);
        peer = first ? secondsOfPeer(broker.address(), count) : peer;
        if (mine <= 0 || peer <= 0) {
            std::fprintf(stderr, "Messages were lost or doubled: ours %g s, peer %g s.\n", mine, peer);
            return 1;
        }
        std::printf("{\"goal\":\"D1\",\"ours\":%.1f,\"peer\":%.1f,\"unit\":\"messages/s\",\"peerName\":"
                    "\"mosquitto_sub\",\"n\":%d}\n",
                    count / mine, count / peer, count);
        std::fflush(stdout);
    }
    return 0;
}

Observations someObservations(int count)
{
    Observations observations(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        Observation &observation = observations[static_cast<std::size_t>(i)];
        observation.stream = QStringLiteral("f/s%1").arg(i % kSensors);
        observation.id = QStringLiteral("m%1").arg(i);
        observation.phenomenon = 1'700'000'000'000 + i;
        observation.arrival = observation.phenomenon + 5;
        observation.value = i * 0.5;
    }
    return observations;
}

double secondsOfStore(const Observations &observations, std::size_t batch)
{
    const QTemporaryDir folder;
    auto store = storage::ObservationStore::open(folder.filePath(QStringLiteral("d4.observations")));
    QElapsedTimer clock;
    clock.start();
    for (std::size_t at = 0; store && at < observations.size(); at += batch) {
        const auto from = observations.begin() + static_cast<std::ptrdiff_t>(at);
        const auto to = observations.begin() + static_cast<std::ptrdiff_t>(std::min(at + batch, observations.size()));
        if (!(*store)->append(Observations(from, to))) {
            return 0;
        }
    }
    return static_cast<double>(clock.nsecsElapsed()) / 1e9;
}

double secondsOfFloor(const Observations &observations, std::size_t batch)
{
    const QTemporaryDir folder;
    sqlite3 *database = nullptr;
    sqlite3_open(folder.filePath(QStringLiteral("d4.sqlite")).toUtf8().constData(), &database);
    sqlite3_exec(database,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE observation (stream INTEGER NOT NULL, "
                 "time INTEGER NOT NULL, source INTEGER NOT NULL, arrival INTEGER NOT NULL, number REAL, text TEXT, "
                 "flags INTEGER NOT NULL, PRIMARY KEY (stream, time, source)) WITHOUT ROWID",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO observation VALUES (?1, ?2, ?3, ?4, ?5, NULL, 0)", -1, &insert, nullptr);
    QElapsedTimer clock;
    clock.start();
    for (std::size_t i = 0; i < observations.size(); ++i) {
        if (i % batch == 0) {
            sqlite3_exec(database, i == 0 ? "BEGIN" : "COMMIT; BEGIN", nullptr, nullptr, nullptr);
        }
        sqlite3_bind_int64(insert, 1, static_cast<qint64>(i % kSensors));
        sqlite3_bind_int64(insert, 2, observations[i].phenomenon);
        sqlite3_bind_int64(insert, 3, static_cast<qint64>(i));
        sqlite3_bind_int64(insert, 4, observations[i].arrival);
        sqlite3_bind_double(insert, 5, std::get<double>(observations[i].value));
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return seconds;
}

int storing(int count, int repetitions)
{
    constexpr std::size_t kBatch = 5000;
    const Observations observations = someObservations(count);
    for (int i = 0; i < repetitions; ++i) {
        const double mine = secondsOfStore(observations, kBatch);
        const double peer = secondsOfFloor(observations, kBatch);
        if (mine <= 0) {
            return 1;
        }
        std::printf("{\"goal\":\"D4\",\"ours\":%.1f,\"peer\":%.1f,\"unit\":\"rows/s\",\"peerName\":"
                    "\"plain SQLite\",\"n\":%d}\n",
                    count / mine, count / peer, count);
        std::fflush(stdout);
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString goal = arguments.value(1);
    const int count = arguments.size() > 2 ? arguments[2].toInt() : 100'000;
    const int repetitions = arguments.size() > 3 ? arguments[3].toInt() : 7;
    if (goal == QLatin1String("D1")) {
        return ingest(count, repetitions);
    }
    if (goal == QLatin1String("D4")) {
        return storing(count, repetitions);
    }
    std::fprintf(stderr, "bench_feeds D1|D4 [N [REPETITIONS]]\n");
    return 2;
}

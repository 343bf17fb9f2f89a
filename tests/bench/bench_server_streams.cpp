// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/intake.h"
#include "layers/storage/feeds/observationhome.h"
#include "layers/storage/feeds/observationstore.h"
#include "tests/bench/serverbench.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QThread>
#include <atomic>

namespace loci::bench {

using namespace storage;

namespace {
constexpr int kTicksASecond = 20;
constexpr int kLookMs = 250;
constexpr int kPatienceMs = 300'000;

/// Sensors keep a pace.
void rest(int milliseconds)
{
    QSemaphore never;
    never.tryAcquire(1, milliseconds);
}

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

feeds::FeedDescription feed()
{
    feeds::FeedDescription feed;
    feed.id = QStringLiteral("f");
    feed.transport = feeds::Transport::Mqtt;
    feed.address = QUrl(QStringLiteral("mqtt://127.0.0.1"));
    feed.topics = QStringList{QStringLiteral("town/#")};
    feed.mapping.stream = QStringLiteral("/sensor");
    feed.mapping.time = QStringLiteral("/t");
    feed.mapping.value = QStringLiteral("/v");
    feed.mapping.id = QStringLiteral("/id");
    feed.cadenceMs = 5000;
    return feed;
}

feeds::Payload payload(qint64 number, qint64 streams, qint64 time)
{
    feeds::Payload payload;
    payload.feed = QStringLiteral("f");
    payload.topic = QStringLiteral("town/a");
    payload.arrival = time;
    payload.bytes = "{\"id\":\"m" + QByteArray::number(number) + "\",\"sensor\":\"s" +
                    QByteArray::number(number % streams) + "\",\"t\":" + QByteArray::number(time) +
                    ",\"v\":" + QByteArray::number(double(number % 977) * 0.5) + ",\"note\":\"a town by the river\"}";
    return payload;
}

/// How old the newest value is that another connection sees; and how far a replica is behind.
class Looker final : public QThread
{
public:
    Looker(ObservationHome home, ObservationHome replica) : m_home(std::move(home)), m_replica(std::move(replica)) {}
    void end()
    {
        m_isEnding = true;
        wait();
    }
    std::vector<double> lag, replicaLag, replayLag;

private:
    void run() override
    {
        const auto primary = need(m_home.connect(true), "looker");
        const auto replica = m_replica.isNone() ? nullptr : need(m_replica.connect(true), "looker at the replica");
        while (!m_isEnding) {
            look(*primary, lag);
            if (replica) {
                look(*replica, replicaLag);
                need(primary->run("SELECT extract(epoch FROM coalesce(max(replay_lag), interval '0')) * 1000 FROM "
                                  "pg_stat_replication",
                                  {}, [this](const Statement &row) { replayLag.push_back(row.real(0)); }),
                     "replay lag");
            }
            rest(kLookMs);
        }
    }
    static void look(Database &database, std::vector<double> &ages)
    {
        need(database.run("SELECT max(last_arrival) FROM stream", {},
                          [&ages](const Statement &row) {
                              if (!row.isNull(0)) {
                                  ages.push_back(double(now() - row.integer(0)));
                              }
                          }),
             "look");
    }
    ObservationHome m_home, m_replica;
    std::atomic<bool> m_isEnding = false;
};

struct Town
{
    test::PostgisServer server, replica;
    ObservationHome home, copy;
    std::unique_ptr<feeds::Intake> intake;
    qint64 sent = 0;

    void open(bool withReplica)
    {
        server.setOptions(serverSettings());
        need(server.create(), "server");
        makeWorkspace(server, QStringLiteral("town"));
        home = ObservationHome(addressOf(server, QStringLiteral("town")), test::PostgisServer::password());
        intake =
            std::make_unique<feeds::Intake>(need(home.openToWrite(), "store"), need(feeds::Units::load(), "units"));
        intake->addFeed(feed());
        if (withReplica) {
            replica.setOptions(serverSettings());
            need(replica.follow(server), "replica");
            copy = ObservationHome(addressOf(replica, QStringLiteral("town")), test::PostgisServer::password());
        }
    }
    /// Each stream once: descriptions are written only then.
    void warm(qint64 streams)
    {
        for (qint64 i = 0; i < streams; ++i) {
            intake->take(payload(sent++, streams, now()), true);
        }
        need(intake->drain(kPatienceMs) ? QString() : QStringLiteral("too slow"), "warm up");
    }
    void check()
    {
        const auto queries = need(home.openToRead(), "queries");
        const qint64 stored = need(queries->count(), "count");
        need(stored == sent ? QString() : QStringLiteral("%1 stored of %2").arg(stored).arg(sent), "check");
    }
};

QJsonObject atRate(Town &town, qint64 streams, qint64 rate, int seconds)
{
    Looker looker(town.home, town.copy);
    looker.start();
    const double own = ownSeconds();
    const double server = serverSeconds(town.server);
    const double copy = town.copy.isNone() ? 0 : serverSeconds(town.replica);
    QElapsedTimer timer;
    timer.start();
    const qint64 began = town.sent;
    for (qint64 tick = 1; tick <= qint64(seconds) * kTicksASecond; ++tick) {
        const qint64 due = began + tick * rate / kTicksASecond;
        while (town.sent < due) {
            town.intake->take(payload(town.sent++, streams, now()), true);
        }
        const qint64 pause = tick * 1000 / kTicksASecond - timer.elapsed();
        if (pause > 0) {
            rest(int(pause));
        }
    }
    need(town.intake->drain(kPatienceMs) ? QString() : QStringLiteral("too slow"), "drain");
    const double span = double(timer.elapsed()) / 1000;
    looker.end();
    QJsonObject line = {{QStringLiteral("goal"), QStringLiteral("streams")},
                        {QStringLiteral("streams"), streams},
                        {QStringLiteral("perSecond"), double(town.sent - began) / span},
                        {QStringLiteral("writerShareOfACore"), (ownSeconds() - own) / span},
                        {QStringLiteral("serverShareOfACore"), (serverSeconds(town.server) - server) / span},
                        {QStringLiteral("lagMs"), percentiles(looker.lag)},
                        {QStringLiteral("load"), loadNow()}};
    if (!town.copy.isNone()) {
        line.insert(QStringLiteral("replicaShareOfACore"), (serverSeconds(town.replica) - copy) / span);
        line.insert(QStringLiteral("replicaLagMs"), percentiles(looker.replicaLag));
        line.insert(QStringLiteral("replayLagMs"), percentiles(looker.replayLag));
    }
    return line;
}

QJsonObject atMost(Town &town, qint64 streams, int seconds)
{
    const double own = ownSeconds();
    const double server = serverSeconds(town.server);
    QElapsedTimer timer;
    timer.start();
    const qint64 began = town.sent;
    while (timer.elapsed() < qint64(seconds) * 1000) {
        town.intake->take(payload(town.sent++, streams, now()), true);
        if (town.sent % 50'000 == 0) { // not more in the queue than a second's work
            need(town.intake->drain(kPatienceMs) ? QString() : QStringLiteral("too slow"), "drain");
        }
    }
    need(town.intake->drain(kPatienceMs) ? QString() : QStringLiteral("too slow"), "drain");
    const double span = double(timer.elapsed()) / 1000;
    return {{QStringLiteral("goal"), QStringLiteral("streams at most")},
            {QStringLiteral("perSecond"), double(town.sent - began) / span},
            {QStringLiteral("writerShareOfACore"), (ownSeconds() - own) / span},
            {QStringLiteral("serverShareOfACore"), (serverSeconds(town.server) - server) / span},
            {QStringLiteral("load"), loadNow()}};
}
} // namespace

int benchStreams(const QStringList &arguments)
{
    const qint64 streams = arguments.value(0, QStringLiteral("5000")).toLongLong();
    const qint64 rate = arguments.value(1, QStringLiteral("1000")).toLongLong();
    const int seconds = arguments.value(2, QStringLiteral("60")).toInt();
    constexpr int kMostSeconds = 15;
    Town town;
    town.open(arguments.contains(QStringLiteral("replica")));
    town.warm(streams);
    print(atRate(town, streams, rate, seconds));
    town.check();
    print(atMost(town, streams, kMostSeconds));
    town.check();
    town.intake->stop();
    return 0;
}

} // namespace loci::bench

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/observationhome.h"
#include "layers/storage/feeds/observationstore.h"
#include "tests/bench/serverbench.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <cstdio>

namespace loci::bench {

using namespace storage;

namespace {
constexpr qint64 kStreams = 5000;
constexpr qint64 kStepMs = 1'576'800;        // 100 million in a year
constexpr qint64 kStart = 1'735'689'600'000; // 2025-01-01
constexpr qint64 kDay = 86'400'000;
constexpr qint64 kMonth = 30 * kDay;
constexpr qint64 kTicksAChunk = 100;
constexpr int kTries = 200;

/// A schema of the first release, with a tree by time instead of the blocks: what one plain table is.
constexpr Sql kPlain =
    "DROP FUNCTION observation_make, observation_prune, observation_bounds, observation_attach, observation_rows;"
    "DROP TABLE observation, observation_part, observation_lease;"
    "CREATE TABLE observation (stream BIGINT NOT NULL, time BIGINT NOT NULL, source BIGINT NOT NULL, arrival BIGINT "
    "NOT NULL, number DOUBLE PRECISION, text TEXT COLLATE \"C\", flags BIGINT NOT NULL, PRIMARY KEY (stream, time, "
    "source)); CREATE INDEX observation_time ON observation (time)";

/// A month as it is restored from an archive: values first, then the key, then it is attached.
constexpr Sql kBulk = R"sql(
CREATE FUNCTION bulk_month(start BIGINT, step BIGINT, tick BIGINT, most BIGINT) RETURNS BIGINT LANGUAGE plpgsql AS $$
DECLARE
    part RECORD;
    last BIGINT;
BEGIN
    part := observation_bounds(start + tick * step);
    last := least((part.until - 5001 - start) / step, tick + most - 1);
    EXECUTE format('CREATE TABLE %I (LIKE observation)', part.name);
    EXECUTE format('INSERT INTO %I SELECT s.id, $1 + t * $2 + s.id %% 60000, 0, $1 + t * $2 + s.id %% 60000 + 200, '
        '20 + 10 * sin(t / 13.0 + s.id), NULL, 0 FROM generate_series($3, $4) AS t CROSS JOIN stream AS s', part.name)
        USING start, step, tick, last;
    EXECUTE format('ALTER TABLE %I ADD PRIMARY KEY (stream, time, source)', part.name);
    PERFORM observation_attach(part.name, part.first, part.until);
    RETURN last - tick + 1;
END
$$)sql";

struct Bench
{
    std::unique_ptr<Database> database;
    std::optional<ObservationQueries> queries;
    bool isParted = true;
    bool isBulk = false;
    qint64 rows = 0;
    double seconds = 0; ///< of filling
    QRandomGenerator random{7};

    qint64 newest() const { return kStart + rows / kStreams * kStepMs; }
    QString stream() { return QStringLiteral("s%1").arg(random.bounded(1, int(kStreams))); }

    void fill(qint64 wanted)
    {
        QElapsedTimer timer;
        timer.start();
        while (isBulk && rows < wanted) {
            rows += kStreams * number("SELECT bulk_month(?1, ?2, ?3, ?4)",
                                      {kStart, kStepMs, rows / kStreams, (wanted - rows) / kStreams});
        }
        while (rows < wanted) {
            const qint64 first = rows / kStreams;
            const qint64 last = first + kTicksAChunk - 1;
            if (isParted) {
                for (const qint64 tick : {first, last}) {
                    need(database->run("SELECT observation_make(?1)", {kStart + tick * kStepMs}), "part");
                }
            }
            need(database->run(
                     "INSERT INTO observation (stream, time, source, arrival, number, text, flags) SELECT s.id, "
                     "?1 + t * ?2 + s.id % 60000, 0, ?1 + t * ?2 + s.id % 60000 + 200, 20 + 10 * sin(t / 13.0 "
                     "+ s.id), NULL, 0 FROM generate_series(CAST(?3 AS bigint), CAST(?4 AS bigint)) AS t CROSS "
                     "JOIN stream AS s",
                     {kStart, kStepMs, first, last}),
                 "fill");
            rows += kTicksAChunk * kStreams;
        }
        seconds += double(timer.elapsed()) / 1000;
        need(database->run("VACUUM (ANALYZE) observation"), "vacuum");
    }

    template <class Query>
    QJsonObject timed(const Query &query, int tries = kTries)
    {
        std::vector<double> times;
        times.reserve(std::size_t(tries));
        for (int i = 0; i < tries; ++i) {
            QElapsedTimer timer;
            timer.start();
            query();
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        return percentiles(times);
    }

    qint64 number(Sql sql, std::initializer_list<Value> values = {})
    {
        qint64 result = 0;
        need(database->run(sql, values, [&result](const Statement &row) { result = row.integer(0); }), "number");
        return result;
    }

    void check()
    {
        const auto values =
            need(queries->values(QStringLiteral("s17"), newest() - 10 * kStepMs, newest(), 100), "check");
        need(values.size() == 10 ? QString() : QStringLiteral("%1 values instead of 10").arg(values.size()), "check");
    }

    void measure()
    {
        check();
        const qint64 heap = number("SELECT sum(pg_table_size(c.oid)) FROM pg_class AS c WHERE c.relname LIKE "
                                   "'observation%' AND c.relkind = 'r' AND c.relnamespace = "
                                   "quote_ident(current_schema())::regnamespace");
        const qint64 key = number("SELECT sum(pg_relation_size(c.oid)) FROM pg_class AS c WHERE c.relkind = 'i' AND "
                                  "c.relname LIKE 'observation%pkey' AND c.relnamespace = "
                                  "quote_ident(current_schema())::regnamespace");
        const qint64 time = number("SELECT sum(pg_relation_size(c.oid)) FROM pg_class AS c WHERE c.relkind = 'i' AND "
                                   "c.relname LIKE 'observation%time%' AND c.relnamespace = "
                                   "quote_ident(current_schema())::regnamespace");
        const auto day = [this] { need(queries->window(stream(), newest() - kDay, newest(), 1000), "day"); };
        const auto month = [this] {
            const qint64 to = newest() - random.bounded(3) * kDay;
            need(queries->window(stream(), to - kMonth, to, 1500), "month");
        };
        const auto slice = [this] { // all streams in one hour somewhere
            const qint64 from = kStart + qint64(random.generateDouble() * double(newest() - kStart - kDay));
            number("SELECT count(*) FROM observation WHERE time >= ?1 AND time < ?2", {from, from + kDay / 24});
        };
        const auto newestOf = [this] { need(queries->valueAt(stream(), newest() + kDay), "newest"); };
        const auto all = [this] { need(queries->streams(), "newest of all"); };
        const double each = double(rows);
        print({{QStringLiteral("goal"), isBulk     ? QStringLiteral("bulk")
                                        : isParted ? QStringLiteral("parts")
                                                   : QStringLiteral("plain")},
               {QStringLiteral("rows"), rows},
               {QStringLiteral("rowsPerSecond"), each / seconds},
               {QStringLiteral("heapBytesPerRow"), double(heap) / each},
               {QStringLiteral("keyBytesPerRow"), double(key) / each},
               {QStringLiteral("timeBytesPerRow"), double(time) / each},
               {QStringLiteral("newestMs"), timed(newestOf)},
               {QStringLiteral("newestOfAllMs"), timed(all, 20)},
               {QStringLiteral("dayMs"), timed(day)},
               {QStringLiteral("monthMs"), timed(month)},
               {QStringLiteral("hourOfAllMs"), timed(slice, 20)},
               {QStringLiteral("load"), loadNow()}});
    }

    /// The first month goes.
    void retain()
    {
        constexpr qint64 kFebruary = kStart + 31 * kDay;
        QElapsedTimer timer;
        timer.start();
        const qint64 gone = isParted
                                ? number("SELECT observation_prune(?1)", {kFebruary + kDay})
                                : number("WITH gone AS (DELETE FROM observation WHERE time < ?1 RETURNING 1) SELECT "
                                         "count(*) FROM gone",
                                         {kFebruary});
        print({{QStringLiteral("goal"), isParted ? QStringLiteral("prune parts") : QStringLiteral("prune plain")},
               {QStringLiteral("rows"), gone},
               {QStringLiteral("ms"), double(timer.elapsed())}});
    }
};
} // namespace

int benchObservations(const QStringList &arguments)
{
    test::PostgisServer server;
    server.setOptions(serverSettings() + QStringList{QStringLiteral("fsync=off")}); // only while it is filled
    need(server.create(), "server");
    makeWorkspace(server, QStringLiteral("town"));
    const ObservationHome home(addressOf(server, QStringLiteral("town")), test::PostgisServer::password());
    Bench bench;
    bench.isBulk = arguments.value(0) == QLatin1String("bulk");
    bench.isParted = bench.isBulk || arguments.value(0) == QLatin1String("parts");
    {
        const auto store = need(home.openToWrite(), "store");
        feeds::StreamDescriptions streams;
        streams.reserve(kStreams);
        for (qint64 i = 1; i <= kStreams; ++i) {
            streams.push_back({QStringLiteral("s%1").arg(i), {}, {}, {}, kStepMs, {}, QStringLiteral("f")});
        }
        need(store->describe(streams, 1), "streams");
    }
    bench.database = need(home.connect(false), "connection");
    need(bench.database->runScript("SET statement_timeout = 0"), "settings");
    if (!bench.isParted) {
        need(bench.database->runScript(kPlain), "plain table");
    }
    if (bench.isBulk) {
        need(bench.database->runScript(kBulk), "bulk");
    }
    bench.queries = std::move(*need(home.openToRead(), "queries"));
    for (const QString &rows : arguments.mid(1)) {
        bench.fill(rows.toLongLong());
        bench.measure();
    }
    bench.retain();
    return 0;
}

} // namespace loci::bench

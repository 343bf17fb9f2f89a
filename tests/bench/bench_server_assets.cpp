// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/heritagestore.h"
#include "tests/bench/serverbench.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <algorithm>
#include <sys/resource.h>

namespace loci::bench {

using namespace storage;
using namespace storage::heritage;

namespace {
constexpr qint64 kChunk = 500'000;
constexpr int kTries = 15;
constexpr double kBox = 0.02; // degrees: a quarter of the town
constexpr qint64 kMostTexts = 1'000'000;

constexpr Sql kAssets =
    "INSERT INTO heritage_asset SELECT g, CAST(CAST(md5(CAST(g AS text)) AS uuid) AS text), 'R-' || g, 'Hall ' || g || "
    "' of street ' || g % 20000, 'hall ' || g, '', '', 'building', 'hall', 'Hall', CAST(g % 4 AS text), CASE g % 3 "
    "WHEN "
    "0 THEN 'district' WHEN 1 THEN 'city' ELSE 'province' END, 'district' || g % 16, CASE g % 5 WHEN 0 THEN 'poor' "
    "WHEN "
    "1 THEN 'fair' ELSE 'good' END, 'approved', 'public', '2026-01-01', 1400 + g % 500, NULL, 15, NULL, '', g % 3, 0, "
    "0, "
    "0, 116 + (g % 4001) * 0.0001, 39 + (g / 4001) % 3989 * 0.0001 FROM generate_series(CAST(?1 AS bigint), CAST(?2 AS "
    "bigint)) AS g";
constexpr Sql kPlaces = "INSERT INTO heritage_place SELECT no, longitude, longitude, latitude, latitude FROM "
                        "heritage_asset WHERE no BETWEEN ?1 AND ?2";
constexpr Sql kTexts =
    "INSERT INTO heritage_text (rowid, names, pinyin, body) SELECT no, name, '', 'a timber hall in ' "
    "|| district || ' seen ' || updated FROM heritage_asset WHERE no BETWEEN ?1 AND ?2";

template <class Query>
QJsonObject timed(const Query &query)
{
    std::vector<double> times;
    times.reserve(kTries);
    for (int i = 0; i < kTries; ++i) {
        QElapsedTimer timer;
        timer.start();
        query(i);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return percentiles(times);
}

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

GeoBox boxOf(int i)
{
    const double west = 116.05 + 0.01 * i;
    return {west, 39.1, west + kBox, 39.1 + kBox};
}

/// What the server answers by itself.
QJsonObject askServer(Database &database)
{
    const auto number = [&database](Sql sql, std::initializer_list<Value> values) {
        qint64 result = 0;
        need(database.run(sql, values, [&result](const Statement &row) { result += row.integer(0); }), "query");
        return result;
    };
    return {
        {QStringLiteral("box"), timed([&](int i) {
             const GeoBox box = boxOf(i);
             number("SELECT no FROM heritage_place WHERE west <= ?1 AND east >= ?2 AND south <= ?3 AND north >= ?4",
                    {box.east, box.west, box.north, box.south});
         })},
        {QStringLiteral("byReference"), timed([&](int i) {
             number("SELECT no FROM heritage_asset WHERE reference = ?1", {QStringLiteral("R-%1").arg(i * 977 + 1)});
         })},
        {QStringLiteral("countByDistrict"),
         timed([&](int) { number("SELECT count(*) FROM heritage_asset WHERE trashed = 0 GROUP BY district", {}); })}};
}

void check(Database &database, const HeritageStore &store, qint64 rows)
{
    AssetQuery query;
    const auto all = need(store.search(query, 0, 1), "check");
    need(all.total == rows ? QString() : QStringLiteral("%1 of %2 found").arg(all.total).arg(rows), "check");
    query.text = QStringLiteral("1977"); // words that begin so
    qint64 wanted = 0;
    need(database.run("SELECT count(*) FROM heritage_asset WHERE name LIKE '% 1977%'", {},
                      [&wanted](const Statement &row) { wanted = row.integer(0); }),
         "check");
    const auto some = need(store.search(query, 0, 1), "check");
    need(wanted > 0 && some.total == wanted ? QString() : QStringLiteral("%1 found by text").arg(some.total), "check");
}

QJsonObject askStore(Database &database, qint64 rows)
{
    const HeritageStore store(database);
    QElapsedTimer timer;
    timer.start();
    check(database, store, rows);
    const double first = double(timer.elapsed());
    return {{QStringLiteral("firstSearchMs"), first},
            {QStringLiteral("words"), timed([&](int i) {
                 AssetQuery query;
                 query.text = QStringLiteral("street %1").arg(1000 + i);
                 need(store.search(query, 0, 50), "words");
             })},
            {QStringLiteral("box"), timed([&](int i) {
                 AssetQuery query;
                 query.box = boxOf(i);
                 need(store.search(query, 0, 50), "box");
             })},
            {QStringLiteral("counts"), timed([&](int i) {
                 AssetQuery query;
                 query.facets[Facet::District] = QStringList{QStringLiteral("district%1").arg(i)};
                 need(store.facetCounts(query), "counts");
             })},
            {QStringLiteral("peakMegabytes"), peakMegabytes()}};
}
} // namespace

int benchAssets(const QStringList &arguments)
{
    const qint64 rows = arguments.value(0, QStringLiteral("1000000")).toLongLong();
    test::PostgisServer server;
    server.setOptions(serverSettings() + QStringList{QStringLiteral("fsync=off")}); // only while it is filled
    need(server.create(), "server");
    makeWorkspace(server, QStringLiteral("town"));
    const auto database = need(PostGisDatabase::open(addressOf(server, QStringLiteral("town")),
                                                     test::PostgisServer::password(), PostGisDatabase::Mode::ReadWrite),
                               "connection");
    need(database->runScript("SET statement_timeout = 0"), "settings");
    QElapsedTimer timer;
    timer.start();
    const bool hasTexts = rows <= kMostTexts;
    for (qint64 first = 1; first <= rows; first += kChunk) {
        const qint64 last = std::min(rows, first + kChunk - 1);
        need(database->run(kAssets, {first, last}), "assets");
        need(database->run(kPlaces, {first, last}), "places");
        if (hasTexts) {
            need(database->run(kTexts, {first, last}), "texts");
        }
    }
    need(database->runScript("ANALYZE"), "analyze");
    QJsonObject line = {{QStringLiteral("goal"), QStringLiteral("assets")},
                        {QStringLiteral("rows"), rows},
                        {QStringLiteral("fillSeconds"), double(timer.elapsed()) / 1000},
                        {QStringLiteral("server"), askServer(*database)}};
    if (hasTexts) { // the facets of all records are in a desk's memory
        line.insert(QStringLiteral("store"), askStore(*database, rows));
    }
    qint64 bytes = 0;
    need(database->run("SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class AS c WHERE c.relkind = 'r' AND "
                       "c.relname LIKE 'heritage%'",
                       {}, [&bytes](const Statement &row) { bytes = row.integer(0); }),
         "size");
    line.insert(QStringLiteral("bytesPerRow"), double(bytes) / double(rows));
    line.insert(QStringLiteral("load"), loadNow());
    print(line);
    return 0;
}

} // namespace loci::bench

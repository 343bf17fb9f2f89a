// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/observationqueries.h"

#include "layers/storage/feeds/observationschema.h"
#include "layers/storage/spatialitedatabase.h"

#include <algorithm>

namespace loci::storage {

using feeds::Observation;

namespace {
constexpr qint64 kManyRows = 400'000; // above it the roll-ups answer

feeds::Reading readingOf(const Statement &row, int number, int text)
{
    if (!row.isNull(number)) {
        return row.real(number);
    }
    return row.isNull(text) ? feeds::Reading() : feeds::Reading(row.text(text));
}

StoredStream streamOf(const Statement &row)
{
    StoredStream stream;
    feeds::StreamDescription &d = stream.description;
    d.id = row.text(0);
    d.feed = row.text(1);
    d.nameEn = row.text(2);
    d.nameZh = row.text(3);
    d.unit = row.text(4);
    d.cadenceMs = row.integer(5);
    if (!row.isNull(6) && !row.isNull(7)) {
        d.place = feeds::GeoPoint{row.real(6), row.real(7)};
    }
    stream.retentionDays = static_cast<int>(row.integer(8));
    if (!row.isNull(9)) {
        Observation last;
        last.stream = d.id;
        last.phenomenon = row.integer(9);
        last.arrival = row.integer(10);
        last.value = readingOf(row, 11, 12);
        last.flags = feeds::QualityFlags::fromInt(static_cast<quint32>(row.integer(13)));
        stream.last = std::move(last);
    }
    return stream;
}

Observation observationOf(const QString &stream, const Statement &row)
{
    Observation observation;
    observation.stream = stream;
    observation.phenomenon = row.integer(0);
    observation.arrival = row.integer(1);
    observation.value = readingOf(row, 2, 3);
    observation.flags = feeds::QualityFlags::fromInt(static_cast<quint32>(row.integer(4)));
    return observation;
}
} // namespace

Result<ObservationQueries> ObservationQueries::open(const QString &path)
{
    LOCI_TRY(auto database, SpatiaLiteDatabase::open(path, SpatiaLiteDatabase::Mode::ReadOnly));
    return open(std::move(database), path);
}

Result<ObservationQueries> ObservationQueries::open(std::unique_ptr<Database> database, const QString &place)
{
    LOCI_CHECK(checkObservations(*database, place));
    return ObservationQueries(std::move(database));
}

Result<std::vector<StoredStream>> ObservationQueries::streams() const
{
    std::vector<StoredStream> streams;
    LOCI_CHECK(
        m_database->run("SELECT key, feed, name_en, name_zh, unit, cadence, longitude, latitude, retention_days, "
                        "last_time, last_arrival, last_number, last_text, last_flags FROM stream ORDER BY key",
                        {}, [&streams](const Statement &row) { streams.push_back(streamOf(row)); }));
    return streams;
}

Result<std::vector<StoredStream>> ObservationQueries::streamsSince(Database &database, qint64 arrival)
{
    std::vector<StoredStream> streams;
    LOCI_CHECK(
        database.run("SELECT key, feed, name_en, name_zh, unit, cadence, longitude, latitude, retention_days, "
                     "last_time, last_arrival, last_number, last_text, last_flags FROM stream WHERE last_arrival >= "
                     "?1 ORDER BY key",
                     {arrival}, [&streams](const Statement &row) { streams.push_back(streamOf(row)); }));
    return streams;
}

Result<ObservationSpans> ObservationQueries::spans(Sql sql, std::initializer_list<Value> values) const
{
    ObservationSpans spans;
    LOCI_CHECK(m_database->run(sql, values, [&spans](const Statement &row) {
        spans.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.real(5),
                         row.real(6), row.real(7)});
    }));
    return spans;
}

Result<ObservationSpans> ObservationQueries::window(const QString &stream, qint64 from, qint64 to, int points) const
{
    const qint64 most = std::max(points, 1);
    qint64 rows = 0;
    LOCI_CHECK(m_database->run("SELECT count(*) FROM (SELECT 1 FROM observation WHERE stream = (SELECT id FROM stream "
                               "WHERE key = ?1) AND time >= ?2 AND time < ?3 LIMIT ?4) AS counted",
                               {stream, from, to, kManyRows + 1},
                               [&rows](const Statement &row) { rows = row.integer(0); }));
    if (rows <= most) {
        return spans(
            "SELECT time, time, number IS NOT NULL, text IS NOT NULL, number IS NULL AND text IS NULL, number, "
            "number, number FROM observation WHERE stream = (SELECT id FROM stream WHERE key = ?1) AND "
            "time >= ?2 AND time < ?3 AND (flags & 4) = 0 ORDER BY time",
            {stream, from, to});
    }
    const qint64 step = std::max<qint64>(1, (to - from + most - 1) / most);
    if (rows > kManyRows || step >= kHourMs) {
        const qint64 hours = (step + kHourMs - 1) / kHourMs;
        return spans("SELECT min(first), max(last), sum(count), sum(texts), sum(missing), min(minimum), max(maximum), "
                     "sum(sum) FROM hourly WHERE stream = (SELECT id FROM stream WHERE key = ?1) AND slot >= ?2 AND "
                     "slot < ?3 AND first IS NOT NULL GROUP BY (slot - ?2) / ?4 ORDER BY 1",
                     {stream, floorDivide(from, kHourMs), floorDivide(to + kHourMs - 1, kHourMs), hours});
    }
    return spans("SELECT min(time), max(time), count(number), count(text), count(*) - count(number) - count(text), "
                 "min(number), max(number), coalesce(sum(number), 0.0) FROM observation WHERE stream = (SELECT id FROM "
                 "stream WHERE "
                 "key = ?1) AND time >= ?2 AND time < ?3 AND (flags & 4) = 0 GROUP BY (time - ?2) / ?4 ORDER BY 1",
                 {stream, from, to, step});
}

Result<ObservationSpans> ObservationQueries::hours(const QString &stream, qint64 from, qint64 to) const
{
    return spans(
        "SELECT slot * 3600000, slot * 3600000 + 3600000, count, texts, missing, minimum, maximum, sum FROM "
        "hourly WHERE stream = (SELECT id FROM stream WHERE key = ?1) AND slot >= ?2 AND slot < ?3 ORDER BY slot",
        {stream, floorDivide(from, kHourMs), floorDivide(to + kHourMs - 1, kHourMs)});
}

Result<ObservationSpans> ObservationQueries::days(const QString &stream, qint64 from, qint64 to) const
{
    return spans(
        "SELECT slot * 86400000 - 28800000, slot * 86400000 + 57600000, count, texts, missing, minimum, "
        "maximum, sum FROM daily WHERE stream = (SELECT id FROM stream WHERE key = ?1) AND slot >= ?2 AND "
        "slot < ?3 ORDER BY slot",
        {stream, floorDivide(from + kCityOffsetMs, kDayMs), floorDivide(to + kCityOffsetMs + kDayMs - 1, kDayMs)});
}

Result<std::vector<ObservationGap>> ObservationQueries::gaps(const QString &stream, qint64 from, qint64 to) const
{
    std::vector<ObservationGap> gaps;
    LOCI_CHECK(m_database->run(
        "SELECT previous, time FROM (SELECT time, lag(time) OVER (ORDER BY time) AS previous FROM observation WHERE "
        "stream = (SELECT id FROM stream WHERE key = ?1) AND time >= ?2 AND time < ?3 AND (flags & 4) = 0 AND (number "
        "IS "
        "NOT NULL OR text IS NOT NULL)) AS known WHERE (time - previous) * 2 > 5 * (SELECT nullif(cadence, 0) FROM "
        "stream WHERE "
        "key = ?1) ORDER BY time",
        {stream, from, to}, [&gaps](const Statement &row) {
            gaps.push_back({row.integer(0), row.integer(1)});
        }));
    return gaps;
}

Result<feeds::Observations> ObservationQueries::values(const QString &stream, qint64 from, qint64 to, int limit) const
{
    feeds::Observations values;
    LOCI_CHECK(
        m_database->run("SELECT time, arrival, number, text, flags FROM observation WHERE stream = (SELECT id FROM "
                        "stream WHERE key = ?1) AND time >= ?2 AND time < ?3 ORDER BY time LIMIT ?4",
                        {stream, from, to, qint64(limit)},
                        [&](const Statement &row) { values.push_back(observationOf(stream, row)); }));
    return values;
}

Result<std::optional<Observation>> ObservationQueries::valueAt(const QString &stream, qint64 moment) const
{
    std::optional<Observation> value;
    LOCI_CHECK(
        m_database->run("SELECT time, arrival, number, text, flags FROM observation WHERE stream = (SELECT id FROM "
                        "stream WHERE key = ?1) AND time <= ?2 AND (flags & 4) = 0 ORDER BY time DESC LIMIT 1",
                        {stream, moment}, [&](const Statement &row) { value = observationOf(stream, row); }));
    return value;
}

Result<qint64> ObservationQueries::count() const
{
    qint64 rows = 0;
    LOCI_CHECK(m_database->run("SELECT count(*) FROM observation", {},
                               [&rows](const Statement &row) { rows = row.integer(0); }));
    return rows;
}

} // namespace loci::storage

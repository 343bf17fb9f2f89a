// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/observationstore.h"

#include "layers/storage/feeds/observationschema.h"
#include "layers/storage/spatialitedatabase.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <xxhash.h>

namespace loci::storage {

using feeds::Observation;
using feeds::Quality;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::ObservationStore)
};

qint64 hashOf(const QString &id)
{
    if (id.isEmpty()) {
        return 0;
    }
    const QByteArray utf8 = id.toUtf8();
    return static_cast<qint64>(XXH3_64bits(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

Value numberOf(const feeds::Reading &reading)
{
    if (const double *number = std::get_if<double>(&reading)) {
        return *number;
    }
    return std::monostate();
}

Value textOf(const feeds::Reading &reading)
{
    if (const QString *text = std::get_if<QString>(&reading)) {
        return *text;
    }
    return std::monostate();
}

Result<> bindAll(Statement &statement, const std::initializer_list<Value> &values)
{
    int position = 0;
    for (const Value &value : values) {
        LOCI_CHECK(statement.bind(++position, value));
    }
    return {};
}

bool isSame(const Statement &row, const feeds::Reading &reading)
{
    if (const double *number = std::get_if<double>(&reading)) {
        return !row.isNull(0) && row.real(0) == *number;
    }
    if (const QString *text = std::get_if<QString>(&reading)) {
        return !row.isNull(1) && row.text(1) == *text;
    }
    return row.isNull(0) && row.isNull(1);
}
} // namespace

ObservationStore::ObservationStore(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
ObservationStore::~ObservationStore() = default;

Result<std::unique_ptr<ObservationStore>> ObservationStore::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite)) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("The store of observations %1 cannot be written.").arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    }
    file.close();
    LOCI_TRY(auto database, SpatiaLiteDatabase::open(path, SpatiaLiteDatabase::Mode::ReadWrite));
    return open(std::move(database), path);
}

Result<std::unique_ptr<ObservationStore>> ObservationStore::open(std::unique_ptr<Database> database,
                                                                 const QString &place)
{
    LOCI_CHECK(prepareObservations(*database, place));
    LOCI_CHECK(AlertStore::prepare(*database));
    auto store = std::unique_ptr<ObservationStore>(new ObservationStore(std::move(database)));
    LOCI_CHECK(store->prepare());
    return store;
}

Result<> ObservationStore::prepare()
{
    LOCI_TRY(m_insert,
             m_database->prepare("INSERT INTO observation (stream, time, source, arrival, number, text, flags) "
                                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING"));
    LOCI_TRY(m_find,
             m_database->prepare("SELECT number, text, flags FROM observation WHERE stream = ?1 AND time = ?2 AND "
                                 "source = ?3"));
    LOCI_TRY(m_last, m_database->prepare("UPDATE stream SET last_time = ?2, last_arrival = ?3, last_number = ?4, "
                                         "last_text = ?5, last_flags = ?6 WHERE id = ?1"));
    LOCI_TRY(m_rollups, Rollups::prepare(*m_database));
    return loadStreams();
}

Result<> ObservationStore::loadStreams()
{
    m_streams.clear();
    return m_database->run("SELECT key, id, last_time FROM stream", {}, [this](const Statement &row) {
        Known known;
        known.row = row.integer(1);
        known.last = row.isNull(2) ? std::nullopt : std::optional(row.integer(2));
        m_streams.insert(row.text(0), known);
    });
}

Result<ObservationStore::Known *> ObservationStore::known(const QString &stream)
{
    const auto found = m_streams.find(stream);
    if (found != m_streams.end()) {
        return &*found;
    }
    Known fresh;
    LOCI_CHECK(m_database->run("INSERT INTO stream (key) VALUES (?1) RETURNING id", {stream},
                               [&fresh](const Statement &row) { fresh.row = row.integer(0); }));
    return &*m_streams.insert(stream, fresh);
}

Result<> ObservationStore::describe(const feeds::StreamDescriptions &streams, int retentionDays)
{
    LOCI_TRY(Transaction transaction, Transaction::begin(*m_database));
    LOCI_TRY(
        const auto update,
        m_database->prepare(
            "UPDATE stream SET feed = coalesce(nullif(?2, ''), feed), name_en = coalesce(nullif(?3, ''), name_en), "
            "name_zh = coalesce(nullif(?4, ''), name_zh), unit = coalesce(nullif(?5, ''), unit), "
            "cadence = coalesce(nullif(CAST(?6 AS BIGINT), 0), cadence), longitude = coalesce(?7, longitude), "
            "latitude = coalesce(?8, latitude), retention_days = ?9 WHERE id = ?1"));
    for (const feeds::StreamDescription &stream : streams) {
        LOCI_TRY(const Known *row, known(stream.id));
        LOCI_CHECK(bindAll(*update, {row->row, stream.feed, stream.nameEn, stream.nameZh, stream.unit, stream.cadenceMs,
                                     std::monostate(), std::monostate(), qint64(retentionDays)}));
        if (stream.place) {
            LOCI_CHECK(update->bind(7, stream.place->longitude));
            LOCI_CHECK(update->bind(8, stream.place->latitude));
        }
        LOCI_CHECK(update->step());
        LOCI_CHECK(update->reset());
    }
    return transaction.commit();
}

Result<AppendCounts> ObservationStore::append(const feeds::Observations &observations)
{
    auto counts = appendInTransaction(observations);
    if (!counts) { // what was remembered of the batch did not happen
        m_rollups->clear();
        LOCI_CHECK(loadStreams());
    }
    return counts;
}

Result<AppendCounts> ObservationStore::appendInTransaction(const feeds::Observations &observations)
{
    AppendCounts counts;
    counts.outcomes.reserve(observations.size());
    LOCI_CHECK(m_database->verifyHome());
    LOCI_TRY(Transaction transaction, Transaction::begin(*m_database));
    for (const Observation &observation : observations) {
        LOCI_CHECK(put(observation, counts));
    }
    LOCI_CHECK(m_rollups->write());
    LOCI_CHECK(writeLast());
    LOCI_CHECK(transaction.commit());
    return counts;
}

Result<> ObservationStore::put(const Observation &observation, AppendCounts &counts)
{
    LOCI_TRY(Known * stream, known(observation.stream));
    const qint64 source = hashOf(observation.id);
    LOCI_CHECK(bindAll(*m_insert,
                       {stream->row, observation.phenomenon, source, observation.arrival, numberOf(observation.value),
                        textOf(observation.value), qint64(observation.flags.toInt())}));
    LOCI_CHECK(m_insert->step());
    const bool isNew = m_insert->changedRows() > 0;
    LOCI_CHECK(m_insert->reset());
    if (!isNew) {
        LOCI_CHECK(meetExisting(observation, stream->row, source, counts));
        return {};
    }
    ++counts.stored;
    counts.outcomes.push_back(AppendOutcome::Stored);
    if (observation.flags & Quality::Future) {
        return {};
    }
    m_rollups->add(stream->row, observation.phenomenon, observation.value);
    if (!stream->last || observation.phenomenon >= *stream->last) {
        stream->last = observation.phenomenon;
        stream->news = observation;
    }
    return {};
}

Result<> ObservationStore::meetExisting(const Observation &observation, qint64 stream, qint64 source,
                                        AppendCounts &counts)
{
    LOCI_CHECK(bindAll(*m_find, {stream, observation.phenomenon, source}));
    LOCI_TRY(const bool there, m_find->step());
    const bool same = there && isSame(*m_find, observation.value);
    LOCI_CHECK(m_find->reset());
    if (same) {
        ++counts.duplicates;
        counts.outcomes.push_back(AppendOutcome::Duplicate);
        return {};
    }
    LOCI_CHECK(m_database->run("INSERT INTO revision (stream, time, source, arrival, number, text, flags) "
                               "SELECT stream, time, source, arrival, number, text, flags FROM observation "
                               "WHERE stream = ?1 AND time = ?2 AND source = ?3",
                               {stream, observation.phenomenon, source}));
    LOCI_CHECK(
        m_database->run("UPDATE observation SET arrival = ?4, number = ?5, text = ?6, flags = ?7 "
                        "WHERE stream = ?1 AND time = ?2 AND source = ?3",
                        {stream, observation.phenomenon, source, observation.arrival, numberOf(observation.value),
                         textOf(observation.value), qint64((observation.flags | Quality::Corrected).toInt())}));
    ++counts.corrected;
    counts.outcomes.push_back(AppendOutcome::Corrected);
    m_rollups->correct(stream, observation.phenomenon);
    Known &known = m_streams[observation.stream];
    if (known.last && observation.phenomenon == *known.last) {
        known.news = observation;
        known.news->flags |= Quality::Corrected;
    }
    return {};
}

Result<> ObservationStore::writeLast()
{
    for (Known &stream : m_streams) {
        if (!stream.news) {
            continue;
        }
        const Observation &news = *stream.news;
        LOCI_CHECK(bindAll(*m_last, {stream.row, news.phenomenon, news.arrival, numberOf(news.value),
                                     textOf(news.value), qint64(news.flags.toInt())}));
        LOCI_CHECK(m_last->step());
        LOCI_CHECK(m_last->reset());
        stream.news.reset();
    }
    return {};
}

QHash<QString, qint64> ObservationStore::newest() const
{
    QHash<QString, qint64> result;
    for (auto it = m_streams.constBegin(); it != m_streams.constEnd(); ++it) {
        if (it->last) {
            result.insert(it.key(), *it->last);
        }
    }
    return result;
}

Result<qint64> ObservationStore::prune(qint64 now)
{
    LOCI_TRY(Transaction transaction, Transaction::begin(*m_database));
    std::vector<std::pair<qint64, qint64>> limits;
    LOCI_CHECK(m_database->run(
        "SELECT id, retention_days FROM stream WHERE retention_days > 0", {},
        [&limits, now](const Statement &row) { limits.emplace_back(row.integer(0), now - row.integer(1) * kDayMs); }));
    qint64 deleted = 0;
    LOCI_TRY(const auto drop, m_database->prepare("DELETE FROM observation WHERE stream = ?1 AND time < ?2"));
    for (const auto &[stream, before] : limits) {
        LOCI_CHECK(bindAll(*drop, {stream, before}));
        LOCI_CHECK(drop->step());
        deleted += drop->changedRows();
        LOCI_CHECK(drop->reset());
        LOCI_CHECK(m_database->run("DELETE FROM revision WHERE stream = ?1 AND time < ?2", {stream, before}));
    }
    LOCI_CHECK(transaction.commit());
    return deleted;
}

} // namespace loci::storage

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/observationstore.h"

#include "layers/storage/feeds/feedlease.h"
#include "layers/storage/feeds/observationschema.h"
#include "layers/storage/feeds/observationvalues.h"
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

ObservationStore::ObservationStore(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_months(*m_database)
{}
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
    LOCI_TRY(m_rows, ObservationRows::prepare(*m_database));
    LOCI_TRY(m_find,
             m_database->prepare("SELECT number, text, flags FROM observation WHERE stream = ?1 AND time = ?2 AND "
                                 "source = ?3"));
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
        m_months.forget();
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
    if (!m_desk.isEmpty()) {
        LOCI_CHECK(FeedLease::confirm(*m_database, m_desk));
    }
    LOCI_TRY(const std::vector<ObservationRow> rows, rowsOf(observations));
    LOCI_TRY(const std::vector<bool> isNew, m_rows->insert(rows));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ObservationRow &row = rows[i];
        if (isNew[i]) {
            add(row, counts);
        } else {
            LOCI_CHECK(meetExisting(*row.observation, row.stream, row.source, counts));
        }
    }
    LOCI_CHECK(m_rollups->write());
    LOCI_CHECK(writeLast());
    LOCI_CHECK(transaction.commit());
    return counts;
}

Result<std::vector<ObservationRow>> ObservationStore::rowsOf(const feeds::Observations &observations)
{
    std::vector<ObservationRow> rows;
    rows.reserve(observations.size());
    qint64 now = 0;
    for (const Observation &observation : observations) {
        LOCI_TRY(const Known *stream, known(observation.stream));
        LOCI_CHECK(m_months.ensure(observation.phenomenon));
        now = std::max(now, observation.arrival);
        rows.push_back({stream->row, hashOf(observation.id), &observation});
    }
    if (now > 0) {
        LOCI_CHECK(m_months.ensureAhead(now));
    }
    return rows;
}

void ObservationStore::add(const ObservationRow &row, AppendCounts &counts)
{
    const Observation &observation = *row.observation;
    ++counts.stored;
    counts.outcomes.push_back(AppendOutcome::Stored);
    if (observation.flags & Quality::Future) {
        return;
    }
    m_rollups->add(row.stream, observation.phenomenon, observation.value);
    Known &stream = m_streams[observation.stream];
    if (!stream.last || observation.phenomenon >= *stream.last) {
        stream.last = observation.phenomenon;
        stream.news = observation;
    }
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
    std::vector<ObservationRow> rows;
    rows.reserve(static_cast<std::size_t>(m_streams.size()));
    for (const Known &stream : std::as_const(m_streams)) {
        if (stream.news) {
            rows.push_back({stream.row, 0, &*stream.news});
        }
    }
    LOCI_CHECK(m_rows->writeLast(rows));
    for (Known &stream : m_streams) {
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
    if (!m_database->capabilities().fileBacked) {
        qint64 gone = 0;
        LOCI_CHECK(m_database->run("SELECT observation_prune(?1)", {now},
                                   [&gone](const Statement &row) { gone = row.integer(0); }));
        LOCI_CHECK(transaction.commit());
        m_months.forget();
        return gone;
    }
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

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/feeds/alertstore.h"
#include "layers/storage/feeds/observationmonths.h"
#include "layers/storage/feeds/observationrows.h"
#include "layers/storage/feeds/rollups.h"

#include <QHash>

namespace loci::storage {

enum class AppendOutcome : quint8 {
    Stored,
    Duplicate, ///< the same value of the same moment and source id: not stored again
    Corrected  ///< another value of the same: the old one is kept as a revision
};

struct AppendCounts
{
    qint64 stored = 0;
    qint64 duplicates = 0;
    qint64 corrected = 0;
    std::vector<AppendOutcome> outcomes; ///< of each observation
};

/// The writing side of observations, in a file (WAL) or on a server: one writer, readers beside it. One thread. What
/// append() took is on disk when it returns, with its hourly and daily roll-ups, or nothing of it is.
class ObservationStore
{
public:
    /// Opens or makes the file.
    static Result<std::unique_ptr<ObservationStore>> open(const QString &path);
    /// In a database that is open (on a server: one that writes the part of the observations).
    static Result<std::unique_ptr<ObservationStore>> open(std::unique_ptr<Database> database, const QString &place);
    ~ObservationStore();
    /// From now on append() refuses when another desk than this one has the lease (feedlease.h).
    void setDesk(const QString &desk) { m_desk = desk; }
    Q_DISABLE_COPY_MOVE(ObservationStore)

    /// Names, units and places of streams; keeps what is known when a new description is silent about it.
    Result<> describe(const feeds::StreamDescriptions &streams, int retentionDays = 0);
    Result<AppendCounts> append(const feeds::Observations &observations);
    /// Newest trusted time by stream, to go on after a restart.
    QHash<QString, qint64> newest() const;
    Result<> putAlerts(const feeds::Alerts &alerts) { return AlertStore::put(*m_database, alerts); }
    Result<> acknowledge(const QString &alert, const QString &person, qint64 time)
    {
        return AlertStore::acknowledge(*m_database, alert, person, time);
    }
    Result<feeds::Alerts> alerts(int limit) const { return AlertStore::read(*m_database, limit); }
    /// Deletes raw values that are older than their stream's retention; roll-ups stay. Gives how many. On a server the
    /// retention of a value counts from the end of its month, so that a month goes as a whole once no stream in it is
    /// kept longer; of a large one the number is the server's estimate.
    Result<qint64> prune(qint64 now);

private:
    struct Known
    {
        qint64 row = 0;
        std::optional<qint64> last;
        std::optional<feeds::Observation> news; // to be written at the end of a batch
    };
    explicit ObservationStore(std::unique_ptr<Database> database);
    Result<> prepare();
    Result<> loadStreams();
    Result<Known *> known(const QString &stream);
    Result<std::vector<ObservationRow>> rowsOf(const feeds::Observations &observations);
    void add(const ObservationRow &row, AppendCounts &counts);
    Result<> meetExisting(const feeds::Observation &observation, qint64 stream, qint64 source, AppendCounts &counts);
    Result<> writeLast();
    Result<AppendCounts> appendInTransaction(const feeds::Observations &observations);

    std::unique_ptr<Database> m_database;
    QString m_desk;
    ObservationMonths m_months;
    std::unique_ptr<ObservationRows> m_rows;
    std::unique_ptr<Statement> m_find;
    std::optional<Rollups> m_rollups;
    QHash<QString, Known> m_streams;
};

} // namespace loci::storage

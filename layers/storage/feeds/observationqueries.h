// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/observation.h"
#include "layers/storage/database.h"

namespace loci::storage {

struct StoredStream
{
    feeds::StreamDescription description;
    std::optional<feeds::Observation> last; ///< the newest trusted value
    int retentionDays = 0;
};

/// Values of a time span in one: a point of a chart. Count 0: nothing was measured there (draw a gap).
struct ObservationSpan
{
    qint64 from = 0; ///< time of the first and the last value in it
    qint64 to = 0;
    qint64 count = 0;
    qint64 texts = 0;
    qint64 missing = 0; ///< what the source itself gave as missing
    double minimum = 0; ///< meaningful when count > 0
    double maximum = 0;
    double sum = 0;
    double mean() const { return count > 0 ? sum / static_cast<double>(count) : 0; }
};
using ObservationSpans = std::vector<ObservationSpan>;

struct ObservationGap
{
    qint64 from = 0;
    qint64 to = 0;
};

/// The reading side, while somebody else may write. One thread for each object.
class ObservationQueries
{
public:
    static Result<ObservationQueries> open(const QString &path);
    /// In a database that is open; `place` names it in sentences.
    static Result<ObservationQueries> open(std::unique_ptr<Database> database, const QString &place);

    Result<std::vector<StoredStream>> streams() const;
    /// Those whose newest value arrived at or after `arrival`.
    Result<std::vector<StoredStream>> streamsSince(qint64 arrival) const { return streamsSince(*m_database, arrival); }
    static Result<std::vector<StoredStream>> streamsSince(Database &database, qint64 arrival);
    /// The values of [from, to), at most `points` of them: as they are when they are few, else summed; long windows
    /// come from the hourly roll-ups.
    Result<ObservationSpans> window(const QString &stream, qint64 from, qint64 to, int points) const;
    Result<ObservationSpans> hours(const QString &stream, qint64 from, qint64 to) const;
    Result<ObservationSpans> days(const QString &stream, qint64 from, qint64 to) const; ///< of the city's calendar
    /// Where more than two and a half cadences passed without a value.
    Result<std::vector<ObservationGap>> gaps(const QString &stream, qint64 from, qint64 to) const;
    Result<feeds::Observations> values(const QString &stream, qint64 from, qint64 to, int limit) const;
    /// The newest trusted value at a moment: what a replay shows.
    Result<std::optional<feeds::Observation>> valueAt(const QString &stream, qint64 moment) const;
    Result<qint64> count() const; ///< of all stored values; reads them all
    Result<> copyTo(const QString &path) const { return m_database->copyTo(path); }

private:
    explicit ObservationQueries(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
    Result<ObservationSpans> spans(Sql sql, std::initializer_list<Value> values) const;

    std::unique_ptr<Database> m_database;
};

} // namespace loci::storage

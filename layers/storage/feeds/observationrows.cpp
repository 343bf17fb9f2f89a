// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/observationrows.h"

#include "layers/storage/feeds/arraytext.h"
#include "layers/storage/feeds/observationvalues.h"

#include <array>
#include <set>

namespace loci::storage {

using feeds::Observation;

namespace {
class FileRows final : public ObservationRows
{
public:
    Result<> open(Database &database)
    {
        LOCI_TRY(m_insert,
                 database.prepare("INSERT INTO observation (stream, time, source, arrival, number, text, flags) "
                                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING"));
        LOCI_TRY(m_last, database.prepare("UPDATE stream SET last_time = ?2, last_arrival = ?3, last_number = ?4, "
                                          "last_text = ?5, last_flags = ?6 WHERE id = ?1"));
        return {};
    }

    Result<std::vector<bool>> insert(const std::vector<ObservationRow> &rows) override
    {
        std::vector<bool> isNew;
        isNew.reserve(rows.size());
        for (const ObservationRow &row : rows) {
            const Observation &one = *row.observation;
            LOCI_CHECK(bindAll(*m_insert, {row.stream, one.phenomenon, row.source, one.arrival, numberOf(one.value),
                                           textOf(one.value), qint64(one.flags.toInt())}));
            LOCI_CHECK(m_insert->step());
            isNew.push_back(m_insert->changedRows() > 0);
            LOCI_CHECK(m_insert->reset());
        }
        return isNew;
    }

    Result<> writeLast(const std::vector<ObservationRow> &rows) override
    {
        for (const ObservationRow &row : rows) {
            const Observation &one = *row.observation;
            LOCI_CHECK(bindAll(*m_last, {row.stream, one.phenomenon, one.arrival, numberOf(one.value),
                                         textOf(one.value), qint64(one.flags.toInt())}));
            LOCI_CHECK(m_last->step());
            LOCI_CHECK(m_last->reset());
        }
        return {};
    }

private:
    std::unique_ptr<Statement> m_insert;
    std::unique_ptr<Statement> m_last;
};

struct Columns
{
    ArrayText stream, time, source, arrival, number, text, flags;

    explicit Columns(const std::vector<ObservationRow> &rows)
    {
        for (const ObservationRow &row : rows) {
            const Observation &one = *row.observation;
            stream.add(row.stream);
            time.add(one.phenomenon);
            source.add(row.source);
            arrival.add(one.arrival);
            const auto *value = std::get_if<double>(&one.value);
            value ? number.add(*value) : number.addNull();
            const auto *words = std::get_if<QString>(&one.value);
            words ? text.add(*words) : text.addNull();
            flags.add(qint64(one.flags.toInt()));
        }
    }
};

class ServerRows final : public ObservationRows
{
public:
    Result<> open(Database &database)
    {
        LOCI_TRY(m_insert,
                 database.prepare(
                     "INSERT INTO observation (stream, time, source, arrival, number, text, flags) SELECT * FROM "
                     "unnest(CAST(?1 AS bigint[]), CAST(?2 AS bigint[]), CAST(?3 AS bigint[]), CAST(?4 AS bigint[]), "
                     "CAST(?5 AS double precision[]), CAST(?6 AS text[]), CAST(?7 AS bigint[])) "
                     "ON CONFLICT DO NOTHING RETURNING stream, time, source"));
        LOCI_TRY(m_last,
                 database.prepare(
                     "UPDATE stream AS s SET last_time = v.time, last_arrival = v.arrival, last_number = v.number, "
                     "last_text = v.text, last_flags = v.flags FROM unnest(CAST(?1 AS bigint[]), CAST(?2 AS bigint[]), "
                     "CAST(?3 AS bigint[]), CAST(?4 AS double precision[]), CAST(?5 AS text[]), CAST(?6 AS bigint[])) "
                     "AS v (id, time, arrival, number, text, flags) WHERE s.id = v.id"));
        return {};
    }

    Result<std::vector<bool>> insert(const std::vector<ObservationRow> &rows) override
    {
        std::vector<bool> isNew(rows.size(), false);
        if (rows.empty()) {
            return isNew;
        }
        const Columns columns(rows);
        LOCI_CHECK(bindAll(*m_insert, {columns.stream.value(), columns.time.value(), columns.source.value(),
                                       columns.arrival.value(), columns.number.value(), columns.text.value(),
                                       columns.flags.value()}));
        std::set<Key> stored;
        for (;;) {
            LOCI_TRY(const bool hasRow, m_insert->step());
            if (!hasRow) {
                break;
            }
            stored.insert({m_insert->integer(0), m_insert->integer(1), m_insert->integer(2)});
        }
        LOCI_CHECK(m_insert->reset());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            isNew[i] = stored.erase({rows[i].stream, rows[i].observation->phenomenon, rows[i].source}) > 0;
        }
        return isNew;
    }

    Result<> writeLast(const std::vector<ObservationRow> &rows) override
    {
        if (rows.empty()) {
            return {};
        }
        const Columns columns(rows);
        LOCI_CHECK(bindAll(*m_last, {columns.stream.value(), columns.time.value(), columns.arrival.value(),
                                     columns.number.value(), columns.text.value(), columns.flags.value()}));
        LOCI_CHECK(m_last->step());
        return m_last->reset();
    }

private:
    using Key = std::array<qint64, 3>;
    std::unique_ptr<Statement> m_insert;
    std::unique_ptr<Statement> m_last;
};

template <class Rows>
Result<std::unique_ptr<ObservationRows>> opened(Database &database)
{
    auto rows = std::make_unique<Rows>();
    LOCI_CHECK(rows->open(database));
    return std::unique_ptr<ObservationRows>(std::move(rows));
}
} // namespace

Result<std::unique_ptr<ObservationRows>> ObservationRows::prepare(Database &database)
{
    return database.capabilities().fileBacked ? opened<FileRows>(database) : opened<ServerRows>(database);
}

} // namespace loci::storage

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/tablecopy.h"

#include <QCoreApplication>
#include <cstring>

namespace loci::workspace {

using storage::Statement;
using storage::Value;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::TableCopy)
};

Value cell(const Statement &row, int column, char kind)
{
    if (row.isNull(column)) {
        return std::monostate();
    }
    switch (kind) {
    case 'i':
        return row.integer(column);
    case 'r':
        return row.real(column);
    case 'b':
        return row.blob(column);
    default:
        return row.text(column);
    }
}

Row rowOf(const Statement &statement, const TableSpec &table)
{
    Row row;
    const int columns = int(std::strlen(table.kinds));
    row.reserve(std::size_t(columns));
    for (int column = 0; column < columns; ++column) {
        row.push_back(cell(statement, column, table.kinds[column]));
    }
    return row;
}
} // namespace

const std::vector<TableSpec> &workspaceTables()
{
    static const std::vector<TableSpec> tables = {
        {"meta", "tt", "SELECT key, value FROM meta ORDER BY key", "INSERT INTO meta (key, value) VALUES (?1, ?2)"},
        {"documents", "tbt", "SELECT key, value, updated FROM documents ORDER BY key",
         "INSERT INTO documents (key, value, updated) VALUES (?1, ?2, ?3)"},
        {"view_state", "tb", "SELECT key, value FROM view_state ORDER BY key",
         "INSERT INTO view_state (key, value) VALUES (?1, ?2)"},
        {"history", "ittti", "SELECT id, title, time, author, undone FROM history ORDER BY id",
         "INSERT INTO history (id, title, time, author, undone) VALUES (?1, ?2, ?3, ?4, ?5)"},
        {"history_change", "itbb", "SELECT entry, key, before, after FROM history_change ORDER BY entry, key",
         "INSERT INTO history_change (entry, key, before, after) VALUES (?1, ?2, ?3, ?4)"},
        {"heritage_record", "itbi", "SELECT no, key, content, entry FROM heritage_record ORDER BY no",
         "INSERT INTO heritage_record (no, key, content, entry) VALUES (?1, ?2, ?3, ?4)"},
        {"heritage_audit", "ittt", "SELECT number, key, entry, hash FROM heritage_audit ORDER BY number",
         "INSERT INTO heritage_audit (number, key, entry, hash) VALUES (?1, ?2, ?3, ?4)"},
        {"heritage_head", "iit", "SELECT one, number, hash FROM heritage_head ORDER BY one",
         "INSERT INTO heritage_head (one, number, hash) VALUES (?1, ?2, ?3)"},
        {"indicator_value", "tttttrttiitib",
         "SELECT code, area, period, calculation, level, value, unit, quality, have, need, computed, current, "
         "provenance "
         "FROM indicator_value ORDER BY code, area, period, calculation",
         "INSERT INTO indicator_value (code, area, period, calculation, level, value, unit, quality, have, need, "
         "computed, current, provenance) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"},
    };
    return tables;
}

const TableSpec &streamTable()
{
    static const TableSpec table = {
        "stream",
        "ittttt"
        "irriiirti",
        "SELECT id, key, feed, name_en, name_zh, unit, cadence, longitude, latitude, retention_days, last_time, "
        "last_arrival, last_number, last_text, last_flags FROM stream ORDER BY id",
        "INSERT INTO stream (id, key, feed, name_en, name_zh, unit, cadence, longitude, latitude, retention_days, "
        "last_time, last_arrival, last_number, last_text, last_flags) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
        "?11, ?12, ?13, ?14, ?15)"};
    return table;
}

const std::vector<TableSpec> &observationTables()
{
    static const std::vector<TableSpec> tables = {
        {"observation", "iiiirti",
         "SELECT stream, time, source, arrival, number, text, flags FROM observation WHERE stream = ?1 ORDER BY time, "
         "source",
         "INSERT INTO observation (stream, time, source, arrival, number, text, flags) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
         "?7)"},
        {"revision", "iiiirti",
         "SELECT stream, time, source, arrival, number, text, flags FROM revision WHERE stream = ?1 ORDER BY time, "
         "source, arrival",
         "INSERT INTO revision (stream, time, source, arrival, number, text, flags) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
         "?7)"},
        {"hourly", "iiiiirrrii",
         "SELECT stream, slot, count, texts, missing, minimum, maximum, sum, first, last FROM hourly WHERE stream = ?1 "
         "ORDER BY slot",
         "INSERT INTO hourly (stream, slot, count, texts, missing, minimum, maximum, sum, first, last) VALUES (?1, ?2, "
         "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"},
        {"daily", "iiiiirrrii",
         "SELECT stream, slot, count, texts, missing, minimum, maximum, sum, first, last FROM daily WHERE stream = ?1 "
         "ORDER BY slot",
         "INSERT INTO daily (stream, slot, count, texts, missing, minimum, maximum, sum, first, last) VALUES (?1, ?2, "
         "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"},
    };
    return tables;
}

const TableSpec &alertTable()
{
    static const TableSpec table = {
        "alert", "tttittrrtiirrtiti",
        "SELECT id, feed, stream, level, headline, area, longitude, latitude, shapes, start, until, value, passed, "
        "unit, simulated, noted_by, noted_at FROM alert ORDER BY id",
        "INSERT INTO alert (id, feed, stream, level, headline, area, longitude, latitude, shapes, start, until, value, "
        "passed, unit, simulated, noted_by, noted_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
        "?14, ?15, ?16, ?17)"};
    return table;
}

Result<> eachRow(storage::Database &database, const TableSpec &table, std::initializer_list<Value> values,
                 const std::function<Result<>(Row &row)> &each)
{
    LOCI_TRY(const auto statement, database.prepare(table.select));
    int position = 0;
    for (const Value &value : values) {
        LOCI_CHECK(statement->bind(++position, value));
    }
    for (;;) {
        LOCI_TRY(const bool hasRow, statement->step());
        if (!hasRow) {
            return {};
        }
        Row row = rowOf(*statement, table);
        LOCI_CHECK(each(row));
    }
}

Result<qint64> copyTable(storage::Database &from, storage::Database &to, const TableSpec &table,
                         std::initializer_list<Value> values, const RowEdit &edit, const CancelToken &cancel)
{
    LOCI_TRY(const auto insert, to.prepare(table.insert));
    qint64 rows = 0;
    const auto write = [&](Row &row) -> Result<void> {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The move was cancelled; nothing was changed."));
        }
        if (edit) {
            LOCI_CHECK(edit(table, row));
        }
        int position = 0;
        for (const Value &value : row) {
            LOCI_CHECK(insert->bind(++position, value));
        }
        LOCI_CHECK(insert->step());
        ++rows;
        return insert->reset();
    };
    LOCI_CHECK(eachRow(from, table, values, write));
    return rows;
}

} // namespace loci::workspace

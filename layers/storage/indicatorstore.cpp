// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/indicatorstore.h"

namespace loci::storage {

namespace {

IndicatorRow rowOf(const Statement &row)
{
    IndicatorRow result;
    result.code = row.text(0);
    result.area = row.text(1);
    result.period = row.text(2);
    result.level = row.text(3);
    if (!row.isNull(4)) {
        result.value = row.real(4);
    }
    result.unit = row.text(5);
    result.quality = row.text(6);
    result.have = row.integer(7);
    result.need = row.integer(8);
    result.calculation = row.text(9);
    result.computed = QDateTime::fromString(row.text(10), Qt::ISODateWithMs);
    result.provenance = row.blob(11);
    return result;
}

Value orNull(const std::optional<double> &value)
{
    return value ? Value(*value) : Value(std::monostate());
}

Result<> execute(Statement &statement, std::initializer_list<Value> values)
{
    int position = 0;
    for (const Value &value : values) {
        LOCI_CHECK(statement.bind(++position, value));
    }
    LOCI_CHECK(statement.step());
    return statement.reset();
}

} // namespace

Result<> IndicatorStore::keep(const std::vector<IndicatorRow> &rows)
{
    LOCI_TRY(const auto step, m_database.prepare("UPDATE indicator_value SET current = 0 WHERE current = 1 "
                                                 "AND code = ?1 AND area = ?2 AND period = ?3 AND calculation <> ?4"));
    LOCI_TRY(
        const auto insert,
        m_database.prepare("INSERT INTO indicator_value (code, area, period, calculation, level, value, unit, quality, "
                           "have, need, computed, current, provenance) "
                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 1, ?12) "
                           "ON CONFLICT (code, area, period, calculation) DO UPDATE SET current = 1"));
    for (const IndicatorRow &row : rows) {
        LOCI_CHECK(execute(*step, {row.code, row.area, row.period, row.calculation}));
        LOCI_CHECK(execute(*insert, {row.code, row.area, row.period, row.calculation, row.level, orNull(row.value),
                                     row.unit, row.quality, row.have, row.need,
                                     row.computed.toUTC().toString(Qt::ISODateWithMs), row.provenance}));
    }
    return {};
}

Result<std::vector<IndicatorRow>> IndicatorStore::current(const QString &code) const
{
    std::vector<IndicatorRow> rows;
    LOCI_CHECK(m_database.run("SELECT code, area, period, level, value, unit, quality, have, need, calculation, "
                              "computed, provenance FROM indicator_value "
                              "WHERE current = 1 AND (?1 = '' OR code = ?1) ORDER BY code, area, period",
                              {code.isNull() ? QStringLiteral("") : code},
                              [&rows](const Statement &row) { rows.push_back(rowOf(row)); }));
    return rows;
}

Result<std::vector<IndicatorRow>> IndicatorStore::history(const QString &code, const QString &area,
                                                          const QString &period) const
{
    std::vector<IndicatorRow> rows;
    LOCI_CHECK(
        m_database.run("SELECT code, area, period, level, "
                       "value, unit, quality, have, need, calculation, computed, provenance FROM indicator_value "
                       "WHERE code = ?1 AND area = ?2 AND period = ?3 ORDER BY computed, current, calculation",
                       {code, area, period}, [&rows](const Statement &row) { rows.push_back(rowOf(row)); }));
    return rows;
}

} // namespace loci::storage

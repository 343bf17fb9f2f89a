// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/rollups.h"

#include "layers/storage/feeds/arraytext.h"
#include "layers/storage/feeds/observationschema.h"
#include "layers/storage/feeds/observationvalues.h"

#include <algorithm>

namespace loci::storage {

namespace {
constexpr Sql kHour = "INSERT INTO hourly (stream, slot, count, texts, missing, minimum, maximum, sum, first, last) ";
constexpr Sql kDay = "INSERT INTO daily (stream, slot, count, texts, missing, minimum, maximum, sum, first, last) ";
constexpr Sql kOne = "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
constexpr Sql kMany = "SELECT * FROM unnest(CAST(?1 AS bigint[]), CAST(?2 AS bigint[]), CAST(?3 AS bigint[]), "
                      "CAST(?4 AS bigint[]), CAST(?5 AS bigint[]), CAST(?6 AS double precision[]), "
                      "CAST(?7 AS double precision[]), CAST(?8 AS double precision[]), CAST(?9 AS bigint[]), "
                      "CAST(?10 AS bigint[]))";
constexpr Sql kToHour = R"sql(
ON CONFLICT (stream, slot) DO UPDATE SET count = hourly.count + excluded.count,
    texts = hourly.texts + excluded.texts, missing = hourly.missing + excluded.missing, sum = hourly.sum + excluded.sum,
    minimum = CASE WHEN excluded.minimum < hourly.minimum OR hourly.minimum IS NULL THEN excluded.minimum ELSE hourly.minimum END,
    maximum = CASE WHEN excluded.maximum > hourly.maximum OR hourly.maximum IS NULL THEN excluded.maximum ELSE hourly.maximum END,
    first = CASE WHEN excluded.first < hourly.first OR hourly.first IS NULL THEN excluded.first ELSE hourly.first END,
    last = CASE WHEN excluded.last > hourly.last OR hourly.last IS NULL THEN excluded.last ELSE hourly.last END
)sql";
constexpr Sql kToDay = R"sql(
ON CONFLICT (stream, slot) DO UPDATE SET count = daily.count + excluded.count,
    texts = daily.texts + excluded.texts, missing = daily.missing + excluded.missing, sum = daily.sum + excluded.sum,
    minimum = CASE WHEN excluded.minimum < daily.minimum OR daily.minimum IS NULL THEN excluded.minimum ELSE daily.minimum END,
    maximum = CASE WHEN excluded.maximum > daily.maximum OR daily.maximum IS NULL THEN excluded.maximum ELSE daily.maximum END,
    first = CASE WHEN excluded.first < daily.first OR daily.first IS NULL THEN excluded.first ELSE daily.first END,
    last = CASE WHEN excluded.last > daily.last OR daily.last IS NULL THEN excluded.last ELSE daily.last END
)sql";

consteval RenderedSql joined(std::initializer_list<Sql> parts)
{
    RenderedSql all;
    for (const Sql &part : parts) {
        for (int i = 0; i < part.size(); ++i) {
            all.text.at(std::size_t(all.size++)) = part.text()[i];
        }
    }
    return all;
}
constexpr RenderedSql kAddHour = joined({kHour, kOne, kToHour});
constexpr RenderedSql kAddDay = joined({kDay, kOne, kToDay});
constexpr RenderedSql kAddHours = joined({kHour, kMany, kToHour});
constexpr RenderedSql kAddDays = joined({kDay, kMany, kToDay});
constexpr Sql kAnewHour = R"sql(
INSERT INTO hourly (stream, slot, count, texts, missing, minimum, maximum, sum, first, last)
SELECT ?1, ?2, count(number), count(text), count(*) - count(number) - count(text), min(number), max(number),
    coalesce(sum(number), 0.0), min(CASE WHEN number IS NULL AND text IS NULL THEN NULL ELSE time END),
    max(CASE WHEN number IS NULL AND text IS NULL THEN NULL ELSE time END)
FROM observation WHERE stream = ?1 AND time >= ?3 AND time < ?4 AND (flags & 4) = 0
ON CONFLICT (stream, slot) DO UPDATE SET count = excluded.count, texts = excluded.texts, missing = excluded.missing,
    minimum = excluded.minimum, maximum = excluded.maximum, sum = excluded.sum, first = excluded.first,
    last = excluded.last
)sql";
constexpr Sql kAnewDay = R"sql(
INSERT INTO daily (stream, slot, count, texts, missing, minimum, maximum, sum, first, last)
SELECT ?1, ?2, count(number), count(text), count(*) - count(number) - count(text), min(number), max(number),
    coalesce(sum(number), 0.0), min(CASE WHEN number IS NULL AND text IS NULL THEN NULL ELSE time END),
    max(CASE WHEN number IS NULL AND text IS NULL THEN NULL ELSE time END)
FROM observation WHERE stream = ?1 AND time >= ?3 AND time < ?4 AND (flags & 4) = 0
ON CONFLICT (stream, slot) DO UPDATE SET count = excluded.count, texts = excluded.texts, missing = excluded.missing,
    minimum = excluded.minimum, maximum = excluded.maximum, sum = excluded.sum, first = excluded.first,
    last = excluded.last
)sql";

Result<> bindIntegers(Statement &statement, int position, std::initializer_list<std::optional<qint64>> values)
{
    for (const std::optional<qint64> &value : values) {
        LOCI_CHECK(value ? statement.bind(position, *value) : statement.bind(position, std::monostate()));
        ++position;
    }
    return {};
}
} // namespace

void Rollups::Sum::add(qint64 time, const feeds::Reading &value)
{
    if (feeds::isMissing(value)) {
        ++missing;
        return;
    }
    if (const double *number = std::get_if<double>(&value)) {
        minimum = count == 0 ? *number : std::min(minimum, *number);
        maximum = count == 0 ? *number : std::max(maximum, *number);
        sum += *number;
        ++count;
    } else {
        ++texts;
    }
    first = std::min(first.value_or(time), time);
    last = std::max(last.value_or(time), time);
}

Result<Rollups> Rollups::prepare(Database &database)
{
    Rollups rollups;
    rollups.m_isOneByOne = database.capabilities().fileBacked;
    LOCI_TRY(rollups.m_addHour, rollups.m_isOneByOne ? database.prepare(kAddHour) : database.prepare(kAddHours));
    LOCI_TRY(rollups.m_addDay, rollups.m_isOneByOne ? database.prepare(kAddDay) : database.prepare(kAddDays));
    LOCI_TRY(rollups.m_anewHour, database.prepare(kAnewHour));
    LOCI_TRY(rollups.m_anewDay, database.prepare(kAnewDay));
    return rollups;
}

void Rollups::add(qint64 stream, qint64 time, const feeds::Reading &value)
{
    m_hours[{stream, floorDivide(time, kHourMs)}].add(time, value);
    m_days[{stream, floorDivide(time + kCityOffsetMs, kDayMs)}].add(time, value);
}

void Rollups::correct(qint64 stream, qint64 time)
{
    m_wrongHours.insert({stream, floorDivide(time, kHourMs)});
    m_wrongDays.insert({stream, floorDivide(time + kCityOffsetMs, kDayMs)});
}

void Rollups::clear()
{
    m_hours.clear();
    m_days.clear();
    m_wrongHours.clear();
    m_wrongDays.clear();
}

Result<> Rollups::flush(Statement &statement, std::map<Slot, Sum> &sums)
{
    for (const auto &[slot, sum] : sums) {
        LOCI_CHECK(bindIntegers(statement, 1, {slot.first, slot.second, sum.count, sum.texts, sum.missing}));
        const bool any = sum.count > 0;
        LOCI_CHECK(any ? statement.bind(6, sum.minimum) : statement.bind(6, std::monostate()));
        LOCI_CHECK(any ? statement.bind(7, sum.maximum) : statement.bind(7, std::monostate()));
        LOCI_CHECK(statement.bind(8, sum.sum));
        LOCI_CHECK(bindIntegers(statement, 9, {sum.first, sum.last}));
        LOCI_CHECK(statement.step());
        LOCI_CHECK(statement.reset());
    }
    return {};
}

Result<> Rollups::flushTogether(Statement &statement, const std::map<Slot, Sum> &sums)
{
    if (sums.empty()) {
        return {};
    }
    ArrayText stream, slot, count, texts, missing, minimum, maximum, total, first, last;
    for (const auto &[key, sum] : sums) {
        stream.add(key.first);
        slot.add(key.second);
        count.add(sum.count);
        texts.add(sum.texts);
        missing.add(sum.missing);
        sum.count > 0 ? minimum.add(sum.minimum) : minimum.addNull();
        sum.count > 0 ? maximum.add(sum.maximum) : maximum.addNull();
        total.add(sum.sum);
        first.add(sum.first);
        last.add(sum.last);
    }
    LOCI_CHECK(bindAll(statement, {stream.value(), slot.value(), count.value(), texts.value(), missing.value(),
                                   minimum.value(), maximum.value(), total.value(), first.value(), last.value()}));
    LOCI_CHECK(statement.step());
    return statement.reset();
}

Result<> Rollups::sumAnew(Statement &statement, const std::set<Slot> &wrong, qint64 length, qint64 offset)
{
    for (const auto &[stream, slot] : wrong) {
        const qint64 from = slot * length - offset;
        LOCI_CHECK(bindIntegers(statement, 1, {stream, slot, from, from + length}));
        LOCI_CHECK(statement.step());
        LOCI_CHECK(statement.reset());
    }
    return {};
}

Result<> Rollups::write()
{
    LOCI_CHECK(m_isOneByOne ? flush(*m_addHour, m_hours) : flushTogether(*m_addHour, m_hours));
    LOCI_CHECK(m_isOneByOne ? flush(*m_addDay, m_days) : flushTogether(*m_addDay, m_days));
    LOCI_CHECK(sumAnew(*m_anewHour, m_wrongHours, kHourMs, 0));
    LOCI_CHECK(sumAnew(*m_anewDay, m_wrongDays, kDayMs, kCityOffsetMs));
    clear();
    return {};
}

} // namespace loci::storage

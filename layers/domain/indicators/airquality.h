// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/indicators/expression.h"
#include "layers/domain/indicators/inputs.h"

#include <QByteArray>
#include <QDate>
#include <array>
#include <map>
#include <vector>

namespace loci::indicators {

/// One straight piece of a breakpoint table: concentrations `from` to `to` give indices `low` to `high`.
struct AqiSegment
{
    double from = 0, to = 0, low = 0, high = 0;
};

/// Breakpoints of one pollutant and averaging time.
struct AqiTable
{
    enum class Beyond {
        Extend, ///< the last line goes on
        Last,   ///< the last index
        None    ///< has no index there; another averaging time speaks
    };
    QString unit;
    int decimals = 0; ///< of the concentration before the table is read
    std::vector<AqiSegment> segments;
    Beyond beyond = Beyond::Last;
};

/// Which average of which pollutant goes into a report.
struct AqiInput
{
    enum class Statistic { Hour, Moving24, Moving8, DayMean, DayMax1, DayMax8 };
    QString pollutant;
    Statistic statistic = Statistic::Hour;
    QString table;
};

struct AqiClass
{
    int upTo = 0;
    QString zh, en;
    std::array<int, 3> rgb{};
};

/// One version of a national rule, in force between two dates.
struct AqiVersion
{
    QString id, family, source, note;
    QDate from, until;      ///< both included; an invalid `until`: still in force
    bool halfToEven = true; ///< concentrations; else cut off
    bool roundUp = true;    ///< indices; else to the nearest
    std::map<QString, AqiTable> tables;
    std::vector<AqiInput> daily, hourly;
    int hoursForDay = 20, hoursFor8 = 6;
    int first8HourEnd = 7; ///< index of the first hour of a day whose 8-hour mean counts for that day
    std::optional<int> publishAboveIfMissing; ///< a pollutant is missing: an index only above this
    std::vector<AqiClass> classes;

    const AqiClass *classOf(int index) const;
};

class AirQualityRules
{
public:
    /// resources/rules/airquality.json
    static Result<AirQualityRules> fromJson(const QByteArray &json);
    const std::vector<AqiVersion> &versions() const { return m_versions; }
    const AqiVersion *version(const QString &id) const;
    /// The version of a family ("CN", "US") in force on that day; null when there was none.
    const AqiVersion *inForce(const QString &family, QDate day) const;

private:
    std::vector<AqiVersion> m_versions;
};

struct AqiPart
{
    QString pollutant;
    Quantity concentration; ///< averaged, rounded as the rule says, in the table's unit
    std::optional<int> index;
    bool beyond = false; ///< above the last row
};

struct AqiResult
{
    std::optional<int> index;
    QStringList primary; ///< with an index above 50
    std::vector<AqiPart> parts;
    QStringList missing;
    bool withheld = false; ///< computed, but not to be published because a pollutant is missing
};

/// The index of one concentration; the concentration is rounded first.
AqiPart individualIndex(const AqiVersion &version, const QString &table, Quantity concentration);
/// Concentrations in the order of `inputs`, unknown where missing.
AqiResult overallIndex(const AqiVersion &version, const std::vector<AqiInput> &inputs,
                       const std::vector<Quantity> &concentrations);

/// Hourly values of the pollutants of one station, on one clock.
struct AirSeries
{
    QDateTime start; ///< a full hour; the first day begins at the next midnight, or here when it is midnight
    std::map<QString, std::vector<double>> values; ///< pollutant -> hours, NaN is a gap; in the unit beside it
    std::map<QString, QString> units;
    std::size_t hours() const;
};

/// One result an hour, or a day. A gap gives a result without an index, never a zero.
Result<std::vector<AqiResult>> hourlyIndices(const AqiVersion &version, const AirSeries &series);
Result<std::vector<AqiResult>> dailyIndices(const AqiVersion &version, const AirSeries &series);

/// PM NowCast of US EPA: most recent hour first, 12 of them; unknown unless two of the last three are there.
Quantity nowCast(const std::array<Quantity, 12> &hours);

} // namespace loci::indicators

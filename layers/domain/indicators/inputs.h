// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/areas.h"

#include <QDateTime>
#include <functional>
#include <map>
#include <variant>
#include <vector>

namespace loci::indicators {

/// A field of a row: nothing, a number or a text.
using Field = std::variant<std::monostate, double, QString>;

/// One row of a table or one object of a city model, while it is read.
class Row
{
public:
    virtual ~Row() = default;
    virtual QString id() const = 0; ///< what a person finds it by: row number, object id
    virtual Field field(const QString &name) const = 0;
    virtual Quantity area() const = 0;             ///< square metres
    virtual Quantity length() const = 0;           ///< metres
    virtual std::optional<Vec2> place() const = 0; ///< in the reference system of the areas
};

/// Whether a row meets all of them.
bool passes(const std::vector<Condition> &conditions, const Row &row);

/// What the rows of one area and period come to.
struct Aggregate
{
    int rows = 0;    ///< that passed the conditions
    int unknown = 0; ///< of these, without the value
    double sum = 0;
    double least = 0, most = 0;
    QStringList ids;        ///< of the rows, at most kKeptRows
    QStringList unknownIds; ///< of those without the value
    static constexpr int kKeptRows = 200;
};

/// All numbers of one input, ready for the calculation.
struct InputData
{
    QString source;                                      ///< for people: file and layer, model, stream
    QString version;                                     ///< hash or time of the source: part of the provenance
    int level = 0;                                       ///< of the areas below
    std::map<QString, std::map<int, Aggregate>> periods; ///< period ("" holds for all) -> area -> aggregate
    int unplaced = 0;                                    ///< rows that lie in no area: told, never spread
    bool coversAll = true;                               ///< an area without a row has none; false: nobody looked there
    Findings findings;
};

/// Turns rows into aggregates by the rules of a binding. Feed it with add(), then take().
class InputCollector
{
public:
    InputCollector(const Binding &binding, const AreaTree &areas, int level);
    void add(const Row &row);
    InputData take(QString source, QString version);

private:
    int areaOf(const Row &row) const;
    Quantity valueOf(const Row &row) const;

    const Binding &m_binding;
    const AreaTree &m_areas;
    int m_level;
    InputData m_data;
};

/// The number that aggregates give; unknown when rows lack the value beyond what the binding allows, or when no row is
/// there and that does not mean zero. `have`/`need` count rows.
struct InputValue
{
    Quantity value;
    int rows = 0, unknown = 0;
};
InputValue valueOf(const Binding &binding, const Aggregate &aggregate);
Aggregate merged(const Aggregate &a, const Aggregate &b);

/// Values of one stream at equal steps. A gap is NaN, never a zero.
struct HourlySeries
{
    QString id, unit;
    QDateTime start; ///< of the first step; the clock of the place, so that days are natural days
    std::vector<double> values;
    int stepHours = 1;
    std::vector<double> hourly(qint64 from, qint64 count) const; ///< padded with NaN
};

/// How a live stream stands at a moment: what a tile shows beside its number.
struct StreamNow
{
    Quantity value; ///< the last good one; unknown when there was none, or no number
    QString unit;
    QString nameEn, nameZh;
    QDateTime time;         ///< UTC; of the value
    QString state;          ///< "live", "late", "stale", "broken", "paused", "waiting": stable, never translated
    QString stateName, age; ///< translated: "late", "12 s"
    bool simulated = false; ///< invented, to be told wherever it is shown
};

/// Where measured values come from; the live store and files of the past are two of it.
class ObservationSource
{
public:
    virtual ~ObservationSource() = default;
    virtual QStringList streams() const = 0;
    virtual Result<HourlySeries> hourly(const QString &stream) const = 0;
    virtual QString version() const = 0; ///< changes when a value does
    /// Of a live stream; nothing for files of the past.
    virtual std::optional<StreamNow> at(const QString &stream, const QDateTime &moment) const
    {
        Q_UNUSED(stream)
        Q_UNUSED(moment)
        return std::nullopt;
    }
};

/// Whether a binding to streams (see below) means this one.
bool namesStream(const QString &source, const QString &stream);

/// The steps of the streams named by a binding, as aggregates by period: source "PM2.5" takes every station's, "Dongsi/
/// PM2.5" that one, "sample/pm25-*" all that begin so; periodField "year", "month" or "day" says the periods; a gap is
/// a row without the value. `areaOfStation` gives -1 for a station that lies in no area.
Result<InputData> streamInput(const Binding &binding, const QString &unit, const ObservationSource &source, int level,
                              const std::function<int(const QString &station)> &areaOfStation);

/// Reads an input for all areas. Implementations live above, where files and models are known.
class InputReader
{
public:
    virtual ~InputReader() = default;
    virtual Result<InputData> read(const Input &input, const AreaTree &areas, int level) = 0;
};

} // namespace loci::indicators

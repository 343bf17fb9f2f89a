// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/domain/indicators/accessibility.h"
#include "layers/domain/indicators/expression.h"
#include "layers/domain/indicators/target.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

namespace loci::indicators {

/// A text in both languages of the program.
struct Words
{
    QString zh, en;
    QString in(const QString &language) const; ///< "zh_CN", "en"; the other one when it is missing
};

/// How a value of a larger area comes from those of its parts.
enum class RollUp {
    Recompute,    ///< inputs are summed, the formula is applied to the sums: rates, shares, densities
    Sum,          ///< counts and amounts only; refused for a rate
    WeightedMean, ///< of the parts' values, by the input named as weight
    Mean,
    Max,
    Min,
    None ///< the value belongs to its own level only
};

enum class Direction { HigherIsBetter, LowerIsBetter, Band };

/// One condition on a row; all conditions of an input must hold. A row without the field never passes.
struct Condition
{
    QString field;
    QStringList in;           ///< one of these texts; empty: no such condition
    Quantity atLeast, atMost; ///< numbers
};

/// Services that the people of a table's rows reach: gives the rows a field "@access" (domain.md 4.9, 2SFCA).
struct Reach
{
    QString source; ///< table of the services; empty: no such thing
    double metres = 0;
    QString supplyField; ///< how much each offers: a field, "@area", or empty for one each
    QString demandField; ///< people of a row
    Decay decay = Decay::Gaussian;
    std::vector<Condition> where = {}; ///< on the services
};

/// Where the numbers of an input come from, and how rows become one number for each area.
struct Binding
{
    enum class Kind { None, Table, CityModel, Stream, Indicator };
    enum class Measure { Count, Sum, Mean, Max, Min, Area, Length };
    Kind kind = Kind::None;
    QString source; ///< stored path of a table, id of a city model (* is the first) or stream, code of an indicator
    QString layer;  ///< of a file with several; empty: the first
    Measure measure = Measure::Count;
    QString field; ///< for sum, mean, max, min
    std::vector<Condition> where;
    QString areaField;               ///< holds the code of the area; empty: by place
    QString periodField;             ///< holds "2026"; empty: the rows hold for every period
    double rowsNeeded = 1;           ///< share of rows that must have the field
    std::optional<bool> emptyIsZero; ///< what no row at all means; not said: zero for count, area and length
    QString nearSource;              ///< only rows within `nearMetres` of a feature of this table
    double nearMetres = 0;
    Reach reach;
    std::vector<Condition> nearWhere; ///< conditions on those features

    bool noRowIsZero() const
    {
        return emptyIsZero.value_or(measure == Measure::Count || measure == Measure::Area ||
                                    measure == Measure::Length);
    }
};

struct Input
{
    QString name; ///< as the formula says it
    Words title;
    QString unit;
    Binding from;
};

/// An indicator as data (domain.md 4.1). Made by fromJson() only, so that formula, units and rules are checked.
struct Definition
{
    QString code, framework, version;
    Words name, theme, text, department;
    Expression formula;
    std::vector<Input> inputs;
    QString unit;
    int decimals = 1;
    Direction direction = Direction::HigherIsBetter;
    Quantity bandLow, bandHigh, validLow, validHigh;
    QString level;   ///< smallest area it is computed for
    QString cadence; ///< ISO 8601: P1Y, P1M, P1D, PT1H
    RollUp rollUp = RollUp::Recompute;
    QString weight;            ///< input, for WeightedMean
    double coverageNeeded = 0; ///< share of the parts that must be known for a larger area to have a value
    QString standard, clause, source;
    QString confirm; ///< what is to be confirmed before official use; empty: nothing
    TargetPlan targets;
    QJsonObject json; ///< as it was read: what is stored and hashed

    /// Fails with one sentence when it cannot be used.
    static Result<Definition> fromJson(const QJsonObject &json);
    const Input *input(const QString &name) const;
    QStringList indicatorInputs() const; ///< codes
    bool isBound() const;                ///< every input has a source
};

QString toText(RollUp rule); ///< as in JSON: "recompute", "sum", ...
QJsonObject toJson(const Words &words);
Words wordsFrom(const QJsonValue &json); ///< an object {zh, en}, or one text for both

/// Definitions of a pack: {"framework", "title", "source", "indicators": [...]}. Unusable ones become findings.
Loaded<std::vector<Definition>> readPack(const QByteArray &json, const QString &name);

} // namespace loci::indicators

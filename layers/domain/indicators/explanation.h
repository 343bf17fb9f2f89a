// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/indicators/calculation.h"

#include <QJsonObject>
#include <QLocale>

namespace loci::indicators {

/// One step of the way from a number down to the rows it was counted from.
struct Explanation
{
    enum class Kind { Value, Input, Part, Rows };
    Kind kind = Kind::Value;
    QString title;  ///< translated or a name from the data
    QString detail; ///< formula with its numbers, source, or why it is unknown
    Quantity value;
    QString unit;
    QString coverage; ///< translated
    QString area;     ///< code, for showing it on the map
    QString calculation;
    QStringList rows; ///< ids
    std::vector<Explanation> children;
};

/// The tree below one value: its parts or its inputs, down to rows. Empty when there is no such value.
std::optional<Explanation> explain(const Results &results, const QString &code, int area, const QString &period,
                                   const QString &language, int depth = 6);
QJsonObject toJson(const Explanation &explanation);
QString toText(const Explanation &explanation); ///< indented lines

/// The number as it is shown: decimals of the definition; "unknown" translated when there is none.
QString shownNumber(const Definition &definition, const Quantity &value, const QLocale &locale);

} // namespace loci::indicators

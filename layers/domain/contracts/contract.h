// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/indicators/definition.h"

#include <QJsonObject>
#include <optional>
#include <vector>

/// Delivery contracts as data: what a department promises about a table that it hands over.
namespace loci::contracts {

using indicators::Words;

enum class FieldType { Text, Integer, Number, Date, Time, Boolean };
QString toText(FieldType type); ///< as in JSON: "text", "integer" ...

enum class Shape { None, Point, Line, Polygon, Any };
QString toText(Shape shape);

/// One field. A file may write its unit behind the name ("height [m]"); another unit than the agreed one is a breach.
struct Field
{
    QString name;
    Words title;
    FieldType type = FieldType::Text;
    QString unit;          ///< UDUNITS; empty: none
    bool required = false; ///< no row without it
    double complete = 0;   ///< share of rows that must have it, 0 to 1
    std::optional<double> least, most;
    QStringList values; ///< the only ones allowed; empty: any
    QString pattern;    ///< regular expression of the whole value; empty: any
};

/// Read from JSON only, so that it makes sense as a whole. At most 1000 fields and 100 keys.
struct Contract
{
    QString id, version;
    Words title, department; ///< who delivers
    QString table;           ///< of a file that holds several; empty: the first
    Shape shape = Shape::None;
    QString crs;                ///< "EPSG:4548"; needed where there is a shape
    std::optional<Box3> extent; ///< in `crs`; shapes lie inside
    QString xField, yField;     ///< of text files: where the point stands
    std::vector<Field> fields;
    std::vector<QStringList> keys; ///< each names rows: no two are the same in these fields, and none is missing
    qint64 rowsLeast = 0;
    std::optional<qint64> rowsMost;
    bool moreFields = true; ///< others than the agreed ones may come along; they are not loaded

    const Field *field(const QString &name) const;
    QJsonObject toJson() const;
    /// One sentence when it is no contract; members that nobody knows are findings.
    static Result<Loaded<Contract>> read(const QByteArray &text);
    static Result<Loaded<Contract>> fromJson(const QJsonObject &json);
};

} // namespace loci::contracts

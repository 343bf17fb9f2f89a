// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace loci::formats {

enum class BundleShape { None, Point, Line, Area };

struct BundleColumn
{
    QByteArray name;
    QString path; ///< in the item of the row (recordmerge.h); empty: not a field of the record
    bool isNumber = false;
};

/// A layer or table of a bundle: what people in the field see and edit of records.
struct BundleTable
{
    QByteArray name;
    QString member; ///< of the record; empty: the record itself
    BundleShape shape = BundleShape::None;
    bool isOfZones = false;
    std::vector<BundleColumn> columns;
    int column(const QByteArray &columnName) const; ///< -1: none
};
const std::vector<BundleTable> &bundleTables();

/// A row as text: a null string is "not there". `number` is the item's place in its record when the bundle was made;
/// empty for a row that was added since.
struct BundleRow
{
    QString owner, number;
    QStringList values;
    QString wkt; ///< WGS 84, as bundleShapeOf() writes it
};

/// The rows of a record in a table; none when it belongs into another one.
std::vector<BundleRow> bundleRowsOf(const BundleTable &table, const QJsonObject &document);

/// The record with what differs in the rows that were found from those that were written; `newId` names added items.
QJsonObject withBundleRows(const BundleTable &table, const QJsonObject &document, const std::vector<BundleRow> &found,
                           const std::function<QString(const BundleRow &)> &newId);

/// A shape in WGS 84 as one of the layers can hold it: several of one kind; empty when it cannot.
QString bundleShapeOf(const QString &wkt, int crs);

} // namespace loci::formats

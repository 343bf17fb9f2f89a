// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>

namespace loci::map {

/// Where the coordinates of a text table stand, found from the header and the first rows.
struct TableGuess
{
    QString encoding = QStringLiteral("UTF-8");
    QChar delimiter = QLatin1Char(',');
    QStringList columns;
    QString xColumn, yColumn; ///< empty when there is a WKT column, or no coordinates at all
    QString wktColumn;
    bool degrees = false; ///< longitude and latitude (WGS 84); otherwise the CRS is not stated
    bool decimalComma = false;
    bool hasCoordinates() const { return !wktColumn.isEmpty() || !xColumn.isEmpty(); }
};

/// Encoding of text bytes: "UTF-8" (also plain ASCII), "GB18030", else "windows-1252".
QString guessEncoding(const QByteArray &sample);
/// The encoding a dBase table beside a shapefile needs when no .cpg states one; empty: leave it to the driver.
std::optional<QString> guessDbfEncoding(const QString &shapefile);

/// Looks at the first 256 KiB. Columns: lon/lat, longitude/latitude, x/y, easting/northing, 经度/纬度, WKT, ...
Result<TableGuess> guessTable(const QString &path);
TableGuess guessTable(const QByteArray &sample);
/// The delimitedtext URI for it.
QString tableUri(const QString &path, const TableGuess &guess, const QString &crs);

} // namespace loci::map

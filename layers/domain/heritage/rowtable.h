// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace loci::heritage {

/// A table as it was read from a file, whatever the file was: texts in columns, and a shape for each row where the file
/// has shapes. A null text is "nothing there"; an empty one was written so.
struct RowTable
{
    struct Row
    {
        qint64 number = 0;           ///< 1 is the first one after the header
        std::vector<QString> values; ///< as many as there are columns
        QByteArray wkb;              ///< in `crs`; empty: none
    };
    QStringList columns; ///< every name once
    std::vector<Row> rows;
    QString format;     ///< "CSV", "XLSX", "GeoJSON", ...
    QString layer;      ///< sheet, layer or resource model that was read
    QStringList layers; ///< all that the file has
    QString encoding;   ///< as it is shown: "UTF-8 with BOM", "GB18030", "Latin-1 (Windows-1252)"
    QString delimiter;  ///< of text files
    QString crs;        ///< "EPSG:2154", or WKT when it has no code; empty: not stated

    int column(const QString &name) const { return static_cast<int>(columns.indexOf(name)); }
    /// Null when the column is -1.
    QString value(const Row &row, int column) const
    {
        return column < 0 || static_cast<std::size_t>(column) >= row.values.size()
                   ? QString()
                   : row.values[static_cast<std::size_t>(column)];
    }
};

/// Where a row lies, in WGS 84, and what the file said.
struct RowPlace
{
    QString wkt;         ///< longitude, latitude; empty: none
    QString original;    ///< WKT as it was in the file, when it was converted
    QString originalCrs; ///< "GCJ-02", "EPSG:2154"
    QString field;       ///< of the problem
    QString problem;     ///< translated; why there is no shape although the row states one
};

} // namespace loci::heritage

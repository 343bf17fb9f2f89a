// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>

namespace loci::test {

/// What the README of the shared data measured of one model.
struct ReadmeCounts
{
    std::optional<int> objects;   ///< CityJSON: of all city objects
    QMap<QString, int> types;     ///< city objects by type, by our names
    QMap<QString, int> semantics; ///< thematic surfaces by type
};

/// By path below the shared data, for every row that states counts. Empty when there is no README.
QMap<QString, ReadmeCounts> readmeCounts();

/// Every city model below the three folders of the shared data, by the listing of the folders; paths below the shared
/// data. A tileset stands for its tiles, an extension's schema is no model.
QStringList everySharedModel();

} // namespace loci::test

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/domain/indicators/inputs.h"

#include <functional>

namespace loci::map {

/// A layer of a file that GDAL reads: GeoPackage, GeoJSON, Shapefile, CSV ...
struct TableSource
{
    QString path;  ///< absolute
    QString layer; ///< empty: the first
};

/// Keeps only rows within `metres` of a feature of `source`.
struct NearTo
{
    TableSource source;
    double metres = 0;
    std::vector<indicators::Condition> where = {}; ///< on those features
};

/// Hands over the rows of a table. Areas in m², lengths in m; measured on an equal-area plane where the table is in
/// degrees. Places are given in `crs` ("EPSG:4548"), or in the table's own system when that is empty or the table has
/// none. Any thread. Fails with one sentence when the table cannot be read.
Result<> eachTableRow(const TableSource &source, const QString &crs, const NearTo &near,
                      const std::function<void(const indicators::Row &)> &row, const CancelToken &cancel = {});

/// Places of one reference system in another ("EPSG:7415"); unchanged when one is empty or unknown, or they are equal.
std::function<Vec2(Vec2)> placer(const QString &from, const QString &to);

/// Areas from map layers: {"city": {"code", "name"}, "levels": [{"id", "name", "path", "code", "nameZh", "nameEn",
/// "parent"}]}, fine to coarse; code, names and parent are fields. `absolute` resolves the stored paths.
Result<std::shared_ptr<indicators::AreaTree>> readAreas(const QJsonObject &areas,
                                                        const std::function<QString(const QString &)> &absolute,
                                                        const CancelToken &cancel = {});

} // namespace loci::map

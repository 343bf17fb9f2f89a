// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/domain/heritage/zone.h"
#include "layers/storage/database.h"
#include "layers/storage/heritage/assetquery.h"

#include <functional>

namespace loci::storage::heritage {

/// What the derived tables hold for one asset.
struct AssetIndexRow
{
    AssetRow row;
    QString names, pinyin, body;
    std::optional<GeoBox> box;
};

/// Writes the derived tables from the records, inside the caller's transaction.
class Indexer
{
public:
    explicit Indexer(Database &database) : m_database(database) {}

    /// What the tables ought to hold for a record; the number of zones is read from the database.
    Result<AssetIndexRow> assetRow(const loci::heritage::Asset &asset) const;
    Result<AssetIndexRow> putAsset(qint64 no, const loci::heritage::Asset &asset) const;
    Result<> removeAsset(qint64 no) const;

    /// Ids of assets that the zone names, before and after, get their number of zones anew.
    Result<QStringList> putZone(qint64 no, const loci::heritage::Zone &zone) const;
    Result<QStringList> removeZone(qint64 no) const;

    Result<> putMedium(qint64 no, const QByteArray &json) const;
    Result<> removeMedium(qint64 no) const;

    /// The box in WGS 84 degrees; nullopt for what is no shape or in a system that is not known.
    std::optional<GeoBox> boxOf(const QString &wkt, int crs) const;

private:
    std::optional<GeoBox> transformed(const QString &wkt, int crs) const;

    Database &m_database;
};

} // namespace loci::storage::heritage

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/heritage/facetindex.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/heritage/indexer.h"

#include <QHash>

namespace loci::storage::heritage {

class HeritageStore::Private
{
public:
    explicit Private(Database &used) : database(used), indexer(used) {}

    Result<qint64> noOf(const QString &key) const; ///< 0: absent
    Result<> writeRecord(const QString &key, const std::optional<QByteArray> &content, qint64 entry, qint64 &no) const;
    Result<> index(const QString &key, qint64 no, const std::optional<QByteArray> &content);
    Result<> indexAsset(qint64 no, const QByteArray &content);
    Result<> recount(const QStringList &assets);

    Result<> ready();
    /// Positions in the facet index that the text, ids and box of a query leave; empty: all.
    Result<FacetIndex::Marks> narrowed(const AssetQuery &query);
    Result<std::vector<qint64>> ordered(const AssetQuery &query);
    Result<const std::vector<int> *> ranks(SortBy sort); ///< stays until the next change
    Result<std::vector<qint64>> found(const QString &expression) const;
    Result<bool> covers(const loci::heritage::ZoneVersion &version, double longitude, double latitude) const;

    Database &database;
    Indexer indexer;
    FacetIndex facets;
    QHash<int, std::vector<int>> rankings; ///< by SortBy: rank of each position
};

} // namespace loci::storage::heritage

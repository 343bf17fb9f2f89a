// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/heritage/assetquery.h"
#include "widgets/heritage/heritagedesk.h"

#include <QAbstractListModel>
#include <QHash>
#include <QTimer>

namespace loci::widgets {

/// The records that a search finds, as a list of any length: rows are asked for by pages when they are shown, and only
/// the last few pages are kept.
class AssetListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int kPage = 100;

    explicit AssetListModel(HeritageDesk &desk, QObject *parent = nullptr);
    void setQuery(const storage::heritage::AssetQuery &query) { m_query = query; } ///< refresh() asks
    void refresh(); ///< asks anew; the first page is read at once
    const storage::heritage::AssetQuery &query() const { return m_query; }
    qint64 total() const { return m_total; }
    const storage::heritage::AssetRow *row(int row) const; ///< null: outside, or it cannot be read
    int rowOf(const QString &id) const;                    ///< among the pages that are kept; -1: not there
    int keptPages() const { return static_cast<int>(m_pages.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const storage::heritage::AssetPage *page(int number) const;

    HeritageDesk &m_desk;
    storage::heritage::AssetQuery m_query;
    qint64 m_total = 0;
    mutable QHash<int, storage::heritage::AssetPage> m_pages;
    mutable QList<int> m_order; ///< of use, oldest first
};

} // namespace loci::widgets

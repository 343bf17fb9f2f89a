// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/heritage/assetquery.h"
#include "widgets/heritage/heritagewords.h"

#include <QWidget>

class QVBoxLayout;

namespace loci::widgets {

/// The facets of a search as chips with counts; a click narrows, another one widens again. Values that nobody has are
/// left out, many are folded behind "more".
class FacetBar final : public QWidget
{
    Q_OBJECT
public:
    FacetBar(const HeritageDesk &desk, QWidget *parent = nullptr);
    void setCounts(const storage::heritage::FacetCounts &counts, const storage::heritage::AssetQuery &query);
    /// The chip of a value; null when it is not shown.
    QWidget *chip(storage::heritage::Facet facet, const QString &value) const;

signals:
    void toggled(loci::storage::heritage::Facet facet, const QString &value);

private:
    std::vector<storage::heritage::Facet> shownFacets() const;
    void addFacet(QVBoxLayout &column, storage::heritage::Facet facet,
                  std::vector<storage::heritage::FacetValue> values, const QStringList &chosen);
    void order(storage::heritage::Facet facet, std::vector<storage::heritage::FacetValue> &values) const;
    void rebuild();

    const HeritageDesk &m_desk;
    storage::heritage::FacetCounts m_counts;
    storage::heritage::AssetQuery m_query;
    QSet<int> m_unfolded;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_column;
};

} // namespace loci::widgets

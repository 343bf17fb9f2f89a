// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/compare.h"

#include <QAbstractTableModel>
#include <memory>

namespace loci::widgets {

/// What an object of a comparison is shown as.
enum class ChangeKind { Added, Removed, Geometry, Attributes };

/// The differences between two versions as rows: what happened, to which object, and what exactly.
class CompareModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Change, Object, What, ColumnCount };
    enum Role { RowRole = Qt::UserRole }; ///< index into the comparison's differences
    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(city::CityModelPtr before, city::CityModelPtr after,
                       std::shared_ptr<const city::Comparison> comparison);
    /// Shows only one kind of change; empty: all.
    void setFilter(std::optional<ChangeKind> kind);
    const city::Comparison *comparison() const { return m_comparison.get(); }
    const city::ObjectDifference &difference(int row) const;
    void retranslate();

    static ChangeKind kindOf(const city::ObjectDifference &difference); ///< a changed shape comes before attributes
    static QColor colourOf(ChangeKind kind);
    static QString wordOf(ChangeKind kind);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString detailOf(const city::ObjectDifference &difference) const;
    void fillRows();

    city::CityModelPtr m_before, m_after;
    std::shared_ptr<const city::Comparison> m_comparison;
    std::optional<ChangeKind> m_filter;
    std::vector<std::uint32_t> m_rows;
};

} // namespace loci::widgets

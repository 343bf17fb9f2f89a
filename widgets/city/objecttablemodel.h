// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/objecttable.h"

#include <QAbstractTableModel>
#include <memory>
#include <vector>

namespace loci::widgets {

/// Rows of an ObjectTable as a view shows them; which and in which order is decided outside.
class ObjectTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { ObjectRole = Qt::UserRole, IsMissingRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::shared_ptr<const city::ObjectTable> table, std::vector<std::uint32_t> rows);
    const std::shared_ptr<const city::ObjectTable> &table() const { return m_table; }
    const std::vector<std::uint32_t> &rows() const { return m_rows; }
    int rowOf(city::ObjectIndex object) const; ///< -1 when filtered out
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Heading of a column for a person; attributes keep their own name.
    static QString heading(const city::ObjectTable &table, int column);

private:
    std::shared_ptr<const city::ObjectTable> m_table;
    std::vector<std::uint32_t> m_rows;
    mutable std::vector<int> m_rowOf; ///< made when first asked
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/city/objecttablemodel.h"

#include "widgets/city/detailscard.h"
#include "widgets/common/tokens.h"

#include <QLocale>

namespace loci::widgets {

void ObjectTableModel::setRows(std::shared_ptr<const city::ObjectTable> table, std::vector<std::uint32_t> rows)
{
    beginResetModel();
    m_table = std::move(table);
    m_rows = std::move(rows);
    m_rowOf.clear();
    endResetModel();
}

void ObjectTableModel::retranslate()
{
    if (columnCount() > 0) {
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

int ObjectTableModel::rowOf(city::ObjectIndex object) const
{
    if (!m_table || object >= m_table->rowCount()) {
        return -1;
    }
    if (m_rowOf.empty()) {
        m_rowOf.assign(m_table->rowCount(), -1);
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            m_rowOf[m_rows[i]] = static_cast<int>(i);
        }
    }
    return m_rowOf[object];
}

int ObjectTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ObjectTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_table ? 0 : m_table->columnCount();
}

QVariant ObjectTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_table || index.row() >= static_cast<int>(m_rows.size())) {
        return {};
    }
    const std::uint32_t object = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case ObjectRole:
        return object;
    case Qt::TextAlignmentRole:
        return int((m_table->isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IsMissingRole:
        return !m_table->value(object, index.column()).isValid();
    case Qt::ForegroundRole:
        return m_table->value(object, index.column()).isValid() ? QVariant() : QVariant(tokens().textFaint);
    case Qt::DisplayRole: {
        const QVariant value = m_table->value(object, index.column());
        if (!value.isValid()) {
            return QStringLiteral("–");
        }
        const bool metres =
            index.column() == city::ObjectTable::Height || index.column() == city::ObjectTable::LowestPoint;
        return metres ? QLocale().toString(value.toDouble(), 'f', 2) : readableValue(value);
    }
    case Qt::ToolTipRole: {
        const QVariant value = m_table->value(object, index.column());
        return value.isValid() ? value.toString() : tr("No value");
    }
    default:
        return {};
    }
}

QString ObjectTableModel::heading(const city::ObjectTable &table, int column)
{
    switch (column) {
    case city::ObjectTable::Id:
        return tr("Id");
    case city::ObjectTable::Type:
        return tr("Type");
    case city::ObjectTable::Parent:
        return tr("Part of");
    case city::ObjectTable::Lods:
        return tr("LoDs");
    case city::ObjectTable::LowestPoint:
        return tr("Lowest point (m)");
    case city::ObjectTable::Height:
        return tr("Height (m)");
    default:
        return table.name(column);
    }
}

QVariant ObjectTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_table || section < 0 || section >= columnCount()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return heading(*m_table, section);
    case Qt::ToolTipRole:
        return tr("In expressions: \"%1\"").arg(m_table->name(section));
    case Qt::TextAlignmentRole:
        return int((m_table->isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace loci::widgets

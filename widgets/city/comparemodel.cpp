// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/city/comparemodel.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

namespace loci::widgets {

void CompareModel::setComparison(city::CityModelPtr before, city::CityModelPtr after,
                                 std::shared_ptr<const city::Comparison> comparison)
{
    beginResetModel();
    m_before = std::move(before);
    m_after = std::move(after);
    m_comparison = std::move(comparison);
    fillRows();
    endResetModel();
}

void CompareModel::setFilter(std::optional<ChangeKind> kind)
{
    beginResetModel();
    m_filter = kind;
    fillRows();
    endResetModel();
}

void CompareModel::fillRows()
{
    m_rows.clear();
    for (std::size_t i = 0; m_comparison && i < m_comparison->differences.size(); ++i) {
        const city::ObjectDifference &difference = m_comparison->differences[i];
        const bool both = m_filter == ChangeKind::Attributes && !difference.isAdded() && !difference.isRemoved() &&
                          difference.hasOtherAttributes(); // a changed shape may have other attributes too
        if (!m_filter || both || kindOf(difference) == *m_filter) {
            m_rows.push_back(static_cast<std::uint32_t>(i));
        }
    }
}

const city::ObjectDifference &CompareModel::difference(int row) const
{
    return m_comparison->differences[m_rows[static_cast<std::size_t>(row)]];
}

void CompareModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

ChangeKind CompareModel::kindOf(const city::ObjectDifference &difference)
{
    if (difference.isAdded()) {
        return ChangeKind::Added;
    }
    if (difference.isRemoved()) {
        return ChangeKind::Removed;
    }
    return difference.geometry || difference.semantics ? ChangeKind::Geometry : ChangeKind::Attributes;
}

QColor CompareModel::colourOf(ChangeKind kind)
{
    const Tokens &t = tokens();
    switch (kind) {
    case ChangeKind::Added:
        return t.good;
    case ChangeKind::Removed:
        return t.bad;
    case ChangeKind::Geometry:
        return t.watch;
    case ChangeKind::Attributes:
        break;
    }
    return t.accent;
}

QString CompareModel::wordOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Added:
        return tr("Added");
    case ChangeKind::Removed:
        return tr("Removed");
    case ChangeKind::Geometry:
        return tr("Shape changed");
    case ChangeKind::Attributes:
        break;
    }
    return tr("Attributes changed");
}

QString CompareModel::detailOf(const city::ObjectDifference &difference) const
{
    if (difference.isAdded() || difference.isRemoved()) {
        const city::CityModel &model = difference.isAdded() ? *m_after : *m_before;
        const std::string_view type = model.typeOf(difference.isAdded() ? difference.after : difference.before);
        return QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()));
    }
    QStringList parts;
    if (difference.geometry) {
        parts.append(tr("geometry"));
    }
    if (difference.semantics) {
        parts.append(tr("meaning of surfaces"));
    }
    if (difference.type) {
        parts.append(tr("type"));
    }
    if (difference.parent) {
        parts.append(tr("parent"));
    }
    return (parts + difference.attributes).join(QStringLiteral(", "));
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const city::ObjectDifference &row = difference(index.row());
    const ChangeKind kind = kindOf(row);
    if (role == RowRole) {
        return m_rows[static_cast<std::size_t>(index.row())];
    }
    if (role == Qt::DecorationRole && index.column() == Change) {
        switch (kind) {
        case ChangeKind::Added:
            return icon(QStringLiteral("plus"), colourOf(kind));
        case ChangeKind::Removed:
            return icon(QStringLiteral("minus"), colourOf(kind));
        case ChangeKind::Geometry:
            return icon(QStringLiteral("cube-3d"), colourOf(kind));
        case ChangeKind::Attributes:
            return icon(QStringLiteral("table"), colourOf(kind));
        }
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (index.column()) {
    case Change:
        return wordOf(kind);
    case Object:
        return row.isRemoved() ? m_before->idOf(row.before) : m_after->idOf(row.after);
    default:
        return detailOf(row);
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Change:
        return tr("Change");
    case Object:
        return tr("Object");
    default:
        return tr("What");
    }
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/citymodellist.h"

#include "widgets/layers/layertreefilter.h"

#include <algorithm>

namespace loci::widgets {

void CityModelList::setRows(std::vector<CityModelRow> rows)
{
    if (rows == m_rows) {
        return;
    }
    const bool sameIds = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                    [](const CityModelRow &a, const CityModelRow &b) { return a.id == b.id; });
    if (sameIds) {
        m_rows = std::move(rows); // keeps selection and focus
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CityModelList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CityModelList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const CityModelRow &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return row.name;
    case treerole::Kind:
        return treekind::CityModel;
    case treerole::Shown:
    case treerole::Checked:
        return row.visible;
    case treerole::Count:
        return row.count;
    case treerole::Broken:
        return row.broken;
    case treerole::IconName:
        return QStringLiteral("city");
    case treerole::LayerId:
        return row.id;
    default:
        return {};
    }
}

bool CityModelList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    const QString id = m_rows[std::size_t(index.row())].id;
    if (role == Qt::CheckStateRole) {
        emit visibilityWanted(id, value.toInt() != Qt::Unchecked);
        return true;
    }
    if (role == Qt::EditRole && !value.toString().trimmed().isEmpty()) {
        emit nameWanted(id, value.toString().trimmed());
        return true;
    }
    return false;
}

Qt::ItemFlags CityModelList::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable : Qt::NoItemFlags;
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/linesmodel.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <algorithm>

namespace loci::widgets {

void LinesModel::setLines(const QStringList &headings, std::vector<WorkLine> lines)
{
    beginResetModel();
    m_headings = headings;
    m_lines = std::move(lines);
    endResetModel();
}

int LinesModel::refusedCount() const
{
    return static_cast<int>(
        std::count_if(m_lines.begin(), m_lines.end(), [](const WorkLine &line) { return line.isRefused; }));
}

int LinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LinesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant LinesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const WorkLine &each = line(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return each.words.value(index.column());
    case Qt::ForegroundRole:
        return index.column() == 0 ? QVariant() : QVariant(each.isRefused ? tokens().bad : tokens().textMuted);
    case Qt::DecorationRole:
        return index.column() == 0 && each.isRefused ? QVariant(icon(QStringLiteral("error"), tokens().bad))
                                                     : QVariant();
    default:
        return {};
    }
}

QVariant LinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_headings.value(section)) : QVariant();
}

} // namespace loci::widgets

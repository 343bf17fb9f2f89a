// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <vector>

namespace loci::widgets {

/// A record in a list of work: its id and a few words in columns.
struct WorkLine
{
    QString id, other; ///< other: the second record of a pair
    QStringList words;
    bool isRefused = false;
};

class LinesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit LinesModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}
    void setLines(const QStringList &headings, std::vector<WorkLine> lines);
    const WorkLine &line(int row) const { return m_lines[static_cast<std::size_t>(row)]; }
    int refusedCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headings;
    std::vector<WorkLine> m_lines;
};

} // namespace loci::widgets

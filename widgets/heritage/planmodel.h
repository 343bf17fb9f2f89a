// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/importplan.h"

#include <QAbstractTableModel>
#include <memory>
#include <optional>

namespace loci::widgets {

/// What would become of every row of an import: its number, its fate, the record, and why a row is refused or which
/// fields change. It shows one fate or all of them.
class PlanModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Fate = heritage::PlannedRow::Fate;
    enum Column { RowColumn, FateColumn, NameColumn, RemarkColumn, ColumnCount };

    explicit PlanModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}
    void setPlan(std::shared_ptr<const heritage::ImportPlan> plan); ///< null: none
    void setFate(std::optional<Fate> fate);
    static QString fateWord(Fate fate);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void select();
    QString remarkOf(const heritage::PlannedRow &row) const;
    QString changesOf(const heritage::PlannedRow &row) const;

    std::shared_ptr<const heritage::ImportPlan> m_plan;
    std::optional<Fate> m_fate;
    std::vector<std::size_t> m_shown;
};

} // namespace loci::widgets

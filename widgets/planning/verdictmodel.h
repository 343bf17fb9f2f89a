// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/planning/verdictdesk.h"

#include <QAbstractTableModel>

namespace loci::widgets {

/// The judged subjects that the filter lets through, as rows for RuleDelegate. Main thread.
class VerdictModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    VerdictModel(PlanDesk &desk, VerdictDesk &verdicts, QObject *parent);

    void refresh(); ///< anew from the verdicts
    const analysis::JudgedSubject *subject(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &) const override { return 2; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant nameData(const analysis::JudgedSubject &subject, const planning::RuleResult &row, int role) const;
    QVariant verdictData(const planning::RuleResult &row, int role) const;

    PlanDesk &m_desk;
    VerdictDesk &m_verdicts;
    VerdictDesk::Verdicts m_shown;
    std::vector<std::size_t> m_rows; ///< numbers of subjects
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/planning/planstudy.h"

#include <QTreeWidget>

namespace loci::widgets {

/// Every rule that speaks about a proposal: value, limit, margin and verdict, worst first, the governing one on top.
/// The clause stands below the name; a click tells its row.
class RuleTable final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit RuleTable(QWidget *parent = nullptr);

    void setOutcome(std::shared_ptr<const analysis::PlanOutcome> outcome, const planning::RulePack &rules);
    /// Only rows with this verdict; absent: all.
    void setFilter(std::optional<planning::Verdict> verdict);
    int shownCount() const { return topLevelItemCount(); }
    const planning::RuleResult *rowAt(int index) const; ///< as shown; null outside

signals:
    void rowChosen(const loci::planning::RuleResult &row);
    void rowOpened(const loci::planning::RuleResult &row); ///< double click: show where it lies

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addRow(std::size_t number);

    std::shared_ptr<const analysis::PlanOutcome> m_outcome;
    planning::RulePack m_rules;
    std::optional<planning::Verdict> m_filter;
};

} // namespace loci::widgets

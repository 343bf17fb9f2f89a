// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/planning/verdictdesk.h"

#include <QWidget>
#include <map>

class QLabel;
class QPushButton;
class QTreeView;

namespace loci::widgets {

class SidePanel;
class VerdictModel;

/// Every building and parcel that a rule speaks about, the worst first. The buttons above are the legend of map and 3D
/// and choose what all three show. A click tells the subject. Main thread.
class VerdictPanel final : public QWidget
{
    Q_OBJECT
public:
    VerdictPanel(PlanDesk &desk, VerdictDesk &verdicts, QWidget *parent = nullptr);

    int shownCount() const;
    const analysis::JudgedSubject *subjectAt(int row) const; ///< null outside
    QTreeView &table() const { return *m_table; }
    QPushButton &filterButton(std::optional<planning::Verdict> verdict) const;

signals:
    void closeRequested();
    void subjectChosen(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    PlanDesk &m_desk;
    VerdictDesk &m_verdicts;
    SidePanel *m_panel;
    QLabel *m_state;
    std::map<int, QPushButton *> m_filters; ///< by verdict; -1: all
    VerdictModel *m_model;
    QTreeView *m_table;
};

} // namespace loci::widgets

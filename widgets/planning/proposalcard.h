// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/planning/plandesk.h"

#include <QWidget>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace loci::widgets {

class GoverningBox;
class RuleTable;
class SegmentedControl;
class SidePanel;

/// The proposal that is worked on: which rule decides, its numbers to be changed, every rule, and what can be done.
/// Numbers are previewed while they are turned and stored when the field is left. Main thread.
class ProposalCard final : public QWidget
{
    Q_OBJECT
public:
    explicit ProposalCard(PlanDesk &desk, QWidget *parent = nullptr);

    RuleTable &rules() const { return *m_rules; }
    QString governingText() const;
    QString clauseText() const; ///< of the chosen row

signals:
    void closeRequested();
    void csvRequested();
    void studiesRequested(); ///< sunlight and skyline
    void dossierRequested();
    void moreRequested(const QPoint &at);
    void areaChosen(const QString &areaId);                ///< geometry of the chosen rule
    void showRequested();                                  ///< the proposal on the map and in 3D
    void rowOpened(const loci::planning::RuleResult &row); ///< where the rule speaks

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildFacts();
    QWidget *buildRules();
    QWidget *buildActions();
    QDoubleSpinBox *addNumber(QGridLayout *grid, int row, int column, QLabel *&label, double least, double most,
                              double step, int decimals);
    void edited();
    void stored();
    void refresh();
    void refreshNumbers();
    void refreshFacts();
    void showClause(const planning::RuleResult &row);
    void retranslate();

    PlanDesk &m_desk;
    SidePanel *m_panel;
    GoverningBox *m_governing;
    QLabel *m_name, *m_state, *m_facts, *m_clause, *m_cost;
    QLabel *m_labels[6] = {};
    QDoubleSpinBox *m_storeys = nullptr, *m_storeyHeight = nullptr, *m_base = nullptr, *m_east = nullptr,
                   *m_north = nullptr, *m_turn = nullptr;
    SegmentedControl *m_filter = nullptr;
    RuleTable *m_rules = nullptr;
    QPushButton *m_cut = nullptr, *m_studies = nullptr, *m_dossier = nullptr;
    QToolButton *m_show = nullptr, *m_csv = nullptr, *m_more = nullptr;
};

} // namespace loci::widgets

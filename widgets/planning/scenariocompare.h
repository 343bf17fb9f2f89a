// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/planning/plandesk.h"
#include "widgets/planning/scenariodifference.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;
class QTreeWidget;

namespace loci::widgets {

class SegmentedControl;
class SidePanel;

/// The current scenario beside another one: figures and rules with what differs first, and how the pictures are shown.
/// Main thread.
class ScenarioCompare final : public QWidget
{
    Q_OBJECT
public:
    explicit ScenarioCompare(PlanDesk &desk, QWidget *parent = nullptr);

    QString other() const; ///< id of the other scenario; empty: none
    void setOther(const QString &id);
    QString mode() const; ///< "twin" or "swipe"
    void setMode(const QString &mode);
    const std::vector<ScenarioDifference> &lines() const { return m_lines; }
    QTreeWidget &table() const { return *m_table; }

signals:
    void closeRequested();
    void otherChanged();
    void modeChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void fillChoice();
    void addLine(const ScenarioDifference &line);
    void retranslate();

    PlanDesk &m_desk;
    SidePanel *m_panel;
    QToolButton *m_close = nullptr;
    QLabel *m_with, *m_state;
    QComboBox *m_choice;
    SegmentedControl *m_mode;
    QTreeWidget *m_table;
    std::vector<ScenarioDifference> m_lines;
    QString m_other;
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/planning/plandesk.h"

#include <QWidget>

class QDateEdit;
class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;
class QTreeWidget;

namespace loci::widgets {

class EmptyState;
class SectionHeader;
class SidePanel;

/// The planning workplace at the left: scenarios with their counts, rule packs, protected views with what is left to
/// their ceiling, tools, and the day that the rules are taken of. Main thread.
class PlanningPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanningPanel(PlanDesk &desk, QWidget *parent = nullptr);

    QListWidget &scenarios() const { return *m_scenarios; }
    QTreeWidget &packs() const { return *m_packs; }
    QTreeWidget &views() const { return *m_views; }
    void setCeilingShown(bool shown);
    void setVerdictsShown(bool shown);
    void setPhotoShown(bool shown);
    void setCompareShown(bool shown);

signals:
    void scenarioChosen(const QString &id);
    void scenarioOpened(const QString &id); ///< double click: show where it stands
    void verdictsToggled(bool shown);       ///< of every building and parcel
    void photoToggled(bool shown);
    void compareToggled(bool shown);
    void importRequested();                  ///< a building from a model file
    void changesRequested(const QPoint &at); ///< of the buildings that stand
    void drawRequested();
    void coordinatesRequested();
    void ceilingToggled(bool shown);
    void overshootsRequested();
    void characterRequested();
    void viewsRequested(); ///< edit the protected views
    void viewChosen(const QString &id);
    void packRequested();
    void branchRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildSections();
    QWidget *buildTools();
    void connectParts();
    void refresh();
    void fillScenarios();
    void fillPacks();
    void fillViews();
    void retranslate();

    PlanDesk &m_desk;
    SidePanel *m_panel;
    EmptyState *m_empty;
    SectionHeader *m_scenariosHead, *m_packsHead, *m_viewsHead, *m_toolsHead;
    QListWidget *m_scenarios;
    QTreeWidget *m_packs, *m_views;
    QPushButton *m_draw = nullptr, *m_numbers = nullptr, *m_ceiling = nullptr, *m_overshoots = nullptr,
                *m_character = nullptr, *m_verdicts = nullptr, *m_photo = nullptr, *m_import = nullptr,
                *m_changes = nullptr;
    QToolButton *m_compare = nullptr;
    QDateEdit *m_day = nullptr;
    QLabel *m_dayLabel = nullptr, *m_checked;
    QToolButton *m_add = nullptr, *m_branch = nullptr;
    QWidget *m_tools = nullptr;
};

} // namespace loci::widgets

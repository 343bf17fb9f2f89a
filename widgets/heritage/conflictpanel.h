// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/heritage/capture.h"
#include "widgets/heritage/heritagedesk.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace loci::widgets {

/// Fields that came back from the field with another value than they got here meanwhile: both values, and two buttons.
/// Each decision is one step of undo.
class ConflictPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ConflictPanel(HeritageDesk &desk, QWidget *parent = nullptr);
    void setWorkspace(workspace::Workspace *workspace); ///< nullptr: none
    int conflictCount() const { return static_cast<int>(m_conflicts.size()); }
    void choose(int row);
    void decide(workspace::TakeSide side); ///< the chosen one; then the next one is chosen

signals:
    void recordWanted(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void updateButtons();
    QString labelOf(const QString &path) const;

    HeritageDesk &m_desk;
    workspace::Workspace *m_workspace = nullptr;
    std::vector<workspace::PendingConflict> m_conflicts;
    QLabel *m_title;
    QTableWidget *m_table;
    QPushButton *m_ours, *m_theirs;
};

} // namespace loci::widgets

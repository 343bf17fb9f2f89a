// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/heritagedesk.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace loci::widgets {

/// Every state of a record, newest first. One chosen: what it changed; two: what differs between them. A state can be
/// brought back, which is a new change itself.
class HistoryView final : public QWidget
{
    Q_OBJECT
public:
    HistoryView(HeritageDesk &desk, QWidget *parent = nullptr);
    void setRecord(const QString &id);
    int stateCount() const { return static_cast<int>(m_states.size()); }
    void choose(int first, int second = -1); ///< rows of the list, newest is 0
    int differenceCount() const;
    void restore(); ///< the chosen state

private:
    void showDifference();
    QString labelOf(const QString &path) const;
    const storage::heritage::RecordState *stateAt(int row) const;

    HeritageDesk &m_desk;
    QString m_id;
    std::vector<storage::heritage::RecordState> m_states; ///< oldest first
    QLabel *m_title;
    QListWidget *m_list;
    QTableWidget *m_table;
    QPushButton *m_restore;
};

} // namespace loci::widgets

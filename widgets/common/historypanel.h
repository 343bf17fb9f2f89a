// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QWidget>
#include <vector>

class QListWidget;
class QToolButton;

namespace loci::widgets {

class EmptyState;
class SidePanel;

/// One step of the undo history.
struct HistoryItem
{
    qint64 id = 0;
    QString title;
    QDateTime time;
    QString author;
    bool undone = false;
};

/// The steps, newest on top; the line between done and undone is the present. A click goes there.
class HistoryPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPanel(QWidget *parent = nullptr);
    void setItems(std::vector<HistoryItem> items); ///< oldest first, as the workspace gives them
    int count() const;

signals:
    /// Undo or redo until this is the last done step; 0: before the first.
    void goToRequested(qint64 id);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    std::vector<HistoryItem> m_items;
    SidePanel *m_panel;
    QToolButton *m_close;
    QListWidget *m_list;
    EmptyState *m_empty;
};

} // namespace loci::widgets

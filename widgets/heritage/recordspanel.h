// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/heritagedesk.h"
#include "widgets/layers/panel.h"

#include <vector>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace loci::widgets {

class FilePrompt;
class MessagePrompt;
class RecordSheet;

/// The open records at the right of the window, one tab each. The tab of a record with unsaved edits has a dot.
class RecordsPanel final : public Panel
{
    Q_OBJECT
public:
    RecordsPanel(HeritageDesk &desk, FilePrompt &files, MessagePrompt &messages, QWidget *parent = nullptr);
    RecordSheet *
    open(const QString &id); ///< in its tab, or a new one; null when there is no such record for this person
    RecordSheet *openNew();
    RecordSheet *current() const; ///< null without open records
    RecordSheet *sheet(const QString &id) const;
    QStringList openIds() const; ///< of stored records, in the order of their tabs
    int count() const { return static_cast<int>(m_sheets.size()); }

signals:
    void currentChanged(const QString &id);
    void sheetOpened(loci::widgets::RecordSheet *sheet);
    void printRequested(const QString &id, const QString &kind);
    void closed(); ///< nothing is open any more, or the person put the records aside

private:
    void add(RecordSheet *sheet);
    void close(RecordSheet *sheet);
    void askAndClose(int index);
    void closeAll();
    void reopen(); ///< in another language
    void refresh(const QStringList &ids);
    void showTitles();

    HeritageDesk &m_desk;
    FilePrompt &m_files;
    MessagePrompt &m_messages;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QToolButton *m_close;
    std::vector<RecordSheet *> m_sheets; ///< as their tabs stand
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/guide/guidebook.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace loci::widgets {

class GuideReader;
class SearchField;

/// The user guide in a window of its own: contents with a search at the left, the page at the right. It needs no
/// network. F1 of the main window opens it; Esc or F1 closes it.
class GuideWindow final : public QWidget
{
    Q_OBJECT
public:
    /// `language`: "zh_CN" or "en". A window beside `parent`, which owns it.
    explicit GuideWindow(const QString &language, QWidget *parent = nullptr);
    void setLanguage(const QString &language); ///< the same page in the other language
    void showPage(const QString &name);
    QString currentPage() const;
    GuideReader &reader() const { return *m_reader; }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildContents();
    QWidget *buildPage();
    void fillContents();
    void filter(const QString &words);
    void markCurrent();
    QTreeWidgetItem *itemOf(const QString &name) const;
    void retranslate();

    GuideBook m_book;
    QLabel *m_title;
    SearchField *m_search;
    QTreeWidget *m_contents;
    QLabel *m_nothing;
    QToolButton *m_back;
    QToolButton *m_forward;
    GuideReader *m_reader;
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/findingsmodel.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QToolButton;
class QTreeView;

namespace loci::widgets {

class EmptyState;
class FilePrompt;
class SearchField;
class SidePanel;
class StatusButton;

/// What is wrong in the inputs: counted by status, filtered, grouped; a click goes to the place.
class FindingsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsPanel(FilePrompt &files, QWidget *parent = nullptr);
    FindingsModel &model() const { return *m_model; }
    /// A line below the list: what the checks do not look at. Empty: none.
    void setNote(const QString &note);
    /// Writes the findings that are shown; suffix json or csv decides the form.
    void exportShown();

signals:
    void zoomRequested(const loci::Finding &finding);
    void countsChanged(int errors, int warnings, int notes);
    void closeRequested();
    void failed(const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();
    FilePrompt &m_files;
    FindingsModel *m_model;
    SidePanel *m_panel;
    SearchField *m_words;
    std::array<StatusButton *, 3> m_chips{};
    QTreeView *m_view;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QLabel *m_note;
    QToolButton *m_group;
    QToolButton *m_export;
    QToolButton *m_close;
};

} // namespace loci::widgets

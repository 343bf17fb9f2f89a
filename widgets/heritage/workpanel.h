// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/heritagedesk.h"
#include "widgets/layers/panel.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace loci::widgets {

class FieldRow;
class LinesModel;
struct WorkLine;
class SegmentedControl;

/// Work on many records at once, each shown before it is done: what is missing in the catalogue, approval of everything
/// that the list shows, one field of all of them, and records that may be the same.
class WorkPanel final : public Panel
{
    Q_OBJECT
public:
    WorkPanel(HeritageDesk &desk, QWidget *parent = nullptr);
    void setQuery(const storage::heritage::AssetQuery &query); ///< what approval and edit mean
    void showPage(const QString &page);                        ///< "tasks", "approve", "edit", "doubles"
    QString page() const;
    LinesModel &lines() const { return *m_lines; }
    bool isBusy() const { return m_busy > 0; }

    void setField(const QString &path); ///< of the edit
    FieldRow *fieldRow() const { return m_row; }
    void apply(); ///< approves or edits what is shown

signals:
    void closed();
    void recordChosen(const QString &id);
    void said(const QString &sentence);

private:
    void build();
    void fillFields();
    void refresh();
    void showTasks();
    void showApproval();
    void showEdit();
    void findDoubles();
    void show(const QStringList &headings, std::vector<WorkLine> lines, const QString &remark);
    QString nameOf(const QString &id) const;
    heritage::Asset changed(heritage::Asset asset) const;

    HeritageDesk &m_desk;
    storage::heritage::AssetQuery m_query;
    LinesModel *m_lines;
    QStringList m_ids; ///< that apply() means
    int m_busy = 0, m_asked = 0;
    SegmentedControl *m_pages = nullptr;
    QLabel *m_remark = nullptr;
    QComboBox *m_fields = nullptr;
    QWidget *m_edit = nullptr;
    QVBoxLayout *m_editColumn = nullptr;
    FieldRow *m_row = nullptr;
    QTableView *m_table = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_apply = nullptr;
};

} // namespace loci::widgets

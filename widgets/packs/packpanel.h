// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/packs/packrow.h"

#include <QWidget>

class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace loci::widgets {

class EmptyState;
class SearchField;
class SidePanel;

/// The pack manager: every department pack with its state, and a page of each with what it shows. It knows packs as
/// rows only; the application tells it what to do.
class PackPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit PackPanel(QWidget *parent = nullptr);
    void setPacks(std::vector<PackRow> rows);
    const std::vector<PackRow> &packs() const { return m_rows; }
    void open(const QString &id); ///< its page
    void showList();
    QString openedId() const { return m_opened; }
    /// Puts a panel of the pack, or the table of an analysis, into its page; takes it over.
    void showPart(const QString &title, QWidget *part);

signals:
    void switched(const QString &id, bool on);
    void agreed(const QString &id);
    void retried(const QString &id);
    void opened(const QString &id);
    void partChosen(const QString &id, const loci::widgets::PackPart &part);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void fillPage(const PackRow &row);
    const PackRow *row(const QString &id) const;

    std::vector<PackRow> m_rows;
    QString m_opened;
    SidePanel *m_panel;
    QToolButton *m_back;
    QStackedWidget *m_pages;
    SearchField *m_words;
    EmptyState *m_empty;
    QWidget *m_list = nullptr, *m_page = nullptr;
    QVBoxLayout *m_listColumn = nullptr, *m_pageColumn = nullptr;
    QWidget *m_part = nullptr;
};

} // namespace loci::widgets

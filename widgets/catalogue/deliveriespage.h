// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/contracts/contractcheck.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace loci::widgets {

class EmptyState;

/// One contract as the page shows it.
struct ContractRow
{
    QString id, title, state; ///< state: "delivery 2, 120 rows"
};

/// Delivery contracts of a workspace and what the last check of a delivery found, row by row. It changes nothing
/// itself.
class DeliveriesPage final : public QWidget
{
    Q_OBJECT
public:
    explicit DeliveriesPage(QWidget *parent = nullptr);
    void setContracts(const std::vector<ContractRow> &rows, bool readOnly);
    void choose(const QString &contract);
    QString chosen() const;
    void showReport(const QString &sentence, contracts::CheckReport report);
    const contracts::CheckReport &report() const { return m_report; }

signals:
    void addRequested();
    void takeRequested(const QString &contract);
    void reportRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void offer();
    void retranslate();
    QPushButton *addButton(const char *name);

    contracts::CheckReport m_report;
    bool m_readOnly = true;
    QTreeWidget *m_tree;
    EmptyState *m_empty;
    QPushButton *m_add, *m_take, *m_save;
    QLabel *m_sentence;
    QTreeWidget *m_breaches;
};

} // namespace loci::widgets

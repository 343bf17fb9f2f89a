// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/heritage/audit.h"
#include "layers/storage/postgisaddress.h"
#include "widgets/layers/panel.h"

class QLineEdit;
class QTableWidget;

namespace loci::widgets {

class StatusBadge;

/// The audit of a workspace as a list, newest first: who changed what, when and why. All that an auditor sees.
class AuditPage final : public Panel
{
    Q_OBJECT
public:
    explicit AuditPage(QWidget *parent = nullptr);
    void setEntries(const storage::PostGisAddress &address, std::vector<storage::heritage::AuditEntry> entries,
                    qint64 count);
    void showChain(const storage::heritage::ChainReport &report);
    int count() const;

signals:
    void checkRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void fill();
    void filter();

    storage::PostGisAddress m_address;
    std::vector<storage::heritage::AuditEntry> m_entries;
    qint64 m_count = 0;
    QLabel *m_title = nullptr, *m_note = nullptr;
    StatusBadge *m_chain = nullptr;
    QLineEdit *m_search = nullptr;
    QTableWidget *m_table = nullptr;
    QPushButton *m_check = nullptr;
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/catalogue/access.h"

#include <QWidget>

class QPushButton;
class QTreeWidget;

namespace loci::widgets {

class SectionHeader;

/// Requests that concern whoever looks, and what can be done with the chosen one.
class RequestList final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestList(QWidget *parent = nullptr);
    void setRequests(const std::vector<catalogue::Request> &requests, const std::vector<catalogue::Entry> &entries,
                     const catalogue::Viewer &viewer, const QString &language);

signals:
    void answered(const QString &request, loci::catalogue::State state);

protected:
    void changeEvent(QEvent *event) override;

private:
    void offer();
    void retranslate();
    QPushButton *addButton(const char *name, catalogue::State state);
    const catalogue::Request *chosen() const;

    std::vector<catalogue::Request> m_requests;
    std::vector<catalogue::Entry> m_entries;
    catalogue::Viewer m_viewer;
    SectionHeader *m_header;
    QTreeWidget *m_tree;
    QWidget *m_buttons;
    QPushButton *m_grant, *m_return, *m_refuse, *m_revoke, *m_delivered, *m_again;
};

} // namespace loci::widgets

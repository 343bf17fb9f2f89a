// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/levels/levelpackage.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace loci::widgets {

class EmptyState;
class SidePanel;

/// One sender as the panel shows it.
struct SenderRow
{
    levels::LevelPackage package;
    std::vector<levels::Remark> remarks;
};

/// Levels of government: what was received from below with this level's remarks on it, what the level above remarked on
/// what was sent, and the four ways a package travels. It changes nothing itself.
class LevelPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit LevelPanel(QWidget *parent = nullptr);
    void setLanguage(const QString &language);
    void setReceived(std::vector<SenderRow> senders, std::vector<levels::Remark> returned);
    /// A sentence about what just happened, with what differs from the version before.
    void showReport(const QString &sentence, const std::vector<levels::Difference> &differences);

signals:
    void sendRequested();
    void receiveRequested();
    void takeRequested();
    void remarkRequested(const QString &sender, const QString &what);
    void returnRequested(const QString &sender);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void retranslate();
    void addSender(const SenderRow &sender);
    QString indicatorName(const levels::LevelPackage &package, const QString &code) const;
    QTreeWidgetItem *chosen() const;
    QPushButton *addButton(const char *name);

    std::vector<SenderRow> m_senders;
    std::vector<levels::Remark> m_returned;
    QString m_language = QStringLiteral("en");
    SidePanel *m_panel;
    QLabel *m_report;
    QTreeWidget *m_tree;
    EmptyState *m_empty;
    QWidget *m_buttons;
    QPushButton *m_send, *m_receive, *m_take, *m_remark, *m_return;
};

} // namespace loci::widgets

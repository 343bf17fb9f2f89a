// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/workspace/offline/offlinestate.h"

#include <QObject>
#include <QString>

class QMenu;
class QToolButton;

namespace loci::workspace {
class Workspace;
}

namespace loci::app {

class MainWindow;

/// Says in the header that the server is lost, since when and how many steps wait, and what came of them when it is
/// back: what waits for a decision, what the server refused.
class OfflineRoom final : public QObject
{
    Q_OBJECT
public:
    OfflineRoom(MainWindow &window, const Services &services);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< language and theme of the mark

private:
    void watch();
    void refresh();
    void countConflicts();
    void fillMenu();
    void signIn();
    void tellReturn(const workspace::ReturnReport &report);
    QString markText(const workspace::OfflineState &state) const;
    QString explanation(const workspace::OfflineState &state) const;

    MainWindow &m_window;
    Services m_services;
    QToolButton *m_mark;
    QMenu *m_menu;
    int m_conflicts = 0;
    bool m_wasAway = false;
};

} // namespace loci::app

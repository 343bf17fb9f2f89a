// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/feeds/secretkeeper.h"

#include <QObject>
#include <QStringList>

namespace loci::widgets {
class ActionRegistry;
}

namespace loci::app {

class MainWindow;

/// Workspaces on a server: asks for address and password, and tells what other desks do. A password goes into the key
/// store of this computer, or holds until Loci is closed.
class ServerRoom final : public QObject
{
    Q_OBJECT
public:
    ServerRoom(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);

    void ask();                        ///< for the address
    void open(const QString &address); ///< with a known password, or with one that the person gives

signals:
    void opened(const QString &address);

private:
    bool openWith(const QString &address, const QString &password);
    void watch();

    MainWindow &m_window;
    Services m_services;
    feeds::SecretKeeper m_secrets;
};

} // namespace loci::app

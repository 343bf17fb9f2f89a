// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/feeds/secretkeeper.h"
#include "layers/storage/postgisaddress.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <memory>

namespace loci::widgets {
class ActionRegistry;
class SignInSheet;
struct SignInWish;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// Workspaces on a server: signs in, in the background, with the sheet for it where the details stand, and tells what
/// other desks do. A secret goes into the key store of this computer, or holds until Loci is closed; addresses, which
/// have none, are remembered.
class ServerRoom final : public QObject
{
    Q_OBJECT
public:
    ServerRoom(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);
    ~ServerRoom() override;

    void ask();                        ///< shows the sheet
    void open(const QString &address); ///< with what the key store knows, else the sheet asks
    widgets::SignInSheet &sheet();     ///< made when first wanted
    /// What the open workspace was opened with; empty when it needed none.
    QString secret() const { return m_secret; }

signals:
    void opened(const QString &address);

private:
    void test(const widgets::SignInWish &wish);
    void signIn(const widgets::SignInWish &wish);
    void enter(const widgets::SignInWish &wish, const QString &secret);
    void refuse(const storage::PostGisAddress &address, const Error &error);
    QString secretFor(const widgets::SignInWish &wish) const;
    void remember(const QString &address);
    void lookUp();
    void onSecret(const QString &name);
    void watch();

    MainWindow &m_window;
    Services m_services;
    feeds::SecretKeeper m_secrets;
    widgets::SignInSheet *m_sheet = nullptr;
    QString m_secret;
    std::unique_ptr<widgets::SignInWish> m_waiting; ///< for an answer of the key store
    QTimer m_look;                                  ///< in the key store, when the person has stopped typing
};

} // namespace loci::app

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/serverroom.h"

#include "app/mainwindow/mainwindow.h"
#include "app/workspacehost.h"
#include "layers/base/settings.h"
#include "layers/storage/postgisaddress.h"
#include "layers/workspace/workspace.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"

namespace loci::app {

using namespace widgets; // assembly only

namespace {
const Setting<QString> kLastAddress{"server/address", QString()};

QString secretName(const storage::PostGisAddress &address)
{
    return QStringLiteral("workspace ") + address.user + QLatin1Char('@') + address.host + QLatin1Char('/') +
           address.database;
}
} // namespace

ServerRoom::ServerRoom(MainWindow &window, const Services &services, ActionRegistry &actions)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
{
    ActionSpec open{"file.openServer", "Window", QT_TRANSLATE_NOOP("Window", "Open workspace on a server"), "share"};
    open.run = [this] { ask(); };
    actions.add(std::move(open));
    connect(&m_secrets, &feeds::SecretKeeper::notKept, &m_window, &MainWindow::say);
    connect(&services.host, &WorkspaceHost::workspaceChanged, this, &ServerRoom::watch);
    if (const auto last = storage::PostGisAddress::parse(kLastAddress.value())) {
        m_secrets.fetch(secretName(*last));
    }
}

void ServerRoom::ask()
{
    const QString last = kLastAddress.value();
    const auto text =
        m_services.messages.text(&m_window, tr("Open workspace on a server"), tr("Address of the workspace"),
                                 last.isEmpty() ? QStringLiteral("postgresql://name@host/database?schema=loci") : last);
    if (text && !text->trimmed().isEmpty()) {
        open(text->trimmed());
    }
}

void ServerRoom::open(const QString &text)
{
    const auto address = storage::PostGisAddress::parse(text);
    if (!address) {
        m_window.sayProblem(address.error().message);
        return;
    }
    const auto known = m_secrets.find(secretName(*address));
    const Result<> opened = m_services.host.openServer(address->text(), known ? known->password : QString());
    if (opened) {
        kLastAddress.set(address->text());
        emit this->opened(address->text());
        return;
    }
    if (opened.error().detail != QLatin1String("password needed") &&
        opened.error().detail != QLatin1String("sign-in refused")) {
        m_window.sayProblem(opened.error().message);
        return;
    }
    const auto password =
        m_services.messages.secret(&m_window, address->place(), tr("Password of %1").arg(address->user));
    if (password && openWith(address->text(), *password)) {
        m_secrets.keep(secretName(*address), {address->user, *password, {}});
    }
}

bool ServerRoom::openWith(const QString &address, const QString &password)
{
    const Result<> done = m_services.host.openServer(address, password);
    if (!done) {
        m_window.sayProblem(done.error().message);
        return false;
    }
    kLastAddress.set(address);
    emit opened(address);
    return true;
}

void ServerRoom::watch()
{
    workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr || !workspace->isShared()) {
        return;
    }
    connect(workspace, &workspace::Workspace::othersChanged, this,
            [this](const QStringList &keys, const QString &author) {
                m_window.say(tr("Items changed by %1: %2").arg(author).arg(keys.size()));
            });
    connect(workspace, &workspace::Workspace::connectionChanged, this, [this, workspace](bool isConnected) {
        if (isConnected) {
            m_window.say(tr("The server answers again."));
        } else if (!workspace->offline().isAway) { // else the mark says it
            m_window.sayProblem(tr("The connection to the server was lost; nothing can be changed until it is back."));
        }
    });
}

} // namespace loci::app

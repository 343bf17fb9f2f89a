// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/serverroom.h"

#include "app/mainwindow/mainwindow.h"
#include "app/workspacehost.h"
#include "layers/base/settings.h"
#include "layers/workspace/serverhome.h"
#include "layers/workspace/taskrunner.h"
#include "layers/workspace/workspace.h"
#include "widgets/common/actionregistry.h"
#include "widgets/signin/signinsheet.h"

#include <utility>

namespace loci::app {

using namespace widgets; // assembly only
using storage::PostGisAddress;
using workspace::ServerGreeting;

namespace {
constexpr int kMostRecent = 8;
constexpr int kStoppedTyping = 500; // milliseconds
const Setting<QStringList> kRecent{"server/recent", QStringList()};

/// The name of the secret in the key store: of a key, or of somebody at a database.
QString secretName(const PostGisAddress &address)
{
    if (address.signIn == PostGisAddress::SignIn::Certificate) {
        return QStringLiteral("key ") + address.key;
    }
    return QStringLiteral("workspace %1@%2:%3/%4")
        .arg(address.user, address.host.isEmpty() ? address.socketFolder : address.host)
        .arg(address.port)
        .arg(address.database);
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
    connect(&m_secrets, &feeds::SecretKeeper::found, this, &ServerRoom::onSecret);
    connect(&m_secrets, &feeds::SecretKeeper::absent, this, &ServerRoom::onSecret);
    connect(&services.host, &WorkspaceHost::workspaceChanged, this, &ServerRoom::watch);
    m_look.setSingleShot(true);
    m_look.setInterval(kStoppedTyping);
    connect(&m_look, &QTimer::timeout, this, &ServerRoom::lookUp);
}

ServerRoom::~ServerRoom() = default;

SignInSheet &ServerRoom::sheet()
{
    if (m_sheet == nullptr) {
        m_sheet = new SignInSheet(m_services.files);
        m_window.addBeside(m_sheet);
        connect(m_sheet, &SignInSheet::closed, this, [this] { m_window.showBeside(nullptr); });
        connect(m_sheet, &SignInSheet::testRequested, this, &ServerRoom::test);
        connect(m_sheet, &SignInSheet::openRequested, this, &ServerRoom::signIn);
        connect(m_sheet, &SignInSheet::addressChanged, this, [this](const PostGisAddress &address) {
            m_sheet->form().setKnown(m_secrets.find(secretName(address)).has_value());
            m_look.start();
        });
        connect(&m_sheet->form(), &SignInForm::forgetRequested, this, [this] {
            if (const auto address = m_sheet->form().address()) {
                m_secrets.forget(secretName(*address));
            }
        });
        m_sheet->setRecent(kRecent.value());
        m_sheet->setAddress(PostGisAddress::parse(kRecent.value().value(0)).value_or(PostGisAddress()));
    }
    return *m_sheet;
}

void ServerRoom::ask()
{
    m_window.showWelcome(false);
    m_window.showBeside(&sheet());
}

void ServerRoom::open(const QString &text)
{
    const auto address = PostGisAddress::parse(text);
    if (address) {
        signIn({*address, {}, false});
    } else {
        m_window.sayProblem(address.error().message);
    }
}

void ServerRoom::lookUp()
{
    if (const auto shown = m_sheet->form().address()) {
        m_secrets.fetch(secretName(*shown));
    }
}

void ServerRoom::onSecret(const QString &name)
{
    if (m_sheet != nullptr) {
        const auto shown = m_sheet->form().address();
        if (shown && secretName(*shown) == name) {
            m_sheet->form().setKnown(m_secrets.find(name).has_value());
        }
    }
    if (m_waiting && secretName(m_waiting->address) == name) {
        const SignInWish wish = *m_waiting;
        m_waiting.reset();
        signIn(wish);
    }
}

QString ServerRoom::secretFor(const SignInWish &wish) const
{
    const auto known = m_secrets.find(secretName(wish.address));
    return wish.secret.isEmpty() && known ? known->password : wish.secret;
}

void ServerRoom::test(const SignInWish &wish)
{
    m_sheet->setBusy(true);
    m_services.tasks.run(
        this, tr("Test the connection to %1").arg(wish.address.place()),
        [address = wish.address, secret = secretFor(wish)](const CancelToken &, const ProgressFunction &) {
            return workspace::greetServer(address, secret);
        },
        [this, address = wish.address](const Result<ServerGreeting> &greeting) {
            m_sheet->setBusy(false);
            if (!greeting) {
                m_sheet->showAnswer(false, greeting.error().message);
            } else if (greeting->tls.isEmpty()) {
                m_sheet->showAnswer(
                    true,
                    tr("%1 lets you in as %2, and the workspace is there.").arg(address.place(), greeting->login));
            } else {
                m_sheet->showAnswer(true, tr("%1 shows a valid certificate (%2) and lets you in as %3, and the "
                                             "workspace is there.")
                                              .arg(address.place(), greeting->tls, greeting->login));
            }
        });
}

/// In the background first: whoever does not answer holds nobody up.
void ServerRoom::signIn(const SignInWish &wish)
{
    if (wish.secret.isEmpty() && m_secrets.fetch(secretName(wish.address))) {
        m_waiting = std::make_unique<SignInWish>(wish);
        return;
    }
    const QString secret = secretFor(wish);
    if (m_sheet != nullptr) {
        m_sheet->setBusy(true);
    }
    m_services.tasks.run(
        this, tr("Sign in to %1").arg(wish.address.place()),
        [address = wish.address, secret](const CancelToken &, const ProgressFunction &) {
            return workspace::greetServer(address, secret);
        },
        [this, wish, secret](const Result<ServerGreeting> &greeting) {
            if (m_sheet != nullptr) {
                m_sheet->setBusy(false);
            }
            if (greeting) {
                enter(wish, secret);
            } else {
                refuse(wish.address, greeting.error());
            }
        });
}

void ServerRoom::enter(const SignInWish &wish, const QString &secret)
{
    const QString address = wish.address.text();
    const QString before = std::exchange(m_secret, secret); // whoever hears of the new workspace may need it
    if (const Result<> done = m_services.host.openServer(address, secret); !done) {
        m_secret = before;
        refuse(wish.address, done.error());
        return;
    }
    if (!wish.secret.isEmpty()) {
        const feeds::Secret entry{QStringLiteral("loci"), secret, {}};
        wish.keep ? m_secrets.keep(secretName(wish.address), entry) : m_secrets.hold(secretName(wish.address), entry);
    }
    remember(address);
    if (m_sheet != nullptr) {
        m_sheet->form().clearSecret();
        m_window.showBeside(nullptr);
    }
    emit opened(address);
}

void ServerRoom::refuse(const PostGisAddress &address, const Error &error)
{
    SignInSheet &shown = sheet();
    const auto there = shown.form().address();
    if (!there || *there != address) {
        shown.setAddress(address);
    }
    ask();
    shown.showAnswer(false, error.message);
    if (error.detail == QLatin1String("password needed") || error.detail == QLatin1String("sign-in refused") ||
        error.detail == QLatin1String("passphrase needed")) {
        shown.form().focusSecret();
    }
}

void ServerRoom::remember(const QString &address)
{
    QStringList recent = kRecent.value();
    recent.removeAll(address);
    recent.prepend(address);
    kRecent.set(recent.mid(0, kMostRecent));
    if (m_sheet != nullptr) {
        m_sheet->setRecent(kRecent.value());
    }
}

void ServerRoom::watch()
{
    workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr || !workspace->isShared()) {
        m_secret.clear();
        return;
    }
    connect(workspace, &workspace::Workspace::connectionChanged, this, [this, workspace](bool isConnected) {
        if (isConnected) {
            m_window.say(tr("The server answers again."));
        } else if (!workspace->offline().isAway) { // else the mark says it
            m_window.sayProblem(tr("The connection to the server was lost; nothing can be changed until it is back."));
        }
    });
}

} // namespace loci::app

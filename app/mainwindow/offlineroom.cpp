// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/offlineroom.h"

#include "app/mainwindow/mainwindow.h"
#include "app/workspacehost.h"
#include "layers/workspace/heritage/capture.h"
#include "layers/workspace/heritage/mergememory.h"
#include "layers/workspace/offline/keptconflicts.h"
#include "layers/workspace/offline/offlinedesk.h"
#include "layers/workspace/workspace.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/headerbar.h"
#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/surfaces.h"

#include <QAction>
#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <algorithm>

namespace loci::app {

using namespace widgets; // assembly only
using workspace::OfflineState;
using workspace::Workspace;

namespace {
QString momentOf(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    const QLocale locale;
    return local.date() == QDate::currentDate() ? local.toString(QStringLiteral("HH:mm"))
                                                : locale.toString(local, QLocale::ShortFormat);
}

bool isOfConflicts(const QString &key)
{
    return key.startsWith(QLatin1String(workspace::kConflictPrefix)) ||
           key.startsWith(QLatin1String(workspace::kMergePrefix));
}
} // namespace

OfflineRoom::OfflineRoom(MainWindow &window, const Services &services)
    : QObject(&window)
    , m_window(window)
    , m_services(services)
    , m_mark(new QToolButton(&window.header()))
    , m_menu(new QMenu(m_mark))
{
    m_mark->setObjectName(QStringLiteral("header.offline"));
    m_mark->setProperty("kind", "chip");
    m_mark->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_mark->setIconSize(QSize(14, 14));
    m_mark->setPopupMode(QToolButton::InstantPopup);
    m_mark->setFocusPolicy(Qt::TabFocus);
    m_mark->setMenu(m_menu);
    m_mark->hide();
    m_mark->installEventFilter(this);
    m_window.header().addMark(m_mark);
    connect(m_menu, &QMenu::aboutToShow, this, &OfflineRoom::fillMenu);
    connect(&services.host, &WorkspaceHost::workspaceChanged, this, &OfflineRoom::watch);
}

bool OfflineRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_mark && (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)) {
        refresh();
    }
    return QObject::eventFilter(watched, event);
}

void OfflineRoom::watch()
{
    Workspace *workspace = m_services.host.current();
    m_wasAway = false;
    m_conflicts = 0;
    if (workspace != nullptr && workspace->isShared()) {
        disconnect(workspace, nullptr, this, nullptr);
        connect(workspace, &Workspace::offlineChanged, this, &OfflineRoom::refresh);
        connect(workspace, &Workspace::cameBack, this, &OfflineRoom::tellReturn);
        connect(workspace, &Workspace::changed, this, [this](const QStringList &keys) {
            if (std::any_of(keys.begin(), keys.end(), isOfConflicts)) {
                countConflicts();
                refresh();
            }
        });
        countConflicts();
    }
    refresh();
}

void OfflineRoom::countConflicts()
{
    const Workspace *workspace = m_services.host.current();
    m_conflicts = static_cast<int>(
        workspace::pendingConflicts(workspace::Catalogue(*m_services.host.current()), *workspace).size());
}

QString OfflineRoom::markText(const OfflineState &state) const
{
    if (state.isReturning) {
        return tr("Sending, %1 left").arg(state.steps);
    }
    if (state.isAway) {
        const QString since = tr("Offline since %1").arg(momentOf(state.since));
        return state.steps == 0 ? since : tr("%1, %2 waiting").arg(since).arg(state.steps);
    }
    if (state.refused > 0) {
        return tr("%1 refused").arg(state.refused);
    }
    return m_conflicts > 0 ? tr("%1 to decide").arg(m_conflicts) : QString();
}

QString OfflineRoom::explanation(const OfflineState &state) const
{
    if (!state.problem.isEmpty()) {
        return state.problem;
    }
    if (state.isAway) {
        return tr("The server does not answer. What you do is kept on this computer and goes to the server when it is "
                  "back.");
    }
    if (state.refused > 0) {
        return tr("The server did not take these steps. They are kept here and are sent again when it comes back.");
    }
    return tr("Others changed the same while this desk was offline. Nothing is overwritten until you decide.");
}

void OfflineRoom::refresh()
{
    const Workspace *workspace = m_services.host.current();
    const OfflineState state = workspace != nullptr && workspace->isShared() ? workspace->offline() : OfflineState();
    const QString text = workspace != nullptr && workspace->isShared() ? markText(state) : QString();
    m_mark->setText(text);
    m_mark->setIcon(icon(state.isAway ? QStringLiteral("unlink") : QStringLiteral("warning")));
    setTip(m_mark, explanation(state));
    m_mark->setAccessibleName(text);
    m_window.header().showMark(m_mark, !text.isEmpty());
    if (state.isAway && !m_wasAway) {
        m_window.say(tr("The server does not answer; you go on offline."));
    }
    m_wasAway = state.isAway;
}

void OfflineRoom::fillMenu()
{
    m_menu->clear();
    Workspace *workspace = m_services.host.current();
    if (workspace == nullptr) {
        return;
    }
    m_menu->addAction(explanation(workspace->offline()))->setEnabled(false);
    if (workspace->offline().isAway && !workspace->offline().problem.isEmpty()) {
        m_menu->addAction(tr("Sign in again…"), this, &OfflineRoom::signIn);
    }
    if (m_conflicts > 0) {
        m_menu->addSeparator();
        m_menu->addAction(tr("Decide what both sides changed"), this,
                          [this] { m_window.actions().action("heritage.conflicts")->trigger(); });
    }
    const auto refused = workspace->offlineDesk().refused();
    for (const storage::RefusedStep &one : refused) {
        QMenu *step = m_menu->addMenu(one.step.title);
        step->addAction(one.message)->setEnabled(false);
        step->addAction(tr("Discard this step"), this, [this, workspace, id = one.step.id] {
            if (auto done = workspace->offlineDesk().dropRefused(id); !done) {
                m_window.sayProblem(done.error().message);
            }
        });
    }
}

void OfflineRoom::signIn()
{
    Workspace *workspace = m_services.host.current();
    const auto password = m_services.messages.secret(&m_window, workspace->name(), tr("Password"));
    if (password && m_services.host.current() == workspace) {
        if (auto done = workspace->offlineDesk().signIn(*password); !done) {
            m_window.sayProblem(done.error().message);
        }
    }
}

void OfflineRoom::tellReturn(const workspace::ReturnReport &report)
{
    countConflicts();
    refresh();
    if (report.sent + report.refused == 0) {
        return; // that the server answers is said by the room of servers
    }
    QString sentence = tr("Steps made offline that are on the server now: %1").arg(report.sent);
    if (report.merged > 0) {
        sentence += tr("; merged with changes of others: %1").arg(report.merged);
    }
    if (report.conflicts > 0) {
        sentence += tr("; to be decided by you: %1").arg(report.conflicts);
    }
    if (report.refused > 0) {
        m_window.sayProblem(sentence + tr("; refused by the server: %1").arg(report.refused));
        return;
    }
    m_window.say(sentence);
    if (report.conflicts > 0) {
        m_window.actions().action("heritage.conflicts")->trigger();
    }
}

} // namespace loci::app

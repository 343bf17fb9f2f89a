// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspacehost.h"

#include "layers/base/logging.h"
#include "widgets/city/citylibrary.h"
#include "widgets/map/mapsession.h"
#include "widgets/models/selection.h"

#include <QFile>
#include <QFileInfo>

namespace loci::app {

using workspace::Workspace;

WorkspaceHost::WorkspaceHost(const Clock &clock, widgets::MapSession &session, widgets::CityLibrary &cities,
                             widgets::Selection &selection, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_session(session)
    , m_cities(cities)
    , m_selection(selection)
{}

WorkspaceHost::~WorkspaceHost() = default;

void WorkspaceHost::take(std::unique_ptr<Workspace> workspace)
{
    if (m_workspace) {
        emit aboutToChange();
    }
    m_selection.clear();
    // The rooms let go of the old workspace before it is closed.
    m_cities.setWorkspace(nullptr);
    m_session.setWorkspace(nullptr);
    m_workspace = std::move(workspace);
    qCInfo(logApp).noquote() << "Opened workspace" << m_workspace->home();
    m_session.setWorkspace(m_workspace.get());
    m_cities.setWorkspace(m_workspace.get());
    emit workspaceChanged();
}

Result<> WorkspaceHost::open(const QString &path)
{
    if (m_workspace && (m_workspace->home() == path || QFileInfo(m_workspace->path()) == QFileInfo(path))) {
        return {};
    }
    LOCI_TRY(auto workspace, Workspace::open(path, workspace::Access::ReadWrite, &m_clock));
    take(std::move(workspace));
    return {};
}

Result<> WorkspaceHost::openServer(const QString &address, const QString &password)
{
    if (m_workspace && m_workspace->home() == address) {
        return {};
    }
    LOCI_TRY(auto workspace, Workspace::openDesk(address, &m_clock, password));
    take(std::move(workspace));
    return {};
}

Result<> WorkspaceHost::create(const QString &path, const QString &templateId)
{
    LOCI_TRY(auto workspace, Workspace::create(path, templateId, &m_clock));
    take(std::move(workspace));
    return {};
}

Result<> WorkspaceHost::openUntitled(bool fresh)
{
    LOCI_TRY(auto workspace, Workspace::createUntitled(&m_clock));
    if (fresh) {
        workspace::Command empty{tr("Start afresh"), {}};
        for (const QString &key : workspace->keys()) {
            empty.changes.push_back({key, std::nullopt, std::nullopt});
        }
        // Undo brings the old content back: nothing is lost.
        LOCI_CHECK(workspace->commit(std::move(empty)));
        // Nor does it look where something was: the first thing that is opened decides that.
        workspace->setViewState(QStringLiteral("window/views"), {});
    }
    take(std::move(workspace));
    return {};
}

Result<> WorkspaceHost::saveAs(const QString &path)
{
    LOCI_EXPECT(m_workspace != nullptr, return {});
    LOCI_CHECK(m_workspace->saveAs(path));
    emit workspaceChanged();
    return {};
}

} // namespace loci::app

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/clock.h"
#include "layers/base/finding.h"
#include "layers/workspace/workspace.h"

#include <QObject>
#include <memory>

namespace loci::widgets {
class CityLibrary;
class MapSession;
class Selection;
} // namespace loci::widgets

namespace loci::app {

/// Holds the one open workspace and hands it to the rooms that show it. Main thread.
class WorkspaceHost final : public QObject
{
    Q_OBJECT
public:
    WorkspaceHost(const Clock &clock, widgets::MapSession &session, widgets::CityLibrary &cities,
                  widgets::Selection &selection, QObject *parent = nullptr);
    ~WorkspaceHost() override;

    workspace::Workspace *current() const { return m_workspace.get(); }
    Result<> open(const QString &path);
    /// By address; at once there when it is open already.
    Result<> openServer(const QString &address, const QString &password);
    Result<> create(const QString &path, const QString &templateId);
    /// The untitled workspace, found again as it was left, or emptied when `fresh`.
    Result<> openUntitled(bool fresh);
    Result<> saveAs(const QString &path);

signals:
    void aboutToChange();    ///< the old workspace is still there: views store their state
    void workspaceChanged(); ///< current() is another one, or has another name

private:
    void take(std::unique_ptr<workspace::Workspace> workspace);

    const Clock &m_clock;
    widgets::MapSession &m_session;
    widgets::CityLibrary &m_cities;
    widgets::Selection &m_selection;
    std::unique_ptr<workspace::Workspace> m_workspace;
};

} // namespace loci::app

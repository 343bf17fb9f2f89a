// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/workplaces.h"
#include "app/workspacehost.h"
#include "layers/workspace/workspace.h"
#include "widgets/map/mapview.h"
#include "widgets/scene/sceneview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSplitter>

// What the window remembers in the workspace: where both views look, the layout, the columns. Not in the history.
namespace loci::app {

using namespace widgets; // assembly only

void MainWindow::storeViewState()
{
    workspace::Workspace *workspace = m_services.host.current();
    if (workspace == nullptr) {
        return;
    }
    const Box3 extent = m_map->viewExtent();
    const CameraPose pose = m_scene->camera();
    const QJsonObject json{
        {QStringLiteral("extent"), QJsonArray{extent.min.x, extent.min.y, extent.max.x, extent.max.y}},
        {QStringLiteral("camera"),
         QJsonArray{pose.position.x, pose.position.y, pose.position.z, pose.focus.x, pose.focus.y, pose.focus.z}},
        {QStringLiteral("workplace"), m_workplaces->current()}};
    workspace->setViewState(QStringLiteral("window/views"), QJsonDocument(json).toJson(QJsonDocument::Compact));
    workspace->setViewState(QStringLiteral("window/layout"), m_views->saveState());
    workspace->setViewState(QStringLiteral("window/columns"), m_columns->saveState());
    workspace->setViewState(QStringLiteral("window/geometry"), saveGeometry());
}

void MainWindow::restoreViewState()
{
    const workspace::Workspace *workspace = m_services.host.current();
    m_viewRestored = false;
    if (const auto layout = workspace->viewState(QStringLiteral("window/layout"))) {
        m_views->restoreState(*layout);
    }
    if (const auto columns = workspace->viewState(QStringLiteral("window/columns"))) {
        m_columns->restoreState(*columns);
    }
    if (const auto geometry = workspace->viewState(QStringLiteral("window/geometry")); geometry && !isVisible()) {
        restoreGeometry(*geometry);
    }
    const auto views = workspace->viewState(QStringLiteral("window/views"));
    if (!views) {
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson(*views).object();
    const QJsonArray e = json.value(QLatin1String("extent")).toArray();
    if (e.size() == 4 && e.at(2).toDouble() > e.at(0).toDouble()) {
        Box3 extent;
        extent.include(Vec3{e.at(0).toDouble(), e.at(1).toDouble(), 0});
        extent.include(Vec3{e.at(2).toDouble(), e.at(3).toDouble(), 0});
        m_map->setViewExtent(extent);
        m_viewRestored = true;
    }
    const QJsonArray c = json.value(QLatin1String("camera")).toArray();
    if (c.size() == 6) {
        m_scene->setCamera({{c.at(0).toDouble(), c.at(1).toDouble(), c.at(2).toDouble()},
                            {c.at(3).toDouble(), c.at(4).toDouble(), c.at(5).toDouble()}},
                           false);
    }
    m_workplaces->show(json.value(QLatin1String("workplace")).toString(QStringLiteral("layers")));
}

} // namespace loci::app

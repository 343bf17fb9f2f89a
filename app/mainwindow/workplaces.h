// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/finding.h"

#include <QStackedWidget>
#include <vector>

namespace loci::widgets {
class ActionRegistry;
class BookmarksPanel;
class FindingsPanel;
class HistoryPanel;
class LayerTreePanel;
class MapView;
class PrintPanel;
class Rail;
class SceneView;
struct CameraPose;
} // namespace loci::widgets

namespace loci::app {

/// The panels at the left, one for each workplace of the rail. Switching swaps the panel; map, 3D, selection and time
/// stay.
class Workplaces final : public QStackedWidget
{
    Q_OBJECT
public:
    Workplaces(const Services &services, widgets::Rail &rail, widgets::ActionRegistry &actions, widgets::MapView &map,
               widgets::SceneView &scene, QWidget *parent);

    /// A workplace more; `order` is its place in the rail, -1: behind the others.
    void add(const QString &id, const char *icon, const char *name, QWidget *panel, bool atEnd = false, int order = -1);
    void show(const QString &id);
    QString current() const;
    void setCount(const QString &id, int count); ///< beside its name in the rail; 0: none
    void showLayer(const QString &layerId);      ///< the layer workplace with this layer current
    void addFindings(const Findings &findings);
    bool hasNoFindings() const;
    void refresh();                                             ///< after another workspace was opened
    std::vector<widgets::CameraPose> bookmarkedCameras() const; ///< of the 3D view, in the order of the list

    widgets::LayerTreePanel &layers() const { return *m_layers; }
    widgets::FindingsPanel &findings() const { return *m_findings; }

signals:
    void addLayerRequested();
    void propertiesRequested(const QString &layerId);
    void tableRequested(const QString &layerId);
    void exportRequested(const QString &modelId);
    void cityTableRequested(const QString &id);
    void cityCompareRequested(const QString &before, const QString &after);
    void failed(const QString &message);
    void exported(const QString &path);
    void findingChosen(const loci::Finding &finding);
    void findingsCounted(int errors, int warnings, int notes);
    void currentChangedTo(const QString &id);

private:
    void buildLayers(widgets::ActionRegistry &actions, widgets::MapView &map, widgets::SceneView &scene);
    void buildBookmarks(widgets::ActionRegistry &actions, widgets::MapView &map, widgets::SceneView &scene);
    void buildPrint(widgets::ActionRegistry &actions, widgets::MapView &map, widgets::SceneView &scene);
    void buildFindings();
    void buildHistory();
    void askPassword(const QString &layerId, const QString &name);
    void pushCityModels();
    void pushHistory();

    Services m_services;
    widgets::Rail &m_rail;
    QStringList m_ids;
    widgets::LayerTreePanel *m_layers = nullptr;
    widgets::BookmarksPanel *m_bookmarks = nullptr;
    widgets::PrintPanel *m_print = nullptr;
    widgets::FindingsPanel *m_findings = nullptr;
    widgets::HistoryPanel *m_history = nullptr;
};

} // namespace loci::app

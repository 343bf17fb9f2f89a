// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/layers/citymodellist.h"
#include "widgets/layers/panel.h"
#include "widgets/map/mapsession.h"
#include "widgets/models/selection.h"

#include <QPointer>
#include <memory>

class QgsLayerTreeModel;
class QgsLayerTreeNode;
class QgsMapLayer;
class QLineEdit;
class QListView;
class QMenu;
class QStackedLayout;

namespace loci::widgets {

class EmptyState;

class LayerTreeFilter;
class LayerTreeView;

/// The layers of the map and the city models of the workspace: show and hide, reorder, group, rename, duplicate,
/// remove, opacity, repair; every edit is one undoable step. What opens elsewhere is asked for by signals.
class LayerTreePanel final : public Panel
{
    Q_OBJECT
public:
    LayerTreePanel(MapSession &session, Selection &selection, FilePrompt &files, QWidget *parent = nullptr);
    ~LayerTreePanel() override;
    void registerActions(ActionRegistry &actions); ///< "layers.*"

    void setCityModels(std::vector<CityModelRow> rows);
    QString currentLayerId() const; ///< empty when a group, a city model or nothing is chosen
    void setCurrentLayer(const QString &layerId);

    void toggleVisibility();
    void showOnly();            ///< hides all layers but the chosen ones
    void addGroup();            ///< around the chosen layers
    void moveCurrent(int rows); ///< among its siblings
    void renameCurrent();
    void duplicateCurrent();
    void removeSelected();
    void zoomToCurrent();
    void showOpacity(); ///< popover beside the row
    void repairCurrent();
    void setLegendShown(bool shown);

signals:
    void addRequested();
    void propertiesRequested(const QString &layerId);
    void tableRequested(const QString &layerId);
    void zoomRequested(const loci::Box3 &extent); ///< in the project's CRS
    void currentLayerChanged(const QString &layerId);
    void failed(const QString &message);
    void cityVisibilityChanged(const QString &id, bool visible);
    void cityOpacityChanged(const QString &id, double opacity);
    void cityNameChanged(const QString &id, const QString &name);
    void cityRemoveRequested(const QString &id);
    void cityZoomRequested(const QString &id);
    void cityRepairRequested(const QString &id);
    void cityExportRequested(const QString &id);
    void cityTableRequested(const QString &id);
    void cityCompareRequested(const QString &before, const QString &after);

private:
    void buildTree();
    void buildCities();
    void buildLayout();
    void connectTree();
    void fillLayerMenu(QMenu &menu);
    void fillCityMenu(QMenu &menu);
    void fillCompareMenu(QMenu &menu, const QString &id);
    void showMenu(QWidget *over, const QPoint &position, bool city);
    void updateStack();
    void followSelection();
    QList<QgsLayerTreeNode *> selectedNodes() const; ///< none inside another of them
    QgsLayerTreeNode *currentNode() const;
    QgsMapLayer *currentLayer() const;
    const CityModelRow *currentCity() const;
    void openOpacityPopover(const QPoint &at, double opacity, std::function<void(double)> preview,
                            std::function<void(double)> done);

    MapSession &m_session;
    Selection &m_selection;
    FilePrompt &m_files;
    std::unique_ptr<QgsLayerTreeModel> m_model;
    LayerTreeFilter *m_filter = nullptr;
    LayerTreeView *m_tree = nullptr;
    CityModelList *m_cities = nullptr;
    QListView *m_cityView = nullptr;
    QWidget *m_citySection = nullptr;
    QWidget *m_filled = nullptr;
    QLineEdit *m_search = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
    QPointer<QWidget> m_popover;
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/taskrunner.h"
#include "widgets/common/actionregistry.h"
#include "widgets/common/prompts.h"
#include "widgets/layers/featurescan.h"
#include "widgets/layers/panel.h"
#include "widgets/map/mapsession.h"
#include "widgets/models/selection.h"

#include <QPointer>
#include <QTimer>

class QItemSelection;
class QLabel;
class QLineEdit;
class QStackedLayout;
class QTableView;
class QToolButton;
class QgsVectorLayer;

namespace loci::widgets {

class EmptyState;

class AttributeTableModel;

/// The attributes of one layer as a table: filter by text or by a QGIS expression, sort by a column, choose columns,
/// copy and export rows. What is selected here is selected in map and 3D, and the other way round.
class AttributeTablePanel final : public Panel
{
    Q_OBJECT
public:
    AttributeTablePanel(MapSession &session, Selection &selection, workspace::TaskRunner &tasks, FilePrompt &files,
                        QWidget *parent = nullptr);
    ~AttributeTablePanel() override;
    void registerActions(ActionRegistry &actions); ///< "table.*"
    void setLayer(const QString &layerId);         ///< empty: none
    QString layerId() const;
    const TableQuery &query() const { return m_query; }
    bool isBusy() const { return m_running != 0; }

    void copyRows();  ///< the selected ones, with a heading line, as tab-separated text
    void exportCsv(); ///< the rows and columns as shown
    void setColumnShown(const QString &field, bool shown);

signals:
    void closed();
    void failed(const QString &message);
    void rowsShown(); ///< after filter, sort or reload

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildBar();
    void load();
    void rowsReady(const ScanSource &source, Result<std::vector<QgsFeatureId>> rows);
    void onFilterTyped();
    void onHeaderClicked(int column);
    void onTableSelection();
    void followSelection();
    void showColumnMenu();
    void applyColumns();
    void showCounts();
    QList<int> shownColumns() const;

    MapSession &m_session;
    Selection &m_selection;
    workspace::TaskRunner &m_tasks;
    FilePrompt &m_files;
    QPointer<QgsVectorLayer> m_layer;
    std::vector<QMetaObject::Connection> m_layerConnections;
    TableQuery m_query;
    AttributeTableModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_problem = nullptr;
    QLineEdit *m_filter = nullptr;
    QToolButton *m_asExpression = nullptr;
    QToolButton *m_columns = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_export = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_filled = nullptr;
    QStackedLayout *m_stack = nullptr;
    QTimer m_typing;
    quint64 m_running = 0;
    quint64 m_turn = 0;
    bool m_following = false; // the selection that came from outside must not go back
};

} // namespace loci::widgets

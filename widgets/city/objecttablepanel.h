// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/objecttable.h"
#include "layers/workspace/taskrunner.h"
#include "widgets/city/citylibrary.h"
#include "widgets/layers/panel.h"
#include "widgets/models/selection.h"

#include <QTimer>
#include <memory>

class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace loci::widgets {

class ColumnCard;
class ObjectTableModel;

/// All objects of a city model as a table: filter by words or by a QGIS expression, sort by a column, statistics of a
/// column, select what the filter found. What is selected here is selected in map and 3D, and the other way round.
class ObjectTablePanel final : public Panel
{
    Q_OBJECT
public:
    ObjectTablePanel(CityLibrary &cities, Selection &selection, workspace::TaskRunner &tasks,
                     QWidget *parent = nullptr);
    ~ObjectTablePanel() override;

    void setModel(const QString &id); ///< of the library; empty or not loaded: nothing is shown
    QString modelId() const { return m_id; }
    bool isBusy() const { return m_running != 0; }
    void sortBy(int column, bool descending);
    void showStatistics(int column); ///< of the rows that are shown
    void selectShown();              ///< all rows that the filter found

signals:
    void closed();
    void rowsShown(); ///< after filter, sort or another model

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildBar();
    void load();
    void showCounts();
    void onTableSelection();
    void followSelection();
    void onLibrary();

    CityLibrary &m_cities;
    Selection &m_selection;
    workspace::TaskRunner &m_tasks;
    QString m_id;
    city::CityModelPtr m_city;
    std::shared_ptr<const city::ObjectTable> m_table;
    ObjectTableModel *m_model = nullptr;
    QTableView *m_view = nullptr;
    ColumnCard *m_card = nullptr;
    QLabel *m_title = nullptr, *m_counts = nullptr, *m_problem = nullptr;
    QLineEdit *m_filter = nullptr;
    QToolButton *m_asExpression = nullptr, *m_select = nullptr, *m_statistics = nullptr;
    QTimer m_typing;
    int m_sortColumn = -1;
    bool m_descending = false;
    quint64 m_running = 0, m_turn = 0;
    bool m_following = false; // the selection that came from outside must not go back
};

} // namespace loci::widgets

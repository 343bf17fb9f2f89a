// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/taskrunner.h"
#include "widgets/city/citylibrary.h"
#include "widgets/layers/panel.h"
#include "widgets/models/selection.h"
#include "widgets/scene/sceneview.h"

class QLabel;
class QTableView;

namespace loci::widgets {

class CompareModel;
class SegmentedControl;

/// Two versions of a city model side by side in one list: added, removed and changed objects. A click selects the
/// object and flies to it; the 3D view shows the changes by colour as long as the panel is open.
class ComparePanel final : public Panel
{
    Q_OBJECT
public:
    ComparePanel(CityLibrary &cities, Selection &selection, workspace::TaskRunner &tasks, QWidget *parent = nullptr);
    ~ComparePanel() override;

    /// Ids of the library; both must be loaded.
    void compare(const QString &before, const QString &after);
    const CompareModel &model() const { return *m_model; }
    bool isBusy() const { return m_running != 0; }
    void close(); ///< takes the colours off

signals:
    void closed();
    void comparisonShown(const std::optional<loci::widgets::SceneComparison> &comparison);

private:
    void build();
    void showCounts();
    void colourScene();
    void choose(const QModelIndex &index);

    CityLibrary &m_cities;
    Selection &m_selection;
    workspace::TaskRunner &m_tasks;
    CompareModel *m_model;
    QTableView *m_view;
    SegmentedControl *m_kinds;
    QLabel *m_title, *m_names, *m_problem, *m_same;
    QString m_before, m_after;
    city::CityModelPtr m_beforeCity, m_afterCity;
    quint64 m_running = 0, m_turn = 0;
};

} // namespace loci::widgets

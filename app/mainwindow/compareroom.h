// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"

#include <QObject>
#include <QTimer>

class QLabel;
class QStackedWidget;

namespace loci::widgets {
class BeforeAfter;
class PlanDesk;
class PlanMap;
class PlanningPanel;
class ScenarioCompare;
class SceneView;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// Two scenarios compared in the planning workplace: a second 3D view below the first one with the same camera, or one
/// picture that a bar divides, and the table of differences in the place of the details.
class CompareRoom final : public QObject
{
    Q_OBJECT
public:
    CompareRoom(MainWindow &window, const Services &services, widgets::PlanDesk &desk, widgets::PlanMap &map,
                widgets::PlanningPanel &tools, QObject *parent);

    widgets::ScenarioCompare &panel() const { return *m_panel; }
    widgets::SceneView *twin() const { return m_twin; } ///< null before it was wanted
    widgets::BeforeAfter &swipe() const { return *m_swipe; }
    bool isShown() const { return m_wanted; }
    bool isIdle() const;
    void setShown(bool shown);          ///< the person wants it
    void setWorkplaceShown(bool shown); ///< the planning workplace is the current one

signals:
    void shownChanged();

private:
    void apply();
    void refresh();
    void makeTwin();
    void takePictures();
    bool isTwin() const;

    MainWindow &m_window;
    Services m_services;
    widgets::PlanDesk &m_desk;
    widgets::PlanMap &m_map;
    widgets::PlanningPanel &m_tools;
    widgets::ScenarioCompare *m_panel;
    QStackedWidget *m_pane;
    QWidget *m_twinPage;
    QLabel *m_twinName;
    widgets::BeforeAfter *m_swipe;
    widgets::SceneView *m_twin = nullptr;
    QTimer m_rest; ///< until the camera rests
    bool m_wanted = false, m_workplace = false, m_applied = false;
};

} // namespace loci::app

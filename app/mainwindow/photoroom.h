// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"
#include "layers/base/geometry.h"

#include <QObject>

class QWidget;

namespace loci::widgets {
class PhotoDesk;
class PhotoPanel;
class PhotoView;
class PlanDesk;
class PlanningPanel;
struct CityObjectRef;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// The site photograph of the planning workplace: below the 3D view, with its panel in the place of the details. A
/// click in the photograph and one in 3D make a pair; clicks in 3D take the corner that is near.
class PhotoRoom final : public QObject
{
    Q_OBJECT
public:
    PhotoRoom(MainWindow &window, const Services &services, widgets::PlanDesk &desk, widgets::PlanningPanel &tools,
              QObject *parent);

    widgets::PhotoDesk &desk() const { return *m_photos; }
    widgets::PhotoPanel &panel() const { return *m_panel; }
    widgets::PhotoView &view() const { return *m_view; }
    bool isShown() const { return m_wanted; }
    void setShown(bool shown);          ///< the person wants it
    void setWorkplaceShown(bool shown); ///< the planning workplace is the current one
    bool open(const QString &path);
    void takePlace(const Vec3 &place, const widgets::CityObjectRef &object); ///< clicked in 3D

signals:
    void shownChanged();

private:
    void apply();
    void refreshView();
    void write();
    void stand();

    MainWindow &m_window;
    Services m_services;
    widgets::PlanDesk &m_desk;
    widgets::PlanningPanel &m_tools;
    widgets::PhotoDesk *m_photos;
    widgets::PhotoPanel *m_panel;
    widgets::PhotoView *m_view;
    bool m_wanted = false, m_workplace = false, m_applied = false;
};

} // namespace loci::app

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/services.h"

#include <QObject>

namespace loci::widgets {
class AboutSheet;
class ActionRegistry;
class DiagnosticSheet;
} // namespace loci::widgets

namespace loci::app {

class MainWindow;

/// The commands "About Loci" and "Diagnostics", and their sheets beside the views.
class HelpDesk final : public QObject
{
    Q_OBJECT
public:
    HelpDesk(MainWindow &window, const Services &services, widgets::ActionRegistry &actions);
    void showAbout();
    void showDiagnostics(); ///< as things are now

private:
    MainWindow &m_window;
    Services m_services;
    widgets::AboutSheet *m_about = nullptr;            ///< made when first wanted
    widgets::DiagnosticSheet *m_diagnostics = nullptr; ///< made when first wanted
};

} // namespace loci::app

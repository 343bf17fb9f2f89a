// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/startoptions.h"

#include <QApplication>
#include <QElapsedTimer>
#include <memory>

namespace loci::app {

class MainWindow;
class Rooms;

/// The running program: makes the rooms in their order, owns them, and takes them down in reverse: windows, views'
/// workspace, background tasks, map document, QGIS.
class Application
{
public:
    Application(QApplication &qtApplication, StartOptions options);
    ~Application();
    int run(); ///< exit status

private:
    void applyLook();
    void openStartFiles();
    void startBriefing();
    void waitUntilSettled();
    bool selectWanted();
    bool feedsAreSeen() const;
    void finishScreenshot(bool settled);

    QApplication &m_qt;
    StartOptions m_options;
    std::unique_ptr<Rooms> m_rooms;
    std::unique_ptr<MainWindow> m_window;
    QElapsedTimer m_sinceShown;
};

} // namespace loci::app

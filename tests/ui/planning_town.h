// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/mainwindow.h"
#include "app/mainwindow/planningroom.h"
#include "app/rooms.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/planning/plandesk.h"

#include <QTemporaryDir>
#include <functional>

namespace loci::workspace {
class Workspace;
}

namespace loci::test {

constexpr int kPlanPatience = 240000; // ms: until what runs in the background is there, on a busy computer

/// The real window over the sample city with its planning workplace open. What file prompts ask is answered by
/// `saveTo` and `openFrom`.
class PlanTown
{
public:
    PlanTown();
    ~PlanTown();
    Q_DISABLE_COPY_MOVE(PlanTown)
    /// Starts the program, fills the workspace and opens the workplace; empty, or what went wrong.
    QString start();

    app::MainWindow &window() const { return *m_window; }
    app::Rooms &rooms() const { return *m_rooms; }
    app::PlanningRoom &room() const { return m_window->planning(); }
    widgets::PlanDesk &desk() const { return room().desk(); }
    workspace::Workspace &workspace() const;
    QString at(const QString &name) const { return m_folder.filePath(name); }
    QString workspacePath() const;
    bool settle() const;                     ///< false when it takes too long
    bool choose(const char *id) const;       ///< a scenario, and waits for what the rules say
    void picture(const QString &name) const; ///< of the window, when LOCI_PICTURES names a folder
    /// The window in every size, language and theme; afterwards English and light again.
    void pictures(const QString &name, const std::function<void()> &check = {}) const;
    bool wait(const std::function<bool()> &condition) const;

    QString saveTo;
    QStringList openFrom;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;
};

} // namespace loci::test

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow/mainwindow.h"
#include "app/rooms.h"
#include "layers/base/clock.h"
#include "layers/domain/feeds/feeddescription.h"

#include <QTemporaryDir>
#include <atomic>

namespace loci::workspace {
class Workspace;
}

namespace loci::test {

/// A clock that a test turns while the program asks it.
class TurnedClock final : public Clock
{
public:
    explicit TurnedClock(std::shared_ptr<std::atomic<qint64>> ahead) : m_ahead(std::move(ahead)) {}
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc().addMSecs(m_ahead->load()); }

private:
    std::shared_ptr<std::atomic<qint64>> m_ahead;
};

/// The real window over the sample city, with a clock of ours.
class WindowTown
{
public:
    WindowTown();
    ~WindowTown();
    Q_DISABLE_COPY_MOVE(WindowTown)
    /// Starts the program and fills the workspace; empty, or what went wrong.
    QString start();
    bool isReady() const; ///< filled and drawn

    app::MainWindow &window() const { return *m_window; }
    const app::Services &services() const;
    workspace::Workspace &workspace() const;
    qint64 now() const;
    void turnClock(qint64 ahead) { *m_ahead = ahead; }
    QString at(const QString &name) const { return m_folder.filePath(name); }
    QString sceneText(const QString &stream) const; ///< of its 3D marker
    QString mapText(const QString &stream) const;   ///< of its marker on the map
    QImage mapAround(const QString &stream) const;  ///< the pixels of its marker
    void picture(const char *name) const;           ///< of the window, when LOCI_PICTURES names a folder
    /// Renders of the map's layers and of the 3D scene since the last call.
    std::pair<int, int> renders();

private:
    std::shared_ptr<std::atomic<qint64>> m_ahead = std::make_shared<std::atomic<qint64>>(0);
    QTemporaryDir m_folder;
    std::unique_ptr<app::Rooms> m_rooms;
    std::unique_ptr<app::MainWindow> m_window;
    bool m_filled = false;
    QString m_problem;
    int m_mapRenders = 0, m_sceneRenders = 0;
};

} // namespace loci::test

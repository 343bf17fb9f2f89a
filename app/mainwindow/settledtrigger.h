// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>

namespace loci::app {

/// Calls `done` once when `isSettled` has held for a while without a break, or with `settled == false` when the time
/// limit is over. For pictures by script and for checks of the start: "everything that was asked for is on screen".
class SettledTrigger final : public QObject
{
    Q_OBJECT
public:
    SettledTrigger(std::function<bool()> isSettled, std::function<void(bool settled)> done, QObject *parent);

private:
    void check();

    std::function<bool()> m_isSettled;
    std::function<void(bool)> m_done;
    QTimer m_timer;
    QElapsedTimer m_total;
    QElapsedTimer m_quiet;
};

} // namespace loci::app

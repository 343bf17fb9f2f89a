// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <csignal>
#include <functional>
#include <memory>

namespace loci::test {

/// A server of the computer, run by a test on 127.0.0.1 and ended with it. Every wait is bounded.
class ServerProcess
{
public:
    ServerProcess() = default;
    ~ServerProcess() { stop(); }
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    /// The program in PATH or in one of the folders that Debian keeps it in; empty when it is not installed.
    static QString program(const QString &name, const QStringList &folders = {});
    static int freePort(); ///< free at this moment

    /// Starts and waits until the port takes connections. An empty string, or what went wrong with the server's output.
    QString start(const QString &program, const QStringList &arguments, int port, int milliseconds = 20'000);
    bool isRunning() const { return m_process != nullptr && m_process->state() == QProcess::Running; }
    bool waitForEnd(int milliseconds);                        ///< true when it ended
    void stop();                                              ///< asks it to end, then makes it
    void setStopSignal(int signal) { m_stopSignal = signal; } ///< how this server is asked; SIGTERM by itself
    void kill();                                              ///< as a power cut would
    void suspend(bool still);                                 ///< still there, but silent
    qint64 processId() const { return m_process != nullptr ? m_process->processId() : 0; }

private:
    std::unique_ptr<QProcess> m_process;
    bool m_suspended = false;
    int m_stopSignal = SIGTERM;
};

/// Runs a program to its end; its output when it failed, else empty.
QString runProgram(const QString &program, const QStringList &arguments, const QStringList &environment = {},
                   int milliseconds = 60'000);

} // namespace loci::test

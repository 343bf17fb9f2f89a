// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverprocess.h"

#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <csignal>

namespace loci::test {

QString ServerProcess::program(const QString &name, const QStringList &folders)
{
    for (const QString &folder : folders) {
        if (const QString found = QStandardPaths::findExecutable(name, {folder}); !found.isEmpty()) {
            return found;
        }
    }
    return QStandardPaths::findExecutable(name);
}

int ServerProcess::freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

QString ServerProcess::start(const QString &program, const QStringList &arguments, int port, int milliseconds)
{
    stop();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->start(program, arguments);
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds && m_process->state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(port));
        if (socket.waitForConnected(200)) {
            return {};
        }
        m_process->waitForFinished(50); // reads its output and notices its end
    }
    const QString said = QString::fromUtf8(m_process->readAll());
    stop();
    return said.isEmpty() ? program + QStringLiteral(" does not answer") : said;
}

bool ServerProcess::waitForEnd(int milliseconds)
{
    return m_process == nullptr || m_process->waitForFinished(milliseconds);
}

void ServerProcess::stop()
{
    if (m_process == nullptr) {
        return;
    }
    suspend(false);
    if (isRunning()) {
        ::kill(static_cast<pid_t>(m_process->processId()), m_stopSignal);
    }
    if (!m_process->waitForFinished(5000)) {
        kill();
    }
    m_process.reset();
}

void ServerProcess::kill()
{
    if (m_process != nullptr) {
        m_process->kill();
        m_process->waitForFinished(5000);
    }
}

void ServerProcess::suspend(bool still)
{
    if (isRunning() && still != m_suspended) {
        ::kill(static_cast<pid_t>(m_process->processId()), still ? SIGSTOP : SIGCONT);
        m_suspended = still;
    }
}

QString runProgram(const QString &program, const QStringList &arguments, const QStringList &environment,
                   int milliseconds)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(program, arguments);
    if (!process.waitForFinished(milliseconds)) {
        process.kill();
        process.waitForFinished(1000);
        return program + QStringLiteral(" does not come to an end");
    }
    const QString said = QString::fromUtf8(process.readAll());
    const bool well = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return well ? QString() : program + QStringLiteral(": ") + said;
}

} // namespace loci::test

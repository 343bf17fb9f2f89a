// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/showguard.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <sys/prctl.h>

namespace loci::app {

namespace {

constexpr int kMostDeaths = 5;       // one after the other
constexpr qint64 kShortLife = 10000; // ms

volatile std::sig_atomic_t stopped = 0;

void stop(int)
{
    stopped = 1;
}

} // namespace

bool wantsGuard(const QStringList &arguments)
{
    const bool shows = std::any_of(arguments.begin(), arguments.end(), [](const QString &argument) {
        return argument == QLatin1String("--briefing") || argument.startsWith(QLatin1String("--briefing="));
    });
    return shows && qEnvironmentVariableIsEmpty(kGuardedVariable) &&
           !arguments.contains(QStringLiteral("--screenshot"));
}

int guardShow(int argc, char **argv, const QStringList &arguments)
{
    const QCoreApplication application(argc, argv);
    std::signal(SIGTERM, stop);
    std::signal(SIGINT, stop);
    for (int deaths = 0; deaths < kMostDeaths;) {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(kGuardedVariable), QStringLiteral("1"));
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::ForwardedChannels);
        child.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
        QElapsedTimer life;
        life.start();
        child.start(QCoreApplication::applicationFilePath(), arguments);
        while (!child.waitForFinished(200) && child.state() != QProcess::NotRunning) {
            if (stopped != 0 && child.processId() > 0) { // 0 would be this program and those who started it
                ::kill(static_cast<pid_t>(child.processId()), SIGTERM);
            }
        }
        if (child.exitStatus() == QProcess::NormalExit || stopped != 0) {
            return child.exitCode();
        }
        deaths = life.elapsed() < kShortLife ? deaths + 1 : 0;
        std::fprintf(stderr, "loci: the show ended unexpectedly and goes on where it was.\n");
    }
    std::fprintf(stderr, "loci: the show cannot be kept running; it ended %d times in a row.\n", kMostDeaths);
    return 70;
}

} // namespace loci::app

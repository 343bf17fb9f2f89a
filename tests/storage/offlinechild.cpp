// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/workspace.h"

#include <QCoreApplication>
#include <cstdio>

using namespace loci;
using workspace::Workspace;

/// A second program for tests that kill it: `offlinechild ADDRESS PASSWORD APPLICATION ORGANIZATION` opens the
/// workspace as the window does, says how many steps are left to send, and "back" at the end.
namespace {
void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QCoreApplication::setApplicationName(arguments.value(3));
    QCoreApplication::setOrganizationName(arguments.value(4));
    auto workspace = Workspace::openDesk(arguments.value(1), nullptr, arguments.value(2));
    if (!workspace) {
        say(workspace.error().message);
        return 3;
    }
    Workspace &desk = **workspace;
    QObject::connect(&desk, &Workspace::offlineChanged, &desk, [&desk] {
        const workspace::OfflineState state = desk.offline();
        say(state.isAway ? QStringLiteral("left %1").arg(state.steps) : QStringLiteral("back"));
    });
    return QCoreApplication::exec();
}

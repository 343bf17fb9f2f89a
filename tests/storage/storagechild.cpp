// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/workspace.h"
#include "tests/storage/storagechild_heritage.h"

#include <QCoreApplication>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

using namespace loci;
using namespace loci::workspace;

/// A second program for tests that need one: `storagechild commit|catalogue|edit|merge|hold|fill|saveas PATH ...`.
namespace {
void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

/// Writing beyond fails, as on a full disk.
void limitFileSize(rlim_t bytes)
{
    const rlimit size = {bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &size);
}

Result<> write(Workspace &workspace, int number, int size)
{
    // Random bytes, so that compression does not save us from the full disk.
    QByteArray content(size, Qt::Uninitialized);
    quint32 state = quint32(number) * 2654435761U + 1;
    for (char &byte : content) {
        state = state * 1664525U + 1013904223U;
        byte = char(state >> 24);
    }
    return workspace.commit({QStringLiteral("Step %1").arg(number),
                             {{QStringLiteral("test/%1").arg(number), {}, content},
                              {QStringLiteral("test/last"), {}, QByteArray::number(number)}}});
}

int commitUntilKilled(Workspace &workspace)
{
    const int first = workspace.document(QStringLiteral("test/last")).value_or("0").toInt() + 1;
    for (int number = first;; ++number) {
        if (!write(workspace, number, 3000)) {
            return 1;
        }
        say(QString::number(number)); // the acknowledgement
    }
}

/// Commits until writing fails, as on a full disk; then reads back everything.
int fill(Workspace &workspace)
{
    for (int number = 1; number < 2000; ++number) {
        if (const auto done = write(workspace, number, 50'000); !done) {
            say(QStringLiteral("refused %1 %2").arg(number).arg(int(done.error().code)));
            say(done.error().message);
            const Findings findings = workspace.check();
            for (const Finding &finding : findings) {
                say(finding.message);
            }
            return workspace.document(QStringLiteral("test/last")) == QByteArray::number(number - 1) && findings.empty()
                       ? 0
                       : 1;
        }
    }
    return 2;
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("storagechild"));
    const QStringList arguments = QCoreApplication::arguments();
    std::signal(SIGXFSZ, SIG_IGN);
    auto workspace = Workspace::open(arguments.value(2));
    if (!workspace) {
        say(workspace.error().message);
        return 3;
    }
    say(QStringLiteral("open %1").arg((*workspace)->isReadOnly() ? QStringLiteral("readonly")
                                                                 : QStringLiteral("readwrite")));
    if (arguments.value(1) == QStringLiteral("commit")) {
        return commitUntilKilled(**workspace);
    }
    if (arguments.value(1) == QStringLiteral("catalogue")) {
        return test::catalogueUntilKilled(**workspace);
    }
    if (arguments.value(1) == QStringLiteral("edit")) {
        return test::editUntilKilled(**workspace, arguments);
    }
    if (arguments.value(1) == QStringLiteral("merge")) {
        if (const auto limit = arguments.value(4).toULongLong(); limit > 0) {
            limitFileSize(limit);
        }
        return test::mergeOnce(**workspace, arguments);
    }
    if (arguments.value(1) == QStringLiteral("fill")) {
        if (const auto limit = arguments.value(3).toULongLong(); limit > 0) {
            limitFileSize(limit);
        }
        return fill(**workspace);
    }
    if (arguments.value(1) == QStringLiteral("saveas")) {
        limitFileSize(arguments.value(4).toULongLong());
        const auto done = (*workspace)->saveAs(arguments.value(3));
        say(done ? QStringLiteral("saved") : done.error().message);
        return done ? 0 : 1;
    }
    return ::getchar() == EOF ? 0 : 1; // hold until the parent closes our input
}

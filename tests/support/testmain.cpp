// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include "tests/support/testenvironment.h"

#include <QApplication>
#include <QProcess>
#include <QTest>
#include <cstdio>
#include <vector>

namespace loci::test {

namespace {
struct Registered
{
    const char *name;
    TestFactory factory;
};
std::vector<Registered> &registry()
{
    static std::vector<Registered> tests;
    return tests;
}
} // namespace

bool registerTest(const char *name, TestFactory factory)
{
    registry().push_back({name, std::move(factory)});
    return true;
}

int runRegistered(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    QString only;
    if (arguments.size() > 1 && !arguments[1].startsWith(QLatin1Char('-'))) {
        only = arguments.takeAt(1);
    }
    int failed = 0;
    int run = 0;
    for (const Registered &test : registry()) {
        if (!only.isEmpty() && only != QLatin1String(test.name)) {
            continue;
        }
        ++run;
        const std::unique_ptr<QObject> object = test.factory();
        failed += QTest::qExec(object.get(), arguments) != 0 ? 1 : 0;
    }
    std::printf("%d test classes run, %d failed\n", run, failed);
    return run == 0 || failed != 0 ? 1 : 0;
}

int runEachAlone(int argc, char **argv)
{
    int failed = 0;
    for (const Registered &test : registry()) {
        QStringList arguments{QLatin1String(test.name)};
        for (int i = 1; i < argc; ++i) {
            arguments << QString::fromLocal8Bit(argv[i]);
        }
        failed += QProcess::execute(QString::fromLocal8Bit(argv[0]), arguments) != 0 ? 1 : 0;
    }
    std::printf("%d programs run, %d failed\n", static_cast<int>(registry().size()), failed);
    return registry().empty() || failed != 0 ? 1 : 0;
}

} // namespace loci::test

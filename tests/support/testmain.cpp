// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include "tests/support/testenvironment.h"

#include <QApplication>
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

} // namespace loci::test

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testenvironment.h"

#include <QCoreApplication>

namespace loci::test {
int runRegistered(int argc, char **argv);
}

int main(int argc, char **argv)
{
    const loci::test::TestEnvironment environment;
    const QCoreApplication application(argc, argv);
    return loci::test::runRegistered(argc, argv);
}

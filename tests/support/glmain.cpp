// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testenvironment.h"
#include "widgets/scene/surfaceformat.h"

#include <QApplication>

namespace loci::test {
int runRegistered(int argc, char **argv);
int runEachAlone(int argc, char **argv);
} // namespace loci::test

/// For tests that show a 3D view: the surface format is set before the application, as in the program. With
/// LOCI_ONE_CLASS_A_PROCESS each class has a program of its own, as the map library starts once in a process.
int main(int argc, char **argv)
{
#ifdef LOCI_ONE_CLASS_A_PROCESS
    if (argc < 2 || argv[1][0] == '-') {
        return loci::test::runEachAlone(argc, argv);
    }
#endif
    const loci::test::TestEnvironment environment;
    loci::widgets::prepareSceneSurfaces();
    const QApplication application(argc, argv);
    return loci::test::runRegistered(argc, argv);
}

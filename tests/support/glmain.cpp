// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testenvironment.h"
#include "widgets/scene/surfaceformat.h"

#include <QApplication>

namespace loci::test {
int runRegistered(int argc, char **argv);
}

/// For tests that show a 3D view: the surface format is set before the application, as in the program.
int main(int argc, char **argv)
{
    const loci::test::TestEnvironment environment;
    loci::widgets::prepareSceneSurfaces();
    const QApplication application(argc, argv);
    return loci::test::runRegistered(argc, argv);
}

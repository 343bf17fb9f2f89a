// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testenvironment.h"

#include <QVTKOpenGLNativeWidget.h>

#include <QApplication>
#include <QSurfaceFormat>

namespace loci::test {
int runRegistered(int argc, char **argv);
}

/// For tests that show a 3D view: the surface format is set before the application, as in the program.
int main(int argc, char **argv)
{
    const loci::test::TestEnvironment environment;
    QSurfaceFormat::setDefaultFormat(QVTKOpenGLNativeWidget::defaultFormat());
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    const QApplication application(argc, argv);
    return loci::test::runRegistered(argc, argv);
}

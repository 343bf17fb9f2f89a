// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testenvironment.h"

#include <QVTKOpenGLNativeWidget.h>

#include <QApplication>
#include <QSurfaceFormat>

namespace loci::test {
int runRegistered(int argc, char **argv);
}

/// As guimain.cpp, with the surface format that VTK's widget wants before the application object.
int main(int argc, char **argv)
{
    const loci::test::TestEnvironment environment;
    QSurfaceFormat::setDefaultFormat(QVTKOpenGLNativeWidget::defaultFormat());
    const QApplication application(argc, argv);
    return loci::test::runRegistered(argc, argv);
}

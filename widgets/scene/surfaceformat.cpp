// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/surfaceformat.h"

#include <QVTKOpenGLNativeWidget.h>

#include <QCoreApplication>
#include <QSurfaceFormat>

namespace loci::widgets {

void prepareSceneSurfaces()
{
    QSurfaceFormat::setDefaultFormat(QVTKOpenGLNativeWidget::defaultFormat());
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
}

} // namespace loci::widgets

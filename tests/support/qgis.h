// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/qgisruntime.h"

#include <QCoreApplication>
#include <QStandardPaths>

namespace loci::test {

/// QGIS core for this process, stopped by the application's end.
inline void ensureQgis()
{
    static std::shared_ptr<map::QgisRuntime> runtime;
    if (runtime == nullptr) {
        auto started = map::QgisRuntime::start(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
        if (!started) {
            qFatal("%s", qPrintable(started.error().message));
        }
        runtime = std::move(*started);
        qAddPostRoutine([] { runtime.reset(); });
    }
}

} // namespace loci::test

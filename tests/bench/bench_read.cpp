// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One reading of a model of any format, for tests/bench/run, which starts it beside its peers and asks the system for
// the peak memory of each.   bench_read FILE
#include "layers/formats/modelreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLoggingCategory>
#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false"));
    const QString path = QCoreApplication::arguments().value(1);
    QElapsedTimer clock;
    clock.start();
    const auto loaded = loci::formats::readModel(path);
    if (!loaded) {
        std::fprintf(stderr, "%s\n", qPrintable(loaded.error().message));
        return 3;
    }
    const loci::city::CityModel &model = *loaded->value;
    std::printf("{\"seconds\":%.4f,\"fileBytes\":%lld,\"modelBytes\":%zu,\"objects\":%u,\"surfaces\":%u}\n",
                static_cast<double>(clock.nsecsElapsed()) / 1e9, static_cast<long long>(QFileInfo(path).size()),
                model.memoryBytes(), model.objectCount(), model.geometry.surfaceCount());
    return 0;
}

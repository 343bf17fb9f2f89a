// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a model of N buildings for the other benchmarks.   bench_sample FOLDER N [seq]
#include "layers/formats/samplewriter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    loci::formats::SampleOptions options;
    options.buildings = arguments.value(2).toInt();
    options.sequence = arguments.value(3) == QLatin1String("seq");
    QElapsedTimer clock;
    clock.start();
    const auto report = loci::formats::writeSample(arguments.value(1), options);
    if (!report) {
        std::fprintf(stderr, "%s\n", qPrintable(report.error().message));
        return loci::exitStatus(report.error().code);
    }
    std::printf("{\"buildings\":%d,\"objects\":%lld,\"vertices\":%lld,\"seconds\":%.3f}\n", report->buildings,
                static_cast<long long>(report->objects), static_cast<long long>(report->vertices),
                static_cast<double>(clock.elapsed()) / 1000);
    return 0;
}

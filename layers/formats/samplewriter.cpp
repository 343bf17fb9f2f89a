// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/samplewriter.h"

#include "layers/formats/sampleparts.h"

#include <QCoreApplication>

namespace loci::formats {

Result<SampleReport> writeSample(const QString &folder, const SampleOptions &options, const CancelToken &cancel,
                                 const ProgressFunction &progress)
{
    if (options.buildings < 0 || options.buildings > 1000000) {
        return fail(ErrorCode::Usage,
                    QCoreApplication::translate("SampleWriter", "The number of buildings goes from 1 to 1,000,000."));
    }
    const QDir dir(folder);
    if (!dir.mkpath(QStringLiteral("."))) {
        return fail(ErrorCode::NotWritable,
                    QCoreApplication::translate("SampleWriter", "The folder %1 cannot be made.").arg(folder));
    }
    SampleReport report;
    if (options.buildings > 0) {
        const QString path = dir.absoluteFilePath(options.sequence ? QStringLiteral("linjiang.city.jsonl")
                                                                   : QStringLiteral("linjiang.city.json"));
        LOCI_CHECK(writeBuildings(path, options, cancel, progress, report));
        report.files.append(path);
        return report;
    }
    const sample::Town town = sample::makeTown(options.seed);
    if (progress) {
        progress(0.4);
    }
    const QString model = dir.absoluteFilePath(QStringLiteral("linjiang.city.json"));
    LOCI_CHECK(writeTownModel(model, town, report));
    report.files.append(model);
    if (cancel.isCancelled()) {
        return fail(ErrorCode::Cancelled,
                    QCoreApplication::translate("SampleWriter", "Writing the sample was cancelled."));
    }
    LOCI_CHECK(writeTownLayers(QDir(dir.absolutePath()), town, report));
    LOCI_CHECK(writeTownTables(QDir(dir.absolutePath()), town, report));
    report.assets = static_cast<int>(town.heritage.size());
    if (progress) {
        progress(1);
    }
    return report;
}

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the seeds of the fuzz targets: a small town of our own sample writer in every form that we write.
// fuzzseeds FOLDER makes FOLDER/cityjson, FOLDER/cityjsonseq, FOLDER/mesh and FOLDER/cache.
#include "layers/formats/export/cityjsonwriter.h"
#include "layers/formats/export/gltfwriter.h"
#include "layers/formats/export/objwriter.h"
#include "layers/formats/export/tileswriter.h"
#include "layers/formats/modelcache/modelstore.h"
#include "layers/formats/modelreader.h"
#include "layers/formats/samplewriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <cstdio>

using namespace loci;

namespace {

constexpr std::uint64_t kKey = 1; // as fuzz_cache has it

int failed(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    return 1;
}

/// The lines behind the head: that is what fuzz_cityjsonseq takes.
Result<> writeFeatures(const QString &from, const QString &to)
{
    QFile in(from);
    QFile out(to);
    if (!in.open(QIODevice::ReadOnly) || !out.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::NotWritable, to);
    }
    in.readLine();
    out.write(in.readAll());
    return {};
}

/// The tiles one by one: a tileset refers to files that a fuzzer does not have.
void copyTiles(const QString &folder, const QString &to)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    for (int number = 0; files.hasNext(); ++number) {
        const QString path = files.next();
        QFile::copy(path, to + QStringLiteral("/tile-%1-%2").arg(number).arg(files.fileName()));
    }
}

Result<> writeSeeds(const QString &root)
{
    const QTemporaryDir work;
    formats::SampleOptions options;
    options.buildings = 2;
    for (const char *name : {"cityjson", "cityjsonseq", "mesh", "cache"}) {
        QDir(root + QLatin1Char('/') + QLatin1String(name)).removeRecursively();
        QDir().mkpath(root + QLatin1Char('/') + QLatin1String(name));
    }
    LOCI_TRY(const formats::SampleReport sample, formats::writeSample(work.path(), options));
    LOCI_TRY(const formats::LoadedModel loaded, formats::readModel(sample.files.first()));
    const city::CityModel &model = *loaded.value;
    LOCI_CHECK(formats::writeCityJson(model, root + QStringLiteral("/cityjson/town.city.json")));
    const QString sequence = work.filePath(QStringLiteral("town.city.jsonl"));
    LOCI_CHECK(formats::writeCityJsonSeq(model, sequence));
    LOCI_CHECK(writeFeatures(sequence, root + QStringLiteral("/cityjsonseq/town.city.jsonl")));
    LOCI_CHECK(formats::writeGlb(model, root + QStringLiteral("/mesh/town.glb")));
    LOCI_CHECK(formats::writeObj(model, root + QStringLiteral("/mesh/town.obj")));
    LOCI_CHECK(formats::writeTiles(model, work.filePath(QStringLiteral("tiles"))));
    copyTiles(work.filePath(QStringLiteral("tiles")), root + QStringLiteral("/mesh"));
    formats::OpenedModel opened;
    opened.loaded = loaded;
    return formats::modelcache::writeModel(root + QStringLiteral("/cache/town"), kKey, opened, {1, 2}, 3);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "fuzzseeds FOLDER\n");
        return 2;
    }
    const Result<> written = writeSeeds(QString::fromLocal8Bit(argv[1]));
    return written ? 0 : failed(written.error());
}

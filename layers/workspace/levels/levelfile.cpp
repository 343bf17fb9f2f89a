// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/levels/levelfile.h"

#include "layers/formats/heritage/rowreader.h"
#include "layers/formats/heritage/rowwriter.h"
#include "layers/workspace/zipreader.h"
#include "layers/workspace/zipwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace loci::workspace {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::LevelFile)
};

const QString kManifest = QStringLiteral("manifest.json");
const QString kData = QStringLiteral("data.gpkg");

} // namespace

Result<> writeLevelPackage(const levels::LevelPackage &package, const QString &path, const QByteArray &secretPem)
{
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    QFile manifest(dir.filePath(kManifest));
    const QByteArray text = QJsonDocument(package.manifest()).toJson();
    if (!folder.isValid() || !manifest.open(QIODevice::WriteOnly) || manifest.write(text) != text.size()) {
        return fail(ErrorCode::NotWritable, Texts::tr("There is no room for temporary files."), manifest.errorString());
    }
    manifest.close();
    const heritage::RowTable rows = package.toRows();
    LOCI_CHECK(formats::writeRows(rows, rows.column(QStringLiteral("shape")), formats::RowFormat::GeoPackage,
                                  dir.filePath(kData)));
    if (!secretPem.isEmpty()) {
        LOCI_CHECK(formats::sealFolder(folder.path(), secretPem));
    }
    const QString part = path + QStringLiteral(".part");
    {
        LOCI_TRY(const auto zip, ZipWriter::create(part));
        const QStringList names = dir.entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            LOCI_CHECK(zip->addFile(name, dir.filePath(name), {}));
        }
        LOCI_CHECK(zip->close());
    }
    QFile::remove(path);
    if (!QFile::rename(part, path)) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be written.").arg(QDir::toNativeSeparators(path)));
    }
    return {};
}

Result<ReadLevelPackage> readLevelPackage(const QString &path, const std::map<QString, QByteArray> &trustedKeys)
{
    const QTemporaryDir folder;
    const ZipLimits limits{.entries = 16, .totalBytes = qint64(4) << 30, .ratio = 250, .ratioFreeBytes = 64 << 20};
    LOCI_CHECK(inspectZip(path, limits, {}));
    LOCI_CHECK(extractZip(path, folder.path(), limits, {}));
    LOCI_TRY(const formats::SealReport seal, formats::checkSeal(folder.path(), trustedKeys));
    if (seal.seal == formats::Seal::Wrong || seal.seal == formats::Seal::Altered) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("The package %1 was changed after it was sealed; ask for it again.")
                        .arg(QDir::toNativeSeparators(path)),
                    seal.file);
    }
    const QDir dir(folder.path());
    QFile manifest(dir.filePath(kManifest));
    const QJsonObject json =
        manifest.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(manifest.readAll()).object() : QJsonObject();
    if (json.isEmpty() || !dir.exists(kData)) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 is no level package.").arg(QDir::toNativeSeparators(path)));
    }
    formats::RowSource source;
    source.path = dir.filePath(kData);
    LOCI_TRY(const auto rows, formats::readRows(source));
    LOCI_TRY(levels::LevelPackage package, levels::LevelPackage::fromRows(rows.value));
    package.sender = json.value(QStringLiteral("sender")).toString();
    LOCI_CHECK(package.readManifest(json));
    return ReadLevelPackage{std::move(package), seal};
}

} // namespace loci::workspace

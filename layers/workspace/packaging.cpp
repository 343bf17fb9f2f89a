// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/packaging.h"

#include "layers/storage/documentstore.h"
#include "layers/storage/fileops.h"
#include "layers/storage/schema.h"
#include "layers/storage/spatialitedatabase.h"
#include "layers/workspace/heritage/mediacarrier.h"
#include "layers/workspace/jsonpaths.h"
#include "layers/workspace/moving.h"
#include "layers/workspace/packagecontents.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/references.h"
#include "layers/workspace/relocate.h"
#include "layers/workspace/sidefiles.h"
#include "layers/workspace/workspacefile.h"
#include "layers/workspace/zipreader.h"
#include "layers/workspace/zipwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace loci::workspace {

using storage::SpatiaLiteDatabase;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::Packaging)
};

const QString kManifest = QStringLiteral("locipack.json");

Error notWritable(const QString &target)
{
    return {ErrorCode::NotWritable,
            Texts::tr("%1 cannot be written: the folder is write-protected or absent.")
                .arg(QDir::toNativeSeparators(target)),
            {},
            nullptr};
}

Result<std::unique_ptr<SpatiaLiteDatabase>> openForReading(const QString &path)
{
    LOCI_CHECK(checkLooksLikeWorkspace(path));
    LOCI_TRY(auto database, SpatiaLiteDatabase::open(path, SpatiaLiteDatabase::Mode::ReadOnly));
    LOCI_CHECK(storage::checkIsWorkspace(*database, path));
    return database;
}

Result<> collect(storage::Database &database, const QString &workspacePath, PackageContents &contents,
                 const CancelToken &cancel)
{
    const storage::DocumentStore documents(database);
    LOCI_TRY(const QStringList keys, documents.keys({}));
    for (const QString &key : keys) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Cancelled."));
        }
        LOCI_TRY(const auto document, documents.value(key));
        const Reference reference = referenceOf(key, document.value_or(QByteArray()));
        if (!reference.path.isEmpty()) {
            contents.add(resolvedPath(workspacePath, reference.path), key);
        } else if (!reference.remote.isEmpty()) {
            contents.reportRemote(reference.remote, key);
        }
        for (const QString &path : jsonPaths(key, document.value_or(QByteArray()))) {
            contents.add(resolvedPath(workspacePath, path), key);
        }
    }
    return {};
}

/// Files may be databases that somebody writes to at this moment; what their log holds belongs to them.
QString settledCopy(const QString &source, const QTemporaryDir &folder)
{
    if (QFileInfo(source + QStringLiteral("-wal")).size() == 0) {
        return source;
    }
    const QString copy = folder.filePath(QString::number(qHash(source)) + QStringLiteral(".db"));
    const auto database = SpatiaLiteDatabase::open(source, SpatiaLiteDatabase::Mode::ReadOnly);
    return database && (*database)->copyTo(copy) ? copy : source;
}

QByteArray manifest(const QString &workspace)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("loci-package")},
                                     {QStringLiteral("version"), 1},
                                     {QStringLiteral("workspace"), workspace}})
        .toJson();
}

Result<> writePackage(const QString &zip, const QString &copy, const QString &name, const PackageContents &contents,
                      const QTemporaryDir &scratch, const CancelToken &cancel)
{
    LOCI_TRY(const auto writer, ZipWriter::create(zip));
    LOCI_CHECK(writer->addData(kManifest, manifest(name)));
    LOCI_CHECK(writer->addFile(name, copy, cancel));
    if (const QString observations = observationsFile(copy); QFileInfo::exists(observations)) {
        LOCI_CHECK(writer->addFile(observationsFile(name).section(QLatin1Char('/'), -1), observations, cancel));
    }
    for (const PackageContents::File &file : contents.files()) {
        LOCI_CHECK(writer->addFile(file.name, settledCopy(file.source, scratch), cancel));
    }
    return writer->close();
}

/// The workspace that the manifest names.
Result<QString> workspaceIn(const QString &folder)
{
    QFile file(folder + QLatin1Char('/') + kManifest);
    const bool there = file.size() < 100'000 && file.open(QIODevice::ReadOnly);
    const QJsonObject json = there ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    const QString name = json.value(QStringLiteral("workspace")).toString();
    if (json.value(QStringLiteral("format")).toString() != QStringLiteral("loci-package") || name.isEmpty() ||
        name.contains(QLatin1Char('/')) || !QFileInfo(folder + QLatin1Char('/') + name).isFile()) {
        return fail(ErrorCode::Invalid, Texts::tr("The file is a zip archive, but not a Loci package."));
    }
    if (json.value(QStringLiteral("version")).toInt() > 1) {
        return fail(ErrorCode::Unsupported, Texts::tr("The package was made by a newer version of Loci."));
    }
    LOCI_TRY(const auto database, openForReading(folder + QLatin1Char('/') + name));
    return name;
}

/// Through a file beside the package, that is gone afterwards.
Result<PackReport> packFromServer(const QString &text, const QString &packagePath, const CancelToken &cancel)
{
    LOCI_TRY(const auto address, storage::PostGisAddress::parse(text));
    const QString target = QFileInfo(packagePath).absoluteFilePath();
    const QTemporaryDir scratch(storage::temporaryBeside(target) + QStringLiteral("-XXXXXX"));
    if (!scratch.isValid()) {
        return fail(notWritable(target));
    }
    const SystemClock clock;
    const QString copy = scratch.filePath(address.schema + QStringLiteral(".loci"));
    LOCI_TRY(const MoveReport moved, copyFromServer({text, copy}, clock, cancel));
    return pack(copy, target, cancel);
}
} // namespace

Result<PackReport> pack(const QString &workspacePath, const QString &packagePath, const CancelToken &cancel)
{
    if (storage::PostGisAddress::looksLikeOne(workspacePath)) {
        return packFromServer(workspacePath, packagePath, cancel);
    }
    const QString source = QFileInfo(workspacePath).absoluteFilePath();
    const QString target = QFileInfo(packagePath).absoluteFilePath();
    LOCI_TRY(const auto database, openForReading(source));
    if (!QFileInfo(QFileInfo(target).absolutePath()).isWritable()) {
        return fail(notWritable(target));
    }
    if (storage::FileIdentity::of(source) == storage::FileIdentity::of(target)) {
        return fail(ErrorCode::Usage, Texts::tr("The package needs another name than the workspace."));
    }
    const QTemporaryDir scratch(storage::temporaryBeside(target) + QStringLiteral("-XXXXXX"));
    const QString copy = scratch.filePath(QStringLiteral("workspace.loci"));
    LOCI_CHECK(database->copyTo(copy));
    LOCI_CHECK(copyObservations(source, copy));
    const QString name = QFileInfo(source).completeBaseName() + QStringLiteral(".loci");
    PackageContents contents;
    {
        LOCI_TRY(const auto packed, SpatiaLiteDatabase::open(copy, SpatiaLiteDatabase::Mode::Build));
        LOCI_CHECK(collect(*packed, source, contents, cancel));
        LOCI_CHECK(storage::migrate(*packed)); // an older workspace is packed as it would be opened
        LOCI_CHECK(packMedia(*packed, source, name, contents));
        LOCI_CHECK(relocate(*packed, [&contents, &source](const QString &stored) {
            const QString inside = contents.nameOf(resolvedPath(source, stored));
            return inside.isEmpty() ? stored : inside;
        }));
    }
    const QString zip = scratch.filePath(QStringLiteral("package.zip"));
    LOCI_CHECK(writePackage(zip, copy, name, contents, scratch, cancel));
    PackReport report;
    report.files << name;
    if (QFileInfo::exists(observationsFile(copy))) {
        report.files << observationsFile(name).section(QLatin1Char('/'), -1);
    }
    for (const PackageContents::File &file : contents.files()) {
        report.files << file.name;
    }
    report.bytes = QFileInfo(zip).size();
    report.findings = contents.findings();
    LOCI_CHECK(storage::moveIntoPlace(zip, target, storage::Existing::Replace));
    return report;
}

Result<QString> unpack(const QString &packagePath, const QString &folder, const CancelToken &cancel)
{
    const QString target = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    const QDir existing(target);
    if (QFileInfo::exists(target) &&
        (!QFileInfo(target).isDir() || !existing.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))) {
        return fail(
            ErrorCode::NotWritable,
            Texts::tr("%1 is not empty; choose an empty or a new folder.").arg(QDir::toNativeSeparators(target)));
    }
    const ZipLimits limits;
    LOCI_CHECK(inspectZip(packagePath, limits, cancel));
    if (!QDir().mkpath(QFileInfo(target).absolutePath())) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be made.").arg(QDir::toNativeSeparators(target)));
    }
    const QTemporaryDir scratch(storage::temporaryBeside(target) + QStringLiteral("-XXXXXX"));
    const QString inside = scratch.filePath(QStringLiteral("content"));
    if (!scratch.isValid() || !QDir().mkpath(inside)) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be made.").arg(QDir::toNativeSeparators(target)),
                    scratch.errorString());
    }
    LOCI_CHECK(extractZip(packagePath, inside, limits, cancel));
    LOCI_TRY(const QString name, workspaceIn(inside));
    QDir().rmdir(target);
    if (!QDir().rename(inside, target)) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 cannot be made.").arg(QDir::toNativeSeparators(target)));
    }
    return target + QLatin1Char('/') + name;
}

Result<> backup(const QString &workspacePath, const QString &copyPath)
{
    if (storage::PostGisAddress::looksLikeOne(workspacePath)) {
        const SystemClock clock;
        LOCI_TRY(const MoveReport moved, copyFromServer({workspacePath, copyPath}, clock));
        return {};
    }
    LOCI_TRY(const auto database, openForReading(workspacePath));
    const QString target = QFileInfo(copyPath).absoluteFilePath();
    const QString temporary = storage::temporaryBeside(target);
    const storage::TemporaryFileGuard guard(temporary);
    LOCI_CHECK(database->copyTo(temporary));
    LOCI_TRY(const int version, database->schemaVersion());
    if (version >= 2) {
        LOCI_CHECK(carryMedia(*database, QFileInfo(workspacePath).absoluteFilePath(), target));
    }
    LOCI_CHECK(storage::moveIntoPlace(temporary, target, storage::Existing::Refuse));
    return copyObservations(workspacePath, target);
}

} // namespace loci::workspace

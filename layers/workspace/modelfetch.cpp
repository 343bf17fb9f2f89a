// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/modelfetch.h"

#include "layers/storage/schema.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/relocate.h"
#include "layers/workspace/servermodels.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QTemporaryDir>
#include <algorithm>

namespace loci::workspace {

using storage::Database;
using storage::Statement;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::ModelFetch)
};

struct StoredFile
{
    QString name, sha256;
    qint64 size = 0;
};

Result<std::vector<StoredFile>> filesOf(Database &database, const QString &path)
{
    std::vector<StoredFile> files;
    LOCI_TRY(const bool hasModels, storage::hasTable(database, QStringLiteral("model_file")));
    if (hasModels) {
        LOCI_CHECK(database.run("SELECT name, sha256, size FROM model_file WHERE path = ?1 ORDER BY number", {path},
                                [&files](const Statement &row) {
                                    files.push_back({row.text(0), row.text(1), row.integer(2)});
                                }));
    }
    return files;
}

/// Two states of one model are two folders.
QString stateOf(const std::vector<StoredFile> &files)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const StoredFile &file : files) {
        hash.addData(file.name.toUtf8() + '\n' + file.sha256.toLatin1() + '\n');
    }
    return QString::fromLatin1(hash.result().toHex().left(16));
}

bool isThere(const QString &folder, const std::vector<StoredFile> &files)
{
    return std::all_of(files.begin(), files.end(), [&folder](const StoredFile &file) {
        const QFileInfo info(folder + QLatin1Char('/') + file.name);
        return info.isFile() && info.size() == file.size;
    });
}

tl::unexpected<Error> notWritable(const QFile &file)
{
    return fail(
        ErrorCode::NotWritable,
        Texts::tr("%1 cannot be written: %2.").arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
}

Result<> fetchFile(Database &database, const QString &folder, const StoredFile &wanted, const CancelToken &cancel)
{
    // Whoever wrote these names may be anybody: nothing leaves the folder.
    if (QDir::isAbsolutePath(wanted.name) || QDir::cleanPath(wanted.name) != wanted.name ||
        wanted.name.startsWith(QLatin1String(".."))) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("The server names a file of a model “%1”, which leaves its folder.").arg(wanted.name));
    }
    QFile file(folder + QLatin1Char('/') + wanted.name);
    if (!QDir().mkpath(QFileInfo(file).absolutePath()) || !file.open(QIODevice::WriteOnly)) {
        return notWritable(file);
    }
    QCryptographicHash content(QCryptographicHash::Sha256);
    for (qint64 part = 0; part == 0 || file.pos() < wanted.size; ++part) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Cancelled."));
        }
        QByteArray bytes;
        LOCI_CHECK(database.run("SELECT bytes FROM model_part WHERE sha256 = ?1 AND part = ?2", {wanted.sha256, part},
                                [&bytes](const Statement &row) { bytes = row.blob(0); }));
        if (bytes.isEmpty()) {
            break;
        }
        content.addData(bytes);
        if (file.write(bytes) != bytes.size()) {
            return notWritable(file);
        }
    }
    if (!file.flush()) {
        return notWritable(file);
    }
    if (QString::fromLatin1(content.result().toHex()) != wanted.sha256) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("The server has not the whole of %1, or something else in its place; who has the file "
                              "puts it there again with “loci workspace models ADDRESS --store”.")
                        .arg(QFileInfo(wanted.name).fileName()));
    }
    return {};
}
} // namespace

QString modelsFolder(const QString &workspacePath)
{
    const QFileInfo info(workspacePath);
    return info.absolutePath() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".models");
}

Result<QString> fetchModel(Database &database, const QString &folder, const QString &path, const CancelToken &cancel)
{
    LOCI_TRY(const auto files, filesOf(database, path));
    if (files.empty()) {
        return QString();
    }
    const QString place = folder + QLatin1Char('/') + stateOf(files);
    const QString model = place + QLatin1Char('/') + files.front().name;
    if (isThere(place, files)) {
        return model;
    }
    QDir().mkpath(folder);
    QTemporaryDir scratch(folder + QStringLiteral("/.fetching-XXXXXX"));
    if (!scratch.isValid()) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder)));
    }
    for (const StoredFile &file : files) {
        LOCI_CHECK(fetchFile(database, scratch.path(), file, cancel));
    }
    if (!QDir().rename(scratch.path(), place) && !isThere(place, files)) { // another window may have been quicker
        QDir(place).removeRecursively();                                   // what somebody has cut about
        if (!QDir().rename(scratch.path(), place)) {
            return fail(ErrorCode::NotWritable,
                        Texts::tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(place)));
        }
    }
    return model;
}

Result<int> bringModels(Database &server, Database &copy, const QString &finalPath, const CancelToken &cancel)
{
    LOCI_TRY(const auto models, modelsOf(copy, finalPath));
    QHash<QString, QString> brought;
    for (const ModelState &model : models) {
        if (!model.isHere) {
            LOCI_TRY(const QString place, fetchModel(server, modelsFolder(finalPath), model.path, cancel));
            if (!place.isEmpty()) {
                brought.insert(model.path, place);
            }
        }
    }
    if (brought.isEmpty()) {
        return 0;
    }
    LOCI_CHECK(relocate(copy, [&](const QString &stored) {
        const auto place = brought.constFind(resolvedPath(finalPath, stored));
        return place == brought.constEnd() ? stored : storedPath(finalPath, *place);
    }));
    return int(brought.size());
}

ModelFinder modelFinder(const Workspace &workspace)
{
    if (!workspace.isShared()) {
        return [](const QString &path, const CancelToken &) -> Result<QString> { return path; };
    }
    return [reader = workspace.reader(), folder = modelsFolder(workspace.path())](
               const QString &path, const CancelToken &cancel) -> Result<QString> {
        if (QFileInfo(path).isReadable()) {
            return path;
        }
        LOCI_TRY(const auto database, reader());
        LOCI_TRY(const QString place, fetchModel(*database, folder, path, cancel));
        return place.isEmpty() ? path : place;
    };
}

} // namespace loci::workspace

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/workspacefile.h"

#include "layers/base/logging.h"
#include "layers/storage/documentstore.h"
#include "layers/storage/fileops.h"
#include "layers/storage/keyvaluestore.h"
#include "layers/workspace/templates.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QUuid>
#include <QtEndian>

namespace loci::workspace {

using storage::FileLock;
using storage::SpatiaLiteDatabase;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::WorkspaceFile)
};

Result<> fill(storage::Database &database, const Template &seed, const Clock &clock)
{
    LOCI_TRY(storage::Transaction transaction, storage::Transaction::begin(database));
    storage::DocumentStore documents(database);
    for (const auto &[key, value] : seed.documents) {
        LOCI_CHECK(documents.set(key, value, clock.nowUtc()));
    }
    storage::ViewStateStore views(database);
    for (const auto &[key, value] : seed.viewState) {
        LOCI_CHECK(views.set(key, value));
    }
    storage::MetaStore meta(database);
    LOCI_CHECK(meta.set(QStringLiteral("template"), seed.id));
    LOCI_CHECK(meta.set(QStringLiteral("created"), clock.nowUtc().toString(Qt::ISODate)));
    LOCI_CHECK(meta.set(QStringLiteral("id"), QUuid::createUuid().toString(QUuid::WithoutBraces)));
    return transaction.commit();
}

constexpr qint64 kRoomForNew = 10'000'000; // of which the register of coordinate systems takes most

/// A copy beside the file, named after the old schema and the time, before the file is changed.
Result<QString> backUpBeforeUpgrade(storage::Database &database, const QString &path, int version, const Clock &clock)
{
    const QString copy = QStringLiteral("%1.schema%2-%3.backup")
                             .arg(path)
                             .arg(version)
                             .arg(clock.nowUtc().toString(QStringLiteral("yyyyMMdd-HHmmss")));
    const QString temporary = storage::temporaryBeside(copy);
    LOCI_CHECK(database.copyTo(temporary));
    LOCI_CHECK(storage::moveIntoPlace(temporary, copy, storage::Existing::Replace));
    return copy;
}

Result<> upgrade(WorkspaceFile &file, int version, const std::vector<storage::Migration> &steps, const Clock &clock)
{
    if (version == steps.back().version) {
        return {};
    }
    const QString name = QDir::toNativeSeparators(file.path);
    if (file.readOnly) {
        return fail(
            ErrorCode::NotWritable,
            Texts::tr("%1 was made by an older version of Loci and is brought up to date when it is opened, but "
                      "it cannot be written now.")
                .arg(name));
    }
    LOCI_TRY(const QString copy, backUpBeforeUpgrade(*file.database, file.path, version, clock));
    qCInfo(logWorkspace, "Upgrading the schema of a workspace after a backup.");
    if (auto done = storage::migrate(*file.database, steps); !done) {
        return fail(
            done.error().with(Texts::tr("%1 could not be brought up to date and stays as it was; a copy is in %2.")
                                  .arg(name, QDir::toNativeSeparators(copy))));
    }
    return {};
}

/// Takes the lock, or finds out why the file can only be read.
void acquire(WorkspaceFile &file, const Clock &clock)
{
    if (!QFileInfo(file.path).isWritable()) {
        file.readOnly = true;
        file.readOnlyReason = Texts::tr("The file is write-protected, so it opens read-only.");
        return;
    }
    FileLock::Attempt attempt = FileLock::acquire(file.path, clock);
    file.lock = std::move(attempt.lock);
    file.readOnly = attempt.status != FileLock::Status::Held;
    if (attempt.status == FileLock::Status::HeldByOther) {
        file.readOnlyReason = FileLock::sentence(attempt.holder);
    } else if (attempt.status == FileLock::Status::NotPossible) {
        file.readOnlyReason = Texts::tr("The folder is write-protected, so the workspace opens read-only.");
    }
}

/// True when somebody has worked in it.
bool holdsWork(storage::Database &database)
{
    bool found = false;
    const auto done =
        database.run("SELECT 1 FROM history LIMIT 1", {}, [&found](const storage::Statement &) { found = true; });
    return found || !done;
}
} // namespace

Result<> fillNew(storage::Database &database, const QString &templateId, const Clock &clock)
{
    LOCI_TRY(const Template seed, loadTemplate(templateId));
    return fill(database, seed, clock);
}

Result<> checkLooksLikeWorkspace(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(ErrorCode::NotReadable, Texts::tr("%1 does not exist.").arg(name));
    }
    QFile file(path);
    if (info.isDir() || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable, info.isDir()
                                                ? Texts::tr("%1 is a folder, not a workspace.").arg(name)
                                                : Texts::tr("%1 cannot be read: %2.").arg(name, file.errorString()));
    }
    const QByteArray head = file.read(100);
    if (head.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 is empty.").arg(name));
    }
    if (head.size() < 100 || !head.startsWith(QByteArray("SQLite format 3\0", 16))) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 is not a Loci workspace.").arg(name));
    }
    const auto number = [&head](int at) { return qFromBigEndian<quint32>(head.constData() + at); };
    const quint16 pageField = qFromBigEndian<quint16>(head.constData() + 16);
    const qint64 pageSize = pageField == 1 ? 65536 : pageField;
    const bool logIsEmpty = QFileInfo(path + QStringLiteral("-wal")).size() == 0;
    if (logIsEmpty && number(24) == number(92) && qint64(number(28)) * pageSize > file.size()) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("%1 is incomplete: its end is missing. Open a backup of it instead.").arg(name));
    }
    return {};
}

Result<> WorkspaceFile::make(const QString &path, const QString &templateId, const Clock &clock)
{
    LOCI_TRY(const Template seed, loadTemplate(templateId));
    const QString name = QDir::toNativeSeparators(path);
    if (QFileInfo::exists(path)) {
        return fail(ErrorCode::NotWritable, Texts::tr("%1 exists already.").arg(name));
    }
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir() || !folder.isWritable()) {
        return fail(ErrorCode::NotWritable,
                    folder.isDir() ? Texts::tr("%1 cannot be made: the folder is write-protected.").arg(name)
                                   : Texts::tr("%1 cannot be made: there is no such folder.").arg(name));
    }
    if (const QStorageInfo disk(folder.absoluteFilePath()); disk.isValid() && disk.bytesAvailable() < kRoomForNew) {
        return fail(ErrorCode::NotWritable, Texts::tr("The disk is full: %1 was not written.").arg(name));
    }
    const QString temporary = storage::temporaryBeside(path);
    const storage::TemporaryFileGuard guard(temporary);
    {
        LOCI_TRY(const auto database, SpatiaLiteDatabase::open(temporary, SpatiaLiteDatabase::Mode::Build));
        const auto made = [&]() -> Result<void> {
            LOCI_CHECK(storage::makeSchema(*database));
            return fill(*database, seed, clock);
        };
        if (auto done = made(); !done) {
            return fail(done.error().with(Texts::tr("%1 could not be made. %2").arg(name, done.error().message)));
        }
    }
    // A log that a deleted workspace of this name left would be played into the new one.
    QFile::remove(path + QStringLiteral("-wal"));
    QFile::remove(path + QStringLiteral("-shm"));
    return storage::moveIntoPlace(temporary, path, storage::Existing::Refuse);
}

Result<WorkspaceFile> WorkspaceFile::open(const QString &path, Access access, const Clock &clock,
                                          const std::vector<storage::Migration> &steps)
{
    LOCI_CHECK(checkLooksLikeWorkspace(path));
    WorkspaceFile file;
    file.path = QFileInfo(path).canonicalFilePath(); // two names of one file are one lock
    file.readOnly = access == Access::ReadOnly;
    if (!file.readOnly) {
        acquire(file, clock);
    }
    const auto read = [&file, steps]() -> Result<int> {
        LOCI_TRY(const auto look, SpatiaLiteDatabase::open(file.path, SpatiaLiteDatabase::Mode::ReadOnly));
        return storage::checkIsWorkspace(*look, file.path, steps);
    };
    LOCI_TRY(const int version, read()); // a foreign database is not touched
    LOCI_TRY(file.database, SpatiaLiteDatabase::open(file.path, file.readOnly ? SpatiaLiteDatabase::Mode::ReadOnly
                                                                              : SpatiaLiteDatabase::Mode::ReadWrite));
    LOCI_CHECK(upgrade(file, version, steps, clock));
    return file;
}

QString untitledFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/untitled");
}

Result<QString> findOrMakeUntitled(const Clock &clock)
{
    const QDir folder(untitledFolder());
    if (!folder.mkpath(QStringLiteral("."))) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder.path())));
    }
    const QFileInfoList found = folder.entryInfoList({QStringLiteral("*.loci")}, QDir::Files, QDir::Time);
    for (const QFileInfo &info : found) {
        const FileLock::Attempt attempt = FileLock::acquire(info.absoluteFilePath(), clock);
        if (!attempt.lock) {
            continue; // somebody is at work in it
        }
        auto database = SpatiaLiteDatabase::open(info.absoluteFilePath(), SpatiaLiteDatabase::Mode::ReadOnly);
        if (database && holdsWork(**database)) {
            return info.absoluteFilePath();
        }
        if (database) {
            database->reset();
            storage::removeDatabaseFiles(info.absoluteFilePath());
        }
    }
    const QString path = folder.filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".loci"));
    LOCI_CHECK(WorkspaceFile::make(path, {}, clock));
    return path;
}

} // namespace loci::workspace

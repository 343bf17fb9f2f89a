// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/fileops.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::FileOps)
};

bool sync(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool done = ::fsync(descriptor) == 0 || errno == EINVAL; // some network folders cannot be synced
    const int error = errno;
    ::close(descriptor);
    errno = error;
    return done;
}

Error writeError(const QString &path, int error)
{
    const QString file = QDir::toNativeSeparators(path);
    QString message;
    if (error == EEXIST) {
        message = Texts::tr("%1 exists already.").arg(file);
    } else if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
        message = Texts::tr("The disk is full: %1 was not written.").arg(file);
    } else if (error == EACCES || error == EPERM || error == EROFS) {
        message = Texts::tr("%1 cannot be written: the folder is write-protected.").arg(file);
    } else {
        message = Texts::tr("%1 cannot be written.").arg(file);
    }
    return {ErrorCode::NotWritable, message, QString::fromLocal8Bit(std::strerror(error)), nullptr};
}
} // namespace

FileIdentity FileIdentity::of(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
        return {};
    }
    return {status.st_dev, status.st_ino};
}

QString temporaryBeside(const QString &path)
{
    const QFileInfo info(path);
    return info.absolutePath() + QStringLiteral("/.") + info.fileName() + QStringLiteral(".new-") +
           QUuid::createUuid().toString(QUuid::Id128).left(12);
}

Result<> moveIntoPlace(const QString &temporary, const QString &path, Existing existing)
{
    const QByteArray from = QFile::encodeName(temporary);
    const QByteArray to = QFile::encodeName(path);
    int error = 0;
    if (!sync(temporary, O_RDONLY)) {
        error = errno;
    } else if (existing == Existing::Replace) {
        error = ::rename(from.constData(), to.constData()) == 0 ? 0 : errno;
    } else {
        error = ::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0 ? 0 : errno;
        if (error == EINVAL || error == ENOSYS) { // a file system without it
            error = ::link(from.constData(), to.constData()) == 0 ? 0 : errno;
        }
    }
    QFile::remove(temporary);
    if (error != 0) {
        return fail(writeError(path, error));
    }
    sync(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY);
    return {};
}

void removeDatabaseFiles(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"}) {
        QFile::remove(path + QLatin1String(suffix));
    }
}

} // namespace loci::storage

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/filelock.h"

#include "layers/base/logging.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSysInfo>
#include <cerrno>
#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::FileLock)
};

bool isStillNamed(int descriptor, const QByteArray &name)
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(descriptor, &opened) == 0 && ::stat(name.constData(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

LockHolder readHolder(const QString &sideFile)
{
    QFile file(sideFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonObject json = QJsonDocument::fromJson(file.read(4096)).object();
    return {json.value(QStringLiteral("program")).toString(), json.value(QStringLiteral("user")).toString(),
            json.value(QStringLiteral("host")).toString(), json.value(QStringLiteral("pid")).toInteger(),
            QDateTime::fromString(json.value(QStringLiteral("since")).toString(), Qt::ISODate)};
}

void writeHolder(int descriptor, const Clock &clock)
{
    const QString program = QCoreApplication::applicationName();
    const QByteArray json =
        QJsonDocument(QJsonObject{{QStringLiteral("program"), program.isEmpty() ? QStringLiteral("Loci") : program},
                                  {QStringLiteral("user"), currentUser()},
                                  {QStringLiteral("host"), QSysInfo::machineHostName()},
                                  {QStringLiteral("pid"), static_cast<qint64>(::getpid())},
                                  {QStringLiteral("since"), clock.nowUtc().toString(Qt::ISODate)}})
            .toJson(QJsonDocument::Compact);
    // A full disk costs the next one the names, not us the lock.
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, json.constData(), json.size(), 0) != json.size()) {
        qCWarning(logStorage, "The lock file could not be filled in.");
    }
}
} // namespace

QString currentUser()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QStringLiteral("?");
}

FileLock::Attempt FileLock::acquire(const QString &path, const Clock &clock)
{
    const QString sideFile = path + QStringLiteral("-lock");
    const QByteArray name = QFile::encodeName(sideFile);
    for (int round = 0; round < 100; ++round) {
        const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (descriptor < 0) {
            return {Status::NotPossible, nullptr, {}};
        }
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const bool held = errno == EWOULDBLOCK;
            ::close(descriptor);
            return {held ? Status::HeldByOther : Status::NotPossible, nullptr,
                    held ? readHolder(sideFile) : LockHolder{}};
        }
        // The one before us removes the side file as it leaves: then this lock is on a file without a name.
        if (isStillNamed(descriptor, name)) {
            writeHolder(descriptor, clock);
            return {Status::Held, std::unique_ptr<FileLock>(new FileLock(descriptor, sideFile)), {}};
        }
        ::close(descriptor);
    }
    return {Status::NotPossible, nullptr, {}};
}

QString FileLock::sentence(const LockHolder &holder)
{
    if (holder.pid == 0) {
        return Texts::tr("Another program is working on this workspace, so it opens read-only.");
    }
    return Texts::tr("%1 of %2 on the computer %3 (process %4) has been working on this workspace since %5, so it "
                     "opens read-only.")
        .arg(holder.program, holder.user, holder.host, QString::number(holder.pid),
             QLocale().toString(holder.since.toLocalTime(), QLocale::ShortFormat));
}

FileLock::~FileLock()
{
    if (isStillNamed(m_descriptor, QFile::encodeName(m_sideFile))) {
        QFile::remove(m_sideFile); // while still locked: nobody else can have taken it
    }
    ::close(m_descriptor);
}

} // namespace loci::storage

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/modelcache/cachefolder.h"

#include "layers/base/clock.h"
#include "layers/base/logging.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <cstring>
#include <xxhash.h>

namespace loci::formats {

using modelcache::ContentHash;
using modelcache::FileStamp;

namespace {

struct StampRecord
{
    std::array<char, 8> magic{'L', 'o', 'c', 'i', 'S', 't', 'm', 'p'};
    std::uint32_t layout = modelcache::kLayoutVersion;
    std::uint32_t content = modelcache::kContentVersion;
    FileStamp stamp;
    ContentHash hash;
    std::uint64_t check = 0;
};
static_assert(sizeof(StampRecord) == 72);

std::uint64_t checkOf(const StampRecord &record, std::uint64_t key)
{
    return XXH3_64bits_withSeed(&record, offsetof(StampRecord, check), key);
}

QString hex(std::uint64_t number)
{
    return QString::number(number, 16);
}

} // namespace

CacheFolder::CacheFolder(QString path, std::uint64_t key, qint64 limitBytes)
    : m_path(std::move(path))
    , m_key(key)
    , m_limit(limitBytes)
{
    const QByteArray bytes = QByteArray::number(static_cast<qulonglong>(key)); // one way: the name gives no key away
    m_tag = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(8));
}

CacheFolder CacheFolder::forWorkspace(const QString &workspacePath, const QString &usersFolder, std::uint64_t key)
{
    if (!workspacePath.isEmpty()) {
        const QString beside = workspacePath + QStringLiteral(".loci-cache");
        const QFileInfo folder(beside), parent(QFileInfo(workspacePath).absolutePath());
        if (folder.exists() ? folder.isDir() && folder.isWritable() : parent.isWritable()) {
            return {beside, key};
        }
    }
    return {usersFolder, key};
}

bool CacheFolder::make() const
{
    return QDir().mkpath(m_path) && QFileInfo(m_path).isWritable();
}

QString CacheFolder::fileFor(const ContentHash &hash, std::uint64_t bytes) const
{
    return QStringLiteral("%1/city-%2-%3%4-%5").arg(m_path, hex(bytes), hex(hash.high), hex(hash.low), m_tag);
}

bool CacheFolder::hasFileFor(std::uint64_t bytes) const
{
    const QString pattern = QStringLiteral("city-%1-*-%2").arg(hex(bytes), m_tag);
    return !QDir(m_path).entryList({pattern}, QDir::Files).isEmpty();
}

QString CacheFolder::stampFile(const QString &source) const
{
    const QByteArray path = QFileInfo(source).absoluteFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(32);
    return QStringLiteral("%1/stamp-%2-%3").arg(m_path, QString::fromLatin1(hash), m_tag);
}

std::optional<ContentHash> CacheFolder::knownHash(const QString &source, const FileStamp &stamp) const
{
    QFile file(stampFile(source));
    StampRecord record;
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray bytes = file.read(sizeof record + 1);
    if (bytes.size() != sizeof record) {
        return std::nullopt;
    }
    std::memcpy(static_cast<void *>(&record), bytes.constData(), sizeof record);
    const StampRecord expected;
    const bool valid = record.magic == expected.magic && record.layout == expected.layout &&
                       record.content == expected.content && record.check == checkOf(record, m_key);
    return valid && record.stamp == stamp ? std::optional(record.hash) : std::nullopt;
}

void CacheFolder::remember(const QString &source, const FileStamp &stamp, const ContentHash &hash) const
{
    if (stamp.isFresh()) {
        return; // it may change again without a trace; the next opening looks at the content
    }
    StampRecord record;
    record.stamp = stamp;
    record.hash = hash;
    record.check = checkOf(record, m_key);
    QSaveFile file(stampFile(source));
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(reinterpret_cast<const char *>(&record), sizeof record) != sizeof record || !file.commit()) {
        qCInfo(logFormats) << "The state of" << source << "could not be kept:" << file.errorString();
    }
}

void CacheFolder::touch(const QString &file) const
{
    QFile used(file);
    if (used.open(QIODevice::ReadOnly)) {
        used.setFileTime(SystemClock().nowUtc(), QFileDevice::FileModificationTime);
    }
}

void CacheFolder::tidy(const QString &except) const
{
    constexpr qint64 kDay = 24 * 60 * 60;
    constexpr qsizetype kMostStamps = 2000;
    const QDir folder(m_path);
    const QDateTime now = SystemClock().nowUtc();
    qint64 sum = 0;
    const QFileInfoList models = folder.entryInfoList({QStringLiteral("city-*")}, QDir::Files, QDir::Time);
    for (const QFileInfo &info : models) {                                // newest first
        const bool leftover = info.fileName().contains(QLatin1Char('.')); // a file that was never finished
        if (info.absoluteFilePath() == QFileInfo(except).absoluteFilePath()) {
            sum += info.size();
        } else if (leftover ? info.lastModified().secsTo(now) > kDay : sum + info.size() > m_limit) {
            qCDebug(logFormats) << "Removing the kept model" << info.filePath();
            QFile::remove(info.filePath());
        } else {
            sum += info.size();
        }
    }
    const QFileInfoList stamps = folder.entryInfoList({QStringLiteral("stamp-*")}, QDir::Files, QDir::Time);
    for (qsizetype i = kMostStamps; i < stamps.size(); ++i) {
        QFile::remove(stamps[i].filePath());
    }
}

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/mediafolder.h"

#include "layers/storage/fileops.h"
#include "layers/storage/heritage/exif.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <algorithm>

namespace loci::storage::heritage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::heritage::MediaFolder)
};

constexpr qint64 kBlock = 1 << 20;
constexpr int kDecodedMegabytes = 256; // a picture that needs more gets no thumbnail

bool isHash(const QString &text)
{
    static const QRegularExpression hash(QStringLiteral("^[0-9a-f]{64}$"));
    return hash.match(text).hasMatch();
}

tl::unexpected<Error> notWritten(const QString &file, const QString &detail)
{
    return fail(ErrorCode::NotWritable, Texts::tr("%1 could not be written.").arg(QDir::toNativeSeparators(file)),
                detail);
}

/// Hash of a file; a second device gets its bytes.
Result<QString> hashOf(const QString &path, const CancelToken &cancel, QIODevice *copy = nullptr)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotReadable,
                    Texts::tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("Cancelled."));
        }
        const QByteArray block = file.read(kBlock);
        if (block.isEmpty() && file.error() != QFileDevice::NoError) {
            return fail(ErrorCode::NotReadable,
                        Texts::tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
        }
        if (copy && copy->write(block) != block.size()) {
            return notWritten(path, copy->errorString());
        }
        hash.addData(block);
    }
    return QString::fromLatin1(hash.result().toHex());
}

void put(QJsonObject &json, const char *name, const std::optional<double> &value)
{
    if (value) {
        json.insert(QLatin1String(name), *value);
    }
}

std::optional<double> numberIn(const QJsonObject &json, const char *name)
{
    const QJsonValue value = json.value(QLatin1String(name));
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

const QString kTrash = QStringLiteral("trash");
const QString kThumbs = QStringLiteral("thumbs");
} // namespace

QByteArray MediumFacts::json() const
{
    QJsonObject json{{QStringLiteral("sha256"), sha256},
                     {QStringLiteral("name"), name},
                     {QStringLiteral("mime"), mime},
                     {QStringLiteral("size"), size}};
    if (!taken.isEmpty()) {
        json.insert(QStringLiteral("taken"), taken);
    }
    put(json, "longitude", longitude);
    put(json, "latitude", latitude);
    put(json, "altitude", altitude);
    put(json, "direction", direction);
    if (width > 0 && height > 0) {
        json.insert(QStringLiteral("width"), width);
        json.insert(QStringLiteral("height"), height);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

MediumFacts MediumFacts::fromJson(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    MediumFacts facts;
    facts.sha256 = json.value(QLatin1String("sha256")).toString();
    facts.name = json.value(QLatin1String("name")).toString();
    facts.mime = json.value(QLatin1String("mime")).toString();
    facts.size = json.value(QLatin1String("size")).toInteger();
    facts.taken = json.value(QLatin1String("taken")).toString();
    facts.longitude = numberIn(json, "longitude");
    facts.latitude = numberIn(json, "latitude");
    facts.altitude = numberIn(json, "altitude");
    facts.direction = numberIn(json, "direction");
    facts.width = json.value(QLatin1String("width")).toInt();
    facts.height = json.value(QLatin1String("height")).toInt();
    return facts;
}

MediaFolder MediaFolder::besideWorkspace(const QString &workspacePath)
{
    const QFileInfo info(workspacePath);
    return MediaFolder(info.absolutePath() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".media"));
}

QString MediaFolder::pathOf(const QString &sha256) const
{
    return isHash(sha256) ? m_folder + QLatin1Char('/') + sha256.left(2) + QLatin1Char('/') + sha256 : QString();
}

bool MediaFolder::contains(const QString &sha256) const
{
    const QString path = pathOf(sha256);
    return !path.isEmpty() && QFileInfo(path).isFile();
}

Result<MediumFacts> MediaFolder::import(const QString &file, const CancelToken &cancel) const
{
    const QFileInfo info(file);
    const QString name = QDir::toNativeSeparators(file);
    if (!info.exists() || !info.isFile()) {
        return fail(ErrorCode::NotReadable,
                    info.exists() ? Texts::tr("%1 is no file.").arg(name) : Texts::tr("%1 does not exist.").arg(name));
    }
    if (info.size() == 0) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 is empty.").arg(name));
    }
    if (!QDir().mkpath(m_folder)) {
        return notWritten(m_folder, {});
    }
    const QString temporary = temporaryBeside(m_folder + QStringLiteral("/medium"));
    const TemporaryFileGuard guard(temporary);
    QFile copy(temporary);
    if (!copy.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return notWritten(temporary, copy.errorString());
    }
    LOCI_TRY(const QString hash, hashOf(file, cancel, &copy));
    if (!copy.flush()) {
        return notWritten(temporary, copy.errorString());
    }
    copy.close();
    LOCI_TRY(const QString written, hashOf(temporary, cancel));
    if (written != hash) {
        return notWritten(temporary, QStringLiteral("the copy has another hash"));
    }
    MediumFacts facts;
    facts.sha256 = hash;
    facts.name = info.fileName();
    facts.size = QFileInfo(temporary).size();
    facts.mime = QMimeDatabase().mimeTypeForFile(file, QMimeDatabase::MatchContent).name();
    if (facts.mime.startsWith(QLatin1String("image/"))) {
        readPictureFacts(temporary, facts);
    }
    const QString target = pathOf(hash);
    if (!QDir().mkpath(QFileInfo(target).absolutePath())) {
        return notWritten(target, {});
    }
    const auto known = contains(hash) ? hashOf(target, cancel) : Result<QString>(QString());
    if (!known || *known != hash) { // not there, or damaged: the good copy takes its place
        LOCI_CHECK(moveIntoPlace(temporary, target, Existing::Replace));
        QFile::setPermissions(target, QFileDevice::ReadOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther);
    }
    return facts;
}

Result<MediumFacts> MediaFolder::importBytes(const QByteArray &bytes, const QString &name) const
{
    if (!QDir().mkpath(m_folder)) {
        return notWritten(m_folder, {});
    }
    const QString temporary = temporaryBeside(m_folder + QStringLiteral("/bytes"));
    const TemporaryFileGuard guard(temporary);
    QFile file(temporary);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        return notWritten(temporary, file.errorString());
    }
    file.close();
    LOCI_TRY(MediumFacts facts, import(temporary));
    facts.name = QFileInfo(name).fileName();
    return facts;
}

Findings MediaFolder::checkFixity(const QStringList &hashes, const CancelToken &cancel,
                                  const ProgressFunction &progress) const
{
    Findings findings;
    for (qsizetype i = 0; i < hashes.size() && !cancel.isCancelled(); ++i) {
        const QString &wanted = hashes[i];
        const auto add = [&](const char *code, const QString &message) {
            findings.push_back({Severity::Error, QLatin1String(code), wanted, pathOf(wanted), message});
        };
        if (!contains(wanted)) {
            add("medium_missing", Texts::tr("The file of medium %1 is missing.").arg(wanted));
            continue;
        }
        const auto found = hashOf(pathOf(wanted), cancel);
        if (!found && found.error().code != ErrorCode::Cancelled) {
            add("medium_unreadable", found.error().message);
        } else if (found && *found != wanted) {
            add("medium_altered", Texts::tr("The file of medium %1 was altered.").arg(wanted));
        }
        if (progress) {
            progress(double(i + 1) / double(hashes.size()));
        }
    }
    return findings;
}

QStringList MediaFolder::stored() const
{
    QStringList hashes;
    const QStringList folders = QDir(m_folder).entryList({QStringLiteral("??")}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        const QStringList names = QDir(m_folder + QLatin1Char('/') + folder).entryList(QDir::Files);
        std::copy_if(names.begin(), names.end(), std::back_inserter(hashes), isHash);
    }
    return hashes;
}

QImage MediaFolder::thumbnail(const QString &sha256, int edge) const
{
    if (!contains(sha256)) {
        return {};
    }
    const QString kept = QStringLiteral("%1/%2/%3-%4.png").arg(m_folder, kThumbs, sha256).arg(edge);
    if (QImage known(kept); !known.isNull()) {
        return known;
    }
    QImageReader::setAllocationLimit(kDecodedMegabytes);
    QImageReader reader(pathOf(sha256));
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && std::max(size.width(), size.height()) > edge) {
        reader.setScaledSize(size.scaled(edge, edge, Qt::KeepAspectRatio));
    }
    QImage image = reader.read();
    if (!image.isNull() && std::max(image.width(), image.height()) > edge) {
        image = image.scaled(edge, edge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    if (!image.isNull() && QDir().mkpath(m_folder + QLatin1Char('/') + kThumbs)) {
        image.save(kept);
    }
    return image;
}

Result<> MediaFolder::trash(const QString &sha256, const QDateTime &now) const
{
    const QString aside = m_folder + QLatin1Char('/') + kTrash;
    const QString target = QStringLiteral("%1/%2-%3").arg(aside, sha256).arg(now.toSecsSinceEpoch());
    if (!contains(sha256)) {
        return fail(ErrorCode::NotReadable, Texts::tr("The file of medium %1 is missing.").arg(sha256));
    }
    if (!QDir().mkpath(aside) || !QFile::rename(pathOf(sha256), target)) {
        return notWritten(target, {});
    }
    return {};
}

Result<> MediaFolder::restore(const QString &sha256) const
{
    const QDir aside(m_folder + QLatin1Char('/') + kTrash);
    const QStringList names =
        isHash(sha256) ? aside.entryList({sha256 + QStringLiteral("-*")}, QDir::Files) : QStringList();
    if (contains(sha256)) {
        return {};
    }
    if (names.isEmpty()) {
        return fail(ErrorCode::NotReadable, Texts::tr("Medium %1 is not in the trash any more.").arg(sha256));
    }
    QDir().mkpath(QFileInfo(pathOf(sha256)).absolutePath());
    if (!QFile::rename(aside.filePath(names.last()), pathOf(sha256))) {
        return notWritten(pathOf(sha256), {});
    }
    return {};
}

Result<int> MediaFolder::purge(const QDateTime &before) const
{
    const QDir aside(m_folder + QLatin1Char('/') + kTrash);
    int gone = 0;
    const QStringList names = aside.entryList(QDir::Files);
    for (const QString &name : names) {
        const qint64 time = name.section(QLatin1Char('-'), 1).toLongLong();
        if (!isHash(name.section(QLatin1Char('-'), 0, 0)) || time <= 0 || time >= before.toSecsSinceEpoch()) {
            continue;
        }
        if (!QFile::remove(aside.filePath(name))) {
            return notWritten(aside.filePath(name), {});
        }
        ++gone;
    }
    return gone;
}

} // namespace loci::storage::heritage

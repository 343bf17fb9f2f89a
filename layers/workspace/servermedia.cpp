// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/servermedia.h"

#include "layers/base/logging.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace loci::workspace {

using storage::heritage::MediaFolder;
using storage::Statement;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::ServerMedia)
};

constexpr qint64 kPart = 1 << 20;
} // namespace

Result<QStringList> namedMedia(storage::Database &database)
{
    QStringList hashes;
    LOCI_CHECK(database.run("SELECT sha256 FROM heritage_media ORDER BY no", {},
                            [&hashes](const Statement &row) { hashes << row.text(0); }));
    return hashes;
}

Result<> putMedium(storage::Database &database, const MediaFolder &folder, const QString &sha256)
{
    bool isThere = false;
    LOCI_CHECK(database.run("SELECT 1 FROM media_part WHERE sha256 = ?1 AND part = 0", {sha256},
                            [&isThere](const Statement &) { isThere = true; }));
    if (isThere || !folder.contains(sha256)) {
        return {};
    }
    QFile file(folder.pathOf(sha256));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(
            ErrorCode::NotReadable,
            Texts::tr("%1 cannot be read: %2.").arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
    }
    for (qint64 part = 0; part == 0 || !file.atEnd(); ++part) {
        LOCI_CHECK(database.run("INSERT INTO media_part (sha256, part, bytes) VALUES (?1, ?2, ?3)",
                                {sha256, part, file.read(kPart)}));
    }
    return {};
}

Result<int> fetchMedia(storage::Database &database, const MediaFolder &folder)
{
    LOCI_TRY(const QStringList named, namedMedia(database));
    int fetched = 0;
    for (const QString &sha256 : named) {
        if (folder.contains(sha256)) {
            continue;
        }
        QByteArray bytes;
        LOCI_CHECK(database.run("SELECT bytes FROM media_part WHERE sha256 = ?1 ORDER BY part", {sha256},
                                [&bytes](const Statement &row) { bytes += row.blob(0); }));
        if (QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()) != sha256) {
            qCWarning(logWorkspace, "The server has not the medium %s, or another one in its place.",
                      qPrintable(sha256));
            continue;
        }
        LOCI_CHECK(folder.importBytes(bytes, sha256));
        ++fetched;
    }
    return fetched;
}

} // namespace loci::workspace

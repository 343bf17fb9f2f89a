// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/heritage/mediacarrier.h"

#include "layers/base/logging.h"
#include "layers/storage/heritage/mediafolder.h"

#include <QDir>
#include <QStringList>

namespace loci::workspace {

using storage::heritage::MediaFolder;

namespace {
Result<QStringList> mediaOf(storage::Database &database)
{
    QStringList hashes;
    LOCI_CHECK(database.run("SELECT sha256 FROM heritage_media ORDER BY no", {},
                            [&hashes](const storage::Statement &row) { hashes << row.text(0); }));
    return hashes;
}
} // namespace

Result<> carryMedia(storage::Database &database, const QString &fromWorkspace, const QString &toWorkspace,
                    const CancelToken &cancel)
{
    const MediaFolder from = MediaFolder::besideWorkspace(fromWorkspace);
    const MediaFolder to = MediaFolder::besideWorkspace(toWorkspace);
    LOCI_TRY(const QStringList hashes, mediaOf(database));
    for (const QString &hash : hashes) {
        if (from.path() == to.path() || to.contains(hash)) {
            continue;
        }
        if (!from.contains(hash)) {
            qCWarning(logWorkspace, "A medium is missing and could not be carried along: %s", qPrintable(hash));
            continue;
        }
        LOCI_TRY(const auto copied, to.import(from.pathOf(hash), cancel));
        if (copied.sha256 != hash) {
            qCWarning(logWorkspace, "A medium was altered and could not be carried along: %s", qPrintable(hash));
        }
    }
    return {};
}

Result<> packMedia(storage::Database &database, const QString &workspace, const QString &packedName,
                   PackageContents &contents)
{
    const MediaFolder folder = MediaFolder::besideWorkspace(workspace);
    const MediaFolder packed = MediaFolder::besideWorkspace(QStringLiteral("/") + packedName);
    LOCI_TRY(const QStringList hashes, mediaOf(database));
    for (const QString &hash : hashes) {
        contents.addAs(folder.pathOf(hash), QDir::cleanPath(packed.pathOf(hash)).mid(1),
                       QStringLiteral("heritage/media/") + hash);
    }
    return {};
}

void removeMedia(const QString &workspace)
{
    const MediaFolder folder = MediaFolder::besideWorkspace(workspace);
    if (folder.path().endsWith(QStringLiteral(".media"))) {
        QDir(folder.path()).removeRecursively();
    }
}

} // namespace loci::workspace

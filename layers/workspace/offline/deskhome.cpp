// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/offline/deskhome.h"

#include "layers/storage/postgiserror.h"
#include "layers/workspace/offline/deskdatabase.h"
#include "layers/workspace/serverhome.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace loci::workspace {

namespace {
/// What one person may see is not for another one at the same computer.
QString cachePath(const QString &deskPath, const QString &user)
{
    constexpr int kLength = 8;
    const QByteArray hash = QCryptographicHash::hash(user.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QFileInfo info(deskPath);
    return QStringLiteral("%1/%2-%3.loci")
        .arg(info.absolutePath(), info.completeBaseName(), QString::fromLatin1(hash.left(kLength)));
}
} // namespace

Result<DeskHome> openDeskHome(const QString &text, const QString &password, const Clock &clock)
{
    LOCI_TRY(const auto address, storage::PostGisAddress::parse(text));
    LOCI_TRY(const QString path, deskPath(address));
    DeskHome home;
    home.cache = DeskCache::take(cachePath(path, address.user), clock);
    const bool hasSteps = home.cache && home.cache->isOpen();
    auto opened = openOnServer(text, password, Access::ReadWrite);
    if (!opened && (!storage::isServerAway(opened.error()) || !home.cache || !home.cache->isFilled())) {
        return fail(std::move(opened.error()));
    }
    if (opened) {
        home.file = std::move(*opened);
    } else {
        home.file.path = path;
        home.file.address = address;
        home.file.password = password;
    }
    auto database = std::make_unique<DeskDatabase>(std::move(home.file.database));
    if (hasSteps || !opened) {
        LOCI_CHECK(home.cache->open());
        database->goAway(home.cache->database());
    }
    home.file.database = std::move(database);
    return home;
}

} // namespace loci::workspace

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/serverhome.h"

#include "layers/storage/schema.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace loci::workspace {

using storage::PostGisAddress;
using storage::PostGisDatabase;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::ServerHome)
};

Result<WorkspaceFile> fileOf(const PostGisAddress &address, const QString &password)
{
    WorkspaceFile file;
    LOCI_TRY(file.path, deskPath(address));
    file.address = address;
    file.password = password;
    return file;
}
} // namespace

Result<QString> deskPath(const PostGisAddress &address)
{
    PostGisAddress place = address; // whoever signs in, and whatever vouches for the server: the same place
    place.user.clear();
    place.authority.clear();
    const QByteArray hash = QCryptographicHash::hash(place.text().toUtf8(), QCryptographicHash::Sha256).toHex();
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/servers/") +
                      QString::fromLatin1(hash.left(16)));
    if (!folder.mkpath(QStringLiteral("."))) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder.path())));
    }
    return folder.absoluteFilePath(address.schema + QStringLiteral(".loci"));
}

Result<WorkspaceFile> openOnServer(const QString &text, const QString &password, Access access)
{
    LOCI_TRY(const PostGisAddress address, PostGisAddress::parse(text));
    LOCI_TRY(WorkspaceFile file, fileOf(address, password));
    file.readOnly = access == Access::ReadOnly;
    LOCI_TRY(auto database,
             PostGisDatabase::open(address, password,
                                   file.readOnly ? PostGisDatabase::Mode::ReadOnly : PostGisDatabase::Mode::ReadWrite));
    LOCI_CHECK(storage::checkIsWorkspace(*database, address.schema));
    LOCI_TRY(const bool isOld, storage::isOlder(*database));
    if (isOld) {
        if (file.readOnly) {
            return fail(ErrorCode::NotWritable,
                        Texts::tr("%1 was made by an older version of Loci; who may write brings it up to date by "
                                  "opening it.")
                            .arg(address.schema));
        }
        LOCI_CHECK(storage::migrate(*database));
    }
    file.database = std::move(database);
    return file;
}

Workspace::Reader readerOf(const WorkspaceFile &file)
{
    using Opened = Result<std::unique_ptr<storage::Database>>;
    if (!file.address) {
        return [path = file.path]() -> Opened {
            return storage::SpatiaLiteDatabase::open(path, storage::SpatiaLiteDatabase::Mode::ReadOnly);
        };
    }
    return [address = *file.address, password = file.password]() -> Opened {
        return PostGisDatabase::open(address, password, PostGisDatabase::Mode::ReadOnly);
    };
}

Result<WorkspaceFile> makeOnServer(const QString &text, const QString &password)
{
    LOCI_TRY(const PostGisAddress address, PostGisAddress::parse(text));
    LOCI_TRY(WorkspaceFile file, fileOf(address, password));
    LOCI_TRY(auto database, PostGisDatabase::open(address, password, PostGisDatabase::Mode::Build));
    LOCI_TRY(const int version, database->schemaVersion());
    if (version != 0) { // also one that is moved there at this moment
        return fail(ErrorCode::NotWritable, Texts::tr("There is a workspace “%1” in %2 already; choose another schema.")
                                                .arg(address.schema, address.place()));
    }
    LOCI_CHECK(storage::makeSchema(*database));
    file.database = std::move(database);
    return file;
}

} // namespace loci::workspace

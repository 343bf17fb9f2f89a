// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/serverhome.h"

#include "layers/storage/schema.h"
#include "layers/storage/serversteps.h"
#include "layers/workspace/rolegate.h"
#include "layers/workspace/sidefiles.h"

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

/// Who has no role does not even see the tables.
Result<int> knownHere(Result<int> version, const PostGisAddress &address)
{
    if (!version && version.error().detail.contains(QLatin1String("42501"))) {
        return fail(ErrorCode::NotReadable, Texts::tr("You have no role in the workspace “%1”; its administrator gives "
                                                      "one.")
                                                .arg(address.schema));
    }
    return version;
}
} // namespace

Result<QString> deskPath(const PostGisAddress &address)
{
    const QByteArray hash =
        QCryptographicHash::hash(address.withoutPerson().text().toUtf8(), QCryptographicHash::Sha256).toHex();
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
    if (database->isReplica() && !file.readOnly) {
        file.readOnly = true;
        file.readOnlyReason =
            Texts::tr("The server of %1 is a copy for reading, which follows the one that is written; "
                      "changes are made there.")
                .arg(address.place());
    }
    LOCI_CHECK(knownHere(storage::checkIsWorkspace(*database, address.schema), address));
    LOCI_TRY(const bool isOld, storage::isOlder(*database));
    LOCI_TRY(const storage::OwnRoles own, storage::RoleStore(*database).mine());
    if (isOld && own.isEnforced && !own.isOwner) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("%1 was made by an older version of Loci; its owner brings it up to date by opening it.")
                        .arg(address.schema));
    }
    LOCI_TRY(const QString reason, readOnlyByRoles(own, address.schema));
    if (!reason.isEmpty() && !file.readOnly) {
        file.readOnly = true;
        file.readOnlyReason = reason;
        LOCI_TRY(database, PostGisDatabase::open(address, password, PostGisDatabase::Mode::ReadOnly));
    }
    if (isOld) {
        if (file.readOnly) {
            return fail(ErrorCode::NotWritable,
                        Texts::tr("%1 was made by an older version of Loci; who may write brings it up to date by "
                                  "opening it.")
                            .arg(address.schema));
        }
        LOCI_CHECK(storage::migrate(*database));
        if (own.isEnforced) { // tables that came with it
            LOCI_CHECK(storage::RoleStore(*database).turnOn({}));
        }
    }
    database->holdTo(storage::currentSchemaVersion(), storage::serverSteps().back().version);
    file.database = std::move(database);
    return file;
}

Result<ServerGreeting> greetServer(const PostGisAddress &address, const QString &secret)
{
    LOCI_TRY(auto database, PostGisDatabase::open(address, secret, PostGisDatabase::Mode::ReadOnly));
    LOCI_CHECK(knownHere(storage::checkIsWorkspace(*database, address.schema), address));
    LOCI_TRY(const storage::OwnRoles own, storage::RoleStore(*database).mine());
    LOCI_CHECK(readOnlyByRoles(own, address.schema)); // who may not even read
    ServerGreeting greeting;
    LOCI_CHECK(database->run("SELECT session_user::text, coalesce((SELECT version FROM pg_stat_ssl WHERE pid = "
                             "pg_backend_pid()), '')",
                             {}, [&greeting](const storage::Statement &row) {
                                 greeting.login = row.text(0);
                                 greeting.tls = row.text(1);
                             }));
    return greeting;
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

storage::ObservationHome observationsOf(const WorkspaceFile &file)
{
    return file.address ? storage::ObservationHome(*file.address, file.password)
                        : storage::ObservationHome(observationsFile(file.path));
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

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/moving.h"

#include "layers/storage/feeds/observationstore.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/roles/rolestore.h"
#include "layers/workspace/heritage/mediacarrier.h"
#include "layers/workspace/modelfetch.h"
#include "layers/workspace/paths.h"
#include "layers/workspace/relocate.h"
#include "layers/workspace/serverhome.h"
#include "layers/workspace/servermedia.h"
#include "layers/workspace/sidefiles.h"
#include "layers/workspace/tablecopy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace loci::workspace {

using storage::Database;
using storage::heritage::MediaFolder;
using storage::PostGisAddress;
using storage::PostGisDatabase;
using storage::SpatiaLiteDatabase;
using storage::Transaction;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::Moving)
};

/// One end of a move.
struct End
{
    std::unique_ptr<QTemporaryDir> scratch; ///< in which a file is made, with its observations
    WorkspaceFile file;
    QString finalPath; ///< of a file that is still under another name
    bool hasRoles = false;
    bool isServer() const { return file.address.has_value(); }
    Database &database() const { return *file.database; }
};

Result<End> openSource(const QString &from, const QString &password, const Clock &clock)
{
    End end;
    if (PostGisAddress::looksLikeOne(from)) {
        LOCI_TRY(end.file, openOnServer(from, password, Access::ReadWrite));
        LOCI_TRY(const storage::OwnRoles own, storage::RoleStore(end.database()).mine());
        end.hasRoles = own.isEnforced;
        if (own.isEnforced && !own.isOwner) {
            return fail(ErrorCode::NotReadable,
                        Texts::tr("Roles show you only a part of the workspace; its owner can move the whole."));
        }
    } else {
        LOCI_TRY(end.file, WorkspaceFile::open(from, Access::ReadWrite, clock));
        if (end.file.readOnly && QFileInfo(end.file.path).isWritable()) {
            return fail(ErrorCode::NotWritable, end.file.readOnlyReason);
        }
    }
    end.finalPath = end.file.path;
    return end;
}

Result<End> makeServerTarget(const QString &to, const QString &password)
{
    End end;
    LOCI_TRY(end.file, makeOnServer(to, password));
    LOCI_CHECK(storage::markUnfinished(end.database(), true));
    end.finalPath = end.file.path;
    return end;
}

Result<End> makeFileTarget(const QString &to, storage::Existing existing)
{
    End end;
    end.finalPath = QFileInfo(to).absoluteFilePath();
    for (const QString &taken : {end.finalPath, observationsFile(end.finalPath)}) {
        if (existing == storage::Existing::Refuse && QFileInfo::exists(taken)) {
            return fail(ErrorCode::NotWritable, Texts::tr("%1 exists already.").arg(QDir::toNativeSeparators(taken)));
        }
    }
    end.scratch = std::make_unique<QTemporaryDir>(storage::temporaryBeside(end.finalPath) + QStringLiteral("-XXXXXX"));
    if (!end.scratch->isValid()) {
        return fail(ErrorCode::NotWritable,
                    Texts::tr("%1 cannot be written: the folder is write-protected or absent.")
                        .arg(QDir::toNativeSeparators(end.finalPath)),
                    end.scratch->errorString());
    }
    end.file.path = end.scratch->filePath(QStringLiteral("workspace.loci"));
    LOCI_TRY(end.file.database, SpatiaLiteDatabase::open(end.file.path, SpatiaLiteDatabase::Mode::Build));
    LOCI_CHECK(storage::makeSchema(end.database()));
    return end;
}

/// A finished file gets its name.
Result<> settle(End &target, storage::Existing existing)
{
    target.file.database.reset();
    const QString observations = observationsFile(target.finalPath);
    if (existing == storage::Existing::Replace) {
        storage::removeDatabaseFiles(observations); // of the workspace that this one replaces
    }
    if (const QString made = observationsFile(target.file.path); QFileInfo::exists(made)) {
        LOCI_CHECK(storage::moveIntoPlace(made, observations, existing));
    }
    QFile::remove(target.finalPath + QStringLiteral("-wal")); // would be played into the new one
    QFile::remove(target.finalPath + QStringLiteral("-shm"));
    return storage::moveIntoPlace(target.file.path, target.finalPath, existing);
}

Result<> copyTables(const End &source, const End &target, const CancelToken &cancel)
{
    LOCI_TRY(Transaction writing, Transaction::begin(target.database()));
    for (const TableSpec &table : workspaceTables()) {
        LOCI_CHECK(copyTable(source.database(), target.database(), table, {}, {}, cancel));
    }
    LOCI_CHECK(storage::continueCounting(target.database()));
    LOCI_CHECK(writing.commit());
    LOCI_CHECK(relocate(target.database(), [&](const QString &stored) {
        const QString absolute = resolvedPath(source.finalPath, stored);
        return target.isServer() ? absolute : storedPath(target.finalPath, absolute);
    }));
    return storage::heritage::HeritageStore(target.database()).rebuildIndex();
}

Result<qint64> carryAllMedia(const End &source, const End &target)
{
    const MediaFolder from = MediaFolder::besideWorkspace(source.finalPath);
    LOCI_TRY(const QStringList named, namedMedia(source.database()));
    if (source.isServer()) {
        LOCI_TRY(const int fetched, fetchMedia(source.database(), from));
        Q_UNUSED(fetched)
    }
    if (target.isServer()) {
        LOCI_TRY(Transaction transaction, Transaction::begin(target.database()));
        for (const QString &sha256 : named) {
            LOCI_CHECK(putMedium(target.database(), from, sha256));
        }
        LOCI_CHECK(transaction.commit());
    }
    LOCI_CHECK(carryMedia(source.database(), source.finalPath, target.finalPath));
    const MediaFolder to = MediaFolder::besideWorkspace(target.finalPath);
    return std::count_if(named.begin(), named.end(), [&to](const QString &sha256) { return to.contains(sha256); });
}

/// Null: there are none.
Result<std::unique_ptr<Database>> observationsToRead(const End &source)
{
    if (!source.isServer()) {
        const QString path = observationsFile(source.finalPath);
        if (!QFileInfo::exists(path)) {
            return std::unique_ptr<Database>();
        }
        LOCI_TRY(auto database, SpatiaLiteDatabase::open(path, SpatiaLiteDatabase::Mode::ReadOnly));
        return std::unique_ptr<Database>(std::move(database));
    }
    LOCI_TRY(auto database,
             PostGisDatabase::open(*source.file.address, source.file.password, PostGisDatabase::Mode::ReadOnly,
                                   PostGisDatabase::Part::Observations));
    LOCI_TRY(const bool isThere, storage::hasTable(*database, QStringLiteral("observation")));
    return isThere ? std::unique_ptr<Database>(std::move(database)) : std::unique_ptr<Database>();
}

/// With its tables.
Result<std::unique_ptr<Database>> observationsToWrite(const End &target)
{
    const auto opened = [&target]() -> Result<std::unique_ptr<Database>> {
        if (!target.isServer()) {
            LOCI_TRY(auto database,
                     SpatiaLiteDatabase::open(observationsFile(target.file.path), SpatiaLiteDatabase::Mode::ReadWrite));
            return std::unique_ptr<Database>(std::move(database));
        }
        LOCI_TRY(auto database,
                 PostGisDatabase::open(*target.file.address, target.file.password, PostGisDatabase::Mode::ReadWrite,
                                       PostGisDatabase::Part::Observations));
        return std::unique_ptr<Database>(std::move(database));
    };
    if (!target.isServer()) {
        LOCI_TRY(const auto made, storage::ObservationStore::open(observationsFile(target.file.path)));
    } else {
        LOCI_TRY(auto database, opened());
        LOCI_TRY(const auto made, storage::ObservationStore::open(std::move(database), target.file.address->place()));
    }
    return opened();
}

Result<qint64> copyStreams(Database &from, Database &to, const CancelToken &cancel)
{
    LOCI_TRY(Transaction transaction, Transaction::begin(to));
    std::vector<qint64> streams;
    LOCI_CHECK(copyTable(from, to, streamTable(), {}, [&streams](const TableSpec &, const Row &row) -> Result<> {
        streams.push_back(std::get<qint64>(row.front()));
        return {};
    }));
    storage::ObservationMonths months(to);
    const RowEdit parted = [&months](const TableSpec &table, Row &row) -> Result<> {
        const bool isValue = qstrcmp(table.name, "observation") == 0;
        return isValue ? months.ensure(std::get<qint64>(row[1])) : Result<>();
    };
    qint64 values = 0;
    for (const qint64 stream : streams) {
        for (const TableSpec &table : observationTables()) {
            LOCI_TRY(const qint64 rows, copyTable(from, to, table, {stream}, parted, cancel));
            values += qstrcmp(table.name, "observation") == 0 ? rows : 0;
        }
    }
    LOCI_TRY(const bool hasAlerts, storage::hasTable(from, QStringLiteral("alert")));
    if (hasAlerts) {
        LOCI_CHECK(copyTable(from, to, alertTable(), {}, {}, cancel));
    }
    LOCI_CHECK(storage::continueCountingStreams(to));
    LOCI_CHECK(transaction.commit());
    return values;
}

Result<qint64> copyObservations(const End &source, const End &target, const CancelToken &cancel)
{
    LOCI_TRY(const auto from, observationsToRead(source));
    if (!from) {
        return 0;
    }
    std::optional<Transaction> moment; // values and roll-ups that belong together
    if (source.isServer()) {
        LOCI_TRY(Transaction reading, Transaction::begin(*from));
        moment.emplace(std::move(reading));
    }
    LOCI_TRY(const auto to, observationsToWrite(target));
    return copyStreams(*from, *to, cancel);
}

tl::unexpected<Error> notEqual(const QString &what)
{
    return fail(ErrorCode::Internal,
                Texts::tr("The copy is not equal to the workspace in this: %1. Go on with the old one.").arg(what));
}

/// Read back, not believed.
Result<MoveReport> compare(const End &source, const End &target)
{
    MoveReport report;
    LOCI_TRY(report.tables, digestsOf(target.database(), target.finalPath));
    LOCI_TRY(const auto wanted, digestsOf(source.database(), source.finalPath));
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (report.tables[i] != wanted[i]) {
            return notEqual(wanted[i].table);
        }
    }
    LOCI_TRY(const auto chain, storage::heritage::HeritageStore(target.database()).verifyChain());
    LOCI_TRY(const auto before, storage::heritage::HeritageStore(source.database()).verifyChain(false));
    if (chain.head != before.head || (before.isIntact && !chain.isIntact)) {
        return notEqual(chain.findings.empty() ? QStringLiteral("heritage_audit") : chain.findings.front().message);
    }
    report.auditHead = chain.head;
    report.auditEntries = chain.entries;
    return report;
}
Result<MoveReport> transfer(const End &source, const End &target, const CancelToken &cancel)
{
    LOCI_CHECK(copyTables(source, target, cancel));
    LOCI_TRY(MoveReport report, compare(source, target));
    LOCI_TRY(report.media, carryAllMedia(source, target));
    if (source.isServer() && !target.isServer()) {
        LOCI_TRY(report.models, bringModels(source.database(), target.database(), target.finalPath, cancel));
    }
    LOCI_TRY(report.observations, copyObservations(source, target, cancel));
    LOCI_CHECK(storage::markUnfinished(target.database(), false));
    return report;
}
} // namespace

Result<MoveReport> moveWorkspace(const QString &from, const QString &to, const Clock &clock,
                                 const QString &fromPassword, const QString &toPassword, const CancelToken &cancel)
{
    LOCI_TRY(const End source, openSource(from, fromPassword, clock));
    LOCI_TRY(End target, PostGisAddress::looksLikeOne(to) ? makeServerTarget(to, toPassword)
                                                          : makeFileTarget(to, storage::Existing::Refuse));
    std::optional<Transaction> still; // nobody writes in the old home meanwhile
    if (!source.file.readOnly) {
        LOCI_TRY(Transaction transaction, Transaction::begin(source.database()));
        still.emplace(std::move(transaction));
    }
    LOCI_TRY(MoveReport report, transfer(source, target, cancel));
    report.hasRolesLeft = source.hasRoles;
    if (!target.isServer()) {
        LOCI_CHECK(settle(target, storage::Existing::Refuse));
    }
    return report;
}

Result<MoveReport> copyFromServer(const ServerCopy &copy, const Clock &clock, const CancelToken &cancel)
{
    const QString path = QFileInfo(copy.path).absoluteFilePath();
    const auto attempt = storage::FileLock::acquire(path, clock);
    if (attempt.status == storage::FileLock::Status::HeldByOther) {
        return fail(
            ErrorCode::NotWritable,
            Texts::tr("%1 is open in another program; choose another name.").arg(QDir::toNativeSeparators(path)));
    }
    End source;
    LOCI_TRY(source.file, openOnServer(copy.address, copy.password, Access::ReadOnly));
    source.finalPath = source.file.path;
    LOCI_TRY(End target, makeFileTarget(path, copy.existing));
    LOCI_TRY(const Transaction moment, Transaction::begin(source.database()));
    LOCI_TRY(MoveReport report, transfer(source, target, cancel));
    LOCI_CHECK(settle(target, copy.existing));
    return report;
}

} // namespace loci::workspace

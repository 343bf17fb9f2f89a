// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/schema.h"

#include "layers/storage/dialect.h"
#include "layers/storage/heritage/heritageschema.h"
#include "layers/storage/heritage/heritageserver.h"
#include "layers/storage/indicatorschema.h"
#include "layers/storage/serversteps.h"

#include <QCoreApplication>
#include <QDir>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::Schema)
};

constexpr qint64 kApplicationId = 0x4C4F4349; // "LOCI"

// All SQL that defines tables is here, in the file's dialect; dialect.h renders it for a server.
constexpr Sql kFoundation = R"sql(
PRAGMA application_id = 0x4C4F4349;
CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);
CREATE TABLE documents (
    key TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL,
    updated TEXT NOT NULL
);
CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    time TEXT NOT NULL,
    author TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
);
CREATE INDEX history_undone ON history (undone, id);
CREATE TABLE history_change (
    entry INTEGER NOT NULL REFERENCES history (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    before BLOB,
    after BLOB,
    PRIMARY KEY (entry, key)
);
CREATE TABLE view_state (
    key TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
);
PRAGMA user_version = 1;
)sql";
constexpr RenderedSql kFoundationOnServer = dialect::postGis(kFoundation);
constexpr RenderedSql kHeritageOnServer = dialect::postGis(heritage::kSchema);
constexpr RenderedSql kIndicatorsOnServer = dialect::postGis(kIndicatorSchema);

constexpr Migration kMigrations[] = {
    {1, kFoundation, kFoundationOnServer},
    {2, heritage::kSchema, kHeritageOnServer, heritage::kServerSchema},
    {3, kIndicatorSchema, kIndicatorsOnServer},
};

/// What PRAGMA application_id and user_version are in a file; what every desk changed, for the others; and the media
/// that lie beside a file.
constexpr Sql kServerMark = R"sql(
CREATE TABLE loci_schema (application BIGINT NOT NULL, version BIGINT NOT NULL);
INSERT INTO loci_schema VALUES (1280262985, 0);
CREATE TABLE desk_change (
    no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key TEXT COLLATE "C" NOT NULL,
    desk TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL
);
CREATE INDEX desk_change_key ON desk_change (key, no);
CREATE TABLE media_part (
    sha256 TEXT COLLATE "C" NOT NULL,
    part BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (sha256, part)
);
)sql";

bool isServer(const Database &database)
{
    return database.capabilities().dialect == Dialect::PostGis;
}

Result<> runStep(Database &database, const Migration &step)
{
    if (!isServer(database)) {
        return database.runScript(step.spatiaLite);
    }
    LOCI_CHECK(database.runScript(step.postGis));
    return database.runScript(step.postGisOnly);
}

Result<> makeServerSchema(Database &database)
{
    LOCI_TRY(Transaction transaction, Transaction::begin(database));
    LOCI_TRY(const int version, database.schemaVersion());
    if (version == 0) {
        LOCI_CHECK(database.runScript(kServerMark));
    }
    return transaction.commit();
}

Error newerSchema(const QString &path, int version, int known)
{
    return {
        ErrorCode::Unsupported,
        Texts::tr("%1 was made by a newer version of Loci (schema %2, this program knows %3). Update Loci to open it.")
            .arg(QDir::toNativeSeparators(path))
            .arg(version)
            .arg(known),
        {},
        nullptr};
}
} // namespace

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> steps(std::begin(kMigrations), std::end(kMigrations));
    return steps;
}

int currentSchemaVersion()
{
    return migrations().back().version;
}

Result<> makeSchema(Database &database)
{
    if (isServer(database)) {
        LOCI_CHECK(makeServerSchema(database));
        return migrate(database);
    }
    qint64 made = 0; // the function tells of its failures on the console only
    LOCI_CHECK(
        database.run("SELECT InitSpatialMetaData(1)", {}, [&made](const Statement &row) { made = row.integer(0); }));
    if (made != 1) {
        return fail(ErrorCode::NotWritable, Texts::tr("The spatial tables could not be made."));
    }
    return migrate(database);
}

Result<> migrate(Database &database, const std::vector<Migration> &steps)
{
    LOCI_TRY(int version, database.schemaVersion());
    if (version > steps.back().version) {
        return fail(newerSchema({}, version, steps.back().version));
    }
    LOCI_TRY(const bool isOld, isOlder(database, steps));
    if (!isOld) {
        return {};
    }
    LOCI_TRY(Transaction transaction, Transaction::begin(database));
    LOCI_TRY(version, database.schemaVersion()); // another desk may have been quicker, and newer
    if (version > steps.back().version) {
        return fail(newerSchema({}, version, steps.back().version));
    }
    for (const Migration &step : steps) {
        if (step.version > version) {
            LOCI_CHECK(runStep(database, step));
        }
    }
    if (isServer(database)) {
        LOCI_CHECK(database.run("UPDATE loci_schema SET version = ?1", {qint64(steps.back().version)}));
        LOCI_CHECK(takeServerSteps(database));
    }
    return transaction.commit();
}

Result<bool> isOlder(Database &database, const std::vector<Migration> &steps)
{
    LOCI_TRY(const int version, database.schemaVersion());
    if (version < steps.back().version || !isServer(database)) {
        return version < steps.back().version;
    }
    LOCI_TRY(const int taken, serverStepTaken(database));
    return taken < serverSteps().back().version;
}

Result<bool> hasTable(Database &database, const QString &name)
{
    bool isThere = false;
    const auto see = [&isThere](const Statement &row) { isThere = row.integer(0) != 0; };
    if (isServer(database)) {
        LOCI_CHECK(database.run("SELECT to_regclass(quote_ident(current_schema()) || '.' || quote_ident(?1)) IS NOT "
                                "NULL",
                                {name}, see));
    } else {
        LOCI_CHECK(database.run("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1)",
                                {name}, see));
    }
    return isThere;
}

Result<bool> isFree(Database &database, const QString &table)
{
    if (isServer(database)) {
        LOCI_TRY(const bool isThere, hasTable(database, table));
        return !isThere;
    }
    bool isFree = false;
    LOCI_CHECK(database.run("SELECT count(*) FROM sqlite_master", {},
                            [&isFree](const Statement &row) { isFree = row.integer(0) == 0; }));
    return isFree;
}

Result<bool> holdsPart(Database &database, qint64 applicationId, const QString &table)
{
    if (isServer(database)) {
        return hasTable(database, table);
    }
    bool holds = false;
    LOCI_CHECK(database.run("PRAGMA application_id", {},
                            [&](const Statement &row) { holds = row.integer(0) == applicationId; }));
    return holds;
}

Result<> makePart(Database &database, const Migration &tables)
{
    LOCI_TRY(Transaction transaction, Transaction::begin(database));
    LOCI_CHECK(runStep(database, tables));
    return transaction.commit();
}

Result<> markUnfinished(Database &database, bool isUnfinished)
{
    if (!isServer(database)) {
        return {}; // a file gets its name when it is finished
    }
    return isUnfinished ? database.run("UPDATE loci_schema SET version = -abs(version)")
                        : database.run("UPDATE loci_schema SET version = abs(version)");
}

Result<> continueCounting(Database &database)
{
    if (!isServer(database)) {
        return {}; // a file counts from what is there
    }
    LOCI_CHECK(database.run("SELECT setval(pg_get_serial_sequence('history', 'id'), (SELECT coalesce(max(id), 0) + 1 "
                            "FROM history), false)"));
    return database.run("SELECT setval(pg_get_serial_sequence('heritage_record', 'no'), (SELECT coalesce(max(no), 0) + "
                        "1 FROM heritage_record), false)");
}

Result<> continueCountingStreams(Database &database)
{
    if (!isServer(database)) {
        return {};
    }
    return database.run("SELECT setval(pg_get_serial_sequence('stream', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM "
                        "stream), false)");
}

Result<int> checkIsWorkspace(Database &database, const QString &path, const std::vector<Migration> &steps)
{
    LOCI_TRY(const bool isOurs, holdsPart(database, kApplicationId, QStringLiteral("loci_schema")));
    LOCI_TRY(const int version, database.schemaVersion());
    if (isOurs && version < 0) {
        return fail(
            ErrorCode::Invalid,
            Texts::tr("The workspace “%1” is being moved there, or its move was broken off; if nobody is moving "
                      "it, its administrator drops the schema, and it is moved again.")
                .arg(path));
    }
    if (!isOurs || version < 1) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("%1 is a database, but not a Loci workspace.").arg(QDir::toNativeSeparators(path)));
    }
    if (version > steps.back().version) {
        return fail(newerSchema(path, version, steps.back().version));
    }
    if (isServer(database)) {
        LOCI_TRY(const int taken, serverStepTaken(database));
        if (taken > serverSteps().back().version) {
            return fail(newerSchema(path, taken, serverSteps().back().version));
        }
    }
    return version;
}

} // namespace loci::storage

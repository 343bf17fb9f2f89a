// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/observationschema.h"

#include "layers/storage/dialect.h"
#include "layers/storage/feeds/observationserver.h"
#include "layers/storage/schema.h"

#include <QCoreApplication>
#include <QDir>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::ObservationStore)
};

constexpr qint64 kApplicationId = 0x4C4F4246; // "LOBF"
constexpr int kVersion = 1;

// source: hash of the source's own id, 0 when it gives none. A row is told by stream, time and source.
constexpr Sql kSchema = R"sql(
PRAGMA application_id = 0x4C4F4246;
CREATE TABLE stream (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    feed TEXT NOT NULL DEFAULT '',
    name_en TEXT NOT NULL DEFAULT '',
    name_zh TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    cadence INTEGER NOT NULL DEFAULT 0,
    longitude REAL,
    latitude REAL,
    retention_days INTEGER NOT NULL DEFAULT 0,
    last_time INTEGER,
    last_arrival INTEGER,
    last_number REAL,
    last_text TEXT,
    last_flags INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE observation (
    stream INTEGER NOT NULL,
    time INTEGER NOT NULL,
    source INTEGER NOT NULL,
    arrival INTEGER NOT NULL,
    number REAL,
    text TEXT,
    flags INTEGER NOT NULL,
    PRIMARY KEY (stream, time, source)
) WITHOUT ROWID;
CREATE TABLE revision (
    stream INTEGER NOT NULL,
    time INTEGER NOT NULL,
    source INTEGER NOT NULL,
    arrival INTEGER NOT NULL,
    number REAL,
    text TEXT,
    flags INTEGER NOT NULL
);
CREATE INDEX revision_of ON revision (stream, time, source);
CREATE TABLE hourly (
    stream INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    count INTEGER NOT NULL,
    texts INTEGER NOT NULL,
    missing INTEGER NOT NULL,
    minimum REAL,
    maximum REAL,
    sum REAL NOT NULL,
    first INTEGER,
    last INTEGER,
    PRIMARY KEY (stream, slot)
) WITHOUT ROWID;
CREATE TABLE daily (
    stream INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    count INTEGER NOT NULL,
    texts INTEGER NOT NULL,
    missing INTEGER NOT NULL,
    minimum REAL,
    maximum REAL,
    sum REAL NOT NULL,
    first INTEGER,
    last INTEGER,
    PRIMARY KEY (stream, slot)
) WITHOUT ROWID;
PRAGMA user_version = 1;
)sql";
constexpr RenderedSql kSchemaOnServer = dialect::postGis(kSchema);

/// A billion of them: found by time without an index entry for each.
constexpr Sql kServerOnly = "CREATE INDEX observation_time ON observation USING brin (time);";

/// The second step of a server; also of one that was filled by the first release.
Result<> partByMonth(Database &database)
{
    const QString mark = QStringLiteral("observation_part");
    LOCI_TRY(const bool isParted, hasTable(database, mark));
    if (database.capabilities().fileBacked || isParted) {
        return {};
    }
    LOCI_TRY(Transaction transaction, Transaction::begin(database));
    LOCI_TRY(const bool isPartedNow, hasTable(database, mark)); // another desk may have been quicker
    if (!isPartedNow) {
        LOCI_CHECK(database.runScript(kObservationServerSchema));
    }
    return transaction.commit();
}
} // namespace

Result<> checkObservations(Database &database, const QString &path)
{
    LOCI_TRY(const bool isOurs, holdsPart(database, kApplicationId, QStringLiteral("observation")));
    const QString file = QDir::toNativeSeparators(path);
    if (!isOurs) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 is no store of observations.").arg(file));
    }
    LOCI_TRY(const int version, database.schemaVersion());
    if (database.capabilities().fileBacked && version > kVersion) {
        return fail(ErrorCode::Unsupported, Texts::tr("%1 was made by a newer version of Loci.").arg(file));
    }
    return {};
}

Result<> prepareObservations(Database &database, const QString &path)
{
    LOCI_TRY(const bool isEmpty, isFree(database, QStringLiteral("observation")));
    LOCI_CHECK(isEmpty ? makePart(database, {kVersion, kSchema, kSchemaOnServer, kServerOnly})
                       : checkObservations(database, path));
    return partByMonth(database);
}

} // namespace loci::storage

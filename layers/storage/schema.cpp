// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/schema.h"

#include "layers/storage/heritage/heritageschema.h"
#include "layers/storage/indicatorschema.h"

#include <QCoreApplication>
#include <QDir>

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::Schema)
};

constexpr qint64 kApplicationId = 0x4C4F4349; // "LOCI"

// All SQL that defines tables is here. Dialect: BLOB is BYTEA and AUTOINCREMENT is an identity column in PostgreSQL.
constexpr Migration kMigrations[] = {
    {1, R"sql(
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
)sql"},
    {2, heritage::kSchema},
    {3, kIndicatorSchema},
};

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
    LOCI_TRY(const int version, database.schemaVersion());
    if (version > steps.back().version) {
        return fail(newerSchema({}, version, steps.back().version));
    }
    if (version == steps.back().version) {
        return {};
    }
    LOCI_TRY(Transaction transaction, Transaction::begin(database));
    for (const Migration &step : steps) {
        if (step.version > version) {
            LOCI_CHECK(database.runScript(step.spatiaLite));
        }
    }
    return transaction.commit();
}

Result<int> checkIsWorkspace(Database &database, const QString &path, const std::vector<Migration> &steps)
{
    qint64 application = 0;
    LOCI_CHECK(database.run("PRAGMA application_id", {},
                            [&application](const Statement &row) { application = row.integer(0); }));
    LOCI_TRY(const int version, database.schemaVersion());
    if (application != kApplicationId || version < 1) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("%1 is a database, but not a Loci workspace.").arg(QDir::toNativeSeparators(path)));
    }
    if (version > steps.back().version) {
        return fail(newerSchema(path, version, steps.back().version));
    }
    return version;
}

} // namespace loci::storage

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/spatialitedatabase.h"

#include "layers/base/logging.h"
#include "layers/storage/sqliteerror.h"
#include "layers/storage/sqlitestatement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <mutex>
// spatialite.h leans on sqlite3.h:
// clang-format off
#include <sqlite3.h>
#include <spatialite.h>
// clang-format on

namespace loci::storage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::storage::SpatiaLiteDatabase)
};

constexpr int kBusyMilliseconds = 2000;

/// Nothing of ours attaches another file; SQL that tries is not ours.
int authorize(void *, int action, const char *first, const char *second, const char *, const char *)
{
    const auto is = [](const char *text, const char *word) { return text && qstricmp(text, word) == 0; };
    if (action == SQLITE_ATTACH || action == SQLITE_DETACH ||
        (action == SQLITE_FUNCTION && is(second, "load_extension")) ||
        (action == SQLITE_PRAGMA && (is(first, "writable_schema") || is(first, "trusted_schema")))) {
        return SQLITE_DENY;
    }
    return SQLITE_OK;
}

/// A file in a folder that cannot be written cannot get SQLite's side files: without a log beside it, it is complete.
bool isSealed(const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    return !folder.isWritable() && QFileInfo(path + QStringLiteral("-wal")).size() == 0;
}

QByteArray uriOf(const QString &path, bool sealed)
{
    const QByteArray file = "file:" + QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/");
    return sealed ? file + "?immutable=1" : file;
}
} // namespace

Result<std::unique_ptr<SpatiaLiteDatabase>> SpatiaLiteDatabase::open(const QString &path, Mode mode)
{
    auto database = std::unique_ptr<SpatiaLiteDatabase>(new SpatiaLiteDatabase(path, mode));
    LOCI_CHECK(database->connect());
    LOCI_CHECK(database->configure());
    database->m_file = FileIdentity::of(path);
    database->m_log = FileIdentity::of(path + QStringLiteral("-wal"));
    return database;
}

Result<> SpatiaLiteDatabase::connect()
{
    const int access = m_mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY
                       : m_mode == Mode::Build  ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                : SQLITE_OPEN_READWRITE;
    const QByteArray uri = uriOf(m_path, m_mode == Mode::ReadOnly && isSealed(m_path));
    const int code = sqlite3_open_v2(uri.constData(), &m_connection,
                                     access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) {
        return fail(error(code));
    }
    sqlite3_busy_timeout(m_connection, kBusyMilliseconds);
    sqlite3_db_config(m_connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    // Triggers and views of a foreign file may call harmless functions only. Geometry tables with SpatiaLite's
    // triggers will need this relaxed for files that we have checked.
    sqlite3_db_config(m_connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_limit(m_connection, SQLITE_LIMIT_ATTACHED, 0);
    return {};
}

Result<> SpatiaLiteDatabase::configure()
{
    // The library itself, not the loadable module: the door for extensions is never opened at all.
    static std::mutex spatialiteStart; // its first initialisation is not thread safe
    {
        const std::lock_guard lock(spatialiteStart);
        m_spatialite = spatialite_alloc_connection();
        spatialite_init_ex(m_connection, m_spatialite, 0);
    }
    sqlite3_set_authorizer(m_connection, authorize, nullptr);
    LOCI_CHECK(runScript("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;"));
    switch (m_mode) {
    case Mode::ReadWrite:
        // Room for the indexes of a large catalogue: an import that fits writes each page once.
        return runScript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -262144;");
    case Mode::Build:
        return runScript("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;");
    case Mode::ReadOnly:
        return runScript("PRAGMA query_only = ON;");
    }
    return {};
}

SpatiaLiteDatabase::~SpatiaLiteDatabase()
{
    const bool orphaned = m_mode == Mode::ReadWrite && m_log.inode != 0 && !verifyHome();
    if (sqlite3_close(m_connection) != SQLITE_OK) {
        qCWarning(logStorage, "A statement is still open while its database closes.");
        sqlite3_close_v2(m_connection);
    }
    if (m_spatialite) {
        spatialite_cleanup_ex(m_spatialite);
    }
    if (orphaned) {
        discardOrphanedLog();
    }
}

/// Somebody put another file in our place. SQLite would play our log into it at the next opening.
void SpatiaLiteDatabase::discardOrphanedLog()
{
    const QString log = m_path + QStringLiteral("-wal");
    if (FileIdentity::of(log) == m_log) {
        QFile::remove(log);
        QFile::remove(m_path + QStringLiteral("-shm"));
    }
}

Capabilities SpatiaLiteDatabase::capabilities() const
{
    Capabilities result;
    result.readOnly = m_mode == Mode::ReadOnly;
    return result;
}

Error SpatiaLiteDatabase::error(int code) const
{
    return sqliteError(m_connection, code, m_path);
}

Result<std::unique_ptr<Statement>> SpatiaLiteDatabase::prepare(Sql sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v2(m_connection, sql.text(), sql.size(), &statement, nullptr);
    if (code != SQLITE_OK) {
        return fail(error(code));
    }
    return std::make_unique<SqliteStatement>(m_connection, statement, m_path);
}

Result<> SpatiaLiteDatabase::runScript(Sql sql)
{
    const int code = sqlite3_exec(m_connection, sql.text(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return fail(error(code));
    }
    return {};
}

Result<> SpatiaLiteDatabase::begin()
{
    return runScript("BEGIN IMMEDIATE");
}

Result<> SpatiaLiteDatabase::commit()
{
    return runScript("COMMIT");
}

void SpatiaLiteDatabase::rollback()
{
    if (sqlite3_get_autocommit(m_connection) == 0) { // a full disk rolls back by itself
        sqlite3_exec(m_connection, "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

Result<int> SpatiaLiteDatabase::schemaVersion()
{
    int version = 0;
    LOCI_CHECK(run("PRAGMA user_version", {}, [&version](const Statement &row) { version = int(row.integer(0)); }));
    return version;
}

Result<> SpatiaLiteDatabase::verifyHome()
{
    const FileIdentity now = FileIdentity::of(m_path);
    if (now == m_file) {
        return {};
    }
    const QString file = QDir::toNativeSeparators(m_path);
    return fail(
        ErrorCode::NotWritable,
        now.inode == 0
            ? Texts::tr("%1 was deleted or moved while it was open. Save the workspace under a new name to keep it.")
                  .arg(file)
            : Texts::tr("%1 was replaced by another program while it was open. Save the workspace under a new "
                        "name to keep it.")
                  .arg(file));
}

Result<> SpatiaLiteDatabase::copyTo(const QString &path)
{
    sqlite3 *target = nullptr;
    int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                               nullptr);
    if (code == SQLITE_OK) {
        sqlite3_exec(target, "PRAGMA synchronous = OFF", nullptr, nullptr, nullptr); // who names the copy syncs it
        if (sqlite3_backup *backup = sqlite3_backup_init(target, "main", m_connection, "main")) {
            sqlite3_backup_step(backup, -1);
            code = sqlite3_backup_finish(backup);
        } else {
            code = sqlite3_errcode(target);
        }
    }
    if (code == SQLITE_OK) { // one file, no log beside it
        code = sqlite3_exec(target, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    }
    Error failure = sqliteError(target, code, path);
    sqlite3_close(target);
    if (code != SQLITE_OK) {
        removeDatabaseFiles(path);
        return fail(std::move(failure));
    }
    return {};
}

Findings SpatiaLiteDatabase::integrity()
{
    FindingList list(20);
    const auto add = [this, &list](const QString &code, const QString &where, const QString &message) {
        list.add({Severity::Error, code, {}, where, message, m_path});
    };
    const auto damage = run("PRAGMA integrity_check(50)", {}, [&add](const Statement &row) {
        const QString text = row.text(0);
        if (text != QStringLiteral("ok")) {
            add(QStringLiteral("database_damaged"), text.left(200),
                Texts::tr("The database is damaged: %1.").arg(text.left(200)));
        }
    });
    if (!damage) {
        add(QStringLiteral("database_damaged"), damage.error().detail, damage.error().message);
        return list.take();
    }
    const auto keys = run("PRAGMA foreign_key_check", {}, [&add](const Statement &row) {
        add(QStringLiteral("foreign_key"), QStringLiteral("%1:%2").arg(row.text(0)).arg(row.integer(1)),
            Texts::tr("A row of table %1 refers to a row of %2 that does not exist.").arg(row.text(0), row.text(2)));
    });
    if (!keys) {
        add(QStringLiteral("database_damaged"), keys.error().detail, keys.error().message);
    }
    return list.take();
}

} // namespace loci::storage

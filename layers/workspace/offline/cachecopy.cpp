// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/offline/cachecopy.h"

#include "layers/storage/deskchanges.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/workspace/tablecopy.h"

#include <QCoreApplication>
#include <array>

namespace loci::workspace {

using storage::Database;
using storage::Statement;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::workspace::CacheCopy)
};

constexpr std::array<const char *, 2> kLeftOut{"history", "history_change"};
constexpr std::array<const char *, 3> kQuiet{"meta", "view_state", "indicator_value"};

template <std::size_t N>
bool isOneOf(const std::array<const char *, N> &names, const TableSpec &table)
{
    return std::any_of(names.begin(), names.end(),
                       [&table](const char *name) { return qstrcmp(name, table.name) == 0; });
}

Result<> copyRecord(Database &server, storage::heritage::HeritageStore &records, const QString &key)
{
    std::optional<QByteArray> content;
    qint64 no = 0;
    qint64 entry = 0;
    LOCI_CHECK(
        server.run("SELECT no, content, entry FROM heritage_record WHERE key = ?1", {key}, [&](const Statement &row) {
            no = row.integer(0);
            content = row.blob(1);
            entry = row.integer(2);
        }));
    return records.take(key, content, no, entry);
}

Result<> copyDocument(Database &server, Database &cache, const QString &key)
{
    bool isThere = false;
    QByteArray value;
    QString updated;
    LOCI_CHECK(server.run("SELECT value, updated FROM documents WHERE key = ?1", {key}, [&](const Statement &row) {
        isThere = true;
        value = row.blob(0);
        updated = row.text(1);
    }));
    if (!isThere) {
        return cache.run("DELETE FROM documents WHERE key = ?1", {key});
    }
    return cache.run("INSERT INTO documents (key, value, updated) VALUES (?1, ?2, ?3) ON CONFLICT (key) DO UPDATE SET "
                     "value = excluded.value, updated = excluded.updated",
                     {key, value, updated});
}
} // namespace

Result<std::unique_ptr<ServerSnapshot>> ServerSnapshot::of(Database &server)
{
    LOCI_CHECK(server.verifyHome());
    LOCI_CHECK(server.runScript("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    return std::unique_ptr<ServerSnapshot>(new ServerSnapshot(server));
}

ServerSnapshot::~ServerSnapshot()
{
    m_server.rollback();
}

Result<> copyEverything(Database &server, Database &cache, const CancelToken &cancel)
{
    for (const TableSpec &table : workspaceTables()) {
        if (!isOneOf(kLeftOut, table)) {
            LOCI_CHECK(copyTable(server, cache, table, {}, {}, cancel));
        }
    }
    return {};
}

Result<> copyQuietTables(Database &server, Database &cache, const CancelToken &cancel)
{
    LOCI_CHECK(cache.runScript("DELETE FROM meta; DELETE FROM view_state; DELETE FROM indicator_value;"));
    for (const TableSpec &table : workspaceTables()) {
        if (isOneOf(kQuiet, table)) {
            LOCI_CHECK(copyTable(server, cache, table, {}, {}, cancel));
        }
    }
    return {};
}

Result<> copyDocuments(Database &server, Database &cache, const QStringList &keys, const CancelToken &cancel)
{
    storage::heritage::HeritageStore records(cache);
    for (const QString &key : keys) {
        if (cancel.isCancelled()) {
            return fail(ErrorCode::Cancelled, Texts::tr("The cache of the workspace was not finished."));
        }
        const bool isRecord = key.startsWith(records.prefix());
        LOCI_CHECK(isRecord ? copyRecord(server, records, key) : copyDocument(server, cache, key));
    }
    return {};
}

Result<qint64> copyAudit(Database &server, Database &cache, qint64 after)
{
    static const TableSpec entries{
        "heritage_audit", "ittt",
        "SELECT number, key, entry, hash FROM heritage_audit WHERE number > ?1 ORDER BY number",
        "INSERT INTO heritage_audit (number, key, entry, hash) VALUES (?1, ?2, ?3, ?4)"};
    static const TableSpec head{
        "heritage_head", "iit", "SELECT one, number, hash FROM heritage_head",
        "INSERT INTO heritage_head (one, number, hash) VALUES (?1, ?2, ?3) ON CONFLICT (one) DO UPDATE SET number = "
        "excluded.number, hash = excluded.hash"};
    LOCI_CHECK(copyTable(server, cache, entries, {after}));
    LOCI_CHECK(copyTable(server, cache, head, {}));
    qint64 last = 0;
    LOCI_CHECK(
        cache.run("SELECT number FROM heritage_head", {}, [&last](const Statement &row) { last = row.integer(0); }));
    return last;
}

Result<ServerNews> newsSince(Database &server, qint64 seen)
{
    ServerNews news;
    news.last = seen;
    LOCI_CHECK(server.run("SELECT key, max(no) FROM desk_change WHERE no > ?1 GROUP BY key ORDER BY 2", {seen},
                          [&news](const Statement &row) {
                              news.keys << row.text(0);
                              news.last = row.integer(1);
                          }));
    return news;
}

} // namespace loci::workspace

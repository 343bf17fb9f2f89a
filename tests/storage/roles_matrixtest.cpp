// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/roles_town.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;
using storage::Database;
using storage::PostGisDatabase;
using storage::Sql;
using storage::Statement;
using storage::Value;
using test::TownLogin;
using test::TownRecord;

namespace {
/// What one statement of a client did, and then undone: rows, or -1 when the server refused it.
qint64 attempt(Database &database, Sql sql, std::initializer_list<Value> values = {})
{
    qint64 rows = 0;
    auto done = database.runScript("BEGIN");
    if (done) {
        done = database.run(sql, values, [&rows](const Statement &) { ++rows; });
    }
    const bool isRefused = !done;
    const auto back = database.runScript("ROLLBACK");
    return isRefused || !back ? -1 : rows;
}

/// Statements that touch every row that they may, and how the rows are told apart.
struct Table
{
    const char *name;
    Sql keys; ///< as the owner: the key of the record or document behind each row
    Sql select, change, remove;
};

const Table kByRecord[] = {
    {"heritage_record", "SELECT key FROM heritage_record", "SELECT key FROM heritage_record",
     "UPDATE heritage_record SET entry = entry RETURNING 1", "DELETE FROM heritage_record RETURNING 1"},
    {"heritage_asset", "SELECT 'heritage/asset/' || id FROM heritage_asset", "SELECT no FROM heritage_asset",
     "UPDATE heritage_asset SET grade = grade RETURNING 1", "DELETE FROM heritage_asset RETURNING 1"},
    {"heritage_text", "SELECT key FROM heritage_text JOIN heritage_record ON no = rowid",
     "SELECT rowid FROM heritage_text", "UPDATE heritage_text SET body = body RETURNING 1",
     "DELETE FROM heritage_text RETURNING 1"},
    {"heritage_place", "SELECT key FROM heritage_place AS p JOIN heritage_record AS r ON r.no = p.no",
     "SELECT no FROM heritage_place", "UPDATE heritage_place SET west = west RETURNING 1",
     "DELETE FROM heritage_place RETURNING 1"},
    {"heritage_zone", "SELECT 'heritage/zone/' || id FROM heritage_zone", "SELECT no FROM heritage_zone",
     "UPDATE heritage_zone SET name = name RETURNING 1", "DELETE FROM heritage_zone RETURNING 1"},
    {"heritage_zone_place",
     "SELECT 'heritage/zone/' || z.id FROM heritage_zone_place AS p JOIN heritage_zone AS z ON "
     "z.no = p.no",
     "SELECT no FROM heritage_zone_place", "UPDATE heritage_zone_place SET west = west RETURNING 1",
     "DELETE FROM heritage_zone_place RETURNING 1"},
    {"heritage_zone_asset", "SELECT key FROM heritage_zone_asset JOIN heritage_record ON no = record",
     "SELECT asset FROM heritage_zone_asset", "UPDATE heritage_zone_asset SET asset = asset RETURNING 1",
     "DELETE FROM heritage_zone_asset RETURNING 1"},
    {"heritage_media", "SELECT 'heritage/media/' || sha256 FROM heritage_media", "SELECT no FROM heritage_media",
     "UPDATE heritage_media SET name = name RETURNING 1", "DELETE FROM heritage_media RETURNING 1"},
    {"documents", "SELECT key FROM documents", "SELECT key FROM documents",
     "UPDATE documents SET value = value RETURNING 1", "DELETE FROM documents RETURNING 1"},
};

/// Rows that are read by the record behind them, and that nobody changes.
const Table kTraces[] = {
    {"media_part", "SELECT 'heritage/media/' || sha256 FROM media_part", "SELECT sha256 FROM media_part",
     "UPDATE media_part SET bytes = bytes RETURNING 1", "DELETE FROM media_part RETURNING 1"},
    {"history_change", "SELECT key FROM history_change", "SELECT key FROM history_change",
     "UPDATE history_change SET before = before RETURNING 1", "DELETE FROM history_change RETURNING 1"},
    {"desk_change", "SELECT key FROM desk_change", "SELECT key FROM desk_change",
     "UPDATE desk_change SET key = key RETURNING 1", "DELETE FROM desk_change RETURNING 1"},
    {"heritage_audit", "SELECT key FROM heritage_audit", "SELECT key FROM heritage_audit",
     "UPDATE heritage_audit SET entry = entry RETURNING 1", "DELETE FROM heritage_audit RETURNING 1"},
};

struct Part
{
    const char *name;
    const char *part; ///< "desk": whoever has a role other than the auditor's
    Sql select, add, change, remove;
};

/// Tables that are read and written whole or not at all.
const Part kWhole[] = {
    {"stream", "feeds", "SELECT id FROM stream", "INSERT INTO stream (key) VALUES ('new') RETURNING 1",
     "UPDATE stream SET unit = unit RETURNING 1", "DELETE FROM stream RETURNING 1"},
    {"observation", "feeds", "SELECT time FROM observation",
     "INSERT INTO observation (stream, time, source, arrival, flags) VALUES (1, 2, 1, 1, 0) RETURNING 1",
     "UPDATE observation SET flags = 0 RETURNING 1", "DELETE FROM observation RETURNING 1"},
    {"role_kind", "roles", "SELECT role FROM role_kind",
     "INSERT INTO role_kind (role, place, name_zh, name_en) VALUES ('new', 99, '', '') RETURNING 1",
     "UPDATE role_kind SET name_en = name_en RETURNING 1", ""},
    {"role_rule", "roles", "SELECT no FROM role_rule",
     "INSERT INTO role_rule (no, role, part, up_to, may_read, may_write) VALUES (999, 'planner', 'roles', 'open', "
     "true, "
     "true) RETURNING 1",
     "UPDATE role_rule SET may_write = true RETURNING 1", "DELETE FROM role_rule WHERE part = 'map' RETURNING 1"},
    {"role_member", "roles", "SELECT no FROM role_member",
     "INSERT INTO role_member (no, login, role) VALUES (999, 'plan', 'administrator') RETURNING 1",
     "UPDATE role_member SET until = NULL RETURNING 1", "DELETE FROM role_member WHERE login = 'plan' RETURNING 1"},
    {"meta", "desk", "SELECT key FROM meta", "INSERT INTO meta (key, value) VALUES ('new', '') RETURNING 1",
     "UPDATE meta SET value = value RETURNING 1", "DELETE FROM meta RETURNING 1"},
};

/// Tables that no desk may see at all.
const Sql kHidden[] = {"SELECT * FROM role_trace",
                       "SELECT * FROM role_setting",
                       "UPDATE role_trace SET key = key",
                       "DELETE FROM role_setting",
                       "SELECT role_scopes_of('heritage/asset/x')",
                       "CREATE TABLE mine (a integer)",
                       "DROP TABLE documents",
                       "TRUNCATE heritage_audit",
                       "ALTER TABLE heritage_record DISABLE ROW LEVEL SECURITY",
                       "SET ROLE keeper",
                       "SET SESSION AUTHORIZATION keeper",
                       "SET row_security = off; SELECT 1 FROM documents",
                       "ALTER TABLE heritage_record DISABLE TRIGGER ALL",
                       "SELECT role_turn_on()",
                       "UPDATE loci_schema SET version = 99",
                       "INSERT INTO role_use VALUES ('heritage/media/x', 1, 'own/')"};
} // namespace

/// Every action of every login on every table by SQL, against what the roles were meant to be.
class RolesMatrixTest : public QObject
{
    Q_OBJECT
private:
    test::RoleTown m_town;
    std::unique_ptr<PostGisDatabase> m_owner;
    QStringList m_wrong;
    int m_tried = 0;

    void expect(const TownLogin &login, const char *table, const char *action, qint64 got, qint64 wanted)
    {
        ++m_tried;
        // A statement that touches no row and one that is refused are the same: nothing happened.
        if (std::max<qint64>(got, 0) != wanted) {
            m_wrong << QStringLiteral("%1 %2 %3: %4 rows, expected %5")
                           .arg(login.name, QLatin1String(action), QLatin1String(table))
                           .arg(got)
                           .arg(wanted);
        }
    }
    QStringList keys(Sql sql) const
    {
        QStringList keys;
        const auto done = m_owner->run(sql, {}, [&keys](const Statement &row) { keys << row.text(0); });
        return done ? keys : QStringList();
    }
    template <class May>
    static qint64 count(const QStringList &keys, const May &may)
    {
        return std::count_if(keys.begin(), keys.end(), may);
    }
    void tables(const TownLogin &login, Database &database);
    void adding(const TownLogin &login, Database &database);
    void whole(const TownLogin &login, Database &database);
    void moving(const TownLogin &login, Database &database);
    void extents(const TownLogin &login, Database &database);

private slots:
    void init()
    {
        bool isPossible = false;
        QCOMPARE(m_town.begin(isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        QCOMPARE(m_town.make(), QString());
        auto owner = m_town.database(test::RoleTown::owner());
        LOCI_VERIFY_RESULT(owner);
        m_owner = std::move(*owner);
    }
    void cleanup() { m_owner.reset(); }

    void everyActionOfEveryRole()
    {
        for (const TownLogin &login : m_town.logins()) {
            auto database = m_town.database(login.name);
            LOCI_VERIFY_RESULT(database);
            tables(login, **database);
            adding(login, **database);
            whole(login, **database);
            moving(login, **database);
            extents(login, **database);
            for (const Sql &sql : kHidden) {
                expect(login, sql.text(), "hidden", attempt(**database, sql), 0);
            }
        }
        QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(QLatin1Char('\n'))));
        qInfo("%d statements of %d logins, none allowed or refused against the matrix", m_tried,
              int(m_town.logins().size()));
    }
};

void RolesMatrixTest::tables(const TownLogin &login, Database &database)
{
    for (const Table &table : kByRecord) {
        const QStringList all = keys(table.keys);
        const auto reads = [&](const QString &key) { return m_town.mayRead(login, key); };
        const auto writes = [&](const QString &key) { return m_town.mayWrite(login, key); };
        expect(login, table.name, "select", attempt(database, table.select), count(all, reads));
        expect(login, table.name, "update", attempt(database, table.change), count(all, writes));
        expect(login, table.name, "delete", attempt(database, table.remove), count(all, writes));
    }
    for (const Table &table : kTraces) {
        const QStringList all = keys(table.keys);
        const bool isAudit = qstrcmp(table.name, "heritage_audit") == 0;
        const auto reads = [&](const QString &key) {
            return m_town.mayRead(login, key) || (isAudit && login.reads.contains(QStringLiteral("audit")));
        };
        expect(login, table.name, "select", attempt(database, table.select), count(all, reads));
        expect(login, table.name, "update", attempt(database, table.change), 0);
        expect(login, table.name, "delete", attempt(database, table.remove), 0);
    }
}

void RolesMatrixTest::adding(const TownLogin &login, Database &database)
{
    int number = 500;
    for (const QString &district : test::RoleTown::districts()) {
        for (int rank = 0; rank < 3; ++rank) {
            const QString id = QStringLiteral("00000000-0000-4000-8000-000000000%1").arg(++number);
            const QByteArray bytes = test::RoleTown::asset(id, rank, district, 10);
            expect(login, "heritage_record", "insert",
                   attempt(database,
                           "INSERT INTO heritage_record (key, content, entry) VALUES (?1, ?2, 1) RETURNING no",
                           {QStringLiteral("heritage/asset/") + id, bytes}),
                   login.writesArea(rank, district) ? 1 : 0);
        }
        const bool hasArea = district.startsWith(login.area);
        const QString part = QStringLiteral("indicators");
        expect(login, "indicator_value", "select",
               attempt(database, "SELECT area FROM indicator_value WHERE area = ?1", {district}),
               login.reads.contains(part) && hasArea ? 1 : 0);
        expect(login, "indicator_value", "delete",
               attempt(database, "DELETE FROM indicator_value WHERE area = ?1 RETURNING 1", {district}),
               login.writes.contains(part) && hasArea ? 1 : 0);
        expect(
            login, "indicator_value", "insert",
            attempt(database,
                    "INSERT INTO indicator_value (code, area, period, calculation, level, unit, quality, have, "
                    "need, computed, current, provenance) VALUES ('new', ?1, '', '', '', '', 'unknown', 0, 0, '', 1, "
                    "'') RETURNING 1",
                    {district}),
            login.writes.contains(part) && hasArea ? 1 : 0);
    }
    // A word that nobody knows is kept back like what is withheld.
    const auto odd = QByteArray(R"({"id":"x","district":"320508","sensitivity":{"level":"odd"}})");
    expect(login, "heritage_record", "insert odd",
           attempt(database,
                   "INSERT INTO heritage_record (key, content, entry) VALUES ('heritage/asset/x', ?1, 1) "
                   "RETURNING no",
                   {odd}),
           login.writesArea(2, QStringLiteral("320508")) ? 1 : 0);
    const std::pair<const char *, const char *> documents[] = {{"map/new", "map"},
                                                               {"city/new", "city"},
                                                               {"planning/new", "planning"},
                                                               {"indicator/new", "indicators"},
                                                               {"problem/new", "indicators"},
                                                               {"feed/new", "feeds"},
                                                               {"alert/new", "feeds"},
                                                               {"briefing/new", "briefing"},
                                                               {"contract/new", "catalogue"},
                                                               {"delivery/new", "catalogue"},
                                                               {"plugin/new", "map"}};
    for (const auto &[key, part] : documents) {
        expect(login, key, "insert",
               attempt(database, "INSERT INTO documents (key, value, updated) VALUES (?1, '', '') RETURNING key",
                       {QLatin1String(key)}),
               login.writes.contains(QLatin1String(part)) ? 1 : 0);
    }
}

void RolesMatrixTest::whole(const TownLogin &login, Database &database)
{
    for (const Part &table : kWhole) {
        const bool isMeta = qstrcmp(table.part, "desk") == 0;
        const bool reads = isMeta ? login.isDesk() : login.reads.contains(QLatin1String(table.part));
        const bool writes = login.writes.contains(isMeta ? QStringLiteral("roles") : QLatin1String(table.part));
        const qint64 rows = attempt(*m_owner, table.select);
        QVERIFY2(rows > 0, table.name);
        expect(login, table.name, "select", attempt(database, table.select), reads ? rows : 0);
        expect(login, table.name, "insert", attempt(database, table.add), writes ? 1 : 0);
        expect(login, table.name, "update", attempt(database, table.change),
               writes ? attempt(*m_owner, table.change) : 0);
        if (table.remove.size() > 0) {
            expect(login, table.name, "delete", attempt(database, table.remove),
                   writes ? attempt(*m_owner, table.remove) : 0);
        }
    }
}

/// Neither out of a district nor into one, neither out of a sensitivity nor into one.
void RolesMatrixTest::moving(const TownLogin &login, Database &database)
{
    for (const auto &[key, record] : m_town.records()) {
        if (record.kind != QLatin1String("asset")) {
            continue;
        }
        for (const QString &district : test::RoleTown::districts()) {
            for (int rank = 0; rank < 3; ++rank) {
                const QByteArray bytes = test::RoleTown::asset(key.section(QLatin1Char('/'), -1), rank, district, 10);
                const bool may = login.writesArea(record.rank, record.district) && login.writesArea(rank, district);
                expect(login, "heritage_record", "move",
                       attempt(database, "UPDATE heritage_record SET content = ?2 WHERE key = ?1 RETURNING no",
                               {key, bytes}),
                       may ? 1 : 0);
            }
        }
    }
}

void RolesMatrixTest::extents(const TownLogin &login, Database &database)
{
    QStringList east;
    qint64 total = 0;
    for (const auto &[key, record] : m_town.records()) {
        if (record.kind == QLatin1String("asset") && m_town.mayRead(login, key)) {
            ++total;
            east << QString::number(100 + key.right(2).toInt());
        }
    }
    std::sort(east.begin(), east.end());
    QString told;
    qint64 counted = 0;
    qint64 found = 0;
    if (database.run("SELECT coalesce(min(west)::text, ''), coalesce(max(east)::text, '') FROM heritage_place", {},
                     [&told](const Statement &row) { told = row.text(0) + QLatin1Char(' ') + row.text(1); }) &&
        database.run("SELECT count(*) FROM heritage_asset", {},
                     [&counted](const Statement &row) { counted = row.integer(0); }) &&
        database.run("SELECT count(*) FROM heritage_text('\"园\"')", {},
                     [&found](const Statement &row) { found = row.integer(0); })) {
        const QString wanted = east.isEmpty() ? QStringLiteral(" ") : east.front() + QLatin1Char(' ') + east.back();
        m_tried += 1;
        if (told != wanted) {
            m_wrong << QStringLiteral("%1 extent %2, expected %3").arg(login.name, told, wanted);
        }
        expect(login, "heritage_asset", "count", counted, total);
        expect(login, "heritage_text", "search", found, total);
    } else if (!login.reads.empty()) {
        m_wrong << login.name + QStringLiteral(" cannot count");
    }
}

LOCI_TEST_CLASS(RolesMatrixTest)
#include "roles_matrixtest.moc"

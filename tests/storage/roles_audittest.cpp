// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/canonicaljson.h"
#include "layers/storage/heritage/heritagestore.h"
#include "tests/storage/roles_town.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace loci;
using storage::Database;
using storage::Sql;
using storage::Statement;
using workspace::Workspace;

namespace {
struct Tampering
{
    const char *what;
    Sql sql;
};

// As a login that may write the records: nothing of the audit is its to change.
const Tampering kTamperings[] = {
    {"rewrite", "UPDATE heritage_audit SET entry = '{}' RETURNING 1"},
    {"rewrite a hash", "UPDATE heritage_audit SET hash = repeat('0', 64) RETURNING 1"},
    {"widen who reads", "UPDATE heritage_audit SET role_scopes = '{heritage/}' RETURNING 1"},
    {"cut off the end", "DELETE FROM heritage_audit WHERE number > 3 RETURNING 1"},
    {"empty", "TRUNCATE heritage_audit"},
    {"turn the head back",
     "INSERT INTO heritage_head (one, number, hash) SELECT 1, number, hash FROM heritage_audit WHERE number = 3 ON "
     "CONFLICT (one) DO UPDATE SET number = excluded.number, hash = excluded.hash RETURNING 1"},
    {"set the head", "UPDATE heritage_head SET hash = repeat('0', 64) RETURNING 1"},
    {"remove the head", "DELETE FROM heritage_head RETURNING 1"},
    {"leave a gap",
     "INSERT INTO heritage_audit (number, key, entry, hash) SELECT max(number) + 2, 'heritage/search/s', "
     "'{}', repeat('0', 64) FROM heritage_audit RETURNING 1"},
    {"forge the next", "INSERT INTO heritage_audit (number, key, entry, hash) SELECT number + 1, 'heritage/search/s', "
                       "'{\"key\":\"heritage/search/s\",\"number\":' || number + 1 || '}', repeat('0', 64) FROM "
                       "heritage_head RETURNING 1"},
    {"switch its triggers off", "ALTER TABLE heritage_audit DISABLE TRIGGER ALL"},
    {"drop it", "DROP TABLE heritage_audit CASCADE"},
    {"replace its check",
     "CREATE OR REPLACE FUNCTION role_audit_added() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'"},
};

qint64 rowsOf(Database &database, Sql sql)
{
    qint64 rows = 0;
    const auto done = database.run(sql, {}, [&rows](const Statement &) { ++rows; });
    return done ? rows : -1;
}
} // namespace

/// The audit across desks of different roles: one chain, only added to.
class RolesAuditTest : public QObject
{
    Q_OBJECT
private:
    test::RoleTown m_town;

    static QByteArray noted(const QByteArray &bytes, int note)
    {
        heritage::Asset asset(QJsonDocument::fromJson(bytes).object());
        asset.set(QStringLiteral("/note"), note);
        return asset.bytes();
    }

private slots:
    void initTestCase() // one town for all: no test changes what another one looks at
    {
        bool isPossible = false;
        QCOMPARE(m_town.begin(isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        QCOMPARE(m_town.make(), QString());
    }

    void noDeskTampers()
    {
        auto owner = m_town.database(test::RoleTown::owner());
        LOCI_VERIFY_RESULT(owner);
        const auto before = storage::heritage::AuditLog(**owner).verify();
        LOCI_VERIFY_RESULT(before);
        QVERIFY(before->isIntact);
        for (const char *login : {"ad_min", "officer", "field", "auditor", "plan"}) {
            auto desk = m_town.database(QLatin1String(login));
            LOCI_VERIFY_RESULT(desk);
            for (const Tampering &one : kTamperings) {
                QVERIFY2(rowsOf(**desk, one.sql) <= 0, one.what);
            }
        }
        QVERIFY(!(*owner)->runScript("UPDATE heritage_audit SET entry = '{}' WHERE number = 1")); // nor does the owner
        QVERIFY(!(*owner)->runScript("DELETE FROM heritage_audit WHERE number = 1"));
        const auto after = storage::heritage::AuditLog(**owner).verify();
        LOCI_VERIFY_RESULT(after);
        QCOMPARE(after->head, before->head);
        QCOMPARE(after->entries, before->entries);
    }

    void aRecordDoesNotChangeBesideTheAudit()
    {
        auto desk = m_town.database(QStringLiteral("officer"));
        LOCI_VERIFY_RESULT(desk);
        const test::TownRecord &record = m_town.record(QStringLiteral("asset"), 0, QStringLiteral("320508"));
        const auto changed = (*desk)->run("UPDATE heritage_record SET content = ?2 WHERE key = ?1",
                                          {record.key, noted(record.bytes, 1)});
        QVERIFY(!changed);
        QVERIFY2(changed.error().message.contains(QStringLiteral("audit")), qPrintable(changed.error().message));
        QVERIFY(!(*desk)->run("DELETE FROM heritage_record WHERE key = ?1", {record.key}));
        QVERIFY(!(*desk)->run("INSERT INTO heritage_record (key, content, entry) VALUES ('heritage/asset/x', ?1, 1)",
                              {test::RoleTown::asset(QStringLiteral("x"), 0, QStringLiteral("320508"), 1)}));
        QCOMPARE(rowsOf(**desk, "SELECT 1 FROM heritage_record WHERE key = 'heritage/asset/x'"), 0);
    }

    void twoDesksWriteOneChain()
    {
        auto officer = m_town.open(QStringLiteral("officer"));
        auto office = m_town.open(QStringLiteral("office"));
        LOCI_VERIFY_RESULT(officer);
        LOCI_VERIFY_RESULT(office);
        const test::TownRecord &one = m_town.record(QStringLiteral("asset"), 2, QStringLiteral("320508"));
        const test::TownRecord &other = m_town.record(QStringLiteral("asset"), 1, QStringLiteral("320507"));
        const auto write = [](Workspace &desk, const test::TownRecord &record, int note) {
            return desk.commit({QStringLiteral("note"), {{record.key, {}, noted(record.bytes, note)}}});
        };
        for (int note = 1; note <= 5; ++note) { // the office reads nothing of what the officer writes here
            LOCI_VERIFY_RESULT(write(**officer, one, note));
            LOCI_VERIFY_RESULT(write(**office, other, note));
        }
        LOCI_VERIFY_RESULT((*office)->undo());
        QCOMPARE((*office)->document(other.key), noted(other.bytes, 4));
        QVERIFY(!(*office)->document(one.key));
        QVERIFY((*office)->heritage().history(one.key)->empty());
        const auto partly = (*office)->heritage().verifyChain();
        QVERIFY(!partly);
        QVERIFY2(partly.error().message.contains(QStringLiteral("auditor")), qPrintable(partly.error().message));
        QCOMPARE((*office)->heritage().origin().value(), (*officer)->heritage().origin().value());

        auto auditor = m_town.open(QStringLiteral("auditor"));
        LOCI_VERIFY_RESULT(auditor);
        QVERIFY((*auditor)->isReadOnly());
        QVERIFY2((*auditor)->heldBy().contains(QStringLiteral("reading")), qPrintable((*auditor)->heldBy()));
        QVERIFY((*auditor)->keys().isEmpty());
        QVERIFY(!hasErrors((*auditor)->check()));
        const auto seen = (*auditor)->heritage().verifyChain();
        LOCI_VERIFY_RESULT(seen);
        QVERIFY(seen->isIntact);
        auto admin = m_town.open(QStringLiteral("ad_min"));
        LOCI_VERIFY_RESULT(admin);
        const auto whole = (*admin)->heritage().verifyChain();
        LOCI_VERIFY_RESULT(whole);
        QVERIFY2(whole->isIntact, whole->isIntact ? "" : qPrintable(whole->findings.front().message));
        QCOMPARE(whole->head, seen->head);
        QCOMPARE(whole->entries, seen->entries);
        QVERIFY(!hasErrors((*admin)->check()));
    }

    void whoWroteIsKeptBesideTheChain()
    {
        auto officer = m_town.open(QStringLiteral("officer"));
        LOCI_VERIFY_RESULT(officer);
        (*officer)->setPerson(QStringLiteral("somebody else"));
        const test::TownRecord &record = m_town.record(QStringLiteral("asset"), 0, QStringLiteral("320508"));
        LOCI_VERIFY_RESULT((*officer)->commit({QStringLiteral("note"), {{record.key, {}, noted(record.bytes, 9)}}}));
        auto owner = m_town.database(test::RoleTown::owner());
        LOCI_VERIFY_RESULT(owner);
        QString login;
        LOCI_VERIFY_RESULT((*owner)->run("SELECT role_login FROM heritage_audit ORDER BY number DESC LIMIT 1", {},
                                         [&login](const Statement &row) { login = row.text(0); }));
        QCOMPARE(login, QStringLiteral("officer"));
        qint64 owned = 0; // no desk is the owner of anything, nor a member of the owner
        LOCI_VERIFY_RESULT(
            (*owner)->run("SELECT count(*) FROM role_member WHERE pg_has_role(login, 'keeper', 'MEMBER') "
                          "OR login IN (SELECT tableowner FROM pg_tables)",
                          {}, [&owned](const Statement &row) { owned = row.integer(0); }));
        QCOMPARE(owned, 0);
    }
};

LOCI_TEST_CLASS(RolesAuditTest)
#include "roles_audittest.moc"

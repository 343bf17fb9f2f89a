// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it.
#include "tests/storage/heritage_fixture.h"

#include <QFile>
#include <QTest>
#include <sqlite3.h>

using namespace loci;
using namespace loci::test;
using storage::heritage::ChainReport;

class TestHeritageVerify : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void namesTheChangedRow_data();
    void namesTheChangedRow();
    void namesEveryChangedAuditEntry();
    void isIntactUntouched();
    void rebuildMendsIndexesOnly();

private:
    bool execute(const QString &path, const QByteArray &sql) const;
    HeritageFixture m_made;
    QByteArray m_seed;
};

void TestHeritageVerify::initTestCase()
{
    QVERIFY(m_made.open());
    heritage::Asset garden = place(QStringLiteral("拙政园"), 120.63, 31.325);
    garden.set(QStringLiteral("/references/0/number"), QStringLiteral("1-0103"));
    LOCI_VERIFY_RESULT(m_made.catalogue->put(garden, QStringLiteral("new")));
    garden.set(QStringLiteral("/level"), QStringLiteral("1"));
    garden.set(QStringLiteral("/district"), QStringLiteral("320508"));
    LOCI_VERIFY_RESULT(m_made.catalogue->put(garden, QStringLiteral("graded")));
    LOCI_VERIFY_RESULT(m_made.catalogue->put(place(QStringLiteral("北寺塔"), 120.61, 31.32), {}));
    LOCI_VERIFY_RESULT(m_made.catalogue->put(square(garden.id(), 120.6, 31.3, 0.05), {}));
    storage::heritage::MediumFacts medium;
    medium.sha256 = QString(64, QLatin1Char('a'));
    medium.name = QStringLiteral("a.jpg");
    LOCI_VERIFY_RESULT(m_made.catalogue->putAll({}, {}, {medium}, {}, QStringLiteral("Add a photograph")));
    LOCI_VERIFY_RESULT(m_made.catalogue->saveSearch(QStringLiteral("s"), QStringLiteral("mine"), {}));
    LOCI_VERIFY_RESULT(m_made.workspace->undo());
    LOCI_VERIFY_RESULT(m_made.workspace->redo());
    m_made.close();
    QFile file(m_made.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_seed = file.readAll();
}

bool TestHeritageVerify::execute(const QString &path, const QByteArray &sql) const
{
    sqlite3 *database = nullptr;
    char *message = nullptr;
    const bool done = sqlite3_open(QFile::encodeName(path).constData(), &database) == SQLITE_OK &&
                      sqlite3_exec(database, sql.constData(), nullptr, nullptr, &message) == SQLITE_OK;
    if (!done) {
        qWarning("%s", message ? message : sqlite3_errmsg(database));
    }
    const bool changed = sqlite3_total_changes(database) > 0;
    sqlite3_free(message);
    sqlite3_close(database);
    return done && changed;
}

void TestHeritageVerify::namesTheChangedRow_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *sql, const char *code, const char *where) {
        QTest::newRow(sql) << QString::fromLatin1(code) << QString::fromLatin1(where);
    };
    row("UPDATE heritage_record SET content = replace(content, '120.63', '120.64') WHERE no = 1", "record_changed",
        "heritage_record:1");
    row("UPDATE heritage_record SET entry = 1 WHERE no = 1", "record_changed", "heritage_record:1");
    row("DELETE FROM heritage_record WHERE no > 1", "record_missing", "heritage_record");
    row("INSERT INTO heritage_record (key, content, entry) VALUES ('heritage/search/x', '{}', 1)", "record_unknown",
        "heritage_record:");
    row("UPDATE heritage_record SET key = key || 'x' WHERE no = 1", "record_unknown", "heritage_record:1");
    row("UPDATE heritage_asset SET level = '2' WHERE no = 1", "index_changed", "heritage_asset:1");
    row("UPDATE heritage_asset SET name_key = 'a' WHERE no = 1", "index_changed", "heritage_asset:1");
    row("UPDATE heritage_asset SET longitude = 1 WHERE no = 1", "index_changed", "heritage_asset:1");
    row("DELETE FROM heritage_asset WHERE no > 1", "index_changed", "heritage_asset:");
    row("INSERT INTO heritage_asset SELECT 99, 'x', reference, name, name_key, other_name, parent, category, type, "
        "type_label, grade, level, district, condition, review, sensitivity, updated, year_from, year_to, "
        "century_from, "
        "century_to, last_survey, photographs, zones, four_haves, trashed, longitude, latitude FROM heritage_asset "
        "WHERE no = 1",
        "index_changed", "heritage_asset:99");
    row("UPDATE heritage_zone SET valid_to = '2030-01-01' WHERE version = 0", "index_changed", "heritage_zone:");
    row("DELETE FROM heritage_zone WHERE version = 1", "index_changed", "heritage_zone:");
    row("DELETE FROM heritage_zone_asset", "index_changed", "heritage_zone_asset:");
    row("UPDATE heritage_media SET size = 7", "index_changed", "heritage_media:");
    row("DELETE FROM heritage_media", "index_changed", "heritage_media:");
    row("UPDATE heritage_text SET body = 'x' WHERE rowid = 1", "index_changed", "heritage_text:1");
    row("DELETE FROM heritage_text WHERE rowid > 1", "index_changed", "heritage_text:");
    row("UPDATE heritage_text_content SET c0 = 'x' WHERE id = 1", "index_changed", "heritage_text:1");
    row("UPDATE heritage_place SET east = 130 WHERE no = 1", "index_changed", "heritage_place:1");
    row("DELETE FROM heritage_place WHERE no > 1", "index_changed", "heritage_place:");
    row("DELETE FROM heritage_zone_place", "index_changed", "heritage_zone_place:");
    row("UPDATE heritage_head SET hash = 'x'", "audit_head_changed", "heritage_head:1");
    row("DELETE FROM heritage_head", "audit_head_changed", "heritage_head:1");
    row("DELETE FROM heritage_audit WHERE number = 2", "audit_entry_missing", "heritage_audit:2");
    row("DELETE FROM heritage_audit WHERE number = (SELECT max(number) FROM heritage_audit)", "audit_head_changed",
        "heritage_head:1");
    row("UPDATE heritage_audit SET entry = replace(entry, 'anna', 'nobody') WHERE number = 3", "audit_entry_changed",
        "heritage_audit:3");
    row("UPDATE heritage_audit SET key = 'heritage/asset/x' WHERE number = 3", "audit_entry_changed",
        "heritage_audit:3");
    row("UPDATE heritage_audit SET hash = 'x' WHERE number = 3", "audit_entry_changed", "heritage_audit:3");
    row("UPDATE history SET author = 'nobody' WHERE id = 1", "history_changed", "history:1");
    row("UPDATE history_change SET before = after WHERE entry = 1", "history_changed", "history_change:1");
}

void TestHeritageVerify::namesTheChangedRow()
{
    QFETCH(QString, code);
    QFETCH(QString, where);
    HeritageFixture copy;
    QFile file(copy.path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_seed) == m_seed.size());
    file.close();
    const QByteArray sql = QTest::currentDataTag();
    if (sql.contains("history_change")) { // the first step made the record: give it another past
        QVERIFY(execute(copy.path,
                        "UPDATE history_change SET before = (SELECT after FROM history_change WHERE entry = 3)"
                        " WHERE entry = 1"));
    } else {
        QVERIFY(execute(copy.path, sql));
    }
    QVERIFY(copy.open());
    const auto report = copy.workspace->heritage().verifyChain();
    LOCI_VERIFY_RESULT(report);
    QVERIFY(!report->isIntact);
    QStringList told;
    bool isNamed = false;
    for (const Finding &finding : report->findings) {
        told << finding.code + QLatin1Char(' ') + finding.where;
        isNamed = isNamed || (finding.code == code && finding.where.startsWith(where));
    }
    QVERIFY2(isNamed, qPrintable(told.join(QLatin1Char('\n'))));
}

void TestHeritageVerify::namesEveryChangedAuditEntry()
{
    HeritageFixture first;
    QVERIFY(QFile::copy(m_made.path, first.path) && first.open());
    const auto whole = first.workspace->heritage().verifyChain();
    LOCI_VERIFY_RESULT(whole);
    QVERIFY(whole->entries > 5);
    for (qint64 number = 1; number <= whole->entries; ++number) {
        HeritageFixture copy;
        QVERIFY(QFile::copy(m_made.path, copy.path));
        QByteArray sql =
            "UPDATE heritage_audit SET entry = replace(entry, '\"time\":\"2', '\"time\":\"3') WHERE number = ";
        sql += QByteArray::number(number);
        QVERIFY(execute(copy.path, sql));
        QVERIFY(copy.open());
        const auto report = copy.workspace->heritage().verifyChain(false);
        LOCI_VERIFY_RESULT(report);
        QCOMPARE(report->firstBroken, number);
    }
}

void TestHeritageVerify::isIntactUntouched()
{
    HeritageFixture copy;
    QVERIFY(QFile::copy(m_made.path, copy.path) && copy.open());
    const auto report = copy.workspace->heritage().verifyChain();
    LOCI_VERIFY_RESULT(report);
    for (const Finding &finding : report->findings) {
        QVERIFY2(false, qPrintable(finding.code + finding.where + finding.message));
    }
    QVERIFY(report->isIntact);
    QCOMPARE(report->firstBroken, 0);
    QCOMPARE(report->head.size(), 64);
}

void TestHeritageVerify::rebuildMendsIndexesOnly()
{
    HeritageFixture copy;
    QVERIFY(QFile::copy(m_made.path, copy.path));
    QVERIFY(execute(copy.path, "UPDATE heritage_asset SET level = '2' WHERE no = 1; DELETE FROM heritage_place"));
    QVERIFY(copy.open());
    auto &store = const_cast<storage::heritage::HeritageStore &>(copy.workspace->heritage());
    QVERIFY(!store.verifyChain()->isIntact);
    LOCI_VERIFY_RESULT(store.rebuildIndex());
    QVERIFY(store.verifyChain()->isIntact);
}

LOCI_TEST_CLASS(TestHeritageVerify)
#include "heritage_verifytest.moc"

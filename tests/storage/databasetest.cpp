// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it:
// clang-format off
#include "tests/support/testmain.h"
// clang-format on

#include "layers/storage/documentstore.h"
#include "layers/storage/schema.h"
#include "layers/storage/spatialitedatabase.h"

#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::storage;

class TestDatabase : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void keepsEveryKindOfValue();
    void tellsEmptyFromNull();
    void refusesOtherFilesAndExtensions();
    void keepsHostileTextAsText_data();
    void keepsHostileTextAsText();
    void rollsBackWhatIsNotCommitted();
    void knowsSpatialFunctions();
    void migratesInOneStepOrNotAtAll();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SpatiaLiteDatabase> m_database;
};

void TestDatabase::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto database =
        SpatiaLiteDatabase::open(m_folder->filePath(QStringLiteral("x.loci")), SpatiaLiteDatabase::Mode::Build);
    LOCI_VERIFY_RESULT(database);
    m_database = std::move(*database);
    LOCI_VERIFY_RESULT(makeSchema(*m_database));
}

void TestDatabase::keepsEveryKindOfValue()
{
    LOCI_VERIFY_RESULT(m_database->runScript("CREATE TABLE v (i INTEGER, t TEXT, b BLOB)"));
    const QString text = QStringLiteral("拙政园 – “Gärten”");
    const QByteArray bytes("a\0b", 3);
    const qint64 large = std::numeric_limits<qint64>::min();
    LOCI_VERIFY_RESULT(m_database->run("INSERT INTO v VALUES (?1, ?2, ?3)", {large, text, bytes}));
    int rows = 0;
    LOCI_VERIFY_RESULT(m_database->run("SELECT i, t, b FROM v", {}, [&](const Statement &row) {
        ++rows;
        QCOMPARE(row.integer(0), large);
        QCOMPARE(row.text(1), text);
        QCOMPARE(row.blob(2), bytes);
    }));
    QCOMPARE(rows, 1);
}

void TestDatabase::tellsEmptyFromNull()
{
    LOCI_VERIFY_RESULT(m_database->runScript("CREATE TABLE v (a BLOB, b BLOB)"));
    LOCI_VERIFY_RESULT(m_database->run("INSERT INTO v VALUES (?1, ?2)", {QByteArray(), Value()}));
    LOCI_VERIFY_RESULT(m_database->run("SELECT a, b FROM v", {}, [](const Statement &row) {
        QVERIFY(!row.isNull(0));
        QVERIFY(row.isNull(1));
    }));
}

void TestDatabase::refusesOtherFilesAndExtensions()
{
    QVERIFY(!m_database->runScript("ATTACH DATABASE '/tmp/other.db' AS other"));
    QVERIFY(!m_database->run("SELECT load_extension('mod_spatialite')"));
    QVERIFY(!m_database->runScript("PRAGMA trusted_schema = ON"));
    QVERIFY(
        !m_database->runScript("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = '' WHERE name = 'meta'"));
    QVERIFY(!m_database->runScript("VACUUM INTO '/tmp/other.db'"));
}

void TestDatabase::keepsHostileTextAsText_data()
{
    QTest::addColumn<QString>("text");
    const char *texts[] = {"'",
                           "\"; DROP TABLE documents; --",
                           "' OR 1=1 --",
                           "x'); ATTACH 'a' AS b; --",
                           "%",
                           "_",
                           "\\'",
                           "?1",
                           ":key",
                           "/* */",
                           "load_extension('x')",
                           "\xEF\xBC\x87"};
    for (const char *text : texts) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void TestDatabase::keepsHostileTextAsText()
{
    QFETCH(QString, text);
    DocumentStore documents(*m_database);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    LOCI_VERIFY_RESULT(documents.set(QStringLiteral("other"), QByteArray("untouched"), now));
    LOCI_VERIFY_RESULT(documents.set(text, text.toUtf8(), now));
    QCOMPARE(documents.value(text).value().value(), text.toUtf8());
    QCOMPARE(documents.keys(text).value(), QStringList{text});
    LOCI_VERIFY_RESULT(documents.set(text, std::nullopt, now));
    QCOMPARE(documents.keys({}).value(), QStringList{QStringLiteral("other")});
}

void TestDatabase::rollsBackWhatIsNotCommitted()
{
    DocumentStore documents(*m_database);
    {
        auto transaction = Transaction::begin(*m_database);
        LOCI_VERIFY_RESULT(transaction);
        LOCI_VERIFY_RESULT(documents.set(QStringLiteral("a"), QByteArray("1"), QDateTime::currentDateTimeUtc()));
    }
    QVERIFY(documents.keys({}).value().isEmpty());
}

void TestDatabase::knowsSpatialFunctions()
{
    double length = 0;
    LOCI_VERIFY_RESULT(m_database->run("SELECT CAST(ST_Length(GeomFromText('LINESTRING(0 0, 3 4)')) AS INTEGER)", {},
                                       [&length](const Statement &row) { length = double(row.integer(0)); }));
    QCOMPARE(length, 5.0);
    qint64 systems = 0;
    LOCI_VERIFY_RESULT(m_database->run("SELECT count(*) FROM spatial_ref_sys", {},
                                       [&systems](const Statement &row) { systems = row.integer(0); }));
    QVERIFY(systems > 4000);
}

void TestDatabase::migratesInOneStepOrNotAtAll()
{
    const std::vector<Migration> good = {{4, "ALTER TABLE documents ADD COLUMN note TEXT; PRAGMA user_version = 4;"},
                                         {5, "CREATE TABLE later (id INTEGER); PRAGMA user_version = 5;"}};
    const std::vector<Migration> bad = {
        good[0], good[1], {6, "CREATE TABLE fine (id INTEGER); CREATE TABLE broken (;"}};
    QVERIFY(!migrate(*m_database, bad));
    QCOMPARE(m_database->schemaVersion().value(), currentSchemaVersion());
    QVERIFY(!m_database->run("SELECT note FROM documents"));
    LOCI_VERIFY_RESULT(migrate(*m_database, good));
    QCOMPARE(m_database->schemaVersion().value(), 5);
    LOCI_VERIFY_RESULT(m_database->run("SELECT note FROM documents"));
    const auto newer = migrate(*m_database);
    QVERIFY(!newer);
    QCOMPARE(newer.error().code, ErrorCode::Unsupported);
}

LOCI_TEST_CLASS(TestDatabase)
#include "databasetest.moc"

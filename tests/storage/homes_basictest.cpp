// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/documentstore.h"
#include "layers/storage/historystore.h"
#include "layers/storage/indicatorstore.h"
#include "layers/storage/keyvaluestore.h"
#include "layers/storage/schema.h"
#include "tests/storage/homes.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace loci;
using namespace loci::storage;

/// The same stores in a file and on a server.
class HomesBasicTest : public QObject
{
    Q_OBJECT
private:
    test::Homes m_homes;
    std::unique_ptr<Database> m_database;

    static QDateTime now() { return {QDate(2026, 11, 26), QTime(9, 0), Qt::UTC}; }

private slots:
    void init()
    {
        QFETCH(QString, home);
        m_database.reset();
        bool isPossible = false;
        QCOMPARE(m_homes.begin(home, isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        auto opened = m_homes.open();
        LOCI_VERIFY_RESULT(opened);
        m_database = std::move(*opened);
    }
    void cleanupTestCase() { m_database.reset(); }

    void hasTheSchemaOfThisProgram_data() { test::Homes::addRows(); }
    void hasTheSchemaOfThisProgram()
    {
        const auto version = checkIsWorkspace(*m_database, QStringLiteral("a"));
        LOCI_VERIFY_RESULT(version);
        QCOMPARE(*version, currentSchemaVersion());
        LOCI_VERIFY_RESULT(migrate(*m_database));
        QVERIFY(m_database->integrity().empty());
        const auto older = checkIsWorkspace(*m_database, QStringLiteral("a"), {migrations().front()});
        QVERIFY(!older);
        QCOMPARE(older.error().code, ErrorCode::Unsupported);
    }

    void keepsEveryKindOfValue_data() { test::Homes::addRows(); }
    void keepsEveryKindOfValue()
    {
        LOCI_VERIFY_RESULT(
            m_database->run("INSERT INTO heritage_place (no, west, east, south, north) VALUES (?1, ?2, ?3, ?4, ?5)",
                            {std::numeric_limits<qint64>::max(), -1.5, 0.0, 2.25, 1e9}));
        int rows = 0;
        LOCI_VERIFY_RESULT(m_database->run("SELECT no, west, east, south, north FROM heritage_place", {},
                                           [&rows](const Statement &row) {
                                               ++rows;
                                               QCOMPARE(row.integer(0), std::numeric_limits<qint64>::max());
                                               QCOMPARE(row.real(1), -1.5);
                                               QCOMPARE(row.real(2), 0.0);
                                               QCOMPARE(row.real(4), 1e9);
                                           }));
        QCOMPARE(rows, 1);
        const QByteArray bytes("a\0b\\x\xff", 6);
        ViewStateStore views(*m_database);
        LOCI_VERIFY_RESULT(views.set(QStringLiteral("bytes"), bytes));
        LOCI_VERIFY_RESULT(views.set(QStringLiteral("nothing"), QByteArray()));
        QCOMPARE(**views.value(QStringLiteral("bytes")), bytes);
        QVERIFY((*views.value(QStringLiteral("nothing"))).has_value());
        QVERIFY(!(*views.value(QStringLiteral("absent"))).has_value());
        MetaStore meta(*m_database);
        LOCI_VERIFY_RESULT(meta.set(QStringLiteral("name"), QStringLiteral("拙政园 – “Gärten” ?1 $1")));
        LOCI_VERIFY_RESULT(meta.set(QStringLiteral("name"), QStringLiteral("拙政园 – “Gärten” ?2 $2")));
        QCOMPARE(meta.value(QStringLiteral("name")), QStringLiteral("拙政园 – “Gärten” ?2 $2"));
    }

    void keepsHostileTextAsText_data() { test::Homes::addRows(); }
    void keepsHostileTextAsText()
    {
        const QStringList texts = {QStringLiteral("'; DROP TABLE documents; --"),
                                   QStringLiteral("\\'; DROP SCHEMA x;"),
                                   QStringLiteral("$$; SELECT pg_sleep(9); $$"),
                                   QStringLiteral("%_%"),
                                   QStringLiteral("a\\000b"),
                                   QStringLiteral("\u202e\ufeff\U0001F3EF"),
                                   QStringLiteral("\"},{\"")};
        DocumentStore documents(*m_database);
        for (const QString &text : texts) {
            LOCI_VERIFY_RESULT(documents.set(text, text.toUtf8(), now()));
        }
        for (const QString &text : texts) {
            QCOMPARE(**documents.value(text), text.toUtf8());
            QVERIFY(documents.keys(text)->contains(text));
        }
        QCOMPARE(*documents.count({}), qint64(texts.size()));
    }

    void keepsDocumentsInTheOrderOfCodePoints_data() { test::Homes::addRows(); }
    void keepsDocumentsInTheOrderOfCodePoints()
    {
        DocumentStore documents(*m_database);
        const QStringList sorted = {QStringLiteral("map/B"), QStringLiteral("map/_"), QStringLiteral("map/a"),
                                    QStringLiteral("map/ä"), QStringLiteral("map/园")};
        for (auto key = sorted.crbegin(); key != sorted.crend(); ++key) {
            LOCI_VERIFY_RESULT(documents.set(*key, QByteArray("1"), now()));
        }
        LOCI_VERIFY_RESULT(documents.set(QStringLiteral("other"), QByteArray("1"), now()));
        QCOMPARE(*documents.keys(QStringLiteral("map/")), sorted);
        LOCI_VERIFY_RESULT(documents.set(sorted[1], std::nullopt, now()));
        QVERIFY(!documents.value(sorted[1])->has_value());
        QCOMPARE(documents.keys({})->size(), 5);
    }

    void rollsBackWhatIsNotCommitted_data() { test::Homes::addRows(); }
    void rollsBackWhatIsNotCommitted()
    {
        DocumentStore documents(*m_database);
        {
            auto transaction = Transaction::begin(*m_database);
            LOCI_VERIFY_RESULT(transaction);
            LOCI_VERIFY_RESULT(documents.set(QStringLiteral("a"), QByteArray("1"), now()));
            QVERIFY(!m_database->run("INSERT INTO history_change (entry, key) VALUES (4711, 'no such step')") ||
                    !transaction->commit());
        }
        QCOMPARE(*documents.count({}), 0);
        auto transaction = Transaction::begin(*m_database);
        LOCI_VERIFY_RESULT(transaction);
        LOCI_VERIFY_RESULT(documents.set(QStringLiteral("a"), QByteArray("2"), now()));
        LOCI_VERIFY_RESULT(transaction->commit());
        QCOMPARE(**documents.value(QStringLiteral("a")), QByteArray("2"));
    }

    void walksTheHistory_data() { test::Homes::addRows(); }
    void walksTheHistory()
    {
        HistoryStore history(*m_database);
        const StoredChange change{QStringLiteral("k"), std::nullopt, QByteArray(70'000, 'x')};
        const StoredChange empty{QStringLiteral("e"), QByteArray(""), std::nullopt};
        const auto first =
            history.append({0, QStringLiteral("画"), now(), QStringLiteral("anna"), false}, {change, empty});
        const auto second = history.append({0, QStringLiteral("b"), now(), QStringLiteral("ben"), false}, {change});
        LOCI_VERIFY_RESULT(first);
        LOCI_VERIFY_RESULT(second);
        QVERIFY(*second > *first);
        LOCI_VERIFY_RESULT(history.setUndone(*second, true));
        QCOMPARE((*history.lastApplied())->id, *first);
        QCOMPARE((*history.firstUndone())->author, QStringLiteral("ben"));
        QCOMPARE(history.entries(0)->size(), 2U);
        QCOMPARE(history.entries(1)->front().id, *second);
        const auto changes = history.changes(*first);
        LOCI_VERIFY_RESULT(changes);
        QCOMPARE(changes->size(), 2U);
        QCOMPARE(changes->front().key, QStringLiteral("e"));
        QCOMPARE(*changes->front().before, QByteArray(""));
        QVERIFY(!changes->front().after);
        QCOMPARE(*changes->back().after, *change.after);
        LOCI_VERIFY_RESULT(history.dropUndone());
        QVERIFY(!*history.contains(*second));
        QVERIFY(*history.contains(*first));
    }

    void keepsValuesOfIndicators_data() { test::Homes::addRows(); }
    void keepsValuesOfIndicators()
    {
        IndicatorRow row;
        row.code = QStringLiteral("LV-01");
        row.area = QStringLiteral("320508");
        row.period = QStringLiteral("2026");
        row.level = QStringLiteral("district");
        row.value = 0.1 + 0.2; // no short text is exactly that
        row.quality = QStringLiteral("partial");
        row.calculation = QStringLiteral("one");
        row.computed = now();
        row.provenance = "{}";
        IndicatorRow later = row;
        later.value.reset();
        later.quality = QStringLiteral("unknown");
        later.calculation = QStringLiteral("another");
        IndicatorStore store(*m_database);
        LOCI_VERIFY_RESULT(store.keep({row}));
        QCOMPARE(*store.current()->front().value, 0.1 + 0.2);
        LOCI_VERIFY_RESULT(store.keep({later}));
        const auto current = store.current(row.code);
        LOCI_VERIFY_RESULT(current);
        QCOMPARE(current->size(), 1U);
        QVERIFY(!current->front().value);
        const auto all = store.history(row.code, row.area, row.period);
        LOCI_VERIFY_RESULT(all);
        QCOMPARE(all->size(), 2U);
        QCOMPARE(all->back().calculation, later.calculation);
        later.value = 1;
        later.calculation = QStringLiteral("third"); // a value whose quality is "unknown"
        QVERIFY(!store.keep({later}));
    }

    void letsOneWriteAndOthersRead_data() { test::Homes::addRows(); }
    void letsOneWriteAndOthersRead()
    {
        auto other = m_homes.open();
        LOCI_VERIFY_RESULT(other);
        DocumentStore ours(*m_database);
        DocumentStore theirs(**other);
        LOCI_VERIFY_RESULT(ours.set(QStringLiteral("a"), QByteArray("1"), now()));
        auto transaction = Transaction::begin(*m_database);
        LOCI_VERIFY_RESULT(transaction);
        LOCI_VERIFY_RESULT(ours.set(QStringLiteral("a"), QByteArray("2"), now()));
        QCOMPARE(**theirs.value(QStringLiteral("a")), QByteArray("1"));
        LOCI_VERIFY_RESULT(transaction->commit());
        QCOMPARE(**theirs.value(QStringLiteral("a")), QByteArray("2"));
    }
};

LOCI_TEST_CLASS(HomesBasicTest)
#include "homes_basictest.moc"

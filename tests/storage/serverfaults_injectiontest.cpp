// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/indicators/expression.h"
#include "layers/storage/documentstore.h"
#include "layers/storage/feeds/observationqueries.h"
#include "layers/storage/feeds/observationstore.h"
#include "layers/storage/heritage/heritagestore.h"
#include "layers/storage/historystore.h"
#include "layers/storage/indicatorstore.h"
#include "layers/storage/keyvaluestore.h"
#include "tests/storage/heritage_fixture.h"
#include "tests/storage/homes.h"
#include "tests/storage/injectionstrings.h"
#include "tests/storage/serverfaults.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>
#include <QUrl>

using namespace loci;
using namespace loci::storage;
using namespace loci::storage::heritage;

namespace {
constexpr auto kFeeds = PostGisDatabase::Part::Observations;

QDateTime now()
{
    return {QDate(2026, 11, 26), QTime(9, 0), Qt::UTC};
}

/// A server keeps no NUL, and no half of a character as it was; both homes keep everything else as it is.
bool isPlain(const QString &text)
{
    return !text.contains(QChar(0)) && text.isValidUtf16();
}
} // namespace

/// S3: hostile texts through every field of the stores that reaches SQL, in both homes, beside what a test in plain C++
/// says they must find.
class ServerFaultsInjectionTest : public QObject
{
    Q_OBJECT
private:
    test::Homes m_homes;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<HeritageStore> m_heritage;
    QStringList m_texts;

    /// Everything that a stacked statement could have made, changed or dropped.
    QString schema()
    {
        QString all;
        const auto add = [&all](const Statement &row) { all += row.text(0) + QLatin1Char('\n'); };
        const auto done =
            m_homes.isServer()
                ? m_database->run(
                      "SELECT line FROM (SELECT concat_ws('|', 'c', c.oid, c.relname, c.relkind, c.relowner, c.relacl, "
                      "a.attname, a.atttypid) AS line FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid "
                      "AND a.attnum > 0 JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname NOT LIKE "
                      "'pg%temp%' UNION ALL SELECT concat_ws('|', 'n', nspname) FROM pg_namespace WHERE nspname NOT "
                      "LIKE 'pg%temp%' UNION ALL SELECT concat_ws('|', 'p', oid, proname) FROM pg_proc UNION ALL "
                      "SELECT "
                      "concat_ws('|', 'r', rolname, rolsuper) FROM pg_roles UNION ALL SELECT concat_ws('|', 'k', oid, "
                      "conname) FROM pg_constraint UNION ALL SELECT concat_ws('|', 't', oid, tgname) FROM pg_trigger) "
                      "AS lines ORDER BY line",
                      {}, add)
                : m_database->run("SELECT type || name || coalesce(sql, '') FROM sqlite_master ORDER BY type, name", {},
                                  add);
        return done ? all : QString();
    }
    Result<> put(const loci::heritage::Asset &asset)
    {
        const QString key = QLatin1String(storage::heritage::key::kAsset) + asset.id();
        LOCI_TRY(Transaction transaction, Transaction::begin(*m_database));
        LOCI_TRY(const auto after, m_heritage->accepted(key, asset.bytes()));
        LOCI_CHECK(m_heritage->set(key, std::nullopt, after,
                                   {now(), QStringLiteral("anna"), QStringLiteral("commit"), {}, {}}));
        return transaction.commit();
    }
    static bool hasWord(const QString &text)
    {
        return std::any_of(text.begin(), text.end(), [](QChar one) { return one.isLetterOrNumber(); });
    }
    qint64 found(const AssetQuery &query) const
    {
        const auto page = m_heritage->search(query);
        return page ? page->total : -1;
    }

private slots:
    void init()
    {
        QFETCH(QString, home);
        m_heritage.reset();
        m_database.reset();
        bool isPossible = false;
        QCOMPARE(m_homes.begin(home, isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        auto opened = m_homes.open();
        LOCI_VERIFY_RESULT(opened);
        m_database = std::move(*opened);
        m_heritage = std::make_unique<HeritageStore>(*m_database);
        m_texts = test::injectionStrings(5000);
    }
    void cleanupTestCase()
    {
        m_heritage.reset();
        m_database.reset();
    }

    void findNoMoreThanTheyLiterallyName_data() { test::Homes::addRows(); }
    void findNoMoreThanTheyLiterallyName()
    {
        for (int number = 0; number < 5; ++number) {
            LOCI_VERIFY_RESULT(put(test::place(QStringLiteral("拙政园"), 120.62 + number * 0.01, 31.32)));
        }
        DocumentStore documents(*m_database);
        const QStringList keys = {QStringLiteral("map/a"), QStringLiteral("map/b"), QStringLiteral("x")};
        for (const QString &key : keys) {
            LOCI_VERIFY_RESULT(documents.set(key, QByteArray("1"), now()));
        }
        const IndicatorStore indicators(*m_database);
        const MetaStore meta(*m_database);
        const QString before = schema();
        QVERIFY(!before.isEmpty());
        for (const QString &text : m_texts) {
            AssetQuery words;
            words.text = text;
            const qint64 matches = found(words); // no record has one of these words
            QVERIFY2(matches == (text.trimmed().isEmpty() ? 5 : 0) || (matches == -1 && !isPlain(text)) ||
                         (matches == 5 && !hasWord(text) && text.trimmed().isEmpty()),
                     qPrintable(QStringLiteral("%1: %2").arg(text).arg(matches)));
            AssetQuery facet;
            facet.facets.insert(kFacets[std::size_t(qHash(text)) % kFacets.size()], {text});
            QVERIFY2(found(AssetQuery::fromJson(facet.json())) <= 0, qPrintable(text));
            AssetQuery ids;
            ids.ids = QStringList{text};
            QVERIFY2(found(ids) <= 0, qPrintable(text));
            QVERIFY2(!m_heritage->keysContaining(QLatin1String(storage::heritage::key::kAsset), text) ||
                         m_heritage->keysContaining(QLatin1String(storage::heritage::key::kAsset), text)->isEmpty() ||
                         m_heritage
                             ->asset(m_heritage->keysContaining(QLatin1String(storage::heritage::key::kAsset), text)
                                         ->front()
                                         .mid(int(qstrlen(storage::heritage::key::kAsset))))
                             .value()
                             ->bytes()
                             .contains(text.toUtf8()),
                     qPrintable(text));
            QVERIFY2(!m_heritage->asset(text).value_or(std::nullopt), qPrintable(text));
            const auto listed = documents.keys(text);
            QVERIFY2((listed && listed->isEmpty()) || !isPlain(text), qPrintable(text));
            QVERIFY2(!documents.value(text).value_or(std::nullopt), qPrintable(text));
            QVERIFY2(indicators.current(text).value_or(std::vector<IndicatorRow>()).empty(), qPrintable(text));
            QVERIFY2(meta.value(text).isEmpty(), qPrintable(text));
        }
        QCOMPARE(schema(), before);
        QCOMPARE(found({}), 5);
        QCOMPARE(*documents.keys({}), keys);
        QVERIFY(m_heritage->verifyChain()->isIntact);
    }

    void areKeptAsTheyAre_data() { test::Homes::addRows(); }
    void areKeptAsTheyAre()
    {
        DocumentStore documents(*m_database);
        HistoryStore history(*m_database);
        ViewStateStore views(*m_database);
        const QString before = schema();
        auto transaction = Transaction::begin(*m_database);
        LOCI_VERIFY_RESULT(transaction);
        QStringList kept;
        for (const QString &text : m_texts) {
            if (!isPlain(text) || kept.contains(text)) {
                continue; // refusedOnes() below
            }
            LOCI_VERIFY_RESULT(documents.set(text, text.toUtf8(), now()));
            LOCI_VERIFY_RESULT(views.set(text, text.toUtf8()));
            LOCI_VERIFY_RESULT(history.append({0, text, now(), text, false}, {{text, std::nullopt, text.toUtf8()}}));
            kept << text;
        }
        LOCI_VERIFY_RESULT(transaction->commit());
        QCOMPARE(schema(), before);
        const auto entries = history.entries(0);
        LOCI_VERIFY_RESULT(entries);
        QCOMPARE(qsizetype(entries->size()), kept.size());
        for (qsizetype number = 0; number < kept.size(); ++number) {
            const QString &text = kept[number];
            QCOMPARE((*entries)[std::size_t(number)].title, text);
            QCOMPARE((*entries)[std::size_t(number)].author, text);
            QCOMPARE(**documents.value(text), text.toUtf8());
            QCOMPARE(**views.value(text), text.toUtf8());
            if (number % 20 == 0) {
                QStringList beginning;
                std::copy_if(kept.begin(), kept.end(), std::back_inserter(beginning),
                             [&text](const QString &one) { return one.startsWith(text); });
                const auto listed = documents.keys(text);
                LOCI_VERIFY_RESULT(listed);
                QCOMPARE(QSet<QString>(listed->begin(), listed->end()),
                         QSet<QString>(beginning.begin(), beginning.end()));
            }
        }
    }

    void nameStreamsAndNothingElse_data() { test::Homes::addRows(); }
    void nameStreamsAndNothingElse()
    {
        auto writing = m_homes.open(kFeeds);
        LOCI_VERIFY_RESULT(writing);
        auto store = ObservationStore::open(std::move(*writing), QStringLiteral("here"));
        LOCI_VERIFY_RESULT(store);
        auto reading = m_homes.open(kFeeds);
        LOCI_VERIFY_RESULT(reading);
        auto queries = ObservationQueries::open(std::move(*reading), QStringLiteral("here"));
        LOCI_VERIFY_RESULT(queries);
        const QString first = QStringLiteral("a quiet stream"); // a server makes the months of the first value
        LOCI_VERIFY_RESULT((*store)->append({{first, first, 1'000'000, 1'000'001, first, {}, {}}}));
        const QString before = schema();
        feeds::Observations values;
        QStringList kept;
        for (const QString &text : m_texts) {
            if (isPlain(text) && !kept.contains(text) && kept.size() < 300) {
                values.push_back({text, text, 1'000'000, 1'000'001, text, {}, {}});
                kept << text;
            }
        }
        LOCI_VERIFY_RESULT((*store)->append(values));
        QCOMPARE(queries->streams()->size(), std::size_t(kept.size()) + 1);
        for (const QString &text : kept) {
            const auto found = queries->values(text, 0, 2'000'000, 10);
            LOCI_VERIFY_RESULT(found);
            QCOMPARE(found->size(), std::size_t(1));
            QCOMPARE(std::get<QString>(found->front().value), text);
        }
        for (const QString &text : m_texts) {
            if (!kept.contains(text)) {
                const auto none = queries->values(text, 0, 2'000'000, 10);
                QVERIFY2(!none || none->empty(), qPrintable(text));
            }
        }
        QCOMPARE(schema(), before);
    }

    void areRefusedInAddressesAndExpressions_data() { test::Homes::addRows(); }
    void areRefusedInAddressesAndExpressions()
    {
        static const QRegularExpression plain(QStringLiteral("^[a-z_][a-z0-9_]{0,62}\\z"));
        for (const QString &text : m_texts) {
            const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(text));
            const auto address =
                PostGisAddress::parse(QStringLiteral("postgresql://anna@127.0.0.1/city?schema=%1").arg(encoded));
            QVERIFY2(!address || plain.match(address->schema).hasMatch(), qPrintable(text));
            const auto formula = indicators::Expression::parse(text);
            QVERIFY2(formula || !formula.error().message.isEmpty(), qPrintable(text));
        }
    }

    /// What the house itself could not do by mistake.
    void engineRefusesToReachOut_data() { test::Homes::addRows(); }
    void engineRefusesToReachOut()
    {
        if (m_homes.isServer()) {
            QSKIP("a server's own rights are its administrator's");
        }
        QVERIFY(!m_database->runScript("ATTACH DATABASE ':memory:' AS evil"));
        QVERIFY(!m_database->run("SELECT load_extension('/nowhere')"));
        QVERIFY(!m_database->runScript("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = ''"));
        QVERIFY(!m_database->run("SELECT writefile('/nowhere', 'x')"));
    }
};

LOCI_TEST_CLASS(ServerFaultsInjectionTest)
#include "serverfaults_injectiontest.moc"

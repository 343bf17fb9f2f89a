// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
// Qt 6.4's moc stumbles over <compare> unless a Qt header comes before it.
#include "tests/storage/heritage_fixture.h"

#include <QRandomGenerator>
#include <QTest>
#include <numeric>

using namespace loci;
using namespace loci::test;
using namespace loci::storage::heritage;

class TestHeritageSearch : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void findsNames_data();
    void findsNames();
    void countsAsBruteForceDoes();
    void pagesInOrder();
    void findsInABox();
    void listsWhatIsMissing();
    void followsChanges();
    void answersZonesOfADay();
    void findsDuplicates();
    void hostileTextIsText_data();
    void hostileTextIsText();
    void keepsQueries();

private:
    qint64 total(const AssetQuery &query) const;
    HeritageFixture m_town;
    std::vector<heritage::Asset> m_all;
};

void TestHeritageSearch::initTestCase()
{
    QVERIFY(m_town.open());
    const QStringList names = {QStringLiteral("拙政园"),    QStringLiteral("留园"),          QStringLiteral("狮子林"),
                               QStringLiteral("北寺塔"),    QStringLiteral("望江楼"),        QStringLiteral("重庆会馆"),
                               QStringLiteral("St Mary's"), QStringLiteral("Grachtengürtel")};
    QRandomGenerator random(3);
    for (int i = 0; i < 400; ++i) {
        heritage::Asset asset = place(i < names.size() ? names[i] : QStringLiteral("民居%1号").arg(i),
                                      120.5 + random.bounded(1000) / 5000.0, 31.2 + random.bounded(1000) / 5000.0);
        asset.set(QStringLiteral("/references/0/number"), QStringLiteral("1-%1").arg(i, 4, 10, QLatin1Char('0')));
        if (random.bounded(10) > 0) {
            asset.set(QStringLiteral("/level"), QString::number(random.bounded(1, 6)));
        }
        asset.set(QStringLiteral("/category"),
                  QStringLiteral("0%1 00").arg(random.bounded(1, 7)).remove(QLatin1Char(' ')));
        asset.set(QStringLiteral("/district"),
                  QStringLiteral("3205%1").arg(random.bounded(5, 9), 2, 10, QLatin1Char('0')));
        if (random.bounded(4) > 0) {
            const int year = random.bounded(600, 1900);
            asset.set(
                QStringLiteral("/dating/edtf"),
                QStringLiteral("%1/%2").arg(year, 4, 10, QLatin1Char('0')).arg(year + 120, 4, 10, QLatin1Char('0')));
        }
        if (i % 3 == 0) {
            asset.set(QStringLiteral("/media/0/sha256"), QString(64, QLatin1Char('b')));
            asset.set(QStringLiteral("/surveys/0/date"),
                      i % 2 == 0 ? QStringLiteral("2025-01-01") : QStringLiteral("2010"));
        }
        m_all.push_back(asset);
    }
    LOCI_VERIFY_RESULT(m_town.catalogue->putAll(m_all, {}, {}, QStringLiteral("seed"), QStringLiteral("Seed")));
}

qint64 TestHeritageSearch::total(const AssetQuery &query) const
{
    const auto page = m_town.catalogue->search(query);
    return page ? page->total : -1;
}

void TestHeritageSearch::findsNames_data()
{
    QTest::addColumn<QString>("name");
    const auto row = [](const char *typed, const char *name) { QTest::newRow(typed) << QString::fromUtf8(name); };
    row("拙政园", "拙政园");
    row("政园", "拙政园");
    row("拙 园", "拙政园");
    row("zzy", "拙政园");
    row("zhuozheng", "拙政园");
    row("wjl", "望江楼");
    row("cqhg", "重庆会馆");
    row("mary", "St Mary's");
    row("GRACHTENG", "Grachtengürtel");
    row("1-0003", "北寺塔");
}

void TestHeritageSearch::findsNames()
{
    QFETCH(QString, name);
    AssetQuery query;
    query.text = QString::fromUtf8(QTest::currentDataTag());
    const auto page = m_town.catalogue->search(query);
    LOCI_VERIFY_RESULT(page);
    QVERIFY(page->total >= 1);
    QCOMPARE(page->rows.front().facts.name, name);
}

void TestHeritageSearch::countsAsBruteForceDoes()
{
    AssetQuery query;
    query.facets = {{Facet::Level, {QStringLiteral("1"), QString()}},
                    {Facet::District, {QStringLiteral("320506"), QStringLiteral("320507")}},
                    {Facet::Century, {QStringLiteral("12"), QStringLiteral("13")}}};
    const auto counts = m_town.catalogue->facetCounts(query);
    LOCI_VERIFY_RESULT(counts);
    const auto fits = [&query](const heritage::AssetFacts &facts, Facet except) {
        const auto wanted = [&](Facet facet, const QString &value) {
            return facet == except || query.facets.value(facet).contains(value);
        };
        bool inCentury = except == Facet::Century;
        for (const QString &century : query.facets.value(Facet::Century)) {
            inCentury = inCentury || (facts.centuryFrom && *facts.centuryFrom <= century.toInt() &&
                                      century.toInt() <= *facts.centuryTo);
        }
        return wanted(Facet::Level, facts.level) && wanted(Facet::District, facts.district) && inCentury;
    };
    QHash<QString, qint64> levels;
    QHash<QString, qint64> categories;
    QHash<QString, qint64> centuries;
    qint64 all = 0;
    for (const heritage::Asset &asset : m_all) {
        const heritage::AssetFacts facts = heritage::factsOf(asset);
        levels[facts.level] += fits(facts, Facet::Level) ? 1 : 0;
        categories[facts.category] += fits(facts, Facet::Category) ? 1 : 0;
        all += fits(facts, Facet::Category) ? 1 : 0;
        if (fits(facts, Facet::Century)) {
            for (int century = facts.centuryFrom.value_or(0); century <= facts.centuryTo.value_or(0); ++century) {
                centuries[facts.centuryFrom ? QString::number(century) : QString()] += 1;
            }
        }
    }
    QVERIFY(all > 3);
    QCOMPARE(total(query), all);
    for (const auto &[facet, wanted] : {std::pair(Facet::Level, levels), std::pair(Facet::Category, categories),
                                        std::pair(Facet::Century, centuries)}) {
        qint64 sum = 0;
        for (const FacetValue &value : counts->value(facet)) {
            QCOMPARE(value.count, wanted.value(value.value));
            sum += value.count;
        }
        const QList<qint64> values = wanted.values();
        QCOMPARE(sum, std::accumulate(values.begin(), values.end(), qint64(0)));
    }
}

void TestHeritageSearch::pagesInOrder()
{
    AssetQuery query;
    query.sort = SortBy::Reference;
    QStringList seen;
    for (int offset = 0; offset < 400; offset += 90) {
        const auto page = m_town.catalogue->search(query, offset, 90);
        LOCI_VERIFY_RESULT(page);
        for (const AssetRow &row : page->rows) {
            seen << row.facts.reference;
        }
    }
    QStringList sorted = seen;
    sorted.sort();
    QCOMPARE(seen, sorted);
    QCOMPARE(seen.size(), 400);
    query.descending = true;
    QCOMPARE(m_town.catalogue->search(query, 0, 1)->rows.front().facts.reference, QStringLiteral("1-0399"));
    query.sort = SortBy::Name;
    query.descending = false;
    const auto byName = m_town.catalogue->search(query, 0, 3);
    QCOMPARE(byName->rows.front().facts.name, QStringLiteral("北寺塔")); // beisita before chongqing
}

void TestHeritageSearch::findsInABox()
{
    AssetQuery query;
    query.box = GeoBox{120.55, 31.25, 120.6, 31.3};
    qint64 inside = 0;
    for (const heritage::Asset &asset : m_all) {
        const QStringList parts =
            asset.text(QStringLiteral("/geometries/0/wkt")).mid(6).chopped(1).split(QLatin1Char(' '));
        const double x = parts[0].toDouble();
        const double y = parts[1].toDouble();
        inside += x >= 120.55 && x <= 120.6 && y >= 31.25 && y <= 31.3 ? 1 : 0;
    }
    QVERIFY(inside > 5);
    QVERIFY(qAbs(total(query) - inside) <= 2); // places on the edge: the index holds single precision
}

void TestHeritageSearch::listsWhatIsMissing()
{
    AssetQuery query;
    query.today = QDate(2026, 5, 1);
    const auto count = [&](std::vector<Missing> missing) {
        query.missing = std::move(missing);
        return total(query);
    };
    QCOMPARE(count({Missing::Photograph}), 400 - 134);
    QCOMPARE(count({Missing::RecentSurvey}), 400 - 67);
    QCOMPARE(count({Missing::Photograph, Missing::RecentSurvey}), 400 - 134);
    QCOMPARE(count({Missing::Place}), 0);
    QCOMPARE(count({Missing::Zone}), 400);
    query.today = QDate(2035, 5, 1);
    QCOMPARE(count({Missing::RecentSurvey}), 400);
}

void TestHeritageSearch::followsChanges()
{
    AssetQuery query;
    query.facets = {{Facet::Grade, {QStringLiteral("I")}}};
    QCOMPARE(total(query), 0);
    heritage::Asset changed = *m_town.catalogue->asset(m_all[0].id());
    changed.set(QStringLiteral("/grade"), QStringLiteral("I"));
    LOCI_VERIFY_RESULT(m_town.catalogue->put(changed, {}));
    QCOMPARE(total(query), 1);
    LOCI_VERIFY_RESULT(m_town.workspace->undo());
    QCOMPARE(total(query), 0);
    LOCI_VERIFY_RESULT(m_town.workspace->redo());
    LOCI_VERIFY_RESULT(m_town.catalogue->trash({m_all[0].id()}, QStringLiteral("double")));
    QCOMPARE(total(query), 0);
    query.trashed = true;
    QCOMPARE(total(query), 1);
    LOCI_VERIFY_RESULT(m_town.catalogue->untrash({m_all[0].id()}, {}));
    heritage::Asset broken = changed;
    broken.set(QStringLiteral("/id"), QStringLiteral("no uuid"));
    QVERIFY(!m_town.catalogue->put(broken, {}));
    query.trashed = false;
    QCOMPARE(total(query), 1);
}

void TestHeritageSearch::answersZonesOfADay()
{
    const heritage::Asset &asset = m_all[1];
    const heritage::Zone zone = square(asset.id(), 100, 10, 0.5); // named by it, and far from it
    LOCI_VERIFY_RESULT(m_town.catalogue->put(zone, QStringLiteral("decree")));
    const auto decrees = [&](QDate day) {
        QStringList found;
        const auto hits = m_town.workspace->heritage().zonesOf(asset.id(), day);
        for (const ZoneHit &hit : hits.value_or(std::vector<ZoneHit>())) {
            found << hit.version.decree;
        }
        return found;
    };
    QCOMPARE(decrees(QDate(2000, 1, 1)), QStringList());
    QCOMPARE(decrees(QDate(2019, 4, 30)), QStringList{QStringLiteral("old")});
    QCOMPARE(decrees(QDate(2019, 5, 1)), QStringList{QStringLiteral("new")});
    const auto &store = m_town.workspace->heritage();
    QCOMPARE(store.zonesAt(100.25, 10.25, QDate(2019, 5, 1))->size(), std::size_t(1));
    QCOMPARE(store.zonesAt(100.25, 10.25, QDate(1999, 5, 1))->size(), std::size_t(0));
    QCOMPARE(store.zonesAt(100.75, 10.25, QDate(2019, 5, 1))->size(), std::size_t(0));
    AssetQuery query;
    query.missing = {Missing::Zone};
    QCOMPARE(total(query), 399);
    LOCI_VERIFY_RESULT(m_town.workspace->undo());
    QCOMPARE(total(query), 400);
}

void TestHeritageSearch::findsDuplicates()
{
    QCOMPARE(m_town.workspace->heritage().duplicates(50, 0.99)->size(), std::size_t(0));
    LOCI_VERIFY_RESULT(m_town.catalogue->put(place(QStringLiteral("留园 "), 120.4, 31.1), {}));
    LOCI_VERIFY_RESULT(m_town.catalogue->put(place(QStringLiteral("（留园）"), 120.4005, 31.1), {}));
    const auto pairs = m_town.workspace->heritage().duplicates(100, 0.9);
    LOCI_VERIFY_RESULT(pairs);
    QCOMPARE(pairs->size(), std::size_t(1));
    QVERIFY(pairs->front().metres > 40 && pairs->front().metres < 55);
    QVERIFY(m_town.workspace->undo() && m_town.workspace->undo());
}

void TestHeritageSearch::hostileTextIsText_data()
{
    QTest::addColumn<int>("unused");
    for (const char *text :
         {"'", "\"", "\" OR \"", "names:x", "NEAR(a b)", "a*", "*", "^x", "(", "-",
          "x'); DROP TABLE heritage_record; --", "AND", "OR NOT", "{names}", "\xEF\xBC\x87", "%", "园\""}) {
        QTest::newRow(text) << 0;
    }
}

void TestHeritageSearch::hostileTextIsText()
{
    AssetQuery query;
    query.text = QString::fromUtf8(QTest::currentDataTag());
    query.ids = {query.text};
    QVERIFY(total(query) == 0);
    query.ids.clear();
    QVERIFY(total(query) >= 0);
    QCOMPARE(m_town.workspace->heritage().assetCount().value(), 400);
}

void TestHeritageSearch::keepsQueries()
{
    AssetQuery query;
    query.text = QStringLiteral("园");
    query.facets = {{Facet::Level, {QStringLiteral("1"), QString()}}};
    query.yearFrom = -200;
    query.box = GeoBox{1, 2, 3, 4};
    query.missing = {Missing::Zone};
    query.sort = SortBy::Year;
    const QJsonObject json = query.json();
    QCOMPARE(AssetQuery::fromJson(json).json(), json);
}

LOCI_TEST_CLASS(TestHeritageSearch)
#include "heritage_searchtest.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/heritage/heritagestore.h"
#include "tests/storage/heritage_fixture.h"
#include "tests/storage/homes.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace loci;
using namespace loci::storage;
using namespace loci::storage::heritage;
using loci::heritage::Asset;
using loci::heritage::Geometry;

/// The catalogue in a file and on a server.
class HomesHeritageTest : public QObject
{
    Q_OBJECT
private:
    test::Homes m_homes;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<HeritageStore> m_store;

    /// As the workspace writes: one transaction.
    Result<> put(const QString &key, const std::optional<QByteArray> &document)
    {
        LOCI_TRY(Transaction transaction, Transaction::begin(*m_database));
        LOCI_TRY(const auto before, m_store->value(key));
        std::optional<QByteArray> after = document;
        if (after) {
            LOCI_TRY(after, m_store->accepted(key, *after));
        }
        LOCI_CHECK(m_store->set(key, before, after,
                                {{QDate(2026, 11, 26), QTime(9, 0), Qt::UTC},
                                 QStringLiteral("anna"),
                                 QStringLiteral("commit"),
                                 {},
                                 QStringLiteral("test")}));
        return transaction.commit();
    }
    Result<> put(const Asset &asset) { return put(QLatin1String(key::kAsset) + asset.id(), asset.bytes()); }
    QStringList found(const QString &text) const
    {
        AssetQuery query;
        query.text = text;
        query.sort = SortBy::Name;
        QStringList names;
        const auto page = m_store->search(query);
        if (!page) {
            return {page.error().message, page.error().detail};
        }
        for (const AssetRow &row : page->rows) {
            names << (row.facts.name.isEmpty() ? row.facts.otherName : row.facts.name);
        }
        return names;
    }

private slots:
    void init()
    {
        QFETCH(QString, home);
        m_store.reset();
        m_database.reset();
        bool isPossible = false;
        QCOMPARE(m_homes.begin(home, isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        auto opened = m_homes.open();
        LOCI_VERIFY_RESULT(opened);
        m_database = std::move(*opened);
        m_store = std::make_unique<HeritageStore>(*m_database);
    }
    void cleanupTestCase()
    {
        m_store.reset();
        m_database.reset();
    }

    void findsWordsOfBothLanguages_data() { test::Homes::addRows(); }
    void findsWordsOfBothLanguages()
    {
        LOCI_VERIFY_RESULT(put(test::place(QStringLiteral("拙政园"), 120.62, 31.32)));
        LOCI_VERIFY_RESULT(put(test::place(QStringLiteral("政府楼"), 120.60, 31.30)));
        LOCI_VERIFY_RESULT(put(test::place(QStringLiteral("Café König 1922"), 120.61, 31.31)));
        QCOMPARE(found(QStringLiteral("政园")), QStringList{QStringLiteral("拙政园")});
        QCOMPARE(found(QStringLiteral("政")).size(), 2);
        QCOMPARE(found(QStringLiteral("园政")), QStringList()); // a phrase, in order
        QCOMPARE(found(QStringLiteral("zhuozheng")), QStringList{QStringLiteral("拙政园")});
        QCOMPARE(found(QStringLiteral("zzy")), QStringList{QStringLiteral("拙政园")});
        QCOMPARE(found(QStringLiteral("KONI")), QStringList{QStringLiteral("Café König 1922")});
        QCOMPARE(found(QStringLiteral("cafe 192")), QStringList{QStringLiteral("Café König 1922")});
        QCOMPARE(found(QStringLiteral("cafe 政")), QStringList());
        QCOMPARE(found(QStringLiteral("*\"' OR 1 --")), QStringList());
        QCOMPARE(found(QString()).size(), 3);
        AssetQuery box;
        box.box = GeoBox{120.605, 31.305, 120.615, 31.315};
        QCOMPARE(m_store->search(box)->total, 1);
        AssetQuery relevant;
        relevant.text = QStringLiteral("政");
        QCOMPARE(m_store->search(relevant)->rows.front().facts.name, QStringLiteral("政府楼"));
        QCOMPARE(m_store->keysContaining(QLatin1String(key::kAsset), QStringLiteral("König"))->size(), 1);
    }

    void findsZonesInEveryReferenceSystem_data() { test::Homes::addRows(); }
    void findsZonesInEveryReferenceSystem()
    {
        const Asset asset = test::place(QStringLiteral("拙政园"), 120.62, 31.32);
        LOCI_VERIFY_RESULT(put(asset));
        const auto zone = test::square(asset.id(), 120.61, 31.31, 0.02);
        LOCI_VERIFY_RESULT(put(QLatin1String(key::kZone) + zone.id(), zone.bytes()));
        loci::heritage::Zone metric = loci::heritage::Zone::make(QStringLiteral("protection"));
        loci::heritage::ZoneVersion version;
        version.crs = 32651; // UTM zone 51: the square around the garden
        version.wkt = QStringLiteral("POLYGON((273000 3466000,275000 3466000,275000 3469000,273000 3469000,273000 "
                                     "3466000))");
        version.from = QStringLiteral("2020-01-01");
        metric.setParts<loci::heritage::ZoneVersion>({version});
        LOCI_VERIFY_RESULT(put(QLatin1String(key::kZone) + metric.id(), metric.bytes()));
        const auto hits = m_store->zonesAt(120.62, 31.32, QDate(2026, 1, 1));
        LOCI_VERIFY_RESULT(hits);
        QCOMPARE(hits->size(), 2U);
        QCOMPARE(m_store->zonesAt(120.62, 31.32, QDate(2010, 1, 1))->size(), 1U);
        QCOMPARE(m_store->zonesAt(121.62, 31.32, QDate(2026, 1, 1))->size(), 0U);
        QCOMPARE(m_store->zonesOf(asset.id(), QDate(2026, 1, 1))->size(), 2U);
        AssetQuery query;
        QCOMPARE(m_store->search(query)->rows.front().facts.zones, 1);
    }

    void shapesThatAreNoneDoNotStopARecord_data() { test::Homes::addRows(); }
    void shapesThatAreNoneDoNotStopARecord()
    {
        Asset asset = Asset::make(QStringLiteral("塔"), QStringLiteral("zh"));
        Geometry unknown, open;
        unknown.wkt = QStringLiteral("POINT(500000 3400000)");
        unknown.crs = 999123;
        open.wkt = QStringLiteral("POLYGON((500000 3400000,500010 3400000))");
        open.crs = 32651;
        asset.setParts<Geometry>({unknown, open});
        LOCI_VERIFY_RESULT(put(asset));
        QCOMPARE(found(QStringLiteral("塔")).size(), 1);
        LOCI_VERIFY_RESULT(m_store->verifyChain());
    }

    void keepsTheChainAndTellsTampering_data() { test::Homes::addRows(); }
    void keepsTheChainAndTellsTampering()
    {
        Asset asset = test::place(QStringLiteral("拙政园"), 120.62, 31.32);
        LOCI_VERIFY_RESULT(put(asset));
        asset.set(QStringLiteral("/notes/zh"), QStringLiteral("一\n二"));
        LOCI_VERIFY_RESULT(put(asset));
        const Asset second = test::place(QStringLiteral("狮子林"), 120.63, 31.32);
        LOCI_VERIFY_RESULT(put(second));
        LOCI_VERIFY_RESULT(put(QLatin1String(key::kAsset) + second.id(), std::nullopt));
        auto report = m_store->verifyChain();
        LOCI_VERIFY_RESULT(report);
        QVERIFY2(report->isIntact, report->isIntact ? "" : qPrintable(report->findings.front().message));
        QVERIFY(report->entries >= 4);
        QCOMPARE(m_store->history(QLatin1String(key::kAsset) + asset.id())->size(), 2U);
        LOCI_VERIFY_RESULT(m_store->rebuildIndex());
        QVERIFY(m_store->verifyChain()->isIntact);
        LOCI_VERIFY_RESULT(m_database->run("UPDATE heritage_asset SET grade = 'national'"));
        QCOMPARE(m_store->verifyChain()->findings.front().code, QStringLiteral("index_changed"));
        LOCI_VERIFY_RESULT(m_store->rebuildIndex());
        LOCI_VERIFY_RESULT(
            m_database->run("UPDATE heritage_audit SET entry = replace(entry, 'anna', 'carl') WHERE number = 2"));
        report = m_store->verifyChain();
        LOCI_VERIFY_RESULT(report);
        QVERIFY(!report->isIntact);
        QCOMPARE(report->firstBroken, 2);
    }
};

LOCI_TEST_CLASS(HomesHeritageTest)
#include "homes_heritagetest.moc"

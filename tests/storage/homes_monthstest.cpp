// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/feedlease.h"
#include "layers/storage/feeds/observationqueries.h"
#include "layers/storage/feeds/observationstore.h"
#include "layers/storage/schema.h"
#include "tests/storage/homes.h"
#include "tests/support/testmain.h"

#include <QDateTime>
#include <QTest>

using namespace loci;
using namespace loci::feeds;
using namespace loci::storage;

namespace {
constexpr qint64 kDay = 86'400'000;
constexpr auto kPart = PostGisDatabase::Part::Observations;

qint64 at(const char *time)
{
    return QDateTime::fromString(QLatin1String(time), Qt::ISODate).toMSecsSinceEpoch();
}

Observation value(const char *stream, qint64 time, const Reading &reading, const QString &id = {})
{
    return {QLatin1String(stream), id, time, time + 1000, reading, {}, {}};
}
} // namespace

/// Values parted by month on a server say the same as those in a file; months are made ahead, and go as a whole.
class HomesMonthsTest : public QObject
{
    Q_OBJECT
private:
    test::Homes m_homes;
    std::unique_ptr<Database> m_look; ///< beside the store
    std::unique_ptr<ObservationStore> m_store;
    std::optional<ObservationQueries> m_queries;

    Result<> open()
    {
        close();
        LOCI_TRY(auto writing, m_homes.open(kPart));
        LOCI_TRY(m_store, ObservationStore::open(std::move(writing), QStringLiteral("here")));
        LOCI_TRY(auto reading, m_homes.open(kPart));
        LOCI_TRY(ObservationQueries queries, ObservationQueries::open(std::move(reading), QStringLiteral("here")));
        m_queries.emplace(std::move(queries));
        LOCI_TRY(m_look, m_homes.open(kPart));
        return {};
    }
    void close()
    {
        m_store.reset();
        m_queries.reset();
        m_look.reset();
    }
    /// Names of the parts, in the order of time; of a file none.
    QStringList parts()
    {
        QStringList names;
        if (m_homes.isServer()) {
            const auto done = m_look->run("SELECT name FROM observation_part ORDER BY first", {},
                                          [&names](const Statement &row) { names << row.text(0); });
            names += done ? QString() : done.error().detail;
            names.removeAll(QString());
        }
        return names;
    }
    QStringList onServer(const QStringList &names) const { return m_homes.isServer() ? names : QStringList(); }

private slots:
    void init()
    {
        QFETCH(QString, home);
        close();
        bool isPossible = false;
        QCOMPARE(m_homes.begin(home, isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        LOCI_VERIFY_RESULT(open());
    }
    void cleanupTestCase() { close(); }

    void aMonthIsMadeBeforeItBegins_data() { test::Homes::addRows(); }
    void aMonthIsMadeBeforeItBegins()
    {
        QCOMPARE(parts(), QStringList());
        const qint64 end = at("2026-12-31T23:59:59Z");
        LOCI_VERIFY_RESULT(m_store->append({value("s", end, 1.0)}));
        QCOMPARE(parts(), onServer({QStringLiteral("observation_2026_12"), QStringLiteral("observation_2027_01"),
                                    QStringLiteral("observation_2027_02")})); // it arrived in January
        LOCI_VERIFY_RESULT(m_store->append({value("s", end + 999, 2.0), value("s", end + 1000, 3.0)}));
        const auto both = m_queries->values(QStringLiteral("s"), end, end + 2000, 10);
        LOCI_VERIFY_RESULT(both);
        QCOMPARE(both->size(), std::size_t(3));
        QCOMPARE(std::get<double>(both->at(1).value), 2.0);
        QCOMPARE(std::get<double>(m_queries->valueAt(QStringLiteral("s"), end + 999)->value().value), 2.0);
        QCOMPARE(std::get<double>(m_queries->valueAt(QStringLiteral("s"), end + kDay)->value().value), 3.0);
        QCOMPARE(m_queries->count().value(), 3);
    }

    void whatComesLateFindsItsMonth_data() { test::Homes::addRows(); }
    void whatComesLateFindsItsMonth()
    {
        const qint64 now = at("2026-06-15T12:00:00Z");
        const qint64 late = at("2019-03-31T15:59:59Z");
        LOCI_VERIFY_RESULT(m_store->append({value("s", now, 1.0)}));
        const auto counts =
            m_store->append({value("s", late, 2.0), value("s", -1, 3.0), value("s", 5'000'000'000'000, 4.0)});
        LOCI_VERIFY_RESULT(counts);
        QCOMPARE(counts->stored, 3);
        QVERIFY(!m_homes.isServer() || parts().contains(QStringLiteral("observation_2019_03")));
        QVERIFY(!m_homes.isServer() || parts().contains(QStringLiteral("observation_early")));
        QVERIFY(!m_homes.isServer() || parts().contains(QStringLiteral("observation_late")));
        QCOMPARE(std::get<double>(m_queries->valueAt(QStringLiteral("s"), now - 1)->value().value), 2.0);
        QCOMPARE(std::get<double>(m_queries->valueAt(QStringLiteral("s"), late - 1)->value().value), 3.0);
        QCOMPARE(m_queries->days(QStringLiteral("s"), late, late + 1)->size(), std::size_t(1));
    }

    void duplicatesAndCorrectionsInAnyMonth_data() { test::Homes::addRows(); }
    void duplicatesAndCorrectionsInAnyMonth()
    {
        const qint64 old = at("2025-01-31T23:30:00Z");
        const qint64 now = at("2026-06-15T12:00:00Z");
        const QString a = QStringLiteral("a"), quoted = QStringLiteral("\"{a\\,b}\" 河");
        LOCI_VERIFY_RESULT(m_store->append({value("s", old, 1.0, a), value("s", now, 5.0, a), value("t", now, quoted),
                                            value("t", now + 1, Reading())}));
        const auto counts =
            m_store->append({value("s", old, 1.0, a), value("s", old, 7.0, a), value("s", old, 7.0, a),
                             value("s", now, 6.0, a), value("t", now, quoted), value("t", now + 1, Reading()),
                             value("u", now, 1.0), value("u", now, 2.0), value("u", now, 2.0)});
        LOCI_VERIFY_RESULT(counts);
        using enum AppendOutcome;
        const std::vector<AppendOutcome> wanted = {Duplicate, Corrected, Duplicate, Corrected, Duplicate,
                                                   Duplicate, Stored,    Corrected, Duplicate};
        QVERIFY(counts->outcomes == wanted);
        QCOMPARE(counts->stored, 1);
        QCOMPARE(counts->corrected, 3);
        const auto hours = m_queries->hours(QStringLiteral("s"), old, old + 1);
        LOCI_VERIFY_RESULT(hours);
        QCOMPARE(hours->front().sum, 7.0);
        QCOMPARE(hours->front().count, 1);
        const auto streams = m_queries->streams();
        LOCI_VERIFY_RESULT(streams);
        QCOMPARE(std::get<double>(streams->at(0).last->value), 6.0);
        QVERIFY(streams->at(0).last->flags & Quality::Corrected);
        QVERIFY(isMissing(streams->at(1).last->value));
        QCOMPARE(std::get<double>(streams->at(2).last->value), 2.0);
        const auto words = m_queries->values(QStringLiteral("t"), now, now + 1, 5);
        QCOMPARE(std::get<QString>(words->front().value), quoted);
        QCOMPARE(m_queries->streamsSince(now + 1001)->size(), std::size_t(1)); // t's second one
    }

    void aMonthGoesAndItsSumsStay_data() { test::Homes::addRows(); }
    void aMonthGoesAndItsSumsStay()
    {
        const qint64 january = at("2026-01-10T00:00:00Z");
        const qint64 may = at("2026-05-20T00:00:00Z");
        LOCI_VERIFY_RESULT(m_store->describe({{QStringLiteral("short"), {}, {}, {}, 0, {}, {}}}, 30));
        LOCI_VERIFY_RESULT(m_store->describe({{QStringLiteral("kept"), {}, {}, {}, 0, {}, {}}}, 0));
        Observations all;
        for (int i = 0; i < 50; ++i) {
            all.push_back(value("short", january + i * 60'000, double(i)));
        }
        all.push_back(value("short", at("2026-03-10T00:00:00Z"), 1.0));
        all.push_back(value("kept", at("2026-03-10T00:00:00Z"), 1.0));
        all.push_back(value("short", may, 1.0));
        LOCI_VERIFY_RESULT(m_store->append(all));
        LOCI_VERIFY_RESULT(m_store->append({value("short", january, 9.0)})); // a correction
        QCOMPARE(m_store->prune(may).value(), 51); // all of January, one of March: the other one is kept
        QVERIFY(!parts().contains(QStringLiteral("observation_2026_01")));
        QCOMPARE(parts().contains(QStringLiteral("observation_2026_03")), m_homes.isServer());
        QCOMPARE(m_queries->count().value(), 2);
        const auto days = m_queries->days(QStringLiteral("short"), january, january + kDay);
        LOCI_VERIFY_RESULT(days);
        QCOMPARE(days->front().count, 50);
        QCOMPARE(days->front().maximum, 49.0);
        QCOMPARE(m_store->prune(may).value(), 0);
        LOCI_VERIFY_RESULT(m_store->append({value("short", january + kDay, 1.0)})); // late, into the month that went
        QCOMPARE(m_queries->count().value(), 3);
    }

    /// A server that the first release filled: nothing is copied, all is found.
    void theFirstReleaseIsTakenOver_data()
    {
        QTest::addColumn<QString>("home");
        QTest::newRow("server") << QStringLiteral("server");
    }
    void theFirstReleaseIsTakenOver()
    {
        LOCI_VERIFY_RESULT(m_store->append({value("s", at("2026-02-01T00:00:00Z"), 1.0)}));
        LOCI_VERIFY_RESULT(m_look->runScript(
            "DROP FUNCTION observation_make, observation_prune, observation_bounds, observation_attach, "
            "observation_rows; DROP TABLE observation, observation_part, observation_lease;"
            "CREATE TABLE observation (stream BIGINT NOT NULL, time BIGINT NOT NULL, source BIGINT NOT NULL, arrival "
            "BIGINT NOT NULL, number DOUBLE PRECISION, text TEXT COLLATE \"C\", flags BIGINT NOT NULL, PRIMARY KEY "
            "(stream, time, source)); CREATE INDEX observation_time ON observation USING brin (time);"
            "INSERT INTO observation SELECT (SELECT id FROM stream), 1769904000000 + 3600000 * i, 0, 1769904000001, i, "
            "NULL, 0 FROM generate_series(CAST(0 AS bigint), 999) AS i;"
            "INSERT INTO observation SELECT (SELECT id FROM stream), 1900000000000, 0, 1769904000001, 5, NULL, 4"));
        const auto before = m_queries->values(QStringLiteral("s"), 0, 2'000'000'000'000, 2000);
        LOCI_VERIFY_RESULT(before); // a reader takes it as it is
        QCOMPARE(before->size(), std::size_t(1001));
        LOCI_VERIFY_RESULT(open());
        QCOMPARE(parts(), QStringList({QStringLiteral("observation_before"), QStringLiteral("observation_2030_03")}));
        const auto after = m_queries->values(QStringLiteral("s"), 0, 2'000'000'000'000, 2000);
        LOCI_VERIFY_RESULT(after);
        QCOMPARE(after->size(), std::size_t(1001));
        QCOMPARE(after->at(500).phenomenon, before->at(500).phenomenon);
        const auto counts =
            m_store->append({value("s", 1'769'904'000'000, 0.0), value("s", at("2026-08-01T00:00:00Z"), 1.0)});
        LOCI_VERIFY_RESULT(counts);
        QCOMPARE(counts->duplicates, 1);
        QCOMPARE(m_queries->count().value(), 1002);
        QVERIFY(parts().contains(QStringLiteral("observation_2026_08")));
    }

    void oneDeskRecords_data() { theFirstReleaseIsTakenOver_data(); }
    void oneDeskRecords()
    {
        const FeedDesk anna{QStringLiteral("1"), QStringLiteral("Anna"), QStringLiteral("pc7")};
        const FeedDesk bo{QStringLiteral("2"), QStringLiteral("Bo"), QStringLiteral("pc8")};
        QCOMPARE(FeedLease::holder(*m_look)->id, QString());
        QVERIFY(*FeedLease::take(*m_look, anna) == anna);
        QVERIFY(*FeedLease::take(*m_look, bo) == anna);
        m_store->setDesk(anna.id);
        LOCI_VERIFY_RESULT(m_store->append({value("s", kDay, 1.0)}));
        LOCI_VERIFY_RESULT(
            m_look->runScript("UPDATE observation_lease SET until = clock_timestamp() - interval '1 s'"));
        QVERIFY(*FeedLease::take(*m_look, bo) == bo); // Anna's desk did not renew it
        QVERIFY(*FeedLease::take(*m_look, anna) == bo);
        const auto refused = m_store->append({value("s", kDay + 1, 1.0)});
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail, QStringLiteral("lease lost"));
        QCOMPARE(m_queries->count().value(), 1);
        LOCI_VERIFY_RESULT(FeedLease::release(*m_look, anna.id)); // not hers to give
        QVERIFY(*FeedLease::holder(*m_look) == bo);
        LOCI_VERIFY_RESULT(FeedLease::release(*m_look, bo.id));
        QVERIFY(*FeedLease::take(*m_look, anna) == anna);
        LOCI_VERIFY_RESULT(m_store->append({value("s", kDay + 1, 1.0)}));
    }
};

LOCI_TEST_CLASS(HomesMonthsTest)
#include "homes_monthstest.moc"

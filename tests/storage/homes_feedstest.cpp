// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/observationqueries.h"
#include "layers/storage/feeds/observationstore.h"
#include "tests/storage/homes.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>
#include <numeric>

using namespace loci;
using namespace loci::feeds;
using namespace loci::storage;

namespace {
constexpr qint64 kHour = 3'600'000;
constexpr qint64 kStart = 500'000 * kHour;
constexpr auto kPart = PostGisDatabase::Part::Observations;

Observation value(qint64 time, const Reading &reading, const QString &id = {})
{
    return {QStringLiteral("s"), id, time, time + 1000, reading, {}, {}};
}
} // namespace

/// Observations and alerts in a file and on a server.
class HomesFeedsTest : public QObject
{
    Q_OBJECT
private:
    test::Homes m_homes;
    std::unique_ptr<ObservationStore> m_store;
    std::optional<ObservationQueries> m_queries;

    Result<> reopen()
    {
        m_store.reset();
        m_queries.reset();
        LOCI_TRY(auto writing, m_homes.open(kPart));
        LOCI_TRY(m_store, ObservationStore::open(std::move(writing), QStringLiteral("here")));
        LOCI_TRY(auto reading, m_homes.open(kPart));
        LOCI_TRY(ObservationQueries queries, ObservationQueries::open(std::move(reading), QStringLiteral("here")));
        m_queries.emplace(std::move(queries));
        return {};
    }

private slots:
    void init()
    {
        QFETCH(QString, home);
        m_store.reset();
        m_queries.reset();
        bool isPossible = false;
        QCOMPARE(m_homes.begin(home, isPossible), QString());
        if (!isPossible) {
            QSKIP("PostgreSQL with PostGIS is not installed");
        }
        LOCI_VERIFY_RESULT(reopen());
    }
    void cleanupTestCase()
    {
        m_store.reset();
        m_queries.reset();
    }

    void storesOnceAndKeepsRevisions_data() { test::Homes::addRows(); }
    void storesOnceAndKeepsRevisions()
    {
        const QString a = QStringLiteral("a"), b = QStringLiteral("b"), s = QStringLiteral("s");
        const auto first = m_store->append({value(kStart, 1.0, a), value(kStart, 1.0, a), value(kStart, 2.0, b)});
        LOCI_VERIFY_RESULT(first);
        QCOMPARE(first->stored, 2);
        QCOMPARE(first->duplicates, 1);
        const auto again = m_store->append({value(kStart, 1.0, a), value(kStart, 9.0, b)});
        LOCI_VERIFY_RESULT(again);
        QCOMPARE(again->duplicates, 1);
        QCOMPARE(again->corrected, 1);
        const auto hours = m_queries->hours(s, kStart, kStart + 1);
        LOCI_VERIFY_RESULT(hours);
        QCOMPARE(hours->size(), std::size_t(1));
        QCOMPARE(hours->front().maximum, 9.0);
        QCOMPARE(hours->front().sum, 10.0);
        LOCI_VERIFY_RESULT(reopen());
        QCOMPARE(m_store->newest().value(s), kStart);
    }

    void sumsWhatCameInAnyOrder_data() { test::Homes::addRows(); }
    void sumsWhatCameInAnyOrder()
    {
        StreamDescription stream{QStringLiteral("s"), QStringLiteral("River"), QStringLiteral("河"),
                                 QStringLiteral("m"), 3'000'000'000,           GeoPoint{116.4, 39.9},
                                 QStringLiteral("f")};
        LOCI_VERIFY_RESULT(m_store->describe({stream}, 30));
        LOCI_VERIFY_RESULT(m_store->describe({{QStringLiteral("s"), {}, {}, {}, 0, {}, {}}}, 30));
        const auto streams = m_queries->streams();
        LOCI_VERIFY_RESULT(streams);
        QVERIFY(streams->at(0).description == stream);
        stream.cadenceMs = 60'000;
        LOCI_VERIFY_RESULT(m_store->describe({stream}, 30));
        QRandomGenerator random(7);
        std::vector<int> minutes(600);
        std::iota(minutes.begin(), minutes.end(), 0);
        std::shuffle(minutes.begin(), minutes.end(), random);
        Observations all;
        double sum = 0;
        for (const int minute : minutes) {
            if (minute / 60 == 5) {
                continue; // an hour without values
            }
            const double number = random.bounded(1000);
            all.push_back(value(kStart + minute * 60'000LL, number));
            sum += number;
        }
        all.push_back(value(kStart + 1, Reading()));
        all.push_back(value(kStart + 2, QStringLiteral("open")));
        const std::size_t half = all.size() / 2;
        LOCI_VERIFY_RESULT(m_store->append(Observations(all.begin(), all.begin() + qsizetype(half))));
        LOCI_VERIFY_RESULT(m_store->append(Observations(all.begin() + qsizetype(half), all.end())));
        for (const int points : {5, 50, 5000}) {
            const auto window = m_queries->window(stream.id, kStart, kStart + 10 * kHour, points);
            LOCI_VERIFY_RESULT(window);
            double windowSum = 0;
            qint64 count = 0, texts = 0, missing = 0;
            for (const ObservationSpan &span : *window) {
                windowSum += span.sum;
                count += span.count;
                texts += span.texts;
                missing += span.missing;
            }
            QCOMPARE(windowSum, sum);
            QCOMPARE(count, 540);
            QCOMPARE(texts, 1);
            QCOMPARE(missing, 1);
        }
        QCOMPARE(m_queries->gaps(stream.id, kStart, kStart + 10 * kHour)->size(), std::size_t(1));
        QCOMPARE(m_queries->count().value(), qint64(all.size()));
        QCOMPARE(m_queries->days(stream.id, kStart, kStart + 10 * kHour)->size() >= 1, true);
        LOCI_VERIFY_RESULT(m_store->append({value(kStart + 70 * 24 * kHour, 2.0)}));
        QCOMPARE(m_store->prune(kStart + 71 * 24 * kHour).value(), qint64(all.size()));
    }

    void keepsAlerts_data() { test::Homes::addRows(); }
    void keepsAlerts()
    {
        Alert alert;
        alert.id = QStringLiteral("1");
        alert.headline = QStringLiteral("暴雨");
        alert.from = kStart;
        alert.value = 0.1;
        LOCI_VERIFY_RESULT(m_store->putAlerts({alert}));
        LOCI_VERIFY_RESULT(m_store->acknowledge(alert.id, QStringLiteral("anna"), kStart + 1));
        alert.until = kStart + 2;
        LOCI_VERIFY_RESULT(m_store->putAlerts({alert}));
        const auto alerts = m_store->alerts(10);
        LOCI_VERIFY_RESULT(alerts);
        QCOMPARE(alerts->size(), std::size_t(1));
        QCOMPARE(alerts->front().headline, alert.headline);
        QCOMPARE(*alerts->front().until, kStart + 2);
        QCOMPARE(*alerts->front().value, 0.1);
        QVERIFY(!alerts->front().limit);
        QCOMPARE(alerts->front().acknowledgedBy, QStringLiteral("anna"));
    }
};

LOCI_TEST_CLASS(HomesFeedsTest)
#include "homes_feedstest.moc"

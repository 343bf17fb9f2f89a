// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/capalerts.h"
#include "tests/feeds/feedtestbase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace loci;
using namespace loci::feeds;
using namespace loci::test;

namespace {
constexpr int kPatience = 30'000;

Observation at(qint64 time, const Reading &value)
{
    Observation observation;
    observation.phenomenon = time;
    observation.value = value;
    return observation;
}

QByteArray warning(const QByteArray &identifier, const QByteArray &type, const QByteArray &references,
                   const QByteArray &status = "Actual")
{
    return "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>" + identifier +
           "</identifier><sender>met</sender><sent>2026-11-20T08:00:0" + identifier.right(1) + "+08:00</sent><status>" +
           status + "</status><msgType>" + type + "</msgType><scope>Public</scope><references>" + references +
           "</references><info><category>Met</category><event>Rain</event><urgency>Expected</urgency>"
           "<severity>Severe</severity><certainty>Likely</certainty><expires>2099-01-01T00:00:00Z</expires>"
           "<headline>Heavy rain</headline><area><areaDesc>Old town</areaDesc>"
           "<polygon>29.70,118.40 29.70,118.42 29.72,118.42 29.72,118.40 29.70,118.40</polygon></area></info></alert>";
}
} // namespace

/// Alerts: what begins one, what ends it, who took note, and what is remembered.
class FeedsAlertTest : public QObject
{
    Q_OBJECT

private slots:
    void aLimitBeginsAndEndsAnAlertOnce()
    {
        const AlertLimits limits{{QStringLiteral("a*"), 10, {}, AlertLevel::Severe},
                                 {QStringLiteral("a1"), {}, 2, AlertLevel::Minor}};
        StreamDescription stream;
        stream.id = QStringLiteral("f/a1");
        stream.place = GeoPoint{1, 2};
        LimitWatch watch;
        const auto judge = [&](const Observation &observation) {
            return watch.judge(limits, QStringLiteral("a1"), stream, observation);
        };
        QVERIFY(judge(at(1, 5.0)).empty());
        QVERIFY(judge(at(2, 10.0)).empty()); // at the limit is not beyond it
        const Alerts begun = judge(at(3, 11.0));
        QCOMPARE(begun.size(), std::size_t(1));
        QCOMPARE(begun[0].from, 3);
        QCOMPARE(*begun[0].value, 11.0);
        QCOMPARE(*begun[0].limit, 10.0);
        QVERIFY(begun[0].place == stream.place);
        QVERIFY(!begun[0].until);
        QVERIFY(judge(at(4, 12.0)).empty());      // the same one
        QVERIFY(judge(at(5, Reading())).empty()); // a gap ends nothing
        QVERIFY(judge(at(2, 5.0)).empty());       // nor does what is older
        Observation future = at(9, 5.0);
        future.flags |= Quality::Future;
        QVERIFY(judge(future).empty());
        QVERIFY(judge(at(6, 9.0)).empty()); // one value within may be a tremble
        QVERIFY(judge(at(7, 11.0)).empty());
        for (int i = 1; i < LimitWatch::kCalm; ++i) {
            QVERIFY(judge(at(10 + i, 9.0)).empty());
        }
        const Alerts ended = judge(at(20, 9.0));
        QCOMPARE(ended.size(), std::size_t(1));
        QCOMPARE(ended[0].id, begun[0].id);
        QCOMPARE(*ended[0].until, 20);
        QCOMPARE(judge(at(21, 1.0)).size(), std::size_t(1)); // the other limit
        LimitWatch again;
        again.remember(begun);
        QVERIFY(again.judge(limits, QStringLiteral("a1"), stream, at(30, 12.0)).empty()); // known over a restart
    }

    void limitsAreDataOfTheFeed()
    {
        FeedDescription feed = mappedFeed(Transport::File, QUrl(QStringLiteral("file:///x")));
        feed.limits = {{QStringLiteral("s*"), 10, {}, AlertLevel::Severe}};
        const auto back = FeedDescription::fromJson(feed.toJson());
        LOCI_VERIFY_RESULT(back);
        QVERIFY(back->limits == feed.limits);
        QJsonObject json = feed.toJson();
        json.insert(QStringLiteral("limits"), QJsonArray{QJsonObject{{QStringLiteral("stream"), QStringLiteral("s")}}});
        QVERIFY(!FeedDescription::fromJson(json));
    }

    void aWarningIsUpdatedAndCancelled()
    {
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        const QString file = feeds.folder.filePath(QStringLiteral("warning.xml"));
        const auto write = [&file](const QByteArray &bytes) {
            QFile out(file);
            return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
        };
        QVERIFY(write(warning("w1", "Alert", "")));
        FeedDescription feed = mappedFeed(Transport::File, QUrl::fromLocalFile(file));
        feed.format = Format::Cap;
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.runner->alerts().size(), std::size_t(1), kPatience);
        const Alert first = feeds.runner->alerts().front();
        QCOMPARE(first.headline, QStringLiteral("Heavy rain"));
        QCOMPARE(first.area, QStringLiteral("Old town"));
        QCOMPARE(first.level, AlertLevel::Severe);
        QVERIFY(first.place.has_value() && first.polygons.size() == 1);
        const qint64 now = feeds.clock.nowUtc().toMSecsSinceEpoch();
        QVERIFY(first.isActive(now));

        QVERIFY(write(warning("w2", "Update", "met,w1,2026-11-20T08:00:01+08:00")));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.runner->alerts().size(), std::size_t(2), kPatience);
        int active = 0;
        for (const Alert &alert : feeds.runner->alerts()) {
            active += alert.isActive(now) ? 1 : 0;
        }
        QCOMPARE(active, 1);
        feeds.runner->acknowledge(first.id, QStringLiteral("Ann"));
        feeds.runner->acknowledge(first.id, QStringLiteral("Bob")); // the first one holds
        QVERIFY(write(warning("w3", "Cancel", "met,w2,2026-11-20T08:00:02+08:00")));
        const auto anyActive = [&feeds, now] {
            const Alerts all = feeds.runner->alerts();
            return std::any_of(all.begin(), all.end(), [now](const Alert &alert) { return alert.isActive(now); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(!anyActive(), kPatience);
        QVERIFY(write(warning("w4", "Alert", "", "Exercise")));
        QTRY_VERIFY_WITH_TIMEOUT(feeds.feed().tally.payloads >= 4, kPatience);
        QCOMPARE(feeds.runner->alerts().size(), std::size_t(2)); // an exercise is none
        QVERIFY(feeds.runner->drain(kPatience));

        feeds.runner.reset(); // the history outlives the program
        LOCI_VERIFY_RESULT(feeds.start());
        const Alerts kept = feeds.runner->alerts();
        QCOMPARE(kept.size(), std::size_t(2));
        const auto same =
            std::find_if(kept.begin(), kept.end(), [&first](const Alert &alert) { return alert.id == first.id; });
        QVERIFY(same != kept.end());
        QCOMPARE(same->acknowledgedBy, QStringLiteral("Ann"));
        QVERIFY(same->polygons == first.polygons);
    }

    void aStreamBeyondItsLimitAlertsWithItsPlace()
    {
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        const QString file = feeds.folder.filePath(QStringLiteral("values.json"));
        const qint64 now = feeds.clock.nowUtc().toMSecsSinceEpoch();
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("[" + message(0, now - 2000, "5") + "," + message(1, now - 1000, "50") + "]");
        out.close();
        FeedDescription feed = mappedFeed(Transport::File, QUrl::fromLocalFile(file));
        feed.limits = {{QStringLiteral("s0"), 10, {}, AlertLevel::Severe}};
        StreamDescription stream;
        stream.id = QStringLiteral("s0");
        stream.unit = QStringLiteral("m");
        stream.place = GeoPoint{118.4, 29.7};
        feed.streams.push_back(stream);
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.runner->alerts().size(), std::size_t(1), kPatience);
        const Alert alert = feeds.runner->alerts().front();
        QCOMPARE(alert.stream, QStringLiteral("f/s0"));
        QVERIFY(alert.place == stream.place);
        QCOMPARE(*alert.value, 50.0);
        QVERIFY(!alert.simulated);
    }
};

LOCI_TEST_CLASS(FeedsAlertTest)
#include "feeds_alerttest.moc"

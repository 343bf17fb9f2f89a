// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/feeds/backoff.h"
#include "layers/domain/feeds/feeddescription.h"
#include "layers/domain/feeds/observationgate.h"
#include "layers/domain/feeds/streamstate.h"
#include "layers/domain/feeds/units.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>

using namespace loci;
using namespace loci::feeds;

namespace {

/// JSON with ' for ": moc does not understand raw strings with quotes in them.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

constexpr qint64 kNow = 1'800'000'000'000;

Observation observation(qint64 age, const QString &id = {}, double value = 1)
{
    return {QStringLiteral("s"), id, kNow - age, kNow, value, {}, {}};
}

QJsonObject feedJson(const QByteArray &changes)
{
    QJsonObject feed =
        QJsonDocument::fromJson(json("{'id':'air','transport':'mqtt','format':'json','address':'mqtt://"
                                     "broker.example','topics':['air/#'],'mapping':{'value':'/v','time':'/t'}}"))
            .object();
    const QJsonObject other = QJsonDocument::fromJson(changes).object();
    for (auto it = other.constBegin(); it != other.constEnd(); ++it) {
        feed.insert(it.key(), it.value());
    }
    return feed;
}

} // namespace

class FeedsDomainTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheStateByTheStreamsOwnCadence_data()
    {
        QTest::addColumn<qint64>("age");
        QTest::addColumn<qint64>("cadence");
        QTest::addColumn<QString>("state");
        QTest::newRow("just now") << 0LL << 60'000LL << "live";
        QTest::newRow("two cadences") << 120'000LL << 60'000LL << "live";
        QTest::newRow("a little more") << 120'001LL << 60'000LL << "late";
        QTest::newRow("five cadences") << 300'000LL << 60'000LL << "late";
        QTest::newRow("then stale") << 300'001LL << 60'000LL << "stale";
        QTest::newRow("a day") << 86'400'000LL << 60'000LL << "stale";
        QTest::newRow("more than a day") << 86'400'001LL << 60'000LL << "broken";
        QTest::newRow("a daily stream after a day") << 86'400'001LL << 86'400'000LL << "live";
        QTest::newRow("unknown cadence") << 700'000LL << 0LL << "late";
        QTest::newRow("a clock that went back") << -500'000LL << 60'000LL << "live";
        QTest::newRow("an absurd cadence") << 1'000LL << std::numeric_limits<qint64>::max() << "live";
    }

    void knowsTheStateByTheStreamsOwnCadence()
    {
        QFETCH(qint64, age);
        QFETCH(qint64, cadence);
        QFETCH(QString, state);
        const StreamFacts facts{kNow - age, cadence, 0, false, false};
        QCOMPARE(stateCode(stateOf(facts, kNow)), state);
        if (const auto change = nextChange(facts, kNow)) {
            QVERIFY(*change > kNow);
            QVERIFY(stateOf(facts, *change) != stateOf(facts, kNow));
            QVERIFY(stateOf(facts, *change - 1) == stateOf(facts, kNow));
        }
    }

    void pausedAndRefusedComeBeforeAge()
    {
        StreamFacts facts{kNow, 1000, 0, true, true};
        QCOMPARE(stateOf(facts, kNow), StreamState::Paused);
        facts.paused = false;
        QCOMPARE(stateOf(facts, kNow), StreamState::Broken);
        QCOMPARE(stateOf({}, kNow), StreamState::Waiting);
        QVERIFY(!ageOf({}, kNow));
        QCOMPARE(ageText(90'000), QStringLiteral("1 min"));
    }

    void flagsLateFutureAndOutOfOrder()
    {
        ObservationGate gate;
        Observation first = observation(1000);
        QCOMPARE(gate.judge(first, 60'000), ObservationGate::Verdict::Accepted);
        QVERIFY(!first.flags);
        Observation late = observation(130'000);
        QCOMPARE(gate.judge(late, 60'000), ObservationGate::Verdict::Accepted);
        QVERIFY(late.flags == (Quality::Late | Quality::OutOfOrder));
        Observation future = observation(-61'000);
        QCOMPARE(gate.judge(future, 60'000), ObservationGate::Verdict::Accepted);
        QVERIFY(future.flags == Quality::Future);
        QCOMPARE(future.phenomenon, kNow + 61'000); // never changed
        QCOMPARE(gate.newest(QStringLiteral("s")), std::optional(kNow - 1000));
        Observation soon = observation(-59'000);
        gate.judge(soon, 60'000);
        QVERIFY(!soon.flags);
    }

    void knowsRepetitionsByIdAndLetsCorrectionsPass()
    {
        ObservationGate gate;
        Observation one = observation(1000, QStringLiteral("a"), 1);
        QCOMPARE(gate.judge(one, 0), ObservationGate::Verdict::Accepted);
        QCOMPARE(gate.judge(one, 0), ObservationGate::Verdict::Duplicate);
        Observation corrected = observation(1000, QStringLiteral("a"), 2);
        QCOMPARE(gate.judge(corrected, 0), ObservationGate::Verdict::Accepted);
        for (int i = 0; i < 3 * ObservationGate::kRememberedIds; ++i) { // memory is bounded, the store knows the rest
            Observation other = observation(i, QString::number(i), 1);
            QCOMPARE(gate.judge(other, 0), ObservationGate::Verdict::Accepted);
        }
        QCOMPARE(gate.judge(one, 0), ObservationGate::Verdict::Accepted);
        Observation nameless = observation(5);
        QCOMPARE(gate.judge(nameless, 0), ObservationGate::Verdict::Accepted);
        QCOMPARE(gate.judge(nameless, 0), ObservationGate::Verdict::Accepted);
    }

    void aWrongClockIsSeenByItsMedian()
    {
        ClockSkew skew;
        for (int i = 0; i < 30; ++i) {
            skew.add(kNow + 600'000 + (i % 7 == 0 ? 50'000'000 : i), kNow);
        }
        QVERIFY(skew.isWrong());
        QVERIFY(std::abs(skew.milliseconds() - 600'000) < 100);
        ObservationGate gate;
        Observation value = observation(0);
        gate.judge(value, 60'000, &skew);
        QVERIFY(value.flags & Quality::ClockSkew);
        QVERIFY(!ClockSkew().isWrong());
    }

    void convertsUnitsAndRefusesClashes_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("expected");
        QTest::newRow("mg in ug") << "mg/m3"
                                  << "ug/m3" << 1.5 << 1500.0;
        QTest::newRow("code of UN/CEFACT") << "GP"
                                           << "GQ" << 0.5 << 500.0;
        QTest::newRow("signs") << QString::fromUtf8("µg/m³") << "mg/m3" << 1000.0 << 1.0;
        QTest::newRow("Fahrenheit") << "FAH"
                                    << "CEL" << 212.0 << 100.0;
        QTest::newRow("degrees sign") << QString::fromUtf8("℃") << "K" << 0.0 << 273.15;
        QTest::newRow("km/h") << "KMH"
                              << "m/s" << 36.0 << 10.0;
        QTest::newRow("percent") << "%"
                                 << "1" << 50.0 << 0.5;
        QTest::newRow("same word that nobody knows") << "dB(A)"
                                                     << "dB(A)" << 55.0 << 55.0;
        QTest::newRow("unit not told") << ""
                                       << "m" << 2.0 << 2.0;
        QTest::newRow("metre for temperature") << "m"
                                               << "K" << 1.0 << qQNaN();
        QTest::newRow("coulomb for Celsius") << "C"
                                             << "CEL" << 1.0 << qQNaN();
        QTest::newRow("nonsense") << "furlongs per fortnite"
                                  << "m/s" << 1.0 << qQNaN();
    }

    void convertsUnitsAndRefusesClashes()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(double, value);
        QFETCH(double, expected);
        const auto units = Units::load();
        LOCI_VERIFY_RESULT(units);
        const auto conversion = units->conversion(from, to);
        if (qIsNaN(expected)) {
            QVERIFY(!conversion);
            QVERIFY(!conversion.error().message.isEmpty());
            return;
        }
        LOCI_VERIFY_RESULT(conversion);
        QVERIFY(std::abs((*conversion)(value)-expected) < 1e-9 * std::max(1.0, std::abs(expected)));
    }

    void describesFeedsAsData()
    {
        const auto feed = FeedDescription::fromJson(
            feedJson(json("{'names':{'en':'Air','zh':'空气'},'cadenceSeconds':60,'sharing':'restricted','credentials':'"
                          "city broker','streams':[{'id':'a','place':[116.4,39.9]}]}")));
        LOCI_VERIFY_RESULT(feed);
        QCOMPARE(feed->cadenceMs, 60'000);
        QCOMPARE(feed->sharing, Sharing::Restricted);
        QCOMPARE(feed->name(true), QStringLiteral("空气"));
        QCOMPARE(feed->streams.at(0).cadenceMs, 60'000);
        QCOMPARE(feed->streams.at(0).place->latitude, 39.9);
        const auto again = FeedDescription::fromJson(feed->toJson());
        LOCI_VERIFY_RESULT(again);
        QCOMPARE(again->toJson(), feed->toJson());
    }

    void refusesDescriptionsThatMakeNoSense_data()
    {
        QTest::addColumn<QByteArray>("changes");
        QTest::newRow("no id") << json("{'id':''}");
        QTest::newRow("unknown transport") << json("{'transport':'pigeon'}");
        QTest::newRow("unknown format") << json("{'format':'morse'}");
        QTest::newRow("password in the address") << json("{'address':'mqtt://ann:secret@host'}");
        QTest::newRow("key in the query") << json("{'address':'https://host/a?api_key=1'}");
        QTest::newRow("no topics") << json("{'topics':[]}");
        QTest::newRow("no value in the mapping") << json("{'mapping':{}}");
        QTest::newRow("bad pointer") << json("{'mapping':{'value':'v'}}");
        QTest::newRow("negative cadence") << json("{'cadenceSeconds':-1}");
        QTest::newRow("cadence as text") << json("{'cadenceSeconds':'often'}");
        QTest::newRow("query is missing") << json("{'transport':'sqlite'}");
    }

    void refusesDescriptionsThatMakeNoSense()
    {
        QFETCH(QByteArray, changes);
        const auto feed = FeedDescription::fromJson(feedJson(changes));
        QVERIFY(!feed);
        QVERIFY(!feed.error().message.isEmpty());
        QVERIFY(!feed.error().message.contains(QLatin1String("secret")));
    }

    void pointsIntoJson()
    {
        const QJsonValue root = QJsonDocument::fromJson(json("{'a':[{'b/c':1,'~':2}],'':3}")).object();
        const auto at = [&root](const char *text) { return JsonPointer::parse(QLatin1String(text))->at(root); };
        QCOMPARE(at("/a/0/b~1c").toInt(), 1);
        QCOMPARE(at("/a/0/~0").toInt(), 2);
        QCOMPARE(at("/").toInt(), 3);
        QVERIFY(at("").isObject());
        for (const char *nothing : {"/a/1", "/a/-1", "/a/00", "/a/0/b", "/x/y/z", "/a/99999999999999999999"}) {
            QVERIFY2(at(nothing).isUndefined(), nothing);
        }
        QVERIFY(!JsonPointer::parse(QStringLiteral("a")));
    }

    void waitsLongerAfterEachFailureAndNeverTooLong()
    {
        Backoff most([] { return 1.0; }, 1000, 30'000);
        QCOMPARE(most.next(), 1000);
        QCOMPARE(most.next(), 2000);
        QCOMPARE(most.next(), 4000);
        for (int i = 0; i < 100; ++i) {
            QVERIFY(most.next() <= 30'000);
        }
        most.reset();
        QCOMPARE(most.next(), 1000);
        Backoff least([] { return 0.0; });
        QVERIFY(least.next() > 0);
    }
};

LOCI_TEST_CLASS(FeedsDomainTest)
#include "feeds_domaintest.moc"

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/simulation.h"
#include "layers/feeds/streampublisher.h"
#include "tests/feeds/feedtestbase.h"

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QThread>

using namespace loci;
using namespace loci::feeds;
using namespace loci::test;

namespace {

/// JSON with ' for ": moc does not understand raw strings with quotes in them.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

constexpr int kPatience = 30'000;

int wished(const char *variable, int fallback)
{
    const int value = qEnvironmentVariableIntValue(variable);
    return value > 0 ? value : fallback;
}

/// Publishes on a thread of its own, as a sensor would.
class Publisher
{
public:
    Publisher(const QUrl &broker, int count, qint64 start)
        : m_thread([this, broker, count, start] { run(broker, count, start); })
    {}
    ~Publisher() { m_thread.join(); }
    Q_DISABLE_COPY_MOVE(Publisher)
    qint64 sent() const { return m_sent; }
    bool isDone() const { return m_done; }
    void hold(bool held) { m_held = held; } ///< it does not end as long as it may be sent back
    /// Stands still at the next message, when the broker has confirmed all before it.
    void rest() { m_resting = true; }
    bool isAtRest() const { return m_atRest; }
    void goOn() { m_resting = false; }
    /// Sends again from this message on.
    void goBackTo(qint64 number) { m_backTo = number; }
    QString problem; ///< to be read when done

private:
    void run(const QUrl &broker, int count, qint64 start)
    {
        constexpr int kSensors = 100;
        auto publisher = StreamPublisher::connect(broker);
        Result<> result = publisher ? Result<>() : Result<>(fail(std::move(publisher.error())));
        qint64 i = 0;
        while (result && (i < count || m_held)) {
            if (m_resting) {
                result = (*publisher)->finish(120'000);
                m_atRest = bool(result);
                while (m_resting) {
                    QThread::msleep(1);
                }
                m_atRest = false;
            }
            if (const qint64 back = m_backTo.exchange(-1); back >= 0) {
                i = back;
            }
            if (i >= count) {
                QThread::msleep(1);
                continue;
            }
            result = (*publisher)
                         ->publish(QStringLiteral("town/%1").arg(i % kSensors),
                                   message(i, start + i, QByteArray::number(static_cast<double>(i) * 0.5), kSensors));
            m_sent = ++i;
        }
        result = result ? (*publisher)->finish(120'000) : result;
        problem = result ? QString() : result.error().message + result.error().detail;
        m_done = true;
    }

    std::atomic<qint64> m_sent = 0;
    std::atomic<qint64> m_backTo = -1;
    std::atomic<bool> m_held = true;
    std::atomic<bool> m_resting = false;
    std::atomic<bool> m_atRest = false;
    std::atomic<bool> m_done = false;
    std::thread m_thread;
};

Result<> publishAll(const QUrl &broker, const std::vector<QByteArray> &messages)
{
    LOCI_TRY(const auto publisher, StreamPublisher::connect(broker));
    for (const QByteArray &one : messages) {
        LOCI_CHECK(publisher->publish(QStringLiteral("town/x"), one));
    }
    return publisher->finish();
}

} // namespace

class FeedsMqttTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!MosquittoServer::isInstalled()) {
            QSKIP("mosquitto is not installed");
        }
    }

    /// LOCI_FEED_MESSAGES and LOCI_FEED_RESTARTS make it long. Every second restart is a kill -9. What is guaranteed:
    /// over an orderly restart the broker itself keeps every message it confirmed (QoS 1, lasting session, its file).
    /// Over a kill it comes back with what it had saved last, and what it confirmed after that is gone with it; so a
    /// publisher must send again from the broker's last save on, as this one does. Loci stores each message once,
    /// however often it comes.
    void losesAndDoublesNothingOverRestarts()
    {
        const int count = wished("LOCI_FEED_MESSAGES", 20'000);
        const int restarts = wished("LOCI_FEED_RESTARTS", 6);
        MosquittoServer broker;
        QCOMPARE(broker.create(), QString());
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(mappedFeed(Transport::Mqtt, broker.address())));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Connected, kPatience);
        QElapsedTimer timer;
        timer.start();
        const qint64 start = feeds.clock.nowUtc().toMSecsSinceEpoch() - count;
        Publisher publisher(broker.address(), count, start);
        const auto release = qScopeGuard([&publisher] {
            publisher.goOn();
            publisher.hold(false);
        });
        int kills = 0;
        const auto reached = [&publisher, count](qint64 number) {
            return publisher.sent() >= std::min<qint64>(number, count) || publisher.isDone();
        };
        for (int restart = 0; restart < restarts; ++restart) {
            const qint64 next = static_cast<qint64>(count) * (restart + 1) / (restarts + 1);
            QTRY_VERIFY_WITH_TIMEOUT(reached(next), 20 * kPatience);
            QVERIFY2(!publisher.isDone(), qPrintable(publisher.problem));
            if (restart % 2 == 0) {
                broker.stop();
                QCOMPARE(broker.start(), QString());
                continue;
            }
            publisher.rest();
            QTRY_VERIFY_WITH_TIMEOUT(publisher.isAtRest(), 4 * kPatience);
            const qint64 saved = publisher.sent();
            QCOMPARE(broker.save(), QString());
            publisher.goOn();
            QTRY_VERIFY_WITH_TIMEOUT(reached(saved + count / (restarts + 1) / 3), 20 * kPatience);
            broker.kill(); // in the middle of it
            ++kills;
            publisher.goBackTo(saved);
            QCOMPARE(broker.start(), QString());
        }
        publisher.hold(false);
        QTRY_VERIFY_WITH_TIMEOUT(publisher.isDone(), 40 * kPatience);
        QCOMPARE(publisher.problem, QString());
        QTRY_COMPARE_WITH_TIMEOUT(feeds.total(&StreamTally::stored), static_cast<qint64>(count), 4 * kPatience);
        QVERIFY(feeds.runner->drain(kPatience));
        QCOMPARE(feeds.rows(), static_cast<qint64>(count)); // each of them, once
        QCOMPARE(feeds.total(&StreamTally::rejected), 0);
        QCOMPARE(kills, restarts / 2);
        qInfo("%d messages over %d restarts, %d of them kill -9, in %lld ms; %lld came again", count, restarts, kills,
              timer.elapsed(), feeds.total(&StreamTally::duplicates));
    }

    void speaksTheOlderProtocolToo()
    {
        MosquittoServer broker;
        QCOMPARE(broker.create(), QString());
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        FeedDescription feed = mappedFeed(Transport::Mqtt, broker.address());
        feed.protocol = 311;
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Connected, kPatience);
        LOCI_VERIFY_RESULT(publishAll(broker.address(), {message(1, feeds.clock.nowUtc().toMSecsSinceEpoch())}));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.total(&StreamTally::stored), 1, kPatience);
    }

    void flagsWhatIsOddAndTakesNoPoison()
    {
        MosquittoServer broker;
        QCOMPARE(broker.create(), QString());
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        FeedDescription feed = mappedFeed(Transport::Mqtt, broker.address());
        feed.targetUnit = QStringLiteral("ug/m3");
        feed.sizeLimit = 10'000;
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Connected, kPatience);
        const qint64 now = feeds.clock.nowUtc().toMSecsSinceEpoch();
        const QByteArray clash = json("{'sensor':'s0','t':") + QByteArray::number(now - 5) + json(",'v':1,'unit':'K'}");
        const QByteArray milligrams =
            json("{'id':'u','sensor':'s0','t':") + QByteArray::number(now - 10) + json(",'v':0.5,'unit':'mg/m3'}");
        LOCI_VERIFY_RESULT(publishAll(
            broker.address(), {message(1, now - 1000), message(1, now - 1000), message(2, now - 60'000),
                               message(3, now + 3'600'000, "1e6"), "{", "[]]", QByteArray("[").repeated(5000),
                               QByteArray(20'000, 'x'), "\xff\xfe", "{\"sensor\":\"s0\"}",
                               message(4, now - 500, "null"), message(5, now - 400, "1e999"), clash, milligrams}));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().tally.payloads, 14, kPatience);
        QVERIFY(feeds.runner->drain(kPatience));
        const StreamStatus stream = feeds.stream(QStringLiteral("f/s0"));
        QCOMPARE(stream.tally.duplicates, 1);
        QCOMPARE(stream.tally.rejected, 1); // the clash of units
        QCOMPARE(std::get<double>(stream.tally.last->value), 500.0);
        const auto store = storage::ObservationQueries::open(feeds.path());
        const auto values = store->values(QStringLiteral("f/s0"), 0, now + 10'000'000, 100);
        LOCI_VERIFY_RESULT(values);
        QVERIFY(values->at(0).flags & Quality::Late);
        QVERIFY(values->at(0).flags & Quality::OutOfOrder);
        QVERIFY(values->back().flags & Quality::Future);
        const auto hours = store->hours(QStringLiteral("f/s0"), now - 3'600'000, now + 7'200'000);
        double highest = 0;
        for (const storage::ObservationSpan &hour : *hours) {
            highest = std::max(highest, hour.maximum);
        }
        QCOMPARE(highest, 500.0); // the value from the future is in no sum, the missing one is no zero
        QVERIFY(feeds.feed().tally.unreadable >= 4);
        QVERIFY(!feeds.feed().tally.findings.empty());
    }

    void aSilentBrokerMakesItsStreamsLateThenStale()
    {
        MosquittoServer broker;
        QCOMPARE(broker.create(), QString());
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        FeedDescription feed = mappedFeed(Transport::Mqtt, broker.address());
        feed.cadenceMs = 60'000;
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Connected, kPatience);
        LOCI_VERIFY_RESULT(publishAll(broker.address(), {message(1, feeds.clock.nowUtc().toMSecsSinceEpoch(), "7")}));
        const auto state = [&feeds] { return feeds.stream(QStringLiteral("f/s0")).state; };
        QTRY_COMPARE_WITH_TIMEOUT(state(), StreamState::Live, kPatience);
        broker.suspend(true); // still there, but silent
        feeds.clock.ahead = 150'000;
        QCOMPARE(state(), StreamState::Late);
        feeds.clock.ahead = 400'000;
        QCOMPARE(state(), StreamState::Stale);
        QVERIFY(*feeds.stream(QStringLiteral("f/s0")).ageMs >= 400'000);
        QCOMPARE(std::get<double>(feeds.stream(QStringLiteral("f/s0")).tally.last->value),
                 7.0);                   // the last good value stays
        feeds.clock.ahead = -86'400'000; // a clock that jumps back makes no negative age
        QCOMPARE(*feeds.stream(QStringLiteral("f/s0")).ageMs, 0);
        broker.suspend(false);
        feeds.clock.ahead = 0;
        feeds.runner->setPaused(QStringLiteral("f"), true);
        QCOMPARE(state(), StreamState::Paused);
        feeds.runner->setPaused(QStringLiteral("f"), false);
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Connected, kPatience);
    }

    void aWrongPasswordIsRefusedAndNeverShown()
    {
        MosquittoServer broker;
        MosquittoServer::Wishes wishes;
        wishes.password = true;
        QCOMPARE(broker.create(wishes), QString());
        FeedDescription feed = mappedFeed(Transport::Mqtt, broker.address());
        feed.credentials = QStringLiteral("broker");
        for (const bool right : {false, true}) {
            RunningFeeds feeds;
            LOCI_VERIFY_RESULT(feeds.start([right](const QString &) {
                return std::optional(Secret{
                    QStringLiteral("ann"), right ? QStringLiteral("op3n-sesame") : QStringLiteral("wr0ng-word"), {}});
            }));
            LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
            QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, right ? Contact::Connected : Contact::Refused, kPatience);
            QVERIFY(!feeds.feed().sentence.contains(QLatin1String("wr0ng")));
        }
        RunningFeeds nothing;
        LOCI_VERIFY_RESULT(nothing.start());
        LOCI_VERIFY_RESULT(nothing.runner->addFeed(feed));
        QCOMPARE(nothing.feed().contact, Contact::Refused); // this computer does not know the name
        QVERIFY(!nothing.feed().sentence.isEmpty());
    }

    void onlyAValidCertificateIsTrusted_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("known");
        QTest::addColumn<int>("contact");
        QTest::newRow("good") << "good" << true << int(Contact::Connected);
        QTest::newRow("expired") << "expired" << true << int(Contact::Refused);
        QTest::newRow("of another host") << "other" << true << int(Contact::Refused);
        QTest::newRow("unknown authority") << "good" << false << int(Contact::Refused);
    }

    void onlyAValidCertificateIsTrusted()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, known);
        QFETCH(int, contact);
        Certificates certificates;
        QCOMPARE(certificates.make(), QString());
        MosquittoServer broker;
        MosquittoServer::Wishes wishes;
        wishes.certificates = &certificates;
        wishes.certificate = certificate;
        QCOMPARE(broker.create(wishes), QString());
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        FeedDescription feed = mappedFeed(Transport::Mqtt, broker.tlsAddress());
        feed.authority = known ? certificates.path(QStringLiteral("authority.pem")) : QString();
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
        QTRY_COMPARE_WITH_TIMEOUT(int(feeds.feed().contact), contact, kPatience);
    }

    void theSampleCityIsLive()
    {
        MosquittoServer broker;
        QCOMPARE(broker.create(), QString());
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        const auto described = FeedDescription::fromJson(Simulation::feed(broker.address()).toJson());
        LOCI_VERIFY_RESULT(described);
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(*described));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Connected, kPatience);
        QCOMPARE(feeds.runner->streams().size(), std::size_t(40)); // known before anything came
        const qint64 now = feeds.clock.nowUtc().toMSecsSinceEpoch();
        const auto publisher = StreamPublisher::connect(broker.address());
        LOCI_VERIFY_RESULT(publisher);
        const StreamDescriptions streams = Simulation::streams();
        for (int i = 0; i < Simulation::kStreams; ++i) {
            const StreamDescription &stream = streams[static_cast<std::size_t>(i)];
            LOCI_VERIFY_RESULT((*publisher)
                                   ->publish(Simulation::topic(stream),
                                             Simulation::message(stream, now, Simulation::value(i, now), 1)));
        }
        QTRY_COMPARE_WITH_TIMEOUT(feeds.total(&StreamTally::stored), 40, kPatience);
        for (const StreamStatus &status : feeds.runner->streams()) {
            QCOMPARE(status.state, StreamState::Live);
            QVERIFY(status.tally.description.place.has_value());
            QVERIFY(!status.tally.description.nameZh.isEmpty());
        }
    }
};

LOCI_TEST_CLASS(FeedsMqttTest)
#include "feeds_mqtttest.moc"

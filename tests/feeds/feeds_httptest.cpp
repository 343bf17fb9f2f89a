// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/httppoller.h"
#include "tests/feeds/feedtestbase.h"

#include <QUrlQuery>
#include <QWebSocket>
#include <QWebSocketServer>
#include <cmath>

using namespace loci;
using namespace loci::feeds;
using namespace loci::test;

namespace {

/// JSON with ' for ": moc does not understand raw strings with quotes in them.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

constexpr int kPatience = 20'000;

FeedDescription recorded(Format format, const QUrl &address)
{
    FeedDescription feed;
    feed.id = QStringLiteral("f");
    feed.format = format;
    feed.address = address;
    feed.pollMs = 200;
    return feed;
}

} // namespace

class FeedsHttpTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!FeedWebServer::isInstalled()) {
            QSKIP("nginx is not installed");
        }
        m_web = std::make_unique<FeedWebServer>();
        QCOMPARE(m_web->create(), QString());
    }
    void cleanupTestCase() { m_web.reset(); }

    void takesRecordedPayloads_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("file");
        QTest::addColumn<qint64>("stored");
        QTest::addColumn<qint64>("streams");
        QTest::newRow("bicycles") << int(Format::Gbfs) << "gbfs/baywheels_2022/station_status.json" << 992LL << 992LL;
        QTest::newRow("trains") << int(Format::GtfsRealtime) << "gtfs-rt/bart-trip-updates.pb" << 91LL << 91LL;
        QTest::newRow("caltrain") << int(Format::GtfsRealtime) << "gtfs-rt/ct-vehicle-positions.pb" << 14LL << 14LL;
        QTest::newRow("fires") << int(Format::Cap) << "cap/bushfire_valid.edxlde" << 7LL << 1LL;
        QTest::newRow("air") << int(Format::Ngsi) << "ngsi-ld/AirQualityObserved/example-normalized.jsonld" << -1LL
                             << -1LL;
        QTest::newRow("groundwater") << int(Format::SensorThings) << "sensorthings/glasgow_observations_response.json"
                                     << 3LL << 1LL;
    }

    void takesRecordedPayloads()
    {
        QFETCH(int, format);
        QFETCH(QString, file);
        QFETCH(qint64, stored);
        QFETCH(qint64, streams);
        const QByteArray bytes = sharedBytes(QStringLiteral("feeds/") + file);
        if (bytes.isEmpty()) {
            QSKIP("shared data is absent");
        }
        QVERIFY(m_web->write(QStringLiteral("recorded"), bytes));
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        LOCI_VERIFY_RESULT(
            feeds.runner->addFeed(recorded(static_cast<Format>(format), m_web->address(QStringLiteral("recorded")))));
        QTRY_VERIFY_WITH_TIMEOUT(feeds.feed().tally.payloads > 0, kPatience);
        QVERIFY(feeds.runner->drain(kPatience));
        QVERIFY(feeds.rows() > 0);
        if (stored >= 0) {
            QCOMPARE(feeds.rows(), stored);
            QCOMPARE(static_cast<qint64>(feeds.runner->streams().size()), streams);
        }
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Connected, kPatience);
    }

    void asksOnlyForWhatChanged()
    {
        QVERIFY(m_web->write(QStringLiteral("values.json"), message(1, 1'700'000'000'000)));
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        LOCI_VERIFY_RESULT(
            feeds.runner->addFeed(mappedFeed(Transport::Http, m_web->address(QStringLiteral("values.json")))));
        QTRY_VERIFY_WITH_TIMEOUT(m_web->requests().contains(QStringLiteral("/values.json 304")), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().tally.payloads, 1, kPatience);
        QVERIFY(m_web->write(QStringLiteral("values.json"), message(2, 1'700'000'001'000) + " "));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.total(&StreamTally::stored), 2, kPatience);
        QVERIFY(std::abs(feeds.stream(QStringLiteral("f/s0")).tally.skewMs) < 60'000); // by the server's own clock
    }

    void followsPagesOfItsOwnServerOnly()
    {
        const auto page = [](int number, const QByteArray &next) {
            return json("{'value':[{'@iot.id':") + QByteArray::number(number) +
                   json(",'phenomenonTime':'2026-11-20T0") + QByteArray::number(number) + json(":00:00Z','result':") +
                   QByteArray::number(number) + json("}],'@iot.nextLink':'") + next + json("'}");
        };
        QVERIFY(m_web->write(QStringLiteral("Datastreams(7)/1"),
                             page(1, m_web->address(QStringLiteral("Datastreams(7)/2")).toEncoded())));
        QVERIFY(m_web->write(QStringLiteral("Datastreams(7)/2"),
                             page(2, m_web->address(QStringLiteral("Datastreams(7)/3")).toEncoded())));
        QVERIFY(m_web->write(QStringLiteral("Datastreams(7)/3"), page(3, "http://127.0.0.1:1/elsewhere")));
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        FeedDescription feed = recorded(Format::SensorThings, m_web->address(QStringLiteral("Datastreams(7)/1")));
        feed.pollMs = 600'000;
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.stream(QStringLiteral("f/7")).tally.stored, 3, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Connected, kPatience);
    }

    void refusesAndRetriesAsTheServerSays()
    {
        QVERIFY(m_web->write(QStringLiteral("v"), message(1, 1'700'000'000'000)));
        for (const bool right : {false, true}) {
            RunningFeeds feeds;
            LOCI_VERIFY_RESULT(feeds.start([right](const QString &) {
                return std::optional(Secret{
                    QStringLiteral("ann"), right ? QStringLiteral("op3n-sesame") : QStringLiteral("wr0ng-word"), {}});
            }));
            FeedDescription feed = mappedFeed(Transport::Http, m_web->address(QStringLiteral("closed/v")));
            feed.credentials = QStringLiteral("web");
            LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
            QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, right ? Contact::Connected : Contact::Refused, kPatience);
            QVERIFY(!feeds.feed().sentence.contains(QLatin1String("wr0ng")));
        }
        RunningFeeds busy;
        LOCI_VERIFY_RESULT(busy.start());
        LOCI_VERIFY_RESULT(busy.runner->addFeed(mappedFeed(Transport::Http, m_web->address(QStringLiteral("busy")))));
        QTRY_COMPARE_WITH_TIMEOUT(busy.feed().contact, Contact::Retrying, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_web->requests().count(QStringLiteral("/busy 503")) >= 2, kPatience);
    }

    void takesNoMoreThanItMay()
    {
        QVERIFY(m_web->write(QStringLiteral("large"), QByteArray(3'000'000, ' ')));
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        FeedDescription feed = mappedFeed(Transport::Http, m_web->address(QStringLiteral("large")));
        feed.sizeLimit = 100'000;
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Retrying, kPatience);
        QCOMPARE(feeds.feed().tally.payloads, 0);
    }

    void aChangedFormBreaksTheStreamAndSaysSo()
    {
        QVERIFY(m_web->write(QStringLiteral("form"), message(1, QDateTime::currentMSecsSinceEpoch())));
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        FeedDescription feed = mappedFeed(Transport::Http, m_web->address(QStringLiteral("form")));
        feed.cadenceMs = 3'600'000;
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.stream(QStringLiteral("f/s0")).state, StreamState::Live, kPatience);
        int version = 0;
        const auto broken = [&] {
            m_web->write(QStringLiteral("form"), "<html>" + QByteArray(++version, 'x')); // each time another size
            return feeds.stream(QStringLiteral("f/s0")).state == StreamState::Broken;
        };
        QTRY_VERIFY_WITH_TIMEOUT(broken(), kPatience);
        QVERIFY(!feeds.feed().tally.lastProblem.isEmpty());
        QVERIFY(feeds.stream(QStringLiteral("f/s0")).tally.last.has_value()); // the last good value stays
    }

    void onlyAValidCertificateIsTrusted()
    {
        Certificates certificates;
        QCOMPARE(certificates.make(), QString());
        for (const QString &name : {QStringLiteral("good"), QStringLiteral("expired"), QStringLiteral("other")}) {
            FeedWebServer web;
            QCOMPARE(web.create(&certificates, name), QString());
            QVERIFY(web.write(QStringLiteral("v"), message(1, 1'700'000'000'000)));
            RunningFeeds feeds;
            LOCI_VERIFY_RESULT(feeds.start());
            FeedDescription feed = mappedFeed(Transport::Http, web.tlsAddress(QStringLiteral("v")));
            feed.authority = certificates.path(QStringLiteral("authority.pem"));
            LOCI_VERIFY_RESULT(feeds.runner->addFeed(feed));
            const Contact expected = name == QStringLiteral("good") ? Contact::Connected : Contact::Refused;
            QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, expected, kPatience);
            QTRY_VERIFY_WITH_TIMEOUT(feeds.feed().tally.payloads > 0 || expected == Contact::Refused, kPatience);
        }
    }

    void readsEventStreams()
    {
        QVERIFY(m_web->write(QStringLiteral("events"), "retry: 100\n\nid: 1\ndata: " + message(1, 1'700'000'000'000) +
                                                           "\n\ndata: " + message(2, 1'700'000'001'000) + "\n\n"));
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(
            mappedFeed(Transport::ServerSentEvents, m_web->address(QStringLiteral("stream/events")))));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.total(&StreamTally::stored), 2, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(feeds.total(&StreamTally::duplicates) >= 2, kPatience); // it came back by itself
        QCOMPARE(feeds.rows(), 2);
    }

    void readsWebSocketsAndComesBack()
    {
        auto server = std::make_unique<QWebSocketServer>(QStringLiteral("town"), QWebSocketServer::NonSecureMode);
        QVERIFY(server->listen(QHostAddress::LocalHost));
        const quint16 port = server->serverPort();
        int connections = 0;
        const auto serve = [&] {
            connect(server.get(), &QWebSocketServer::newConnection, this, [&] {
                QWebSocket *socket = server->nextPendingConnection();
                socket->setParent(server.get());
                ++connections;
                socket->sendTextMessage(QString::fromUtf8(message(connections, 1'700'000'000'000 + connections)));
            });
        };
        serve();
        RunningFeeds feeds;
        LOCI_VERIFY_RESULT(feeds.start());
        LOCI_VERIFY_RESULT(feeds.runner->addFeed(
            mappedFeed(Transport::WebSocket, QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(port)))));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.total(&StreamTally::stored), 1, kPatience);
        server = std::make_unique<QWebSocketServer>(QStringLiteral("town"), QWebSocketServer::NonSecureMode);
        serve();
        QTRY_COMPARE_WITH_TIMEOUT(feeds.feed().contact, Contact::Retrying, kPatience);
        QVERIFY(server->listen(QHostAddress::LocalHost, port));
        QTRY_COMPARE_WITH_TIMEOUT(feeds.total(&StreamTally::stored), 2, kPatience);
    }

private:
    std::unique_ptr<FeedWebServer> m_web;

    void sensorThingsIsAskedForWhatWasMissed()
    {
        FeedDescription feed = mappedFeed(
            Transport::Http, QUrl(QStringLiteral("https://host/v1.1/Datastreams(7)/Observations?$top=1000")));
        feed.format = Format::SensorThings;
        QCOMPARE(backfillAddress(feed, std::nullopt), feed.address); // nothing is known: as the feed says
        const qint64 cursor = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
        const QUrlQuery query(backfillAddress(feed, cursor));
        QCOMPARE(query.queryItemValue(QStringLiteral("$filter"), QUrl::FullyDecoded),
                 QStringLiteral("phenomenonTime ge 2026-11-20T11:00:00.000Z")); // an hour more
        QCOMPARE(query.queryItemValue(QStringLiteral("$orderby"), QUrl::FullyDecoded),
                 QStringLiteral("phenomenonTime asc"));
        QCOMPARE(query.queryItemValue(QStringLiteral("$top")), QStringLiteral("1000"));
        feed.cadenceMs = 3'600'000;
        QVERIFY(QUrlQuery(backfillAddress(feed, cursor))
                    .queryItemValue(QStringLiteral("$filter"), QUrl::FullyDecoded)
                    .endsWith(QLatin1String("2026-11-20T02:00:00.000Z"))); // ten cadences
        feed.address.setQuery(QStringLiteral("$filter=result gt 5"));
        QVERIFY(QUrlQuery(backfillAddress(feed, cursor))
                    .queryItemValue(QStringLiteral("$filter"), QUrl::FullyDecoded)
                    .startsWith(QLatin1String("(result gt 5) and phenomenonTime ge ")));
        feed.format = Format::Json;
        QCOMPARE(backfillAddress(feed, cursor), feed.address);
    }
};

LOCI_TEST_CLASS(FeedsHttpTest)
#include "feeds_httptest.moc"

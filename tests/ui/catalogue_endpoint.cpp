// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/shareserver.h"
#include "layers/storage/feeds/observationstore.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace loci;
using namespace loci::app;

namespace {
constexpr int kPatience = 20'000;

const char kWells[] = R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"code":"W1","depth":12.5},"geometry":{"type":"Point","coordinates":[118.1,29.7]}},
    {"type":"Feature","properties":{"code":"W2","depth":null},"geometry":{"type":"Point","coordinates":[118.2,29.8]}},
    {"type":"Feature","properties":{"code":"W3","depth":3},"geometry":{"type":"Point","coordinates":[118.3,29.9]}}]})";

catalogue::Entry entry(const QString &id, const char *title)
{
    catalogue::Entry made;
    made.id = id;
    made.said.title = {QString(), QLatin1String(title)};
    return made;
}
} // namespace

/// The end point over a socket, as another program on this computer sees it.
class EndpointTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    ShareServer m_server;
    QString m_address;

    /// Sends bytes and gives all that comes back until the connection closes.
    QByteArray talk(const QByteArray &bytes)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost,
                             static_cast<quint16>(m_address.section(QLatin1Char(':'), 2).toInt()));
        QByteArray all;
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { all += socket.readAll(); });
        socket.write(bytes);
        if (!QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, kPatience)) {
            qWarning("the connection stayed open");
        }
        return all + socket.readAll();
    }
    QByteArray ask(const QByteArray &path, const QByteArray &method = "GET", const QByteArray &host = "127.0.0.1")
    {
        return talk(method + ' ' + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " +
                    m_server.token().toLatin1() + "\r\n\r\n");
    }
    static QByteArray status(const QByteArray &answer) { return answer.mid(9, 3); }
    static QJsonObject body(const QByteArray &answer)
    {
        return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    }

private slots:
    void initTestCase();
    void asksForTheToken();
    void refusesOtherHostsAndWriting();
    void refusesWhatIsNoRequest_data();
    void refusesWhatIsNoRequest();
    void tellsItsCollections();
    void givesFeaturesByPagesAndBox();
    void sharesNothingThatIsWithheld();
    void answersSensorThings();
    void isSilentWhenStopped();
};

void EndpointTest::initTestCase()
{
    const QString path = m_folder.filePath(QStringLiteral("wells.geojson"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(kWells) > 0);
    file.close();
    SharedData data;
    data.title = QStringLiteral("Town");
    data.observations = m_folder.filePath(QStringLiteral("town.observations"));
    data.entries = {entry(QStringLiteral("map/layer/wells"), "Wells"), entry(QStringLiteral("map/layer/taps"), "Taps"),
                    entry(QStringLiteral("feed/rain"), "Rain"), entry(QStringLiteral("feed/secret"), "Secret")};
    data.entries[1].withheld = true;
    data.entries[3].withheld = true;
    data.files.insert({QStringLiteral("map/layer/wells"), {QStringLiteral("map/layer/wells"), path, {}, {}}});
    auto store = data.observations.openToWrite();
    LOCI_VERIFY_RESULT(store);
    for (const char *feed : {"rain", "secret"}) {
        feeds::StreamDescription stream;
        stream.id = QLatin1String(feed) + QStringLiteral("/1");
        stream.feed = QLatin1String(feed);
        stream.unit = QStringLiteral("mm");
        LOCI_VERIFY_RESULT((*store)->describe({stream}));
        for (int i = 0; i < 3; ++i) {
            feeds::Observation seen;
            seen.stream = stream.id;
            seen.phenomenon = 1'790'000'000'000 + 60'000 * i;
            seen.arrival = seen.phenomenon;
            seen.value = i == 1 ? feeds::Reading() : feeds::Reading(static_cast<double>(i));
            LOCI_VERIFY_RESULT((*store)->append({seen}));
        }
    }
    const auto address = m_server.start(std::move(data));
    LOCI_VERIFY_RESULT(address);
    m_address = *address;
    QVERIFY(m_server.token().size() >= 40);
}

void EndpointTest::asksForTheToken()
{
    const QByteArray head = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    QCOMPARE(status(talk(head + "\r\n")), QByteArray("401"));
    QCOMPARE(status(talk(head + "Authorization: Bearer wrong\r\n\r\n")), QByteArray("401"));
    const QByteArray answer = ask("/");
    QCOMPARE(status(answer), QByteArray("200"));
    QCOMPARE(body(answer)[QStringLiteral("title")].toString(), QStringLiteral("Town"));
    QVERIFY(!answer.contains("Access-Control-Allow-Origin")); // no page of a browser reads it
}

void EndpointTest::refusesOtherHostsAndWriting()
{
    QCOMPARE(status(ask("/", "GET", "evil.example")), QByteArray("403"));
    QCOMPARE(status(ask("/", "GET", "localhost:8080")), QByteArray("200"));
    QCOMPARE(status(ask("/collections/map/layer/wells/items", "POST")), QByteArray("405"));
    QCOMPARE(status(ask("/collections/map/layer/wells/items/1", "DELETE")), QByteArray("405"));
    const QByteArray head = ask("/", "HEAD");
    QCOMPARE(status(head), QByteArray("200"));
    QVERIFY(head.endsWith("\r\n\r\n"));
}

void EndpointTest::refusesWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("words") << QByteArray("hello there\r\n\r\n");
    QTest::newRow("no path") << QByteArray("GET HTTP/1.1\r\n\r\n");
    QTest::newRow("another server") << QByteArray("GET http://example.org/ HTTP/1.1\r\n\r\n");
    QTest::newRow("old") << QByteArray("GET / SPDY/3\r\n\r\n");
    QTest::newRow("zeros") << QByteArray("\0\0\0\0\r\n\r\n", 8);
    QTest::newRow("endless") << QByteArray("GET /" + QByteArray(HttpRequest::kLongest, 'a'));
}

void EndpointTest::refusesWhatIsNoRequest()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(status(talk(bytes)), QByteArray("400"));
    QCOMPARE(status(ask("/")), QByteArray("200")); // and goes on
}

void EndpointTest::tellsItsCollections()
{
    QVERIFY(body(ask("/conformance"))[QStringLiteral("conformsTo")].toArray().size() >= 2);
    const QJsonArray list = body(ask("/collections"))[QStringLiteral("collections")].toArray();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0].toObject()[QStringLiteral("id")].toString(), QStringLiteral("map/layer/wells"));
    QCOMPARE(body(ask("/collections/map%2Flayer%2Fwells"))[QStringLiteral("title")].toString(),
             QStringLiteral("Wells"));
    QCOMPARE(status(ask("/collections/none")), QByteArray("404"));
    QCOMPARE(status(ask("/nothing")), QByteArray("404"));
}

void EndpointTest::givesFeaturesByPagesAndBox()
{
    const QByteArray items = "/collections/map%2Flayer%2Fwells/items";
    const QJsonObject first = body(ask(items + "?limit=2"));
    QCOMPARE(first[QStringLiteral("numberMatched")].toInt(), 3);
    QCOMPARE(first[QStringLiteral("features")].toArray().size(), 2);
    QVERIFY(first[QStringLiteral("features")][1]
                .toObject()[QStringLiteral("properties")]
                .toObject()[QStringLiteral("depth")]
                .isNull());
    const QJsonArray links = first[QStringLiteral("links")].toArray();
    const QString next = links.last().toObject()[QStringLiteral("href")].toString();
    QVERIFY(next.startsWith(m_address));
    const QJsonObject second = body(ask(next.mid(m_address.size()).toLatin1()));
    QCOMPARE(second[QStringLiteral("features")].toArray().size(), 1);
    QCOMPARE(second[QStringLiteral("links")].toArray().size(), 1); // no page follows
    const QJsonObject boxed = body(ask(items + "?bbox=118.15,29.75,118.25,29.85"));
    QCOMPARE(boxed[QStringLiteral("numberMatched")].toInt(), 1);
    const QJsonObject one = boxed[QStringLiteral("features")][0].toObject();
    QCOMPARE(one[QStringLiteral("properties")].toObject()[QStringLiteral("code")].toString(), QStringLiteral("W2"));
    QCOMPARE(one[QStringLiteral("geometry")].toObject()[QStringLiteral("coordinates")][0].toDouble(), 118.2);
    const QByteArray id = QByteArray::number(one[QStringLiteral("id")].toInt());
    QCOMPARE(body(ask(items + '/' + id))[QStringLiteral("id")].toInt(), id.toInt());
    QCOMPARE(status(ask(items + "/999999")), QByteArray("404"));
    QCOMPARE(status(ask(items + "?limit=many")), QByteArray("400"));
    QCOMPARE(status(ask(items + "?bbox=1,2,3")), QByteArray("400"));
}

void EndpointTest::sharesNothingThatIsWithheld()
{
    QCOMPARE(status(ask("/collections/map%2Flayer%2Ftaps")), QByteArray("404"));
    QCOMPARE(status(ask("/collections/map%2Flayer%2Ftaps/items")), QByteArray("404"));
    QVERIFY(!ask("/v1.1/Datastreams").contains("secret"));
    QCOMPARE(status(ask("/v1.1/Datastreams('secret%2F1')/Observations")), QByteArray("404"));
    QVERIFY(!ask("/collections").contains(m_folder.path().toUtf8())); // where files lie stays at home
}

void EndpointTest::answersSensorThings()
{
    const QJsonArray streams = body(ask("/v1.1/Datastreams"))[QStringLiteral("value")].toArray();
    QCOMPARE(streams.size(), 1);
    QCOMPARE(streams[0].toObject()[QStringLiteral("@iot.id")].toString(), QStringLiteral("rain/1"));
    const QString link = streams[0].toObject()[QStringLiteral("Observations@iot.navigationLink")].toString();
    const QJsonArray values = body(ask(link.mid(m_address.size()).toLatin1()))[QStringLiteral("value")].toArray();
    QCOMPARE(values.size(), 3);
    QCOMPARE(values[0].toObject()[QStringLiteral("result")].toDouble(), 2.0); // the newest first
    QVERIFY(values[1].toObject()[QStringLiteral("result")].isNull());         // missing is not zero
    QCOMPARE(body(ask(link.mid(m_address.size()).toLatin1() + "?$top=1"))[QStringLiteral("value")].toArray().size(), 1);
}

void EndpointTest::isSilentWhenStopped()
{
    const QString token = m_server.token();
    m_server.stop();
    QVERIFY(m_server.token().isEmpty());
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_address.section(QLatin1Char(':'), 2).toInt()));
    QVERIFY(QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, kPatience));
    QVERIFY(!token.isEmpty());
}

LOCI_TEST_CLASS(EndpointTest)
#include "catalogue_endpoint.moc"

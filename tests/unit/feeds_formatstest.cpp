// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/feeds/feedpayload.h"
#include "layers/formats/feeds/ssescanner.h"
#include "tests/support/testmain.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>
#include <cmath>

using namespace loci;
using namespace loci::feeds;
using namespace loci::formats;

namespace {

/// JSON with ' for ": moc does not understand raw strings with quotes in them.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

constexpr qint64 kArrival = 1'800'000'000'000;

FeedDescription feed(Format format)
{
    FeedDescription feed;
    feed.id = QStringLiteral("f");
    feed.format = format;
    return feed;
}

FeedDescription mapped(Format format)
{
    FeedDescription result = feed(format);
    const bool csv = format == Format::Csv;
    const auto name = [csv](const char *text) { return QLatin1String(csv ? text + 1 : text); };
    result.mapping.stream = name("/sensor");
    result.mapping.time = name("/time");
    result.mapping.value = name("/value");
    result.mapping.id = name("/id");
    result.mapping.unit = name("/unit");
    return result;
}

auto read(const FeedDescription &feed, const QByteArray &bytes, const QString &topic = {})
{
    return readFeedPayload(feed, bytes, {topic, kArrival});
}

} // namespace

class FeedsFormatsTest : public QObject
{
    Q_OBJECT

private slots:
    void mapsJson()
    {
        const auto loaded =
            read(mapped(Format::Json),
                 json("[{'sensor':'a','time':'2026-11-20T08:00:00+08:00','value':12.5,'id':7,'unit':'GQ'},{'sensor':'a'"
                      ",'time':1795132800,'value':null},{'sensor':'b','time':1795132800123,'value':'3.5'},{'sensor':'b'"
                      ",'time':'yesterday','value':1},{'sensor':'','time':1795132800,'value':1},{'sensor':'c','value':"
                      "2},{'sensor':'d','time':1795132800,'value':[1]},{'sensor':'e','time':1795132800}]"));
        LOCI_VERIFY_RESULT(loaded);
        const Observations &values = loaded->value.observations;
        QCOMPARE(loaded->value.items, 8);
        QCOMPARE(values.size(), std::size_t(4));
        QCOMPARE(values[0].phenomenon, QDateTime(QDate(2026, 11, 20), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
        QCOMPARE(values[0].id, QStringLiteral("7"));
        QCOMPARE(values[0].unit, QStringLiteral("GQ"));
        QCOMPARE(std::get<double>(values[0].value), 12.5);
        QVERIFY(isMissing(values[1].value)); // never zero
        QCOMPARE(values[2].phenomenon, 1795132800123);
        QCOMPARE(std::get<double>(values[2].value), 3.5);
        QVERIFY(values[3].flags & Quality::ArrivalTime);
        QCOMPARE(values[3].phenomenon, kArrival);
        QCOMPARE(loaded->findings.size(), std::size_t(5));
    }

    void mapsTablesWithQuotesAndOtherSeparators()
    {
        const auto loaded =
            read(mapped(Format::Csv), "\xEF\xBB\xBFsensor;time;value;unit\r\n\"a;1\";2026-11-20T00:00:00Z;1.5;m\r\n"
                                      "b;2026-11-20T00:00:00Z;NA;m\n\nc;;2;m\n\"d\"\"\";2026-11-20T00:00:00Z;x;m");
        LOCI_VERIFY_RESULT(loaded);
        const Observations &values = loaded->value.observations;
        QCOMPARE(values.size(), std::size_t(3));
        QCOMPARE(values[0].stream, QStringLiteral("a;1"));
        QVERIFY(isMissing(values[1].value));
        QCOMPARE(values[2].stream, QStringLiteral("d\""));
        QCOMPARE(std::get<QString>(values[2].value), QStringLiteral("x"));
        QCOMPARE(loaded->findings.at(0).where, QStringLiteral("5"));
        QVERIFY(!read(mapped(Format::Csv), "a,b\n1,2\n"));
        QVERIFY(!read(mapped(Format::Csv), ""));
    }

    void mapsGeoJsonWithItsPlaces()
    {
        FeedDescription description = mapped(Format::GeoJson);
        description.mapping.stream = QStringLiteral("/id");
        description.mapping.value = QStringLiteral("/properties/pm25");
        description.mapping.time = QStringLiteral("/properties/t");
        const auto loaded =
            read(description,
                 json("{'type':'FeatureCollection','features':[{'type':'Feature','id':'s1','geometry':{'type':'Point','"
                      "coordinates':[116.4,39.9]},'properties':{'pm25':35,'t':'2026-11-20T00:00:00Z'}},{'type':'"
                      "Feature','id':'s2','geometry':null,'properties':{'pm25':null,'t':'2026-11-20T00:00:00Z'}}]}"));
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value.observations.size(), std::size_t(2));
        QCOMPARE(loaded->value.streams.size(), std::size_t(1));
        QCOMPARE(loaded->value.streams.at(0).place->longitude, 116.4);
    }

    void readsThingsWithExpandedStreams()
    {
        const auto loaded = read(
            feed(Format::SensorThings),
            json("{'value':[{'@iot.id':'t1','Locations':[{'location':{'type':'Point','coordinates':[10,53]}}],'"
                 "Datastreams':[{'@iot.id':5,'name':'PM','unitOfMeasurement':{'symbol':'C','definition':'ucum:Cel'"
                 "},'Observations':[{'@iot.id':1,'phenomenonTime':'2026-11-20T00:00:00Z/"
                 "2026-11-20T01:00:00Z','result':3},{'@iot.id':2,'phenomenonTime':'2026-11-20T01:00:00Z','result':"
                 "null,'resultQuality':{'quality':'Bad'}}]}]}],'@iot.nextLink':'https://host/v1.1/Things?$skip=1'}"));
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value.streams.at(0).unit, QStringLiteral("Cel"));
        QCOMPARE(loaded->value.streams.at(0).place->latitude, 53.0);
        const Observations &values = loaded->value.observations;
        QCOMPARE(values.size(), std::size_t(2));
        QCOMPARE(values[0].stream, QStringLiteral("5"));
        QCOMPARE(values[0].phenomenon, QDateTime(QDate(2026, 11, 20), QTime(1, 0), Qt::UTC).toMSecsSinceEpoch());
        QVERIFY(isMissing(values[1].value));
        QVERIFY(values[1].flags & Quality::Doubtful);
        QCOMPARE(loaded->value.next, QStringLiteral("https://host/v1.1/Things?$skip=1"));
    }

    void readsOneObservationOfATopic()
    {
        const auto loaded =
            read(feed(Format::SensorThings), json("{'phenomenonTime':'2026-11-20T00:00:00Z','result':1}"),
                 QStringLiteral("v1.1/Datastreams('a''b')/Observations"));
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value.observations.at(0).stream, QStringLiteral("a'b"));
    }

    void readsNotificationsOfNgsi()
    {
        const auto loaded =
            read(feed(Format::Ngsi),
                 json("{'type':'Notification','data':[{'id':'urn:x','type':'Air','pm25':{'type':'Property','value':35,'"
                      "unitCode':'GQ','observedAt':'2026-11-20T00:00:00Z'},'no2':{'type':'Property','value':null},'"
                      "name':{'type':'Property','value':'text'}},{'type':'Air'}]}"));
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value.items, 2);
        QCOMPARE(loaded->value.observations.size(), std::size_t(2));
        QVERIFY(isMissing(loaded->value.observations.at(0).value)); // no2
        QCOMPARE(loaded->value.observations.at(1).unit, QStringLiteral("GQ"));
        QCOMPARE(loaded->findings.size(), std::size_t(2)); // no time of no2, no id
    }

    void readsBothVersionsOfGbfs()
    {
        const auto two =
            read(feed(Format::Gbfs),
                 json("{'last_updated':1795132800,'ttl':60,'version':'2.3','data':{'stations':[{'station_id':'1','num_"
                      "bikes_available':3,'num_docks_available':4,'last_reported':1795132700}]}}"));
        const auto three = read(feed(Format::Gbfs),
                                json("{'last_updated':'2026-11-20T08:00:00+08:00','ttl':0,'version':'3.0','data':{'"
                                     "stations':[{'station_id':'1','name':[{'text':'Square','language':'en'},{'text':'"
                                     "广场','language':'zh'}],'lat':39.9,'lon':116.4,'num_vehicles_available':3}]}}"));
        LOCI_VERIFY_RESULT(two);
        LOCI_VERIFY_RESULT(three);
        QCOMPARE(two->value.observations.size(), std::size_t(2));
        QCOMPARE(two->value.observations.at(0).phenomenon, 1795132700000);
        QCOMPARE(two->value.lifetimeMs, std::optional<qint64>(60'000));
        QCOMPARE(three->value.observations.at(0).stream, QStringLiteral("1/vehicles"));
        QCOMPARE(three->value.streams.at(0).nameZh, QStringLiteral("广场"));
        QCOMPARE(three->value.lifetimeMs, std::optional<qint64>(10'000));
    }

    void refusesEntitiesAndDepthOfAlerts()
    {
        const QByteArray laughs =
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"ha\">]><alert><identifier>&b;</identifier></alert>";
        QVERIFY(!read(feed(Format::Cap), laughs));
        QVERIFY(!read(feed(Format::Cap), QByteArray("<a>").repeated(1000)));
        QVERIFY(!read(feed(Format::Cap), "<alert><alert/></alert>"));
        QVERIFY(!read(feed(Format::Cap), "<html/>"));
        const auto odd = read(feed(Format::Cap), "<alert><info><area><polygon>91,0 1,1 2,2 91,0</polygon>"
                                                 "<circle>1,1 x</circle></area></info></alert>");
        LOCI_VERIFY_RESULT(odd);
        QVERIFY(odd->value.alerts.at(0).infos.at(0).polygons.empty());
        QVERIFY(odd->findings.size() > 6);
        QVERIFY(odd->value.observations.empty());
    }

    void cutsEventStreamsWhereverTheyBreak()
    {
        const QByteArray text =
            ": hello\n\nid: 7\r\nevent: air\ndata: {\"a\":\ndata: 1}\n\nretry: 1500\ndata\n\ndata: x";
        for (int piece = 1; piece < text.size(); ++piece) {
            SseScanner scanner(100);
            std::vector<ServerSentEvent> events;
            for (int at = 0; at < text.size(); at += piece) {
                for (const ServerSentEvent &event : scanner.add(text.mid(at, piece))) {
                    events.push_back(event);
                }
            }
            QCOMPARE(events.size(), std::size_t(2));
            QCOMPARE(events[0].data, QByteArray("{\"a\":\n1}"));
            QCOMPARE(events[0].name, QByteArray("air"));
            QCOMPARE(scanner.lastId(), QByteArray("7"));
            QCOMPARE(scanner.retryMs(), std::optional(1500));
        }
        SseScanner small(10);
        QVERIFY(small.add("data: 12345678901234567890\n\n").empty());
        QCOMPARE(small.add("data: 1\n\n").size(), std::size_t(1));
    }

    void keepsToTheSizeLimit()
    {
        FeedDescription description = mapped(Format::Json);
        description.sizeLimit = 100;
        QVERIFY(!read(description, QByteArray("[") + QByteArray(200, ' ') + "]"));
    }

    void survivesBrokenPayloads_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("seed");
        QTest::newRow("json") << int(Format::Json) << json("[{'sensor':'a','time':1795132800,'value':1e3,'id':'x'}]");
        QTest::newRow("csv") << int(Format::Csv) << QByteArray("sensor,time,value\n\"a\",1795132800,\"1\"\n");
        QTest::newRow("geojson") << int(Format::GeoJson)
                                 << json("{'type':'Feature','geometry':{'coordinates':[1,2]},'value':1}");
        QTest::newRow("sensorthings")
            << int(Format::SensorThings)
            << json("{'value':[{'@iot.id':1,'result':1,'phenomenonTime':'2026-01-01T00:00:00Z'}]}");
        QTest::newRow("ngsi") << int(Format::Ngsi) << json("[{'id':'a','x':{'value':1,'metadata':{'timestamp':'z'}}}]");
        QTest::newRow("gbfs") << int(Format::Gbfs)
                              << json("{'ttl':1,'data':{'stations':[{'station_id':1,'lat':1,'lon':2}]}}");
        QTest::newRow("gtfs-rt") << int(Format::GtfsRealtime)
                                 << QByteArray::fromHex(
                                        "0a0d0a03322e301000188092b8c00612120a01311a0d0a030a01311206080112020801");
        QTest::newRow("cap")
            << int(Format::Cap)
            << QByteArray("<alert><sender>a</sender><info><area><circle>1,2 3</circle></area></info></alert>");
    }

    void survivesBrokenPayloads()
    {
        QFETCH(int, format);
        QFETCH(QByteArray, seed);
        const FeedDescription description = mapped(static_cast<Format>(format));
        QRandomGenerator random(4711);
        const int rounds = qEnvironmentVariableIntValue("LOCI_FUZZ_ROUNDS") > 0
                               ? qEnvironmentVariableIntValue("LOCI_FUZZ_ROUNDS")
                               : 3000;
        int understood = 0;
        for (int round = 0; round < rounds; ++round) {
            QByteArray bytes = seed;
            for (quint32 changes = random.bounded(1U, 6U); changes > 0; --changes) {
                const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(bytes.size() + 1)));
                switch (random.bounded(3)) {
                case 0:
                    bytes.insert(at, static_cast<char>(random.bounded(256)));
                    break;
                case 1:
                    bytes.remove(at, 1 + static_cast<qsizetype>(random.bounded(4)));
                    break;
                default:
                    bytes.insert(at, bytes.mid(at, 8));
                }
            }
            const auto loaded = read(description, bytes);
            if (!loaded) {
                QVERIFY(!loaded.error().message.isEmpty());
                continue;
            }
            ++understood;
            for (const Observation &observation : loaded->value.observations) {
                const double *number = std::get_if<double>(&observation.value);
                QVERIFY(!number || std::isfinite(*number));
            }
        }
        QVERIFY(understood > 0);
    }
};

LOCI_TEST_CLASS(FeedsFormatsTest)
#include "feeds_formatstest.moc"

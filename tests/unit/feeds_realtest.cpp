// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/feeds/feedpayload.h"
#include "layers/formats/feeds/transitrules.h"
#include "tests/support/testenvironment.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <google/protobuf/util/json_util.h>
#include <gtfsrealtime.pb.h>

using namespace loci;
using namespace loci::feeds;
using namespace loci::formats;

namespace {

FeedDescription feed(Format format)
{
    FeedDescription feed;
    feed.id = QStringLiteral("f");
    feed.format = format;
    return feed;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(test::sharedData(QStringLiteral("feeds/") + path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

auto read(Format format, const QByteArray &bytes, const QString &topic = {})
{
    return readFeedPayload(feed(format), bytes, {topic, 1'800'000'000'000});
}

/// The wire form of a message that is kept as JSON.
QByteArray wire(const QByteArray &json)
{
    transit::FeedMessage message;
    google::protobuf::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    const auto status = google::protobuf::util::JsonStringToMessage(json.toStdString(), &message, options);
    const std::string bytes = message.SerializePartialAsString();
    return status.ok() ? QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())) : QByteArray();
}

/// The part of the timetable that the recorded vehicles use.
TransitReference timetable()
{
    TransitReference known;
    known.routes = {QStringLiteral("L1")};
    known.trips = {QStringLiteral("124"), QStringLiteral("125")};
    known.stops = {QStringLiteral("70232"), QStringLiteral("70242"), QStringLiteral("70262"), QStringLiteral("70272")};
    known.shapes.insert(QStringLiteral("124"), {{-122.0, 37.37}, {-121.99, 37.371}, {-121.98, 37.36}});
    return known;
}

} // namespace

class FeedsRealTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (test::sharedData(QStringLiteral("feeds")).isEmpty()) {
            QSKIP("shared data is absent");
        }
    }

    void readsGroundwaterOfGlasgow()
    {
        const QJsonObject features =
            QJsonDocument::fromJson(bytesOf(QStringLiteral("sensorthings/glasgow_datastreams_by_feature.json")))
                .object();
        QCOMPARE(features.size(), 24);
        std::size_t streams = 0;
        for (const QJsonValue &list : features) {
            const QByteArray page = QJsonDocument(QJsonObject{{QStringLiteral("value"), list}}).toJson();
            const auto loaded = read(Format::SensorThings, page);
            LOCI_VERIFY_RESULT(loaded);
            QVERIFY(loaded->findings.empty());
            streams += loaded->value.streams.size();
            for (const StreamDescription &stream : loaded->value.streams) {
                QVERIFY(stream.place && std::abs(stream.place->latitude - 55.8) < 0.2);
                QVERIFY(!stream.unit.isEmpty());
            }
        }
        QCOMPARE(streams, std::size_t(102));
        const auto page =
            read(Format::SensorThings, bytesOf(QStringLiteral("sensorthings/glasgow_observations_response.json")),
                 QStringLiteral("/FROST-Server/v1.1/Datastreams(1)/Observations"));
        LOCI_VERIFY_RESULT(page);
        QCOMPARE(page->value.total, 18432);
        QCOMPARE(page->value.observations.size(), std::size_t(3));
        QCOMPARE(std::get<double>(page->value.observations.at(0).value), 1009.86);
        QCOMPARE(page->value.observations.at(0).stream, QStringLiteral("1"));
        QVERIFY(page->value.next.contains(QLatin1String("$skip=500")));
    }

    void readsBicyclesOfTheBay()
    {
        const auto places = read(Format::Gbfs, bytesOf(QStringLiteral("gbfs/baywheels_2022/station_information.json")));
        const auto states = read(Format::Gbfs, bytesOf(QStringLiteral("gbfs/baywheels_2022/station_status.json")));
        LOCI_VERIFY_RESULT(places);
        LOCI_VERIFY_RESULT(states);
        QCOMPARE(places->value.items, 496);
        QCOMPARE(places->value.streams.size(), std::size_t(2 * 496));
        QCOMPARE(states->value.items, 496);
        QCOMPARE(states->value.observations.size(), std::size_t(2 * 496));
        const QString folder = test::sharedData(QStringLiteral("feeds/gbfs/baywheels_2022"));
        for (const QString &name : QDir(folder).entryList(QDir::Files)) {
            LOCI_VERIFY_RESULT(read(Format::Gbfs, bytesOf(QStringLiteral("gbfs/baywheels_2022/") + name)));
        }
    }

    void readsTrains_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("entities");
        QTest::newRow("bart trips") << "bart-trip-updates" << 91;
        QTest::newRow("bart alerts") << "bart-alerts" << 1;
        QTest::newRow("caltrain") << "ct-vehicle-positions" << 14;
        QTest::newRow("example") << "example" << 26;
    }

    void readsTrains()
    {
        QFETCH(QString, file);
        QFETCH(int, entities);
        const auto loaded = read(Format::GtfsRealtime, bytesOf(QStringLiteral("gtfs-rt/%1.pb").arg(file)));
        LOCI_VERIFY_RESULT(loaded);
        QCOMPARE(loaded->value.items, entities);
        QCOMPARE(loaded->value.observations.size(), static_cast<std::size_t>(entities));
        const auto asJson = read(Format::GtfsRealtime, wire(bytesOf(QStringLiteral("gtfs-rt/%1.pb.json").arg(file))));
        LOCI_VERIFY_RESULT(asJson);
        QCOMPARE(asJson->value.observations.size(), loaded->value.observations.size());
        for (std::size_t i = 0; i < loaded->value.observations.size(); ++i) {
            QCOMPARE(asJson->value.observations[i].phenomenon, loaded->value.observations[i].phenomenon);
            QVERIFY(asJson->value.observations[i].value == loaded->value.observations[i].value);
        }
    }

    void refusesWhatIsNoMessage()
    {
        QVERIFY(!bytesOf(QStringLiteral("gtfs-rt/invalid.pb")).isEmpty());
        const auto loaded = read(Format::GtfsRealtime, bytesOf(QStringLiteral("gtfs-rt/invalid.pb")));
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Invalid);
    }

    void findsEachBrokenRule()
    {
        const QDir folder(test::sharedData(QStringLiteral("feeds/gtfs-rt/errors")));
        const QStringList files = folder.entryList(QDir::Files);
        QCOMPARE(files.size(), 16);
        const TransitReference known = timetable();
        for (const QString &name : files) {
            const QByteArray bytes = wire(bytesOf(QStringLiteral("gtfs-rt/errors/") + name));
            QVERIFY2(!bytes.isEmpty(), qPrintable(name));
            TransitReference own = known;
            if (name.startsWith(QLatin1String("E029"))) { // the train of this file is beside another line
                own.shapes.insert(QStringLiteral("124"), {{-122.1, 37.4}, {-122.05, 37.39}});
            }
            const auto loaded = readGtfsRealtime(feed(Format::GtfsRealtime), bytes, {{}, 1'800'000'000'000}, own);
            LOCI_VERIFY_RESULT(loaded);
            const bool found = std::any_of(loaded->findings.begin(), loaded->findings.end(), [&name](const Finding &f) {
                return f.code == name.left(4) && !f.message.isEmpty();
            });
            QVERIFY2(found, qPrintable(name));
        }
    }

    void measuresTheWayOfATrain()
    {
        const std::vector<GeoPoint> way{{116.40, 39.90}, {116.42, 39.90}};
        QVERIFY(std::abs(metresToWay({116.41, 39.901}, way) - 111.2) < 1);
        QVERIFY(std::abs(metresToWay({116.39, 39.90}, way) - 853) < 5);
        QCOMPARE(metresToWay({116.40, 39.90}, way), 0.0);
    }

    void readsAlerts_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("alerts");
        QTest::addColumn<int>("infos");
        QTest::addColumn<int>("polygons");
        QTest::addColumn<int>("circles");
        QTest::addColumn<int>("entries");
        QTest::newRow("australia") << "australia.cap" << 1 << 2 << 0 << 2 << 0;
        QTest::newRow("bushfire") << "bushfire_valid.edxlde" << 7 << 7 << 0 << 7 << 0;
        QTest::newRow("canada") << "canada.cap" << 1 << 2 << 4 << 0 << 0;
        QTest::newRow("canada errors") << "canada_errors.cap" << 1 << 1 << 1 << 0 << 0;
        QTest::newRow("latin-1") << "earthquake-iso8859-1.cap" << 1 << 1 << 0 << 1 << 0;
        QTest::newRow("earthquake") << "earthquake.cap" << 1 << 1 << 0 << 1 << 0;
        QTest::newRow("index") << "earthquake_index.atom" << 0 << 0 << 0 << 0 << 1;
        QTest::newRow("empty index") << "empty_weather_index.atom" << 0 << 0 << 0 << 0 << 0;
        QTest::newRow("invalid") << "invalid.cap" << 1 << 1 << 0 << 0 << 0;
        QTest::newRow("optional") << "no_optional_fields.cap" << 1 << 0 << 0 << 0 << 0;
        QTest::newRow("weather feed") << "weather.atom" << 1 << 1 << 0 << 0 << 1;
        QTest::newRow("weather") << "weather.cap" << 1 << 1 << 0 << 0 << 0;
    }

    void readsAlerts()
    {
        QFETCH(QString, file);
        const auto loaded = read(Format::Cap, bytesOf(QStringLiteral("cap/") + file));
        LOCI_VERIFY_RESULT(loaded);
        std::size_t infos = 0;
        std::size_t polygons = 0;
        std::size_t circles = 0;
        for (const FeedAlert &alert : loaded->value.alerts) {
            infos += alert.infos.size();
            for (const FeedAlertInfo &info : alert.infos) {
                polygons += info.polygons.size();
                circles += info.circles.size();
            }
        }
        QTEST(static_cast<int>(loaded->value.alerts.size()), "alerts");
        QTEST(static_cast<int>(infos), "infos");
        QTEST(static_cast<int>(polygons), "polygons");
        QTEST(static_cast<int>(circles), "circles");
        QTEST(static_cast<int>(loaded->value.total), "entries");
        const bool faulty = file == QStringLiteral("invalid.cap") || file == QStringLiteral("canada_errors.cap");
        QVERIFY(!faulty || !loaded->findings.empty());
    }

    void readsEveryFormOfTheSmartModels()
    {
        const QDir folder(test::sharedData(QStringLiteral("feeds/ngsi-ld")));
        int files = 0;
        for (const QString &model : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const QString &name : QDir(folder.filePath(model)).entryList(QDir::Files)) {
                const auto loaded = read(Format::Ngsi, bytesOf(QStringLiteral("ngsi-ld/%1/%2").arg(model, name)));
                LOCI_VERIFY_RESULT(loaded);
                QVERIFY2(loaded->value.items == 1, qPrintable(model + name));
                QVERIFY2(!loaded->value.observations.empty(), qPrintable(model + QLatin1Char('/') + name));
                ++files;
            }
        }
        QCOMPARE(files, 35);
    }
};

LOCI_TEST_CLASS(FeedsRealTest)
#include "feeds_realtest.moc"

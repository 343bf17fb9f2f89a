// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/simulation.h"

#include "layers/domain/sample/terrain.h"

#include <QDateTime>
#include <QJsonDocument>
#include <array>
#include <cmath>

namespace loci::feeds {

namespace {
struct Kind
{
    const char *code;
    const char *english;
    const char *chinese;
    const char *unit;
    double middle;
    double swing; ///< between day and night
    double noise;
    int count;
};
constexpr std::array kKinds = {
    Kind{"pm25", "Fine dust", "细颗粒物", "ug/m3", 38, 14, 5, 8},
    Kind{"noise", "Noise", "噪声", "dB(A)", 55, 9, 3, 6},
    Kind{"level", "River level", "水位", "m", 3.2, 0.2, 0.05, 6},
    Kind{"traffic", "Traffic", "车流量", "vehicles/h", 620, 480, 60, 8},
    Kind{"temperature", "Temperature", "气温", "degC", 21, 5, 0.4, 6},
    Kind{"visitors", "Visitors", "游客数", "1", 240, 220, 20, 6},
};

struct Numbered
{
    const Kind *kind;
    int number;
};

Numbered kindOf(int stream)
{
    for (const Kind &kind : kKinds) {
        if (stream < kind.count) {
            return {&kind, stream};
        }
        stream -= kind.count;
    }
    return {kKinds.data(), 0};
}

/// Minus one to one, the same for the same numbers.
double scatter(quint64 a, quint64 b)
{
    quint64 x = a * 0x9E3779B97F4A7C15 + b;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return static_cast<double>((x ^ (x >> 31)) >> 11) / 4503599627370496.0 - 1;
}

/// Metres from the south-west corner of the sample city (EPSG:4548) to degrees, to a metre or two.
GeoPoint placeAt(double east, double north)
{
    constexpr double kDegreesEast = 1.0342e-5;
    constexpr double kDegreesNorth = 9.02e-6;
    constexpr double kTurn = 0.0121; // between the grid's north and the true one
    return {118.396972 + kDegreesEast * (east + kTurn * north), 29.699322 + kDegreesNorth * (north - kTurn * east)};
}
/// Gauges stand at the river; the others are spread over the town, kinds mixed, and in no row.
GeoPoint placeOf(const Numbered &of, int stream)
{
    constexpr int kColumns = 8;
    constexpr double kEast = 110, kNorth = 100;
    if (qstrcmp(of.kind->code, "level") == 0) {
        const double east = 300.0 + 470 * of.number;
        return placeAt(east, sample::Terrain::riverCentre(east));
    }
    const int place = (stream * 13) % Simulation::kStreams;
    const auto seed = static_cast<quint64>(stream);
    return placeAt(350.0 + 320 * (place % kColumns) + kEast * scatter(seed, 11),
                   400.0 + 350 * (place / kColumns) + kNorth * scatter(seed, 13));
}
} // namespace

StreamDescriptions Simulation::streams()
{
    StreamDescriptions result;
    result.reserve(kStreams);
    for (int i = 0; i < kStreams; ++i) {
        const Numbered of = kindOf(i);
        StreamDescription stream;
        stream.id =
            QStringLiteral("%1-%2").arg(QLatin1String(of.kind->code)).arg(of.number + 1, 2, 10, QLatin1Char('0'));
        stream.nameEn = QStringLiteral("%1 %2").arg(QLatin1String(of.kind->english)).arg(of.number + 1);
        stream.nameZh = QStringLiteral("%1 %2").arg(QString::fromUtf8(of.kind->chinese)).arg(of.number + 1);
        stream.unit = QLatin1String(of.kind->unit);
        stream.cadenceMs = kCadenceMs;
        stream.place = placeOf(of, i);
        result.push_back(std::move(stream));
    }
    return result;
}

double Simulation::value(int stream, qint64 time)
{
    const Kind &kind = *kindOf(stream).kind;
    constexpr double kDayMs = 86'400'000;
    constexpr double kCityMs = 8 * 3'600'000;
    const double day = std::fmod((static_cast<double>(time) + kCityMs) / kDayMs, 1.0);
    const double wave = -std::cos(2 * M_PI * (day - 0.04)) + 0.3 * std::cos(4 * M_PI * day);
    const double noise = scatter(static_cast<quint64>(stream), static_cast<quint64>(time / kCadenceMs));
    const double raw = kind.middle * (1 + 0.05 * scatter(static_cast<quint64>(stream), 7)) + kind.swing * wave / 1.3 +
                       kind.noise * noise;
    return std::round(std::max(0.0, raw) * 100) / 100;
}

QString Simulation::topic(const StreamDescription &stream)
{
    return QStringLiteral("loci/sample/%1").arg(stream.id);
}

QByteArray Simulation::message(const StreamDescription &stream, qint64 time, double value, qint64 sequence)
{
    const QString moment = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
    return QJsonDocument(QJsonObject{{QStringLiteral("id"), QStringLiteral("%1-%2").arg(stream.id).arg(sequence)},
                                     {QStringLiteral("sensor"), stream.id},
                                     {QStringLiteral("phenomenonTime"), moment},
                                     {QStringLiteral("value"), value},
                                     {QStringLiteral("unit"), stream.unit},
                                     {QStringLiteral("seq"), sequence}})
        .toJson(QJsonDocument::Compact);
}

QByteArray Simulation::round(qint64 time)
{
    const StreamDescriptions all = streams();
    QByteArray list = "[";
    for (int i = 0; i < kStreams; ++i) {
        list += message(all[static_cast<std::size_t>(i)], time, value(i, time), time / kCadenceMs);
        list += i + 1 < kStreams ? ',' : ']';
    }
    return list;
}

qint64 Simulation::momentAfter(qint64 time, qint64 now)
{
    const qint64 sparse = (time / kDenseMs + 1) * kDenseMs;
    return sparse <= now - kDenseMs ? sparse : (time / kCadenceMs + 1) * kCadenceMs;
}

FeedDescription Simulation::ownFeed()
{
    FeedDescription own = feed(QUrl(QStringLiteral("simulation:linjiang")));
    own.nameEn = QStringLiteral("Sample city (simulated)");
    own.nameZh = QStringLiteral("示例城市（模拟）");
    own.transport = Transport::Simulation;
    own.topics.clear();
    own.retentionDays = 1;
    own.limits = {{QStringLiteral("pm25-*"), 60, {}, AlertLevel::Moderate},
                  {QStringLiteral("noise-*"), 68, {}, AlertLevel::Minor},
                  {QStringLiteral("level-*"), 3.6, {}, AlertLevel::Severe}};
    return own;
}

FeedDescription Simulation::feed(const QUrl &broker)
{
    FeedDescription feed;
    feed.id = QStringLiteral("sample");
    feed.nameEn = QStringLiteral("Sample city");
    feed.nameZh = QStringLiteral("示例城市");
    feed.transport = Transport::Mqtt;
    feed.format = Format::Json;
    feed.address = broker;
    feed.topics = QStringList{QStringLiteral("loci/sample/#")};
    feed.mapping.stream = QStringLiteral("/sensor");
    feed.mapping.time = QStringLiteral("/phenomenonTime");
    feed.mapping.value = QStringLiteral("/value");
    feed.mapping.id = QStringLiteral("/id");
    feed.mapping.unit = QStringLiteral("/unit");
    feed.cadenceMs = kCadenceMs;
    feed.sharing = Sharing::Public;
    feed.streams = streams();
    return feed;
}

} // namespace loci::feeds

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/feeds/feedparts.h"

#include <QCoreApplication>

namespace loci::formats {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::FeedPayload)
};

constexpr qint64 kShortestLifeMs = 10'000;

/// Names are texts in version 2 and lists of {text, language} in version 3.
QString nameOf(const QJsonValue &name, const QString &language)
{
    if (!name.isArray()) {
        return language == QStringLiteral("zh") ? QString() : name.toString();
    }
    for (const QJsonValue &entry : name.toArray()) {
        if (entry.toObject().value(QStringLiteral("language")).toString().startsWith(language)) {
            return entry.toObject().value(QStringLiteral("text")).toString();
        }
    }
    return language == QStringLiteral("zh") ? QString()
                                            : name.toArray().at(0).toObject().value(QStringLiteral("text")).toString();
}

std::optional<feeds::GeoPoint> placeOf(const QJsonObject &station)
{
    return feedPlace(QJsonObject{{QStringLiteral("coordinates"), QJsonArray{station.value(QStringLiteral("lon")),
                                                                            station.value(QStringLiteral("lat"))}}});
}

void addValue(FeedReading &reading, const QString &stream, const QJsonValue &value, std::optional<qint64> time,
              const QString &where)
{
    feeds::Observation observation;
    observation.stream = stream;
    observation.value = feedReading(value);
    observation.unit = QStringLiteral("1");
    reading.add(std::move(observation), time, where);
}

void readStation(FeedReading &reading, const QJsonObject &station, const QString &where)
{
    const QString id = feedText(station.value(QStringLiteral("station_id")));
    if (id.isEmpty()) {
        reading.fault(QStringLiteral("no_id"), {}, where, Texts::tr("A station has no id and is not taken."));
        return;
    }
    const auto place = placeOf(station);
    const QJsonValue vehicles = station.contains(QStringLiteral("num_vehicles_available"))
                                    ? station.value(QStringLiteral("num_vehicles_available"))
                                    : station.value(QStringLiteral("num_bikes_available"));
    const QJsonValue docks = station.value(QStringLiteral("num_docks_available"));
    if (place) {
        for (const QString &kind : {QStringLiteral("vehicles"), QStringLiteral("docks")}) {
            feeds::StreamDescription stream;
            stream.id = id + QLatin1Char('/') + kind;
            stream.nameEn = nameOf(station.value(QStringLiteral("name")), QStringLiteral("en"));
            stream.nameZh = nameOf(station.value(QStringLiteral("name")), QStringLiteral("zh"));
            stream.unit = QStringLiteral("1");
            stream.place = place;
            reading.addStream(std::move(stream));
        }
    }
    const std::optional<qint64> reported = feedTime(station.value(QStringLiteral("last_reported")));
    const std::optional<qint64> time = reported ? reported : reading.payload.sent;
    if (!vehicles.isUndefined()) {
        addValue(reading, id + QStringLiteral("/vehicles"), vehicles, time, where);
    }
    if (!docks.isUndefined()) {
        addValue(reading, id + QStringLiteral("/docks"), docks, time, where);
    }
    if (!place && vehicles.isUndefined() && docks.isUndefined()) {
        reading.warn(QStringLiteral("no_value"), id, where, Texts::tr("A station has neither a place nor numbers."));
    }
}

/// Free vehicles: one stream with their number, for a single vehicle changes its id.
void countVehicles(FeedReading &reading, const QJsonArray &vehicles)
{
    addValue(reading, reading.feed.id + QStringLiteral("/vehicles"), static_cast<double>(vehicles.size()),
             reading.payload.sent, QStringLiteral("/data"));
}
} // namespace

Result<> readGbfs(FeedReading &reading, const QByteArray &bytes)
{
    LOCI_TRY(const QJsonValue root, feedJson(bytes));
    const QJsonObject object = root.toObject();
    const QJsonObject data = object.value(QStringLiteral("data")).toObject();
    if (!object.value(QStringLiteral("data")).isObject()) {
        return fail(ErrorCode::Invalid, Texts::tr("The payload is no file of GBFS: it has no data."));
    }
    reading.payload.sent = feedTime(object.value(QStringLiteral("last_updated")));
    reading.payload.lifetimeMs =
        std::max(kShortestLifeMs, 1000 * object.value(QStringLiteral("ttl")).toInteger(kShortestLifeMs / 1000));
    const QJsonArray stations = data.value(QStringLiteral("stations")).toArray();
    for (const QString &member : {QStringLiteral("vehicles"), QStringLiteral("bikes")}) {
        if (data.value(member).isArray()) {
            reading.payload.items += data.value(member).toArray().size();
            countVehicles(reading, data.value(member).toArray());
        }
    }
    reading.payload.items += stations.size();
    for (qsizetype i = 0; i < stations.size(); ++i) {
        readStation(reading, stations.at(i).toObject(), QStringLiteral("/data/stations/%1").arg(i));
    }
    return {};
}

} // namespace loci::formats

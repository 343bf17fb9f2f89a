// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/feeds/feedparts.h"
#include "layers/formats/feeds/transitrules.h"

#include <QCoreApplication>
#include <google/protobuf/stubs/logging.h>
#include <gtfsrealtime.pb.h>
#include <limits>

namespace loci::formats {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::FeedPayload)
};

QString text(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::optional<qint64> timeOf(quint64 seconds)
{
    return TransitRules::isPosixTime(seconds) ? std::optional(static_cast<qint64>(seconds) * 1000) : std::nullopt;
}

/// A delay where there is one; otherwise the predicted time of the first stop that has one, as text.
void addTrip(FeedReading &reading, const transit::TripUpdate &update, const QString &entity)
{
    const QString trip = update.trip().has_trip_id() ? text(update.trip().trip_id()) : entity;
    const auto stated = timeOf(update.timestamp());
    const auto time = stated ? stated : reading.payload.sent;
    std::optional<double> delay = update.has_delay() ? std::optional<double>(update.delay()) : std::nullopt;
    std::optional<qint64> next;
    for (const transit::StopTimeUpdate &stop : update.stop_time_update()) {
        for (const transit::StopTimeEvent *event : {&stop.arrival(), &stop.departure()}) {
            if (!delay && event->has_delay()) {
                delay = event->delay();
            }
            if (!next && event->has_time() && event->time() > 0) {
                next = timeOf(static_cast<quint64>(event->time()));
            }
        }
    }
    feeds::Observation observation;
    if (delay) {
        observation.stream = QStringLiteral("trip/%1/delay").arg(trip);
        observation.value = *delay;
        observation.unit = QStringLiteral("s");
    } else {
        observation.stream = QStringLiteral("trip/%1/next").arg(trip);
        if (next) {
            observation.value = QDateTime::fromMSecsSinceEpoch(*next, Qt::UTC).toString(Qt::ISODate);
        }
    }
    reading.add(std::move(observation), time, QStringLiteral("entity/%1").arg(entity));
}

void addVehicle(FeedReading &reading, const transit::VehiclePosition &vehicle, const QString &entity)
{
    const transit::Position &position = vehicle.position();
    if (!vehicle.has_position() || !TransitRules::isPlace(position.longitude(), position.latitude())) {
        return;
    }
    const QString id = vehicle.vehicle().id().empty() ? entity : text(vehicle.vehicle().id());
    const auto stated = timeOf(vehicle.timestamp());
    feeds::StreamDescription stream;
    stream.id = QStringLiteral("vehicle/%1").arg(id);
    stream.nameEn = text(vehicle.vehicle().label());
    stream.place = feeds::GeoPoint{position.longitude(), position.latitude()};
    feeds::Observation observation;
    observation.stream = stream.id;
    observation.value =
        QStringLiteral("%1 %2").arg(position.longitude(), 0, 'f', 6).arg(position.latitude(), 0, 'f', 6);
    reading.addStream(std::move(stream));
    reading.add(std::move(observation), stated ? stated : reading.payload.sent,
                QStringLiteral("entity/%1").arg(entity));
}

void addAlert(FeedReading &reading, const transit::Alert &alert, const QString &entity)
{
    feeds::Observation observation;
    observation.stream = QStringLiteral("alert/%1").arg(entity);
    const transit::TranslatedString &words =
        alert.header_text().translation_size() > 0 ? alert.header_text() : alert.description_text();
    if (words.translation_size() > 0) {
        observation.value = text(words.translation(0).text());
    }
    reading.add(std::move(observation), reading.payload.sent, QStringLiteral("entity/%1").arg(entity));
}

Result<> readMessage(FeedReading &reading, const QByteArray &bytes, const TransitReference *timetable)
{
    const google::protobuf::LogSilencer silence; // what is wrong in a payload is no matter for the console
    transit::FeedMessage message;
    const bool whole = bytes.size() <= std::numeric_limits<int>::max() &&
                       message.ParsePartialFromArray(bytes.constData(), static_cast<int>(bytes.size()));
    if (!whole || !message.IsInitialized()) {
        return fail(ErrorCode::Invalid, Texts::tr("The payload is no message of GTFS-Realtime."));
    }
    reading.payload.items = message.entity_size();
    reading.payload.sent = timeOf(message.header().timestamp());
    TransitRules(reading, timetable).check(message);
    for (const transit::FeedEntity &entity : message.entity()) {
        const QString id = text(entity.id());
        if (entity.is_deleted()) {
            continue;
        }
        if (entity.has_trip_update()) {
            addTrip(reading, entity.trip_update(), id);
        }
        if (entity.has_vehicle()) {
            addVehicle(reading, entity.vehicle(), id);
        }
        if (entity.has_alert()) {
            addAlert(reading, entity.alert(), id);
        }
    }
    return {};
}
} // namespace

Result<> readGtfsRealtime(FeedReading &reading, const QByteArray &bytes)
{
    return readMessage(reading, bytes, nullptr);
}

Result<Loaded<FeedPayload>> readGtfsRealtime(const feeds::FeedDescription &feed, const QByteArray &bytes,
                                             const PayloadContext &context, const TransitReference &timetable)
{
    const MappingPointers none{feeds::Mapping()};
    FeedReading reading{feed, context, none};
    LOCI_CHECK(readMessage(reading, bytes, &timetable));
    return Loaded<FeedPayload>{std::move(reading.payload), reading.findings.take()};
}

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/feeds/transitrules.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <gtfsrealtime.pb.h>

namespace loci::formats {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::FeedPayload)
};

constexpr quint64 kFirstSecond = 1'000'000'000; // 2001: before it there was no such feed
constexpr quint64 kLastSecond = 4'102'444'800;  // 2100
constexpr double kFarMetres = 200;
constexpr double kMetresPerDegree = 111'194.9;

QString text(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

bool hasEvent(const transit::StopTimeEvent &event)
{
    return event.has_delay() || event.has_time();
}
} // namespace

double metresToWay(const feeds::GeoPoint &place, const std::vector<feeds::GeoPoint> &way)
{
    const double narrow = std::cos(place.latitude * M_PI / 180);
    const auto east = [&](const feeds::GeoPoint &p) {
        return (p.longitude - place.longitude) * narrow * kMetresPerDegree;
    };
    const auto north = [&](const feeds::GeoPoint &p) { return (p.latitude - place.latitude) * kMetresPerDegree; };
    double nearest = way.empty() ? 0 : std::hypot(east(way.front()), north(way.front()));
    for (std::size_t i = 1; i < way.size(); ++i) {
        const double x = east(way[i - 1]);
        const double y = north(way[i - 1]);
        const double dx = east(way[i]) - x;
        const double dy = north(way[i]) - y;
        const double length = dx * dx + dy * dy;
        const double along = length > 0 ? std::clamp(-(x * dx + y * dy) / length, 0.0, 1.0) : 0;
        nearest = std::min(nearest, std::hypot(x + along * dx, y + along * dy));
    }
    return nearest;
}

bool TransitRules::isPosixTime(quint64 seconds)
{
    return seconds >= kFirstSecond && seconds <= kLastSecond;
}

bool TransitRules::isPlace(double longitude, double latitude)
{
    return std::isfinite(longitude) && std::isfinite(latitude) && std::abs(longitude) <= 180 &&
           std::abs(latitude) <= 90 && longitude != 0 && latitude != 0;
}

void TransitRules::report(const char *rule, const QString &object, const QString &where, const QString &message)
{
    m_reading.warn(QLatin1String(rule), object, where, message);
}

void TransitRules::check(const transit::FeedMessage &message)
{
    if (!isPosixTime(message.header().timestamp())) {
        report("E001", {}, QStringLiteral("/header/timestamp"),
               Texts::tr("The time of the message is not in seconds since 1970."));
    }
    for (int i = 0; i < message.entity_size(); ++i) {
        const transit::FeedEntity &entity = message.entity(i);
        const QString id = text(entity.id());
        if (entity.has_trip_update()) {
            checkTrip(entity.trip_update().trip(), id);
            checkUpdate(entity.trip_update(), id);
        }
        if (entity.has_vehicle()) {
            checkTrip(entity.vehicle().trip(), id);
            checkVehicle(entity.vehicle(), id);
        }
    }
}

void TransitRules::checkTrip(const transit::TripDescriptor &trip, const QString &object)
{
    static const QRegularExpression clock(QStringLiteral("^[0-9]{1,2}:[0-5][0-9]:[0-5][0-9]$"));
    if (trip.has_start_time() && !clock.match(text(trip.start_time())).hasMatch()) {
        report("E020", object, QStringLiteral("trip/start_time"),
               Texts::tr("“%1” is no time of a day.").arg(text(trip.start_time()).left(40)));
    }
    if (trip.has_start_date() && !QDate::fromString(text(trip.start_date()), QStringLiteral("yyyyMMdd")).isValid()) {
        report("E021", object, QStringLiteral("trip/start_date"),
               Texts::tr("“%1” is no day.").arg(text(trip.start_date()).left(40)));
    }
    if (!m_timetable) {
        return;
    }
    const bool added = trip.schedule_relationship() == transit::TripDescriptor::ADDED;
    if (trip.has_trip_id() && !added && !m_timetable->trips.isEmpty() &&
        !m_timetable->trips.contains(text(trip.trip_id()))) {
        report("E003", object, QStringLiteral("trip/trip_id"),
               Texts::tr("The trip “%1” is not in the timetable.").arg(text(trip.trip_id()).left(80)));
    }
    if (trip.has_route_id() && !m_timetable->routes.isEmpty() && !m_timetable->routes.contains(text(trip.route_id()))) {
        report("E004", object, QStringLiteral("trip/route_id"),
               Texts::tr("The route “%1” is not in the timetable.").arg(text(trip.route_id()).left(80)));
    }
}

void TransitRules::checkUpdate(const transit::TripUpdate &update, const QString &object)
{
    quint64 latest = 0;
    bool first = true;
    quint32 sequence = 0;
    for (int i = 0; i < update.stop_time_update_size(); ++i) {
        const transit::StopTimeUpdate &stop = update.stop_time_update(i);
        const QString where = QStringLiteral("stop_time_update/%1").arg(i);
        checkStop(stop, object, where);
        checkTimes(stop, latest, object, where);
        if (stop.has_stop_sequence()) {
            if (!first && stop.stop_sequence() <= sequence) {
                report("E002", object, where, Texts::tr("The stops of a trip are not in their order."));
            }
            sequence = stop.stop_sequence();
            first = false;
        }
    }
}

void TransitRules::checkStop(const transit::StopTimeUpdate &stop, const QString &object, const QString &where)
{
    if (!stop.has_stop_id() && !stop.has_stop_sequence()) {
        report("E040", object, where, Texts::tr("A stop is named neither by its id nor by its number."));
    }
    const bool silent = stop.schedule_relationship() == transit::StopTimeUpdate::NO_DATA ||
                        stop.schedule_relationship() == transit::StopTimeUpdate::SKIPPED;
    const bool hollow =
        (stop.has_arrival() && !hasEvent(stop.arrival())) || (stop.has_departure() && !hasEvent(stop.departure()));
    if (!silent && hollow) {
        report("E044", object, where, Texts::tr("An arrival or departure has neither a time nor a delay."));
    }
    if (m_timetable && stop.has_stop_id() && !m_timetable->stops.isEmpty() &&
        !m_timetable->stops.contains(text(stop.stop_id()))) {
        report("E011", object, where,
               Texts::tr("The stop “%1” is not in the timetable.").arg(text(stop.stop_id()).left(80)));
    }
}

void TransitRules::checkTimes(const transit::StopTimeUpdate &stop, quint64 &latest, const QString &object,
                              const QString &where)
{
    for (const transit::StopTimeEvent *event : {&stop.arrival(), &stop.departure()}) {
        if (!event->has_time()) {
            continue;
        }
        const quint64 time = event->time() < 0 ? 0 : static_cast<quint64>(event->time());
        if (!isPosixTime(time)) {
            report("E001", object, where, Texts::tr("A time is not in seconds since 1970."));
            continue;
        }
        if (time < latest) {
            report("E022", object, where, Texts::tr("The times of a trip go back."));
        }
        latest = std::max(latest, time);
    }
}

void TransitRules::checkVehicle(const transit::VehiclePosition &vehicle, const QString &object)
{
    if (vehicle.has_stop_id() && m_timetable && !m_timetable->stops.isEmpty() &&
        !m_timetable->stops.contains(text(vehicle.stop_id()))) {
        report("E011", object, QStringLiteral("vehicle/stop_id"),
               Texts::tr("The stop “%1” is not in the timetable.").arg(text(vehicle.stop_id()).left(80)));
    }
    if (!vehicle.has_position()) {
        return;
    }
    const feeds::GeoPoint place{vehicle.position().longitude(), vehicle.position().latitude()};
    if (!isPlace(place.longitude, place.latitude)) {
        report("E026", object, QStringLiteral("vehicle/position"),
               Texts::tr("The position of a vehicle is not on Earth."));
        return;
    }
    if (!m_timetable) {
        return;
    }
    const auto way = m_timetable->shapes.constFind(text(vehicle.trip().trip_id()));
    if (way != m_timetable->shapes.constEnd() && metresToWay(place, *way) > kFarMetres) {
        report("E029", object, QStringLiteral("vehicle/position"),
               Texts::tr("A vehicle is more than %1 m away from its way.").arg(kFarMetres));
    }
}

} // namespace loci::formats

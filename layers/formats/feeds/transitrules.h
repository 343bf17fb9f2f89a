// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/feeds/feedparts.h"
#include "layers/formats/feeds/transitreference.h"

namespace loci::transit {
class FeedMessage;
class TripUpdate;
class TripDescriptor;
class VehiclePosition;
class StopTimeUpdate;
} // namespace loci::transit

namespace loci::formats {

/// The rules of the specification, by the numbers of the public validator (E001 ...). Each breach is a finding; what is
/// well in the message is used all the same.
class TransitRules
{
public:
    explicit TransitRules(FeedReading &reading, const TransitReference *timetable = nullptr)
        : m_reading(reading)
        , m_timetable(timetable)
    {}
    void check(const transit::FeedMessage &message);
    static bool isPosixTime(quint64 seconds); ///< seconds, not milliseconds or nothing
    static bool isPlace(double longitude, double latitude);

private:
    void checkTrip(const transit::TripDescriptor &trip, const QString &object);
    void checkUpdate(const transit::TripUpdate &update, const QString &object);
    void checkStop(const transit::StopTimeUpdate &stop, const QString &object, const QString &where);
    void checkTimes(const transit::StopTimeUpdate &stop, quint64 &latest, const QString &object, const QString &where);
    void checkVehicle(const transit::VehiclePosition &vehicle, const QString &object);
    void report(const char *rule, const QString &object, const QString &where, const QString &message);

    FeedReading &m_reading;
    const TransitReference *m_timetable;
};

/// The same as the feed reader, with a timetable beside it.
Result<Loaded<FeedPayload>> readGtfsRealtime(const feeds::FeedDescription &feed, const QByteArray &bytes,
                                             const PayloadContext &context, const TransitReference &timetable);

} // namespace loci::formats

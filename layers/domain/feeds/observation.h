// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QString>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace loci::feeds {

/// What is known about the trust in one value. Stored as a number: never change the values.
enum class Quality : quint32 {
    Good = 0,
    Late = 0x1,         ///< arrived long after what it is about
    OutOfOrder = 0x2,   ///< older than what the stream had already
    Future = 0x4,       ///< from the future: kept aside, never shown as current, in no sum
    ClockSkew = 0x8,    ///< the source's clock is wrong by more than five minutes
    ArrivalTime = 0x10, ///< the source told no time: the time of arrival stands for it
    Retained = 0x20,    ///< the broker's memory at the time of subscribing, not news
    Corrected = 0x40,   ///< replaces another value of the same moment
    Doubtful = 0x80,    ///< the source itself says so
    Simulated = 0x100   ///< invented, not measured
};
Q_DECLARE_FLAGS(QualityFlags, Quality)
Q_DECLARE_OPERATORS_FOR_FLAGS(QualityFlags)

/// Number, text, or nothing: a missing value is never zero.
using Reading = std::variant<std::monostate, double, QString>;
inline bool isMissing(const Reading &reading)
{
    return std::holds_alternative<std::monostate>(reading);
}

/// One value of one stream. Times are milliseconds since 1970 UTC.
struct Observation
{
    QString stream;
    QString id;            ///< the source's own name for it; may be empty
    qint64 phenomenon = 0; ///< the end of what the value is about
    qint64 arrival = 0;    ///< when it came here
    Reading value;
    QualityFlags flags;
    QString unit; ///< as the source wrote it; empty: the stream's own
};
using Observations = std::vector<Observation>;

struct GeoPoint ///< WGS 84, degrees
{
    double longitude = 0;
    double latitude = 0;
    bool operator==(const GeoPoint &) const = default;
};

/// A series of values of one kind at one place.
struct StreamDescription
{
    QString id;
    QString nameEn;
    QString nameZh;
    QString unit;         ///< UDUNITS or a code that Units knows; empty: without one
    qint64 cadenceMs = 0; ///< the expected distance between two values; 0: unknown
    std::optional<GeoPoint> place;
    QString feed; ///< id of the feed it comes from
    QString name(bool chinese) const
    {
        const QString &first = chinese ? nameZh : nameEn;
        const QString &second = chinese ? nameEn : nameZh;
        return !first.isEmpty() ? first : !second.isEmpty() ? second : id;
    }
    bool operator==(const StreamDescription &) const = default;
};
using StreamDescriptions = std::vector<StreamDescription>;

} // namespace loci::feeds

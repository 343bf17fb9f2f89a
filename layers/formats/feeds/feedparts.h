// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/feeds/feedpayload.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace loci::formats {

/// The mapping of a feed with its pointers parsed.
struct MappingPointers
{
    explicit MappingPointers(const feeds::Mapping &mapping);
    using Pointer = std::optional<feeds::JsonPointer>;
    Pointer stream, time, value, id, unit, longitude, latitude;
};

/// What every payload parser collects into.
struct FeedReading
{
    const feeds::FeedDescription &feed;
    const PayloadContext &context;
    const MappingPointers &pointers;
    FeedPayload payload = {};
    FindingList findings{20};

    void warn(const QString &code, const QString &object, const QString &where, const QString &message);
    void fault(const QString &code, const QString &object, const QString &where, const QString &message);
    /// With the arrival for its time when there is none.
    void add(feeds::Observation observation, std::optional<qint64> time, const QString &where);
    void addStream(feeds::StreamDescription stream);
};

/// ISO 8601 with zone (without: UTC), an interval's end, or seconds or milliseconds since 1970.
std::optional<qint64> feedTime(const QJsonValue &value);
std::optional<qint64> feedTime(const QString &text);
/// A number when it is one, also written as text; text otherwise; null is missing. Never zero for nothing.
feeds::Reading feedReading(const QJsonValue &value);
feeds::Reading feedReading(const QString &text);
/// The first position of a GeoJSON geometry when it is on Earth.
std::optional<feeds::GeoPoint> feedPlace(const QJsonValue &geometry);
QString feedText(const QJsonValue &value); ///< text of a text, number or truth value
Result<QJsonValue> feedJson(const QByteArray &bytes);

using FeedParser = Result<> (*)(FeedReading &reading, const QByteArray &bytes);
Result<> readMappedJson(FeedReading &reading, const QByteArray &bytes);
Result<> readMappedGeoJson(FeedReading &reading, const QByteArray &bytes);
Result<> readMappedCsv(FeedReading &reading, const QByteArray &bytes);
Result<> readSensorThings(FeedReading &reading, const QByteArray &bytes);
Result<> readNgsi(FeedReading &reading, const QByteArray &bytes);
Result<> readGbfs(FeedReading &reading, const QByteArray &bytes);
Result<> readGtfsRealtime(FeedReading &reading, const QByteArray &bytes);
Result<> readCap(FeedReading &reading, const QByteArray &bytes);

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/feeds/feedpayload.h"

#include "layers/formats/feeds/feedparts.h"

#include <QCoreApplication>
#include <cmath>

namespace loci::formats {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::FeedPayload)
};

constexpr double kLatestSeconds = 4102444800.0; // the year 2100: above it numbers are milliseconds
constexpr double kLatestMs = kLatestSeconds * 1000;
constexpr std::size_t kMostItems = 2'000'000;
constexpr qsizetype kLongestText = 4096;

FeedParser parserOf(feeds::Format format)
{
    switch (format) {
    case feeds::Format::Json:
        return readMappedJson;
    case feeds::Format::Csv:
        return readMappedCsv;
    case feeds::Format::GeoJson:
        return readMappedGeoJson;
    case feeds::Format::SensorThings:
        return readSensorThings;
    case feeds::Format::Ngsi:
        return readNgsi;
    case feeds::Format::Gbfs:
        return readGbfs;
    case feeds::Format::GtfsRealtime:
        return readGtfsRealtime;
    case feeds::Format::Cap:
        return readCap;
    }
    return readMappedJson;
}

std::optional<qint64> timeOfNumber(double number)
{
    if (!std::isfinite(number) || number <= 0 || number > kLatestMs) {
        return std::nullopt;
    }
    return std::llround(number > kLatestSeconds ? number : number * 1000);
}
} // namespace

void FeedReading::warn(const QString &code, const QString &object, const QString &where, const QString &message)
{
    findings.add({Severity::Warning, code, object, where, message});
}

void FeedReading::fault(const QString &code, const QString &object, const QString &where, const QString &message)
{
    findings.add({Severity::Error, code, object, where, message});
}

void FeedReading::add(feeds::Observation observation, std::optional<qint64> time, const QString &where)
{
    if (payload.observations.size() >= kMostItems) {
        fault(QStringLiteral("too_many_values"), observation.stream, where,
              Texts::tr("The payload holds more values than can be taken at once; the rest is left out."));
        return;
    }
    if (observation.stream.isEmpty()) {
        observation.stream = feed.streams.size() == 1 ? feed.streams.front().id : feed.id;
    }
    observation.stream.truncate(kLongestText);
    observation.id.truncate(kLongestText);
    observation.arrival = context.arrival;
    observation.phenomenon = time.value_or(context.arrival);
    if (!time) {
        observation.flags |= feeds::Quality::ArrivalTime;
        warn(QStringLiteral("no_time"), observation.stream, where,
             Texts::tr("A value has no time of its own; the time of its arrival stands for it."));
    }
    if (auto *text = std::get_if<QString>(&observation.value)) {
        text->truncate(kLongestText);
    }
    if (observation.unit.isEmpty()) {
        observation.unit = feed.unit;
    }
    payload.observations.push_back(std::move(observation));
}

void FeedReading::addStream(feeds::StreamDescription stream)
{
    if (payload.streams.size() < kMostItems) {
        stream.feed = feed.id;
        stream.cadenceMs = stream.cadenceMs > 0 ? stream.cadenceMs : feed.cadenceMs;
        payload.streams.push_back(std::move(stream));
    }
}

std::optional<qint64> feedTime(const QString &text)
{
    const QString last = text.section(QLatin1Char('/'), -1).trimmed();
    if (last.size() < 8 || last.size() > 40) {
        return std::nullopt;
    }
    bool number = false;
    const double seconds = last.toDouble(&number);
    if (number) {
        return timeOfNumber(seconds);
    }
    QDateTime time = QDateTime::fromString(last, Qt::ISODateWithMs);
    if (!time.isValid()) {
        return std::nullopt;
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return time.toMSecsSinceEpoch();
}

std::optional<qint64> feedTime(const QJsonValue &value)
{
    if (value.isDouble()) {
        return timeOfNumber(value.toDouble());
    }
    return value.isString() ? feedTime(value.toString()) : std::nullopt;
}

feeds::Reading feedReading(const QString &text)
{
    const QString trimmed = text.trimmed();
    static const QStringList nothing{
        QString(),          QStringLiteral("NA"), QStringLiteral("N/A"), QStringLiteral("null"), QStringLiteral("NaN"),
        QStringLiteral("-")};
    if (nothing.contains(trimmed, Qt::CaseInsensitive)) {
        return {};
    }
    bool number = false;
    const double value = trimmed.toDouble(&number);
    if (number) {
        return std::isfinite(value) ? feeds::Reading(value) : feeds::Reading();
    }
    return trimmed;
}

feeds::Reading feedReading(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        return std::isfinite(number) ? feeds::Reading(number) : feeds::Reading();
    }
    if (value.isBool()) {
        return value.toBool() ? 1.0 : 0.0;
    }
    if (value.isString()) {
        return feedReading(value.toString());
    }
    return {};
}

std::optional<feeds::GeoPoint> feedPlace(const QJsonValue &geometry)
{
    QJsonValue position = geometry.toObject().value(QStringLiteral("coordinates"));
    for (int depth = 0; depth < 4 && position.toArray().at(0).isArray(); ++depth) {
        position = position.toArray().at(0);
    }
    const QJsonArray numbers = position.toArray();
    const feeds::GeoPoint place{numbers.at(0).toDouble(1000), numbers.at(1).toDouble(1000)};
    const bool onEarth = std::abs(place.longitude) <= 180 && std::abs(place.latitude) <= 90;
    return onEarth ? std::optional(place) : std::nullopt;
}

QString feedText(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        constexpr double kExact = 9007199254740992.0;
        return std::abs(number) < kExact && number == std::floor(number) ? QString::number(static_cast<qint64>(number))
                                                                         : QString::number(number, 'g', 17);
    }
    return value.isBool() ? QVariant(value.toBool()).toString() : value.toString();
}

Result<QJsonValue> feedJson(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(ErrorCode::Invalid, Texts::tr("The payload is no valid JSON (at byte %1).").arg(error.offset),
                    error.errorString());
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

PayloadReader::PayloadReader(feeds::FeedDescription feed)
    : m_feed(std::move(feed))
    , m_pointers(std::make_unique<const MappingPointers>(m_feed.mapping))
{}

PayloadReader::~PayloadReader() = default;

Result<Loaded<FeedPayload>> PayloadReader::read(const QByteArray &bytes, const PayloadContext &context) const
{
    if (bytes.size() > m_feed.sizeLimit) {
        return fail(ErrorCode::Invalid, Texts::tr("The payload has %1 bytes, more than the %2 that this feed may send.")
                                            .arg(bytes.size())
                                            .arg(m_feed.sizeLimit));
    }
    FeedReading reading{m_feed, context, *m_pointers};
    LOCI_CHECK(parserOf(m_feed.format)(reading, bytes));
    return Loaded<FeedPayload>{std::move(reading.payload), reading.findings.take()};
}

Result<Loaded<FeedPayload>> readFeedPayload(const feeds::FeedDescription &feed, const QByteArray &bytes,
                                            const PayloadContext &context)
{
    return PayloadReader(feed).read(bytes, context);
}

} // namespace loci::formats

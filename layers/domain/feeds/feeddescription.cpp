// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/feeds/feeddescription.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <array>
#include <cmath>

namespace loci::feeds {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::feeds::FeedDescription)
};

constexpr std::array kTransports = {"mqtt", "http", "sse", "websocket", "file", "sqlite", "simulation", "postgresql"};
constexpr std::array kFormats = {"json", "csv", "geojson", "sensorthings", "ngsi", "gbfs", "gtfs-rt", "cap"};
constexpr std::array kSharing = {"public", "internal", "restricted"};
constexpr qint64 kShortestPollMs = 200;
constexpr double kLongestSeconds = 366.0 * 86'400;

template <class Enum, std::size_t N>
Result<Enum> oneOf(const std::array<const char *, N> &codes, const QJsonObject &json, const char *member, Enum fallback)
{
    const QJsonValue value = json.value(QLatin1String(member));
    if (value.isUndefined()) {
        return fallback;
    }
    QStringList known;
    known.reserve(static_cast<qsizetype>(N));
    for (std::size_t i = 0; i < N; ++i) {
        if (value.toString() == QLatin1String(codes[i])) {
            return static_cast<Enum>(i);
        }
        known << QLatin1String(codes[i]);
    }
    return fail(ErrorCode::Invalid,
                Texts::tr("“%1” is no %2 of a feed; there are %3.")
                    .arg(value.toString(), QLatin1String(member), known.join(QStringLiteral(", "))));
}

Result<qint64> milliseconds(const QJsonObject &json, const char *member, qint64 fallback)
{
    const QJsonValue value = json.value(QLatin1String(member));
    if (value.isUndefined()) {
        return fallback;
    }
    const double seconds = value.toDouble(-1);
    if (!std::isfinite(seconds) || seconds < 0 || seconds > kLongestSeconds) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("“%1” of a feed must be seconds between 0 and a year.").arg(QLatin1String(member)));
    }
    return static_cast<qint64>(std::llround(seconds * 1000));
}

Result<QUrl> addressOf(const QJsonObject &json)
{
    const QString text = json.value(QStringLiteral("address")).toString();
    const QUrl address(text, QUrl::StrictMode);
    if (text.isEmpty() || !address.isValid()) {
        return fail(ErrorCode::Invalid, Texts::tr("The feed has no valid address."));
    }
    static const QRegularExpression secret(QStringLiteral("(^|[?&])(api_?key|token|access_token|password|secret)="),
                                           QRegularExpression::CaseInsensitiveOption);
    if (!address.userInfo().isEmpty() || secret.match(address.query()).hasMatch()) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("The address of a feed must not hold a password or key: name it under "
                              "“credentials” and keep it in the key store of this computer."));
    }
    return address;
}

Result<Mapping> mappingOf(const QJsonObject &json)
{
    Mapping mapping;
    LOCI_TRY(mapping.items, JsonPointer::parse(json.value(QStringLiteral("items")).toString()));
    const auto text = [&json](const char *member) { return json.value(QLatin1String(member)).toString(); };
    mapping.stream = text("stream");
    mapping.time = text("time");
    mapping.value = text("value");
    mapping.id = text("id");
    mapping.unit = text("unit");
    mapping.longitude = text("longitude");
    mapping.latitude = text("latitude");
    return mapping;
}

Result<> checkPointers(const FeedDescription &feed)
{
    if (feed.format != Format::Json && feed.format != Format::GeoJson) {
        return {};
    }
    const Mapping &m = feed.mapping;
    for (const QString &text : {m.stream, m.time, m.value, m.id, m.unit, m.longitude, m.latitude}) {
        LOCI_CHECK(JsonPointer::parse(text));
    }
    return {};
}

StreamDescription streamOf(const QJsonObject &json, const FeedDescription &feed)
{
    StreamDescription stream;
    stream.id = json.value(QStringLiteral("id")).toString();
    const QJsonObject names = json.value(QStringLiteral("names")).toObject();
    stream.nameEn = names.value(QStringLiteral("en")).toString();
    stream.nameZh = names.value(QStringLiteral("zh")).toString();
    stream.unit = json.value(QStringLiteral("unit")).toString(feed.targetUnit);
    const double seconds = json.value(QStringLiteral("cadenceSeconds")).toDouble(0);
    stream.cadenceMs = seconds > 0 && seconds <= kLongestSeconds ? std::llround(seconds * 1000) : feed.cadenceMs;
    const QJsonArray place = json.value(QStringLiteral("place")).toArray();
    if (place.size() == 2) {
        stream.place = GeoPoint{place.at(0).toDouble(), place.at(1).toDouble()};
    }
    stream.feed = feed.id;
    return stream;
}

QJsonObject toJson(const StreamDescription &stream)
{
    QJsonObject json{{QStringLiteral("id"), stream.id},
                     {QStringLiteral("names"),
                      QJsonObject{{QStringLiteral("en"), stream.nameEn}, {QStringLiteral("zh"), stream.nameZh}}},
                     {QStringLiteral("unit"), stream.unit},
                     {QStringLiteral("cadenceSeconds"), static_cast<double>(stream.cadenceMs) / 1000}};
    if (stream.place) {
        json.insert(QStringLiteral("place"), QJsonArray{stream.place->longitude, stream.place->latitude});
    }
    return json;
}

Result<AlertLimits> limitsOf(const QJsonArray &items)
{
    AlertLimits limits;
    limits.reserve(static_cast<std::size_t>(items.size()));
    for (const QJsonValue &item : items) {
        AlertLimit limit;
        limit.stream = item.toObject().value(QStringLiteral("stream")).toString();
        const QJsonValue above = item.toObject().value(QStringLiteral("above"));
        const QJsonValue below = item.toObject().value(QStringLiteral("below"));
        limit.above = above.isDouble() ? std::optional(above.toDouble()) : std::nullopt;
        limit.below = below.isDouble() ? std::optional(below.toDouble()) : std::nullopt;
        limit.level = alertLevelFrom(item.toObject().value(QStringLiteral("level")).toString());
        if (limit.stream.isEmpty() || (!limit.above && !limit.below)) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("A limit of the feed needs a stream and a number “above” or “below”."));
        }
        limits.push_back(std::move(limit));
    }
    return limits;
}

QJsonObject toJson(const AlertLimit &limit)
{
    QJsonObject json{{QStringLiteral("stream"), limit.stream}, {QStringLiteral("level"), alertLevelCode(limit.level)}};
    if (limit.above) {
        json.insert(QStringLiteral("above"), *limit.above);
    }
    if (limit.below) {
        json.insert(QStringLiteral("below"), *limit.below);
    }
    return json;
}

Result<> checkWhole(const FeedDescription &feed)
{
    if (feed.id.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("The feed has no id."));
    }
    if (feed.transport == Transport::Mqtt && feed.topics.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("A feed by MQTT needs at least one topic."));
    }
    const bool asks = feed.transport == Transport::Sqlite || feed.transport == Transport::Postgres;
    if (asks && feed.query.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("A feed from a database needs a query."));
    }
    const bool mapped = feed.format == Format::Json || feed.format == Format::Csv || feed.format == Format::GeoJson;
    if (mapped && feed.mapping.value.isEmpty()) {
        return fail(ErrorCode::Invalid, Texts::tr("The mapping of the feed must say where the value is."));
    }
    return checkPointers(feed);
}
} // namespace

bool Mapping::operator==(const Mapping &other) const
{
    return items.text() == other.items.text() && stream == other.stream && time == other.time && value == other.value &&
           id == other.id && unit == other.unit && longitude == other.longitude && latitude == other.latitude;
}

QString transportCode(Transport transport)
{
    return QLatin1String(kTransports.at(static_cast<std::size_t>(transport)));
}

QString formatCode(Format format)
{
    return QLatin1String(kFormats.at(static_cast<std::size_t>(format)));
}

QString sharingCode(Sharing sharing)
{
    return QLatin1String(kSharing.at(static_cast<std::size_t>(sharing)));
}

Result<FeedDescription> FeedDescription::fromJson(const QJsonObject &json)
{
    const auto text = [&json](const char *member) { return json.value(QLatin1String(member)).toString(); };
    FeedDescription feed;
    feed.id = text("id");
    const QJsonObject names = json.value(QStringLiteral("names")).toObject();
    feed.nameEn = names.value(QStringLiteral("en")).toString();
    feed.nameZh = names.value(QStringLiteral("zh")).toString();
    LOCI_TRY(feed.transport, oneOf(kTransports, json, "transport", Transport::Http));
    LOCI_TRY(feed.format, oneOf(kFormats, json, "format", Format::Json));
    LOCI_TRY(feed.sharing, oneOf(kSharing, json, "sharing", Sharing::Internal));
    LOCI_TRY(feed.address, addressOf(json));
    LOCI_TRY(feed.mapping, mappingOf(json.value(QStringLiteral("mapping")).toObject()));
    LOCI_TRY(feed.cadenceMs, milliseconds(json, "cadenceSeconds", 0));
    LOCI_TRY(feed.pollMs, milliseconds(json, "pollSeconds", 60'000));
    feed.pollMs = std::max(feed.pollMs, kShortestPollMs);
    for (const QJsonValue &topic : json.value(QStringLiteral("topics")).toArray()) {
        feed.topics << topic.toString();
    }
    feed.unit = text("unit");
    feed.targetUnit = text("targetUnit");
    feed.credentials = text("credentials");
    feed.authority = text("authority");
    feed.query = text("query");
    feed.protocol = json.value(QStringLiteral("protocol")).toInt(5) == 311 ? 311 : 5;
    feed.sizeLimit = std::max<qint64>(1, json.value(QStringLiteral("sizeLimit")).toInteger(feed.sizeLimit));
    feed.retentionDays = std::max(0, json.value(QStringLiteral("retentionDays")).toInt());
    feed.paused = json.value(QStringLiteral("paused")).toBool();
    LOCI_TRY(feed.limits, limitsOf(json.value(QStringLiteral("limits")).toArray()));
    const QJsonArray streams = json.value(QStringLiteral("streams")).toArray();
    feed.streams.reserve(static_cast<std::size_t>(streams.size()));
    for (const QJsonValue &stream : streams) {
        feed.streams.push_back(streamOf(stream.toObject(), feed));
    }
    LOCI_CHECK(checkWhole(feed));
    return feed;
}

QJsonObject FeedDescription::toJson() const
{
    QJsonArray streamArray;
    for (const StreamDescription &stream : streams) {
        streamArray.append(feeds::toJson(stream));
    }
    QJsonArray limitArray;
    for (const AlertLimit &limit : limits) {
        limitArray.append(feeds::toJson(limit));
    }
    const QJsonObject map{{QStringLiteral("items"), mapping.items.text()},
                          {QStringLiteral("stream"), mapping.stream},
                          {QStringLiteral("time"), mapping.time},
                          {QStringLiteral("value"), mapping.value},
                          {QStringLiteral("id"), mapping.id},
                          {QStringLiteral("unit"), mapping.unit},
                          {QStringLiteral("longitude"), mapping.longitude},
                          {QStringLiteral("latitude"), mapping.latitude}};
    return {{QStringLiteral("id"), id},
            {QStringLiteral("names"), QJsonObject{{QStringLiteral("en"), nameEn}, {QStringLiteral("zh"), nameZh}}},
            {QStringLiteral("transport"), transportCode(transport)},
            {QStringLiteral("format"), formatCode(format)},
            {QStringLiteral("address"), address.toString(QUrl::RemoveUserInfo)},
            {QStringLiteral("topics"), QJsonArray::fromStringList(topics)},
            {QStringLiteral("mapping"), map},
            {QStringLiteral("unit"), unit},
            {QStringLiteral("targetUnit"), targetUnit},
            {QStringLiteral("cadenceSeconds"), static_cast<double>(cadenceMs) / 1000},
            {QStringLiteral("pollSeconds"), static_cast<double>(pollMs) / 1000},
            {QStringLiteral("sharing"), sharingCode(sharing)},
            {QStringLiteral("credentials"), credentials},
            {QStringLiteral("authority"), authority},
            {QStringLiteral("query"), query},
            {QStringLiteral("protocol"), protocol},
            {QStringLiteral("sizeLimit"), sizeLimit},
            {QStringLiteral("retentionDays"), retentionDays},
            {QStringLiteral("paused"), paused},
            {QStringLiteral("limits"), limitArray},
            {QStringLiteral("streams"), streamArray}};
}

QString FeedDescription::name(bool chinese) const
{
    const QString &first = chinese ? nameZh : nameEn;
    const QString &second = chinese ? nameEn : nameZh;
    return !first.isEmpty() ? first : !second.isEmpty() ? second : id;
}

} // namespace loci::feeds

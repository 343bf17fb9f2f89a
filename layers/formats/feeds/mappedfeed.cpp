// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/feeds/csvrows.h"
#include "layers/formats/feeds/feedparts.h"

#include <QCoreApplication>

namespace loci::formats {

using feeds::JsonPointer;
using feeds::Observation;

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::FeedPayload)
};

std::optional<JsonPointer> parsed(const QString &text)
{
    if (text.isEmpty()) {
        return std::nullopt;
    }
    auto pointer = JsonPointer::parse(text);
    return pointer ? std::optional(*pointer) : std::nullopt;
}

QJsonValue pick(const std::optional<JsonPointer> &pointer, const QJsonValue &item)
{
    return pointer ? pointer->at(item) : QJsonValue(QJsonValue::Undefined);
}

QString streamOfTopic(const FeedReading &reading)
{
    return reading.feed.transport == feeds::Transport::Mqtt ? reading.context.topic : QString();
}

void addPlace(FeedReading &reading, const QString &stream, std::optional<feeds::GeoPoint> place, const QString &unit)
{
    if (place && !stream.isEmpty()) {
        feeds::StreamDescription description;
        description.id = stream;
        description.unit = reading.feed.targetUnit.isEmpty() ? unit : reading.feed.targetUnit;
        description.place = place;
        reading.addStream(std::move(description));
    }
}

std::optional<feeds::GeoPoint> placeOf(const MappingPointers &pointers, const QJsonValue &item)
{
    if (!pointers.longitude) {
        return std::nullopt;
    }
    const QJsonValue longitude = pick(pointers.longitude, item);
    const QJsonValue latitude = pick(pointers.latitude, item);
    if (!longitude.isDouble() || !latitude.isDouble()) {
        return std::nullopt;
    }
    return feedPlace(QJsonObject{{QStringLiteral("coordinates"), QJsonArray{longitude, latitude}}});
}

void readItem(FeedReading &reading, const QJsonValue &item, qint64 index, std::optional<feeds::GeoPoint> place)
{
    const MappingPointers &pointers = reading.pointers;
    const auto where = [&] { return QStringLiteral("%1/%2").arg(reading.feed.mapping.items.text()).arg(index); };
    const QJsonValue value = pick(pointers.value, item);
    const QString stream = pointers.stream ? feedText(pick(pointers.stream, item)) : streamOfTopic(reading);
    if (value.isUndefined() || (pointers.stream && stream.isEmpty())) {
        reading.fault(QStringLiteral("no_value"), stream, where(),
                      Texts::tr("An item has no value at the place that the mapping names."));
        return;
    }
    const QJsonValue timeValue = pick(pointers.time, item);
    const std::optional<qint64> time = feedTime(timeValue);
    if (!time && !timeValue.isUndefined()) {
        reading.fault(QStringLiteral("bad_time"), stream, where(),
                      Texts::tr("“%1” is no time; the value is not taken.").arg(feedText(timeValue).left(40)));
        return;
    }
    if (value.isObject() || value.isArray()) {
        reading.fault(QStringLiteral("no_value"), stream, where(),
                      Texts::tr("The value of an item is no number or text."));
        return;
    }
    Observation observation;
    observation.stream = stream;
    observation.id = feedText(pick(pointers.id, item));
    observation.value = feedReading(value);
    observation.unit = feedText(pick(pointers.unit, item));
    addPlace(reading, stream, place, observation.unit);
    reading.add(std::move(observation), time, time ? QString() : where());
}
} // namespace

MappingPointers::MappingPointers(const feeds::Mapping &mapping)
    : stream(parsed(mapping.stream))
    , time(parsed(mapping.time))
    , value(parsed(mapping.value))
    , id(parsed(mapping.id))
    , unit(parsed(mapping.unit))
    , longitude(parsed(mapping.longitude))
    , latitude(parsed(mapping.latitude))
{}

Result<> readMappedJson(FeedReading &reading, const QByteArray &bytes)
{
    LOCI_TRY(const QJsonValue root, feedJson(bytes));
    const QJsonValue items = reading.feed.mapping.items.at(root);
    if (items.isUndefined()) {
        return fail(ErrorCode::Invalid,
                    Texts::tr("The payload has nothing at %1, where the mapping looks for its items.")
                        .arg(reading.feed.mapping.items.text()));
    }
    const QJsonArray list = items.isArray() ? items.toArray() : QJsonArray{items};
    reading.payload.items = list.size();
    reading.payload.observations.reserve(static_cast<std::size_t>(list.size()));
    for (qsizetype i = 0; i < list.size(); ++i) {
        readItem(reading, list.at(i), i, placeOf(reading.pointers, list.at(i)));
    }
    return {};
}

Result<> readMappedGeoJson(FeedReading &reading, const QByteArray &bytes)
{
    LOCI_TRY(const QJsonValue root, feedJson(bytes));
    const QJsonObject object = root.toObject();
    const bool single = object.value(QStringLiteral("type")).toString() == QStringLiteral("Feature");
    const QJsonArray list = single ? QJsonArray{object} : object.value(QStringLiteral("features")).toArray();
    if (!single && !object.value(QStringLiteral("features")).isArray()) {
        return fail(ErrorCode::Invalid, Texts::tr("The payload is no GeoJSON: it has no features."));
    }
    reading.payload.items = list.size();
    for (qsizetype i = 0; i < list.size(); ++i) {
        readItem(reading, list.at(i), i, feedPlace(list.at(i).toObject().value(QStringLiteral("geometry"))));
    }
    return {};
}

Result<> readMappedCsv(FeedReading &reading, const QByteArray &bytes)
{
    CsvRows rows(QString::fromUtf8(bytes));
    QStringList header;
    if (!rows.next(header)) {
        return fail(ErrorCode::Invalid, Texts::tr("The table is empty."));
    }
    const feeds::Mapping &mapping = reading.feed.mapping;
    const qsizetype valueColumn = header.indexOf(mapping.value);
    if (valueColumn < 0) {
        return fail(ErrorCode::Invalid, Texts::tr("The table has no column “%1”.").arg(mapping.value));
    }
    QStringList row;
    while (rows.next(row)) {
        const auto cell = [&](const QString &name) {
            const qsizetype column = name.isEmpty() ? -1 : header.indexOf(name);
            return column < 0 ? QString() : row.value(column);
        };
        ++reading.payload.items;
        const QString where = QString::number(rows.line());
        const std::optional<qint64> time = feedTime(cell(mapping.time));
        if (row.size() <= valueColumn || (!time && !mapping.time.isEmpty())) {
            reading.fault(time ? QStringLiteral("no_value") : QStringLiteral("bad_time"), cell(mapping.stream), where,
                          Texts::tr("A row has no value or no time and is not taken."));
            continue;
        }
        Observation observation;
        observation.stream = mapping.stream.isEmpty() ? streamOfTopic(reading) : cell(mapping.stream);
        observation.id = cell(mapping.id);
        observation.value = feedReading(row.at(valueColumn));
        observation.unit = cell(mapping.unit);
        addPlace(reading, observation.stream,
                 mapping.longitude.isEmpty() ? std::nullopt
                                             : feedPlace(QJsonObject{{QStringLiteral("coordinates"),
                                                                      QJsonArray{cell(mapping.longitude).toDouble(),
                                                                                 cell(mapping.latitude).toDouble()}}}),
                 observation.unit);
        reading.add(std::move(observation), time, where);
    }
    return {};
}

} // namespace loci::formats

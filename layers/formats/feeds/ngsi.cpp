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

/// NGSI-LD and NGSIv2 write an attribute as {type, value, ...} or, as key-values, bare.
QJsonValue valueOf(const QJsonValue &attribute)
{
    const QJsonObject object = attribute.toObject();
    return attribute.isObject() && object.contains(QStringLiteral("value")) ? object.value(QStringLiteral("value"))
                                                                            : attribute;
}

/// {"@type": "DateTime", "@value": "..."} of NGSI-LD.
std::optional<qint64> timeOf(const QJsonValue &attribute)
{
    const QJsonValue value = valueOf(attribute);
    return feedTime(value.isObject() ? value.toObject().value(QStringLiteral("@value")) : value);
}

std::optional<qint64> observedAt(const QJsonObject &attribute)
{
    const QJsonObject metadata = attribute.value(QStringLiteral("metadata")).toObject();
    for (const QJsonValue &value :
         {attribute.value(QStringLiteral("observedAt")), metadata.value(QStringLiteral("observedAt")),
          metadata.value(QStringLiteral("timestamp")), metadata.value(QStringLiteral("TimeInstant"))}) {
        if (const auto time = timeOf(value)) {
            return time;
        }
    }
    return std::nullopt;
}

std::optional<qint64> timeOfEntity(const QJsonObject &entity)
{
    static const QStringList members{QStringLiteral("observedAt"),   QStringLiteral("dateObservedTo"),
                                     QStringLiteral("dateObserved"), QStringLiteral("observationDateTime"),
                                     QStringLiteral("emissionDate"), QStringLiteral("dateModified"),
                                     QStringLiteral("TimeInstant"),  QStringLiteral("dateObservedFrom")};
    for (const QString &member : members) {
        if (const auto time = timeOf(entity.value(member))) {
            return time;
        }
    }
    return std::nullopt;
}

QString unitOf(const QJsonObject &attribute)
{
    const QString unit = attribute.value(QStringLiteral("unitCode")).toString();
    const QJsonValue inMetadata =
        attribute.value(QStringLiteral("metadata")).toObject().value(QStringLiteral("unitCode"));
    return unit.isEmpty() ? valueOf(inMetadata).toString() : unit;
}

/// Numbers, and null where a whole attribute says that there is none.
bool isMeasured(const QJsonValue &attribute)
{
    const QJsonValue value = valueOf(attribute);
    return value.isDouble() || (value.isNull() && attribute.isObject());
}

/// A GeoJSON feature of an entity: its attributes are the properties.
QJsonObject flattened(const QJsonObject &object)
{
    if (object.value(QStringLiteral("type")).toString() != QStringLiteral("Feature")) {
        return object;
    }
    QJsonObject entity = object.value(QStringLiteral("properties")).toObject();
    entity.insert(QStringLiteral("id"), object.value(QStringLiteral("id")));
    entity.insert(QStringLiteral("location"), object.value(QStringLiteral("geometry")));
    return entity;
}

void readEntity(FeedReading &reading, const QJsonObject &object, const QString &where)
{
    const QJsonObject entity = flattened(object);
    const QString id = entity.value(QStringLiteral("id")).toString();
    ++reading.payload.items;
    if (id.isEmpty()) {
        reading.fault(QStringLiteral("no_id"), {}, where, Texts::tr("An entity has no id and is not taken."));
        return;
    }
    const std::optional<feeds::GeoPoint> place = feedPlace(valueOf(entity.value(QStringLiteral("location"))));
    const std::optional<qint64> time = timeOfEntity(entity);
    for (auto it = entity.constBegin(); it != entity.constEnd(); ++it) {
        if (!isMeasured(it.value())) {
            continue;
        }
        const QJsonObject attribute = it.value().toObject();
        feeds::StreamDescription stream;
        stream.id = id + QLatin1Char('/') + it.key();
        stream.nameEn = it.key();
        stream.unit = unitOf(attribute);
        stream.place = place;
        feeds::Observation observation;
        observation.stream = stream.id;
        observation.value = feedReading(valueOf(it.value()));
        observation.unit = stream.unit;
        reading.addStream(std::move(stream));
        const std::optional<qint64> own = observedAt(attribute);
        reading.add(std::move(observation), own ? own : time, where + QLatin1Char('/') + it.key());
    }
}
} // namespace

Result<> readNgsi(FeedReading &reading, const QByteArray &bytes)
{
    LOCI_TRY(const QJsonValue root, feedJson(bytes));
    const QJsonObject object = root.toObject();
    const QString type = object.value(QStringLiteral("type")).toString();
    const bool notification =
        object.value(QStringLiteral("data")).isArray() &&
        (type == QStringLiteral("Notification") || object.contains(QStringLiteral("subscriptionId")));
    const QJsonValue features = object.value(QStringLiteral("features"));
    const QJsonArray entities = root.isArray()       ? root.toArray()
                                : notification       ? object.value(QStringLiteral("data")).toArray()
                                : features.isArray() ? features.toArray()
                                                     : QJsonArray{object};
    if (root.isObject() && !notification && !features.isArray() && !object.contains(QStringLiteral("id"))) {
        return fail(ErrorCode::Invalid, Texts::tr("The payload is no entity of NGSI."));
    }
    for (qsizetype i = 0; i < entities.size(); ++i) {
        readEntity(reading, entities.at(i).toObject(), QStringLiteral("/%1").arg(i));
    }
    return {};
}

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/feeds/feedparts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace loci::formats {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::formats::FeedPayload)
};

/// OGC SensorThings 1.1 (and 1.0, which names the same things); another version gets a reader of its own.
class SensorThings11
{
public:
    explicit SensorThings11(FeedReading &reading) : m_reading(reading) {}

    Result<> read(const QJsonObject &root)
    {
        const QJsonValue list = root.value(QStringLiteral("value"));
        m_reading.payload.next = root.value(QStringLiteral("@iot.nextLink")).toString();
        m_reading.payload.total = root.value(QStringLiteral("@iot.count")).toInteger(-1);
        const QJsonArray entities = list.isArray() ? list.toArray() : QJsonArray{root};
        if (!list.isArray() && !isKnown(root)) {
            return fail(ErrorCode::Invalid, Texts::tr("The payload is no answer of SensorThings."));
        }
        for (qsizetype i = 0; i < entities.size(); ++i) {
            entity(entities.at(i).toObject(), QStringLiteral("/value/%1").arg(i));
        }
        return {};
    }

private:
    static bool isObservation(const QJsonObject &object) { return object.contains(QStringLiteral("result")); }
    static bool isDatastream(const QJsonObject &object)
    {
        return object.contains(QStringLiteral("unitOfMeasurement")) ||
               object.contains(QStringLiteral("observationType"));
    }
    static bool isKnown(const QJsonObject &object)
    {
        return isObservation(object) || isDatastream(object) || object.contains(QStringLiteral("@iot.id"));
    }
    static QString idOf(const QJsonObject &object) { return feedText(object.value(QStringLiteral("@iot.id"))); }

    void entity(const QJsonObject &object, const QString &where)
    {
        ++m_reading.payload.items;
        if (isObservation(object)) {
            observation(object, {}, {}, where);
        } else if (isDatastream(object)) {
            datastream(object, {}, where);
        } else if (isKnown(object)) {
            thing(object, where);
        } else {
            m_reading.fault(QStringLiteral("unknown_entity"), {}, where,
                            Texts::tr("An entity is no thing, datastream or observation of SensorThings."));
        }
    }

    void thing(const QJsonObject &object, const QString &where)
    {
        std::optional<feeds::GeoPoint> place;
        const QJsonArray locations = object.value(QStringLiteral("Locations")).toArray();
        if (!locations.isEmpty()) {
            const QJsonObject location = locations.at(0).toObject().value(QStringLiteral("location")).toObject();
            const QJsonValue geometry = location.value(QStringLiteral("geometry"));
            place = feedPlace(geometry.isObject() ? geometry : QJsonValue(location));
        }
        const QJsonArray datastreams = object.value(QStringLiteral("Datastreams")).toArray();
        for (qsizetype i = 0; i < datastreams.size(); ++i) {
            datastream(datastreams.at(i).toObject(), place, QStringLiteral("%1/Datastreams/%2").arg(where).arg(i));
        }
    }

    void datastream(const QJsonObject &object, std::optional<feeds::GeoPoint> place, const QString &where)
    {
        feeds::StreamDescription stream;
        stream.id = idOf(object);
        if (stream.id.isEmpty()) {
            m_reading.fault(QStringLiteral("no_id"), {}, where, Texts::tr("A datastream has no id."));
            return;
        }
        stream.nameEn = object.value(QStringLiteral("name")).toString();
        stream.unit = unitOf(object.value(QStringLiteral("unitOfMeasurement")).toObject());
        const auto observed = feedPlace(object.value(QStringLiteral("observedArea")));
        stream.place = observed ? observed : place;
        const QString unit = stream.unit;
        const QString id = stream.id;
        m_reading.addStream(std::move(stream));
        const QJsonArray observations = object.value(QStringLiteral("Observations")).toArray();
        for (qsizetype i = 0; i < observations.size(); ++i) {
            observation(observations.at(i).toObject(), id, unit,
                        QStringLiteral("%1/Observations/%2").arg(where).arg(i));
        }
    }

    /// The definition is unambiguous where the symbol is not ("C" of a thermometer is a coulomb).
    static QString unitOf(const QJsonObject &unit)
    {
        const QString definition = unit.value(QStringLiteral("definition")).toString();
        const QString ucum = QStringLiteral("ucum:");
        return definition.startsWith(ucum) ? definition.mid(ucum.size())
                                           : unit.value(QStringLiteral("symbol")).toString();
    }

    /// From the expanded datastream, else from the topic or address that the answer came from.
    QString streamOf(const QJsonObject &object) const
    {
        const QString expanded = idOf(object.value(QStringLiteral("Datastream")).toObject());
        if (!expanded.isEmpty()) {
            return expanded;
        }
        static const QRegularExpression pattern(QStringLiteral(R"(Datastreams\(([^)]{1,200})\))"));
        QString id = pattern.match(m_reading.context.topic).captured(1);
        if (id.size() > 1 && id.startsWith(QLatin1Char('\'')) && id.endsWith(QLatin1Char('\''))) {
            id = id.mid(1, id.size() - 2).replace(QStringLiteral("''"), QStringLiteral("'"));
        }
        return id;
    }

    void observation(const QJsonObject &object, const QString &stream, const QString &unit, const QString &where)
    {
        const QJsonValue timeValue = object.value(QStringLiteral("phenomenonTime"));
        const std::optional<qint64> time = feedTime(timeValue);
        const QJsonValue result = object.value(QStringLiteral("result"));
        feeds::Observation value;
        value.stream = stream.isEmpty() ? streamOf(object) : stream;
        value.id = idOf(object);
        if ((!time && timeValue.isString()) || result.isObject() || result.isArray()) {
            m_reading.fault(time ? QStringLiteral("no_value") : QStringLiteral("bad_time"), value.stream, where,
                            Texts::tr("An observation has no readable time or result and is not taken."));
            return;
        }
        value.value = feedReading(result);
        value.unit = unit;
        const QString quality =
            object.value(QStringLiteral("resultQuality")).toObject().value(QStringLiteral("quality")).toString();
        value.flags.setFlag(feeds::Quality::Doubtful,
                            !quality.isEmpty() && quality.compare(QStringLiteral("good"), Qt::CaseInsensitive) != 0);
        m_reading.add(std::move(value), time, where);
    }

    FeedReading &m_reading;
};
} // namespace

Result<> readSensorThings(FeedReading &reading, const QByteArray &bytes)
{
    LOCI_TRY(const QJsonValue root, feedJson(bytes));
    if (!root.isObject()) {
        return fail(ErrorCode::Invalid, Texts::tr("The payload is no answer of SensorThings."));
    }
    return SensorThings11(reading).read(root.toObject());
}

} // namespace loci::formats

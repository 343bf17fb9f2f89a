// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/planning/planlayer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace loci::planning {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::planning::PlanLayer)
};

constexpr int kWgs84 = 4326;

QLatin1String name(const char *text)
{
    return QLatin1String(text);
}

std::optional<Vec2> readPoint(const QJsonValue &value)
{
    const QJsonArray numbers = value.toArray();
    if (numbers.size() < 2 || !numbers[0].isDouble() || !numbers[1].isDouble()) {
        return std::nullopt;
    }
    const Vec2 point{numbers[0].toDouble(), numbers[1].toDouble()};
    return std::isfinite(point.x) && std::isfinite(point.y) ? std::optional(point) : std::nullopt;
}

bool readLine(const QJsonValue &value, Line &line)
{
    const QJsonArray points = value.toArray();
    line.reserve(static_cast<std::size_t>(points.size()));
    for (const QJsonValue &item : points) {
        const auto point = readPoint(item);
        if (!point) {
            return false;
        }
        line.push_back(*point);
    }
    return line.size() >= 2;
}

bool readPolygon(const QJsonValue &value, std::vector<Polygon> &polygons)
{
    Polygon polygon;
    for (const QJsonValue &item : value.toArray()) {
        Ring ring;
        if (!readLine(item, ring)) {
            return false;
        }
        if (ring.size() > 1 && ring.front() == ring.back()) {
            ring.pop_back();
        }
        if (ring.size() < 3) {
            return false;
        }
        polygon.push_back(std::move(ring));
    }
    if (polygon.empty()) {
        return false;
    }
    polygons.push_back(std::move(polygon));
    return true;
}

bool readLines(const QJsonValue &value, std::vector<Line> &lines)
{
    Line line;
    const bool fine = readLine(value, line);
    lines.push_back(std::move(line));
    return fine;
}

bool readPoints(const QJsonValue &value, std::vector<Vec2> &points)
{
    const auto point = readPoint(value);
    points.push_back(point.value_or(Vec2()));
    return point.has_value();
}

template <class Read, class Into>
bool readMany(const QJsonValue &value, Read read, Into &into)
{
    const QJsonArray items = value.toArray();
    bool fine = !items.isEmpty();
    for (const QJsonValue &item : items) {
        fine = fine && read(item, into);
    }
    return fine;
}

bool readGeometry(const QJsonObject &geometry, PlanArea &area)
{
    const QString type = geometry[name("type")].toString();
    const QJsonValue coordinates = geometry[name("coordinates")];
    if (type == name("Polygon")) {
        return readPolygon(coordinates, area.polygons);
    }
    if (type == name("MultiPolygon")) {
        return readMany(coordinates, readPolygon, area.polygons);
    }
    if (type == name("LineString")) {
        return readLines(coordinates, area.lines);
    }
    if (type == name("MultiLineString")) {
        return readMany(coordinates, readLines, area.lines);
    }
    if (type == name("Point")) {
        return readPoints(coordinates, area.points);
    }
    return type == name("MultiPoint") && readMany(coordinates, readPoints, area.points);
}

EpsgCode readCrs(const QJsonObject &root)
{
    const QJsonValue crs = root[name("crs")];
    if (!crs.isObject()) {
        return EpsgCode(kWgs84);
    }
    const QString text = crs.toObject()[name("properties")].toObject()[name("name")].toString();
    if (text.endsWith(name("CRS84"))) {
        return EpsgCode(kWgs84);
    }
    static const QRegularExpression code(QStringLiteral("EPSG[:/]+(?:[\\d.]*[:/]+)?(\\d+)$"));
    const QRegularExpressionMatch match = code.match(text);
    return match.hasMatch() ? EpsgCode(match.captured(1).toInt()) : EpsgCode();
}

QString readId(const QJsonObject &feature, const QJsonObject &properties, std::size_t number)
{
    for (const QJsonValue &value : {properties[name("id")], feature[name("id")]}) {
        if (value.isString() && !value.toString().isEmpty()) {
            return value.toString();
        }
        if (value.isDouble()) {
            return QString::number(value.toInteger());
        }
    }
    return QStringLiteral("#%1").arg(number);
}

QDate readDate(const QJsonObject &properties, const char *key, bool &readable)
{
    const QJsonValue value = properties[name(key)];
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    const bool isThere = !value.isUndefined() && !value.isNull() && value != QJsonValue(QString());
    readable = readable && (date.isValid() || !isThere);
    return date;
}

PlanArea readArea(const QJsonObject &feature, std::size_t number)
{
    PlanArea area;
    area.properties = feature[name("properties")].toObject();
    area.id = readId(feature, area.properties, number);
    area.kind = area.properties[name("kind")].toString(QStringLiteral("zone"));
    area.name = area.properties[name("name")].toString();
    area.from = readDate(area.properties, "from", area.datesReadable);
    area.to = readDate(area.properties, "to", area.datesReadable);
    return area;
}

Finding finding(const char *code, const QString &id, std::size_t number, const QString &message, const QString &source)
{
    return {Severity::Error, QLatin1String(code), id, QStringLiteral("/features/%1").arg(number), message, source};
}

} // namespace

std::optional<double> PlanArea::number(const QString &property) const
{
    const QJsonValue value = properties[property];
    bool ok = value.isDouble();
    const double found = ok ? value.toDouble() : value.isString() ? value.toString().toDouble(&ok) : 0;
    return ok && std::isfinite(found) ? std::optional(found) : std::nullopt;
}

Result<Loaded<PlanLayer>> PlanLayer::fromGeoJson(const QByteArray &json, const QString &source)
{
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError || !root[name("features")].isArray()) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 is not a GeoJSON collection of features.").arg(source),
                    problem.errorString());
    }
    Loaded<PlanLayer> loaded;
    loaded.value.crs = readCrs(root);
    const QJsonArray features = root[name("features")].toArray();
    loaded.value.areas.reserve(static_cast<std::size_t>(features.size()));
    QSet<QString> ids;
    std::size_t number = 0;
    for (const QJsonValue &item : features) {
        PlanArea area = readArea(item.toObject(), number);
        if (!readGeometry(item[name("geometry")].toObject(), area)) {
            loaded.findings.push_back(
                finding("zone_unreadable", area.id, number,
                        Texts::tr("The geometry of %1 cannot be read; it is left out.").arg(area.id), source));
        } else if (ids.contains(area.id)) {
            loaded.findings.push_back(finding("zone_id_twice", area.id, number,
                                              Texts::tr("%1 is there twice; the second is left out.").arg(area.id),
                                              source));
        } else {
            ids.insert(area.id);
            if (!area.datesReadable) {
                loaded.findings.push_back(finding(
                    "zone_dates", area.id, number,
                    Texts::tr("The dates of %1 cannot be read; whether it is in force is not known.").arg(area.id),
                    source));
            }
            loaded.value.areas.push_back(std::move(area));
        }
        ++number;
    }
    return loaded;
}

Result<> PlanLayer::transform(EpsgCode target, const std::function<std::optional<Vec2>(const Vec2 &)> &place)
{
    bool fine = true;
    const auto move = [&](std::vector<Vec2> &points) {
        for (Vec2 &point : points) {
            const auto moved = place(point);
            fine = fine && moved.has_value();
            point = moved.value_or(point);
        }
    };
    for (PlanArea &area : areas) {
        for (Polygon &polygon : area.polygons) {
            std::for_each(polygon.begin(), polygon.end(), move);
        }
        std::for_each(area.lines.begin(), area.lines.end(), move);
        move(area.points);
        if (!fine) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("%1 lies outside the area that EPSG:%2 can show.").arg(area.id).arg(target.value()));
        }
    }
    crs = target;
    return {};
}

} // namespace loci::planning

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/storage/feeds/alertstore.h"

#include "layers/storage/dialect.h"
#include "layers/storage/schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace loci::storage {

using feeds::Alert;
using feeds::Alerts;

namespace {

Value optional(const std::optional<double> &number)
{
    return number ? Value(*number) : Value(std::monostate());
}

Value optional(const std::optional<qint64> &number)
{
    return number ? Value(*number) : Value(std::monostate());
}

QString shapesText(const Alert &alert)
{
    QJsonArray shapes;
    for (const auto &polygon : alert.polygons) {
        QJsonArray ring;
        for (const feeds::GeoPoint &point : polygon) {
            ring.append(QJsonArray{point.longitude, point.latitude});
        }
        shapes.append(ring);
    }
    return QString::fromUtf8(QJsonDocument(shapes).toJson(QJsonDocument::Compact));
}

std::vector<std::vector<feeds::GeoPoint>> shapesFrom(const QString &text)
{
    std::vector<std::vector<feeds::GeoPoint>> shapes;
    for (const QJsonValue &ring : QJsonDocument::fromJson(text.toUtf8()).array()) {
        std::vector<feeds::GeoPoint> shape;
        for (const QJsonValue &point : ring.toArray()) {
            shape.push_back({point.toArray().at(0).toDouble(), point.toArray().at(1).toDouble()});
        }
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

Alert alertOf(const Statement &row)
{
    Alert alert;
    alert.id = row.text(0);
    alert.feed = row.text(1);
    alert.stream = row.text(2);
    alert.level = static_cast<feeds::AlertLevel>(std::clamp<qint64>(row.integer(3), 0, 4));
    alert.headline = row.text(4);
    alert.area = row.text(5);
    if (!row.isNull(6) && !row.isNull(7)) {
        alert.place = feeds::GeoPoint{row.real(6), row.real(7)};
    }
    alert.polygons = shapesFrom(row.text(8));
    alert.from = row.integer(9);
    alert.until = row.isNull(10) ? std::nullopt : std::optional(row.integer(10));
    alert.value = row.isNull(11) ? std::nullopt : std::optional(row.real(11));
    alert.limit = row.isNull(12) ? std::nullopt : std::optional(row.real(12));
    alert.unit = row.text(13);
    alert.simulated = row.integer(14) != 0;
    alert.acknowledgedBy = row.text(15);
    alert.acknowledgedAt = row.isNull(16) ? std::nullopt : std::optional(row.integer(16));
    return alert;
}

constexpr Sql kSchema = R"sql(
CREATE TABLE alert (
    id TEXT PRIMARY KEY,
    feed TEXT NOT NULL,
    stream TEXT NOT NULL,
    level INTEGER NOT NULL,
    headline TEXT NOT NULL,
    area TEXT NOT NULL,
    longitude REAL,
    latitude REAL,
    shapes TEXT NOT NULL,
    start INTEGER NOT NULL,
    until INTEGER,
    value REAL,
    passed REAL,
    unit TEXT NOT NULL,
    simulated INTEGER NOT NULL,
    noted_by TEXT NOT NULL DEFAULT '',
    noted_at INTEGER
);
CREATE INDEX alert_start ON alert (start);
)sql";
constexpr RenderedSql kSchemaOnServer = dialect::postGis(kSchema);

} // namespace

Result<> AlertStore::prepare(Database &database)
{
    LOCI_TRY(const bool isThere, hasTable(database, QStringLiteral("alert")));
    return isThere ? Result<>() : makePart(database, {1, kSchema, kSchemaOnServer});
}

Result<> AlertStore::put(Database &database, const Alerts &alerts)
{
    LOCI_TRY(Transaction transaction, Transaction::begin(database));
    for (const Alert &alert : alerts) {
        const Value east = alert.place ? Value(alert.place->longitude) : Value(std::monostate());
        const Value north = alert.place ? Value(alert.place->latitude) : Value(std::monostate());
        LOCI_CHECK(database.run(
            "INSERT INTO alert (id, feed, stream, level, headline, area, longitude, latitude, shapes, start, until, "
            "value, passed, unit, simulated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
            "?15) ON CONFLICT (id) DO UPDATE SET level = excluded.level, headline = excluded.headline, area = "
            "excluded.area, longitude = excluded.longitude, latitude = excluded.latitude, shapes = excluded.shapes, "
            "until = excluded.until",
            {alert.id, alert.feed, alert.stream, qint64(alert.level), alert.headline, alert.area, east, north,
             shapesText(alert), alert.from, optional(alert.until), optional(alert.value), optional(alert.limit),
             alert.unit, qint64(alert.simulated ? 1 : 0)}));
    }
    return transaction.commit();
}

Result<> AlertStore::acknowledge(Database &database, const QString &id, const QString &person, qint64 time)
{
    return database.run("UPDATE alert SET noted_by = ?2, noted_at = ?3 WHERE id = ?1 AND noted_at IS NULL",
                        {id, person, time});
}

Result<Alerts> AlertStore::read(Database &database, int limit)
{
    LOCI_TRY(const bool isThere, hasTable(database, QStringLiteral("alert")));
    Alerts alerts;
    if (!isThere) {
        return alerts;
    }
    LOCI_CHECK(
        database.run("SELECT id, feed, stream, level, headline, area, longitude, latitude, shapes, start, until, "
                     "value, passed, unit, simulated, noted_by, noted_at FROM alert ORDER BY start DESC, id "
                     "LIMIT ?1",
                     {qint64(limit)}, [&alerts](const Statement &row) { alerts.push_back(alertOf(row)); }));
    return alerts;
}

} // namespace loci::storage

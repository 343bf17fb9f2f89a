// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/heritage/bundlerows.h"

#include "layers/domain/heritage/asset.h"
#include "layers/domain/heritage/recordmerge.h"
#include "layers/formats/heritage/ogrsupport.h"

#include <QJsonArray>
#include <QSet>
#include <algorithm>

namespace loci::formats {

namespace {
constexpr int kExact = 17;   // digits: a double comes back as it was
constexpr int kDecimals = 9; // of a degree: a tenth of a millimetre
const QString kKeyed = QStringLiteral("=");

std::vector<BundleColumn> placeColumns()
{
    const auto text = [](const char *name, const char *path) { return BundleColumn{name, QLatin1String(path), false}; };
    return {text("uuid", "/id"),
            text("name_zh", "/names/lang=zh,use=primary/text"),
            text("name_en", "/names/lang=en,use=primary/text"),
            text("reference", "/references/0/number"),
            text("kind", "/kind"),
            text("category", "/category"),
            text("level", "/level"),
            text("grade", "/grade"),
            text("district", "/district"),
            text("address", "/address"),
            text("dating_text", "/dating/text"),
            text("dating_edtf", "/dating/edtf"),
            text("owner", "/ownership/owner"),
            text("use", "/ownership/use"),
            text("description_zh", "/description/zh"),
            text("description_en", "/description/en")};
}

std::vector<BundleColumn> plain(std::initializer_list<const char *> names)
{
    std::vector<BundleColumn> columns;
    columns.reserve(names.size());
    for (const char *name : names) {
        columns.push_back({name, QLatin1Char('/') + QLatin1String(name), false});
    }
    return columns;
}

std::vector<BundleTable> makeTables()
{
    std::vector<BundleTable> tables;
    tables.push_back({"places_point", {}, BundleShape::Point, false, placeColumns()});
    tables.push_back({"places_line", {}, BundleShape::Line, false, placeColumns()});
    tables.push_back({"places_area", {}, BundleShape::Area, false, placeColumns()});
    std::vector<BundleColumn> surveys =
        plain({"date", "surveyor", "scale", "condition", "trend", "occupancy", "risk", "priority", "text"});
    surveys.insert(surveys.begin(), {"uuid", QStringLiteral("/id"), false});
    tables.push_back({"surveys", QStringLiteral("surveys"), BundleShape::None, false, std::move(surveys)});
    std::vector<BundleColumn> media = plain({"sha256", "role", "caption", "rights", "taken", "author"});
    media.insert(media.begin(), {"file", {}, false});
    tables.push_back({"photographs", QStringLiteral("media"), BundleShape::None, false, std::move(media)});
    std::vector<BundleColumn> zones =
        plain({"decree", "authority", "conditions", "zoneClass", "from", "to", "heightReference"});
    zones.insert(zones.begin(), {"uuid", QStringLiteral("/id"), false});
    zones.push_back({"maxHeight", QStringLiteral("/maxHeight"), true});
    tables.push_back({"zones", QStringLiteral("versions"), BundleShape::Area, true, std::move(zones)});
    return tables;
}

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', kExact) : value.toString();
}

QJsonValue valueOf(const BundleColumn &column, const QString &text)
{
    if (text.isEmpty()) {
        return QJsonValue(QJsonValue::Undefined);
    }
    bool isNumber = false;
    const double number = column.isNumber ? text.toDouble(&isNumber) : 0;
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

QJsonValue fieldAt(const QJsonObject &item, const QString &path)
{
    return path.contains(kKeyed) ? heritage::mergeFieldAt(item, path) : heritage::valueAt(item, path);
}

QJsonObject withField(const QJsonObject &item, const QString &path, const QJsonValue &value)
{
    if (!path.contains(kKeyed)) {
        return heritage::withValueAt(item, path, value).toObject();
    }
    if (value.isUndefined()) { // a name without its text is none
        return heritage::withMergeField(item, path.section(QLatin1Char('/'), 0, -2), value).toObject();
    }
    return heritage::withMergeField(item, path, value).toObject();
}

BundleShape shapeOf(const QString &wkt)
{
    return wkt.startsWith(QLatin1String("MULTILINE"))   ? BundleShape::Line
           : wkt.startsWith(QLatin1String("MULTIPOLY")) ? BundleShape::Area
                                                        : BundleShape::Point;
}

/// Of the record itself its first shape, of a version of a zone its own.
QString shapeIn(const BundleTable &table, const QJsonObject &item)
{
    if (table.shape == BundleShape::None) {
        return {};
    }
    const QJsonObject holder =
        table.isOfZones ? item : item.value(QLatin1String("geometries")).toArray().at(0).toObject();
    return bundleShapeOf(holder.value(QLatin1String("wkt")).toString(), holder.value(QLatin1String("crs")).toInt(4326));
}

/// What is several of one alone is one.
QString simplest(const QString &wkt)
{
    OGRGeometry *raw = nullptr;
    OGRGeometryFactory::createFromWkt(wkt.toUtf8().constData(), nullptr, &raw);
    const std::unique_ptr<OGRGeometry> shape(raw);
    const OGRGeometryCollection *several =
        shape && OGR_GT_IsSubClassOf(wkbFlatten(shape->getGeometryType()), wkbGeometryCollection)
            ? shape->toGeometryCollection()
            : nullptr;
    return several && several->getNumGeometries() == 1 ? wktOf(*several->getGeometryRef(0), kDecimals) : wkt;
}

QJsonObject withShape(const BundleTable &table, QJsonObject item, const QString &wkt)
{
    const auto placed = [&wkt](QJsonObject holder) {
        holder.insert(QStringLiteral("wkt"), simplest(wkt));
        holder.insert(QStringLiteral("crs"), 4326);
        return holder;
    };
    if (table.isOfZones) {
        return placed(std::move(item));
    }
    QJsonArray shapes = item.value(QLatin1String("geometries")).toArray();
    if (shapes.isEmpty()) {
        shapes.append(placed({}));
    } else {
        shapes.replace(0, placed(shapes.at(0).toObject()));
    }
    item.insert(QStringLiteral("geometries"), shapes);
    return item;
}

BundleRow rowOf(const BundleTable &table, const QString &owner, const QJsonObject &item, qsizetype number)
{
    BundleRow row{owner, QString::number(number), {}, shapeIn(table, item)};
    for (const BundleColumn &column : table.columns) {
        row.values << (column.path.isEmpty() ? QString() : textOf(fieldAt(item, column.path)));
    }
    return row;
}

QJsonObject changedItem(const BundleTable &table, QJsonObject item, const BundleRow &written, const BundleRow &found)
{
    for (qsizetype i = 0; i < qsizetype(table.columns.size()); ++i) {
        const BundleColumn &column = table.columns[std::size_t(i)];
        const bool isIdentity = column.path == QLatin1String("/id") && !written.values[i].isEmpty();
        if (!column.path.isEmpty() && !isIdentity && written.values[i] != found.values[i]) {
            item = withField(item, column.path, valueOf(column, found.values[i]));
        }
    }
    return !found.wkt.isEmpty() && written.wkt != found.wkt ? withShape(table, std::move(item), found.wkt) : item;
}

QJsonArray changedItems(const BundleTable &table, const QJsonArray &items, const std::vector<BundleRow> &written,
                        const std::vector<BundleRow> &found, const std::function<QString(const BundleRow &)> &newId)
{
    QHash<QString, const BundleRow *> known;
    std::vector<const BundleRow *> added;
    added.reserve(found.size());
    for (const BundleRow &row : found) {
        const bool isKnown = row.number.toInt() < int(written.size()) && !row.number.isEmpty();
        if (isKnown && !known.contains(row.number)) {
            known.insert(row.number, &row);
        } else {
            added.push_back(&row);
        }
    }
    QJsonArray result;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (const BundleRow *row = known.value(QString::number(i))) {
            result.append(changedItem(table, items.at(i).toObject(), written[std::size_t(i)], *row));
        }
    }
    BundleRow nothing;
    nothing.values.resize(qsizetype(table.columns.size()));
    for (const BundleRow *row : added) {
        QJsonObject item = changedItem(table, {}, nothing, *row);
        if (item.isEmpty()) {
            continue;
        }
        if (table.member != QLatin1String("media") && !item.contains(QLatin1String("id"))) {
            item.insert(QStringLiteral("id"), newId(*row));
        }
        result.append(item);
    }
    return result;
}
} // namespace

int BundleTable::column(const QByteArray &columnName) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&columnName](const BundleColumn &one) { return one.name == columnName; });
    return found == columns.end() ? -1 : int(found - columns.begin());
}

const std::vector<BundleTable> &bundleTables()
{
    static const std::vector<BundleTable> tables = makeTables();
    return tables;
}

std::vector<BundleRow> bundleRowsOf(const BundleTable &table, const QJsonObject &document)
{
    const QString owner = document.value(QLatin1String("id")).toString();
    if (table.member.isEmpty()) {
        BundleRow row = rowOf(table, owner, document, 0);
        return shapeOf(row.wkt) == table.shape ? std::vector<BundleRow>{std::move(row)} : std::vector<BundleRow>{};
    }
    const QJsonArray items = document.value(table.member).toArray();
    std::vector<BundleRow> rows;
    rows.reserve(std::size_t(items.size()));
    for (qsizetype i = 0; i < items.size(); ++i) {
        rows.push_back(rowOf(table, owner, items.at(i).toObject(), i));
    }
    return rows;
}

QJsonObject withBundleRows(const BundleTable &table, const QJsonObject &document, const std::vector<BundleRow> &found,
                           const std::function<QString(const BundleRow &)> &newId)
{
    const std::vector<BundleRow> written = bundleRowsOf(table, document);
    if (table.member.isEmpty()) {
        return written.empty() || found.empty() ? document
                                                : changedItem(table, document, written.front(), found.front());
    }
    const QJsonArray before = document.value(table.member).toArray();
    const QJsonArray items = changedItems(table, before, written, found, newId);
    QJsonObject result = document;
    if (items == before) {
        return result;
    }
    if (items.isEmpty()) {
        result.remove(table.member);
    } else {
        result.insert(table.member, items);
    }
    return result;
}

QString bundleShapeOf(const QString &wkt, int crs)
{
    OGRGeometry *raw = nullptr;
    if (wkt.isEmpty() || OGRGeometryFactory::createFromWkt(wkt.toUtf8().constData(), nullptr, &raw) != OGRERR_NONE) {
        return {};
    }
    std::unique_ptr<OGRGeometry> shape(raw);
    if (crs != 4326) {
        const auto from = crsOf(QStringLiteral("EPSG:%1").arg(crs));
        const auto to = crsOf(QStringLiteral("EPSG:4326"));
        const std::unique_ptr<OGRCoordinateTransformation> way(
            from && to ? OGRCreateCoordinateTransformation(from.get(), to.get()) : nullptr);
        if (!way || shape->transform(way.get()) != OGRERR_NONE) {
            return {};
        }
    }
    shape->flattenTo2D();
    const OGRwkbGeometryType type = wkbFlatten(shape->getGeometryType());
    if (type == wkbPolygon || type == wkbMultiPolygon) {
        shape.reset(OGRGeometryFactory::forceToMultiPolygon(shape.release()));
    } else if (type == wkbLineString || type == wkbMultiLineString) {
        shape.reset(OGRGeometryFactory::forceToMultiLineString(shape.release()));
    } else if (type == wkbMultiPoint && shape->toMultiPoint()->getNumGeometries() == 1) {
        shape.reset(shape->toMultiPoint()->getGeometryRef(0)->clone());
    } else if (type != wkbPoint) {
        return {};
    }
    return shape->IsEmpty() ? QString() : wktOf(*shape, kDecimals);
}

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/footprintlayer.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsfield.h>
#include <qgslinestring.h>
#include <qgsmultipolygon.h>
#include <qgspolygon.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include <set>

namespace loci::map {

namespace {

constexpr int kMaxColumns = 120;

QMetaType::Type fieldType(city::AttributeColumn::Kind kind)
{
    switch (kind) {
    case city::AttributeColumn::Kind::Integer:
        return QMetaType::LongLong;
    case city::AttributeColumn::Kind::Real:
        return QMetaType::Double;
    case city::AttributeColumn::Kind::Boolean:
        return QMetaType::Bool;
    default:
        return QMetaType::QString;
    }
}

std::unique_ptr<QgsLineString> ringOf(const std::vector<Vec2> &points)
{
    QVector<double> x;
    QVector<double> y;
    x.reserve(static_cast<qsizetype>(points.size()) + 1);
    y.reserve(static_cast<qsizetype>(points.size()) + 1);
    for (const Vec2 &point : points) {
        x << point.x;
        y << point.y;
    }
    x << points.front().x;
    y << points.front().y;
    return std::make_unique<QgsLineString>(x, y);
}

QgsGeometry geometryOf(const city::Footprint &footprint)
{
    auto shape = std::make_unique<QgsMultiPolygon>();
    for (const auto &rings : footprint.polygons) {
        auto polygon = std::make_unique<QgsPolygon>();
        for (const auto &ring : rings) {
            if (ring.size() < 3) {
                continue;
            }
            if (polygon->exteriorRing() == nullptr) {
                polygon->setExteriorRing(ringOf(ring).release());
            } else {
                polygon->addInteriorRing(ringOf(ring).release());
            }
        }
        if (polygon->exteriorRing() != nullptr) {
            shape->addGeometry(polygon.release());
        }
    }
    return QgsGeometry(std::move(shape));
}

} // namespace

std::unique_ptr<QgsVectorLayer> footprintLayer(const QString &name, const city::CityModel &model,
                                               const std::vector<city::Footprint> &footprints)
{
    QgsVectorLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    options.skipCrsValidation = true;
    auto layer = std::make_unique<QgsVectorLayer>(QStringLiteral("MultiPolygon?index=yes"), name,
                                                  QStringLiteral("memory"), options);
    if (model.crs.isKnown()) {
        const QgsCoordinateReferenceSystem crs(QStringLiteral("EPSG:%1").arg(model.crs.value()));
        const QgsCoordinateReferenceSystem plane = crs.horizontalCrs();
        layer->setCrs(plane.isValid() ? plane : crs);
    }
    QgsVectorDataProvider *provider = layer->dataProvider();
    QList<QgsField> fields = {
        QgsField(QStringLiteral("object"), QMetaType::LongLong), QgsField(QStringLiteral("id"), QMetaType::QString),
        QgsField(QStringLiteral("type"), QMetaType::QString), QgsField(QStringLiteral("ground"), QMetaType::Double),
        QgsField(QStringLiteral("height"), QMetaType::Double)};
    std::vector<const city::AttributeColumn *> columns;
    QSet<QString> names = {QStringLiteral("object"), QStringLiteral("id"), QStringLiteral("type"),
                           QStringLiteral("ground"), QStringLiteral("height")};
    for (const auto &column : model.attributes.columns()) {
        QString field = QString::fromStdString(column->name());
        if (static_cast<int>(columns.size()) == kMaxColumns) {
            break;
        }
        while (names.contains(field.toLower())) {
            field += QLatin1Char('_');
        }
        names.insert(field.toLower());
        columns.push_back(column.get());
        fields << QgsField(field, fieldType(column->kind()));
    }
    provider->addAttributes(fields);
    layer->updateFields();
    std::set<std::string_view> types;
    QgsFeatureList features;
    features.reserve(static_cast<qsizetype>(footprints.size()));
    for (const city::Footprint &footprint : footprints) {
        QgsFeature feature(layer->fields());
        QgsAttributes values;
        values.reserve(fields.size());
        const std::string_view type = model.typeOf(footprint.object);
        types.insert(type);
        values << static_cast<qlonglong>(footprint.object) << model.idOf(footprint.object)
               << QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size())) << footprint.groundHeight
               << footprint.roofHeight - footprint.groundHeight;
        for (const city::AttributeColumn *column : columns) {
            values << column->value(footprint.object);
        }
        feature.setAttributes(values);
        feature.setGeometry(geometryOf(footprint));
        features << feature;
    }
    provider->addFeatures(features, QgsFeatureSink::FastInsert);
    layer->updateExtents();
    QStringList present;
    for (const std::string_view type : types) {
        present << QString::fromUtf8(type.data(), static_cast<qsizetype>(type.size()));
    }
    layer->setCustomProperty(QLatin1String(kObjectTypesProperty), present);
    return layer;
}

} // namespace loci::map

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/indicators/arealayer.h"

#include "layers/map/indicators/areastyle.h"
#include "layers/map/layertheme.h"
#include "layers/map/mapdocument.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsfeature.h>
#include <qgsfield.h>
#include <qgsgeometry.h>
#include <qgslinestring.h>
#include <qgsmultipolygon.h>
#include <qgspolygon.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

namespace loci::map {

namespace {

constexpr int kCodeField = 0;

std::unique_ptr<QgsLineString> ringOf(const std::vector<Vec2> &points)
{
    QVector<double> x;
    QVector<double> y;
    x.reserve(static_cast<qsizetype>(points.size()));
    y.reserve(static_cast<qsizetype>(points.size()));
    for (const Vec2 &point : points) {
        x << point.x;
        y << point.y;
    }
    auto ring = std::make_unique<QgsLineString>(x, y);
    ring->close();
    return ring;
}

QgsGeometry shapeOf(const MappedArea &area)
{
    auto shape = std::make_unique<QgsMultiPolygon>();
    for (const auto &rings : area.polygons) {
        auto polygon = std::make_unique<QgsPolygon>();
        for (std::size_t i = 0; i < rings.size(); ++i) {
            i == 0 ? polygon->setExteriorRing(ringOf(rings[i]).release())
                   : polygon->addInteriorRing(ringOf(rings[i]).release());
        }
        shape->addGeometry(polygon.release());
    }
    return QgsGeometry(std::move(shape));
}

QList<QgsField> fields()
{
    return {QgsField(QStringLiteral("code"), QMetaType::QString), QgsField(QStringLiteral("name"), QMetaType::QString),
            QgsField(QStringLiteral("text"), QMetaType::QString), QgsField(QStringLiteral("colour"), QMetaType::Int),
            QgsField(QStringLiteral("partial"), QMetaType::Int)};
}

} // namespace

AreaLayer::AreaLayer(MapDocument &document, QObject *parent) : QObject(parent), m_document(document) {}

AreaLayer::~AreaLayer() = default;

void AreaLayer::show(const std::vector<MappedArea> &areas, const QString &crs, const AreaLook &look)
{
    if (m_layer && areas == m_areas && look == m_look && crs == m_crs) {
        return;
    }
    const bool sameAreas = m_layer && areas == m_areas && crs == m_crs;
    m_look = look;
    if (!m_layer) {
        QgsVectorLayer::LayerOptions options;
        options.loadDefaultStyle = false;
        options.skipCrsValidation = true;
        auto made = std::make_unique<QgsVectorLayer>(QStringLiteral("MultiPolygon?index=yes"), look.name,
                                                     QStringLiteral("memory"), options);
        QgsCoordinateReferenceSystem system;
        system.createFromUserInput(crs);
        made->setCrs(system);
        made->dataProvider()->addAttributes(fields());
        made->updateFields();
        made->setDisplayExpression(QStringLiteral("\"name\""));
        made->setReadOnly(true);
        made->setId(QLatin1String(kId));
        styleAreas(*made, look);
        m_layer = static_cast<QgsVectorLayer *>(
            m_document.addDerivedLayer(std::move(made), themeRank(LayerTheme::Building) + 1));
        if (!m_layer) {
            return;
        }
    } else {
        m_layer->setName(look.name);
        styleAreas(*m_layer, look);
        emit m_layer->styleChanged();
    }
    if (!sameAreas) {
        fill(areas, crs);
    }
    m_layer->triggerRepaint();
}

void AreaLayer::fill(const std::vector<MappedArea> &areas, const QString &crs)
{
    m_areas = areas;
    m_crs = crs;
    m_features.clear();
    m_layer->dataProvider()->truncate();
    QgsFeatureList features;
    features.reserve(static_cast<qsizetype>(areas.size()));
    for (const MappedArea &area : areas) {
        QgsFeature feature;
        feature.setAttributes(QgsAttributes({area.code, area.name, area.text, area.colour, area.partial ? 1 : 0}));
        feature.setGeometry(shapeOf(area));
        features << feature;
    }
    m_layer->dataProvider()->addFeatures(features);
    for (const QgsFeature &feature : std::as_const(features)) {
        m_features.insert(feature.attribute(kCodeField).toString(), feature.id());
    }
    m_layer->updateExtents();
}

void AreaLayer::clear()
{
    if (m_layer) {
        m_document.removeDerivedLayer(QLatin1String(kId));
    }
    m_layer = nullptr;
    m_areas.clear();
    m_features.clear();
}

QString AreaLayer::areaOf(const QString &layerId, std::int64_t featureId) const
{
    if (layerId != QLatin1String(kId)) {
        return {};
    }
    return m_features.key(featureId);
}

std::optional<std::int64_t> AreaLayer::featureOf(const QString &areaCode) const
{
    const auto found = m_features.constFind(areaCode);
    return m_layer && found != m_features.constEnd() ? std::optional(*found) : std::nullopt;
}

} // namespace loci::map

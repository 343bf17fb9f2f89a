// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/heritage/heritagelayers.h"

#include "layers/map/heritage/heritagestyle.h"
#include "layers/map/layertheme.h"

#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfield.h>
#include <qgsgeometry.h>
#include <qgsproject.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include <QPointer>
#include <array>

namespace loci::map {

namespace {

constexpr int kRecordField = 0;
constexpr char kCrs[] = "EPSG:4326";

QgsFields fieldsOf(const char *classField)
{
    QgsFields fields;
    for (const char *name : std::array{"record", "name", classField, "category", "zone"}) {
        fields.append(QgsField(QLatin1String(name), QMetaType::QString));
    }
    return fields;
}

QgsFeature featureWith(const QVector<QVariant> &values, QgsGeometry geometry)
{
    QgsFeature feature;
    feature.setAttributes(QgsAttributes(values));
    feature.setGeometry(std::move(geometry));
    return feature;
}

} // namespace

struct HeritageLayers::Part
{
    QString id, geometry;
    const char *classField;
    int rank;
    void (*style)(QgsVectorLayer &, const HeritageLook &);
    QString HeritageLook::*name;
    QPointer<QgsVectorLayer> live;
    QMultiHash<QString, QgsFeatureId> features; ///< by record
};

HeritageLayers::HeritageLayers(MapDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_places(new Part{QLatin1String(kPlaces),
                        QStringLiteral("Point"),
                        "class",
                        themeRank(LayerTheme::Point) + 2,
                        stylePlaces,
                        &HeritageLook::placesName,
                        {},
                        {}})
    , m_areas(new Part{QLatin1String(kAreas),
                       QStringLiteral("MultiPolygon"),
                       "class",
                       themeRank(LayerTheme::Building) + 2,
                       styleAreas,
                       &HeritageLook::areasName,
                       {},
                       {}})
    , m_zones(new Part{QLatin1String(kZones),
                       QStringLiteral("MultiPolygon"),
                       "kind",
                       themeRank(LayerTheme::Building) + 3,
                       styleZones,
                       &HeritageLook::zonesName,
                       {},
                       {}})
{}

HeritageLayers::~HeritageLayers() = default;

std::vector<HeritageLayers::Part *> HeritageLayers::parts() const
{
    return {m_zones.get(), m_areas.get(), m_places.get()};
}

HeritageLayers::Part *HeritageLayers::partOf(const std::vector<Part *> &parts, const QString &layerId)
{
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&layerId](const Part *part) { return part->id == layerId; });
    return found != parts.end() ? *found : nullptr;
}

void HeritageLayers::setLook(HeritageLook look)
{
    if (look == m_look) {
        return;
    }
    m_look = std::move(look);
    for (Part *part : parts()) {
        restyle(*part);
    }
}

void HeritageLayers::restyle(Part &part)
{
    if (part.live) {
        part.live->setName(m_look.*part.name);
        part.style(*part.live, m_look);
        emit part.live->styleChanged();
        part.live->triggerRepaint();
    }
}

QgsVectorLayer *HeritageLayers::layer(Part &part)
{
    if (part.live) {
        return part.live;
    }
    QgsVectorLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    options.skipCrsValidation = true;
    auto made = std::make_unique<QgsVectorLayer>(part.geometry + QStringLiteral("?index=yes"), m_look.*part.name,
                                                 QStringLiteral("memory"), options);
    made->setCrs(QgsCoordinateReferenceSystem(QLatin1String(kCrs)));
    made->dataProvider()->addAttributes(fieldsOf(part.classField).toList());
    made->updateFields();
    made->setDisplayExpression(QStringLiteral("\"name\""));
    made->setReadOnly(true);
    made->setId(part.id);
    if (&part == m_zones.get()) { // a click in a zone means the building that stands there
        made->setFlags(made->flags() & ~QgsMapLayer::LayerFlags(QgsMapLayer::Identifiable));
    }
    part.features.clear();
    part.style(*made, m_look);
    part.live = static_cast<QgsVectorLayer *>(m_document.addDerivedLayer(std::move(made), part.rank));
    return part.live;
}

QgsGeometry HeritageLayers::geometryOf(const HeritageShape &shape) const
{
    QgsGeometry geometry = shape.wkt.isEmpty() ? QgsGeometry() : QgsGeometry::fromWkt(shape.wkt);
    if (geometry.isNull() || shape.crs == EpsgCode(4326) || !shape.crs.isKnown()) {
        return geometry;
    }
    QgsCoordinateTransform transform(
        QgsCoordinateReferenceSystem(QStringLiteral("EPSG:%1").arg(shape.crs.value())).horizontalCrs(),
        QgsCoordinateReferenceSystem(QLatin1String(kCrs)), m_document.project().transformContext());
    transform.setBallparkTransformsAreAppropriate(true);
    try {
        geometry.transform(transform);
    } catch (const QgsCsException &) {
        return {};
    }
    return geometry;
}

QgsFeatureList HeritageLayers::featuresOf(const HeritagePlace &place, bool body) const
{
    QgsGeometry geometry = geometryOf(body || place.point.wkt.isEmpty() ? place.body : place.point);
    if (body) {
        geometry.convertToMultiType();
    } else if (!geometry.isNull() && geometry.type() != Qgis::GeometryType::Point) {
        geometry = geometry.pointOnSurface();
    }
    const auto wanted = body ? Qgis::GeometryType::Polygon : Qgis::GeometryType::Point;
    if (geometry.isNull() || geometry.type() != wanted) {
        return {};
    }
    if (!body) {
        geometry.convertToSingleType();
    }
    return {featureWith({place.id, place.name, place.classCode, place.category, QString()}, geometry)};
}

QgsFeatureList HeritageLayers::featuresOf(const HeritageZone &zone) const
{
    QgsGeometry geometry = geometryOf(zone.shape);
    geometry.convertToMultiType();
    if (geometry.isNull() || geometry.type() != Qgis::GeometryType::Polygon) {
        return {};
    }
    return {featureWith({zone.ownerId, zone.name, zone.kind, QString(), zone.id}, geometry)};
}

void HeritageLayers::write(Part &part, const QgsFeatureList &features)
{
    if (features.isEmpty()) {
        return;
    }
    QgsVectorLayer *target = layer(part);
    if (target == nullptr) {
        return;
    }
    QgsFeatureList added = features;
    target->dataProvider()->addFeatures(added);
    for (const QgsFeature &feature : std::as_const(added)) {
        part.features.insert(feature.attribute(kRecordField).toString(), feature.id());
    }
    target->updateExtents();
    target->triggerRepaint();
}

void HeritageLayers::drop(Part &part, const QString &owner)
{
    if (!part.live || !part.features.contains(owner)) {
        return;
    }
    const QList<QgsFeatureId> ids = part.features.values(owner);
    part.live->dataProvider()->deleteFeatures(QgsFeatureIds(ids.cbegin(), ids.cend()));
    part.features.remove(owner);
    part.live->triggerRepaint();
}

void HeritageLayers::empty(Part &part)
{
    part.features.clear();
    if (part.live) {
        part.live->dataProvider()->truncate();
        part.live->triggerRepaint();
    }
}

void HeritageLayers::setPlaces(const std::vector<HeritagePlace> &places)
{
    empty(*m_places);
    empty(*m_areas);
    QgsFeatureList points;
    QgsFeatureList bodies;
    points.reserve(static_cast<qsizetype>(places.size()));
    for (const HeritagePlace &place : places) {
        points << featuresOf(place, false);
        if (!place.body.wkt.isEmpty()) {
            bodies << featuresOf(place, true);
        }
    }
    write(*m_areas, bodies);
    write(*m_places, points);
}

void HeritageLayers::setZones(const std::vector<HeritageZone> &zones)
{
    empty(*m_zones);
    QgsFeatureList areas;
    areas.reserve(static_cast<qsizetype>(zones.size()));
    for (const HeritageZone &zone : zones) {
        areas << featuresOf(zone);
    }
    write(*m_zones, areas);
}

void HeritageLayers::update(const QString &id, const std::optional<HeritagePlace> &place)
{
    drop(*m_places, id);
    drop(*m_areas, id);
    if (!place) {
        return;
    }
    if (const QgsFeatureList body = featuresOf(*place, true); !body.isEmpty()) {
        write(*m_areas, body);
    }
    if (const QgsFeatureList point = featuresOf(*place, false); !point.isEmpty()) {
        write(*m_places, point);
    }
}

void HeritageLayers::clear()
{
    for (Part *part : parts()) {
        part->features.clear();
        m_document.removeDerivedLayer(part->id);
        part->live = nullptr;
    }
}

std::optional<HeritageLayers::Feature> HeritageLayers::featureOf(const QString &id) const
{
    for (const Part *part : {m_areas.get(), m_places.get()}) {
        const auto found = part->features.constFind(id);
        if (found != part->features.constEnd()) {
            return Feature{part->id, *found};
        }
    }
    return std::nullopt;
}

Box3 HeritageLayers::boundsOf(const QString &id) const
{
    Box3 box;
    for (const Part *part : {m_areas.get(), m_places.get()}) {
        const auto found = part->features.constFind(id);
        if (found != part->features.constEnd() && part->live) {
            const QgsRectangle bounds = part->live->getFeature(*found).geometry().boundingBox();
            box.include(Vec3{bounds.xMinimum(), bounds.yMinimum(), 0});
            box.include(Vec3{bounds.xMaximum(), bounds.yMaximum(), 0});
        }
    }
    return box;
}

QString HeritageLayers::recordOf(const QString &layerId, std::int64_t featureId) const
{
    const Part *part = partOf(parts(), layerId);
    if (part == nullptr || !part->live) {
        return {};
    }
    const QgsFeature feature = part->live->getFeature(featureId);
    return feature.isValid() ? feature.attribute(kRecordField).toString() : QString();
}

} // namespace loci::map

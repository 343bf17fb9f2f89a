// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/featurefinder.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsfeatureiterator.h>
#include <qgsgeometry.h>
#include <qgsgeometryengine.h>
#include <qgsproject.h>
#include <qgsrectangle.h>
#include <qgsvectorlayer.h>

#include <limits>

namespace loci::widgets {

namespace {

constexpr int kMostCandidates = 400;

SelectedThing thingOf(const QgsVectorLayer &layer, const QgsFeature &feature)
{
    if (layer.id().startsWith(QLatin1String("city/"))) {
        return CityObjectRef{layer.id().mid(5), feature.attribute(0).toUInt(), 0xffffffffU};
    }
    return FeatureRef{layer.id(), feature.id()};
}

QgsFeatureRequest requestFor(const QgsVectorLayer &layer, const QgsRectangle &box)
{
    QgsFeatureRequest request(box);
    request.setFlags(Qgis::FeatureRequestFlag::ExactIntersect);
    if (layer.id().startsWith(QLatin1String("city/"))) {
        request.setSubsetOfAttributes(QgsAttributeList{0});
    } else {
        request.setNoAttributes();
    }
    return request;
}

QList<QgsVectorLayer *> searchable(const map::MapDocument &document)
{
    QList<QgsVectorLayer *> layers;
    const QList<QgsMapLayer *> visible = document.visibleLayers();
    for (QgsMapLayer *layer : visible) {
        auto *vector = qobject_cast<QgsVectorLayer *>(layer);
        if (vector != nullptr && vector->flags().testFlag(QgsMapLayer::Identifiable)) {
            layers << vector;
        }
    }
    return layers;
}

} // namespace

std::optional<SelectedThing> thingAt(const map::MapDocument &document, const Vec2 &place, double tolerance)
{
    const QgsProject &project = document.project();
    const QList<QgsVectorLayer *> layers = searchable(document);
    for (const QgsVectorLayer *layer : layers) {
        const QgsCoordinateTransform transform(project.crs(), layer->crs(), project.transformContext());
        QgsRectangle box(place.x - tolerance, place.y - tolerance, place.x + tolerance, place.y + tolerance);
        QgsGeometry point = QgsGeometry::fromPointXY(QgsPointXY(place.x, place.y));
        try {
            box = transform.transformBoundingBox(box);
            point.transform(transform);
        } catch (const QgsCsException &) {
            continue;
        }
        QgsFeatureRequest request = requestFor(*layer, box);
        request.setLimit(kMostCandidates);
        QgsFeatureIterator features = layer->getFeatures(request);
        QgsFeature feature;
        QgsFeature best;
        double nearest = std::numeric_limits<double>::infinity();
        while (features.nextFeature(feature)) {
            const double distance = feature.geometry().distance(point);
            // Of areas over one another the smaller one is meant.
            const double weight = distance > 0 ? 1e18 * distance : feature.geometry().area();
            if (distance >= 0 && weight < nearest) {
                nearest = weight;
                best = feature;
            }
        }
        if (best.isValid()) {
            return thingOf(*layer, best);
        }
    }
    return std::nullopt;
}

std::vector<SelectedThing> thingsIn(const map::MapDocument &document, const QgsGeometry &shape, int limit)
{
    const QgsProject &project = document.project();
    const QList<QgsVectorLayer *> layers = searchable(document);
    for (const QgsVectorLayer *layer : layers) {
        QgsGeometry here = shape;
        try {
            here.transform(QgsCoordinateTransform(project.crs(), layer->crs(), project.transformContext()));
        } catch (const QgsCsException &) {
            continue;
        }
        std::unique_ptr<QgsGeometryEngine> engine(QgsGeometry::createGeometryEngine(here.constGet()));
        engine->prepareGeometry();
        std::vector<SelectedThing> things;
        QgsFeatureIterator features = layer->getFeatures(requestFor(*layer, here.boundingBox()));
        QgsFeature feature;
        while (features.nextFeature(feature) && static_cast<int>(things.size()) < limit) {
            if (feature.hasGeometry() && engine->intersects(feature.geometry().constGet())) {
                things.push_back(thingOf(*layer, feature));
            }
        }
        if (!things.empty()) {
            return things;
        }
    }
    return {};
}

} // namespace loci::widgets

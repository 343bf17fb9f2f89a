// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/selectionoverlay.h"

#include "widgets/common/tokens.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsfeatureiterator.h>
#include <qgsgeometry.h>
#include <qgsproject.h>
#include <qgsrectangle.h>
#include <qgsvectorlayer.h>

#include <QPainter>

namespace loci::widgets {

namespace {

constexpr int kMostShown = 5000; // of features that glow; the rest is selected all the same

QString cityLayerId(const QString &modelId)
{
    return QStringLiteral("city/") + modelId;
}

void appendRing(QPainterPath &path, const QVector<QgsPointXY> &points, const Vec2 &origin, bool close)
{
    for (int i = 0; i < points.size(); ++i) {
        const QPointF at(points.at(i).x() - origin.x, points.at(i).y() - origin.y);
        i == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    if (close) {
        path.closeSubpath();
    }
}

} // namespace

SelectionOverlay::SelectionOverlay(map::MapDocument &document, Selection &selection, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_selection(selection)
{
    m_areas.setFillRule(Qt::OddEvenFill);
    connect(&m_selection, &Selection::changed, this, &SelectionOverlay::rebuild);
    connect(&m_document, &map::MapDocument::layersChanged, this, [this] {
        m_footprints.clear();
        rebuild();
    });
    connect(&m_document, &map::MapDocument::crsChanged, this, &SelectionOverlay::rebuild);
}

std::optional<SelectionOverlay::Spot> SelectionOverlay::spotOf(const SelectedThing &thing)
{
    if (const auto *feature = std::get_if<FeatureRef>(&thing)) {
        auto *layer = qobject_cast<QgsVectorLayer *>(m_document.project().mapLayer(feature->layerId));
        return layer != nullptr && layer->isValid() ? std::optional<Spot>({layer, feature->featureId}) : std::nullopt;
    }
    const auto &object = std::get<CityObjectRef>(thing);
    const QString layerId = cityLayerId(object.modelId);
    auto *layer = qobject_cast<QgsVectorLayer *>(m_document.project().mapLayer(layerId));
    if (layer == nullptr) {
        return std::nullopt;
    }
    auto index = m_footprints.find(layerId);
    if (index == m_footprints.end()) {
        index = m_footprints.insert(layerId, {});
        QgsFeatureRequest request;
        request.setFlags(Qgis::FeatureRequestFlag::NoGeometry);
        request.setSubsetOfAttributes(QgsAttributeList{0});
        QgsFeatureIterator features = layer->getFeatures(request);
        QgsFeature feature;
        while (features.nextFeature(feature)) {
            index->insert(feature.attribute(0).toUInt(), feature.id());
        }
    }
    // The 3D view may point at a part; the outline belongs to the whole building.
    const city::CityModelPtr model = m_document.cityModel(object.modelId);
    std::uint32_t row = object.object;
    if (!index->contains(row) && model != nullptr && row < model->objectCount()) {
        row = model->rootOf(row);
    }
    const auto found = index->constFind(row);
    return found != index->constEnd() ? std::optional<Spot>({layer, *found}) : std::nullopt;
}

void SelectionOverlay::rebuild()
{
    m_areas = QPainterPath();
    m_areas.setFillRule(Qt::OddEvenFill);
    m_lines = QPainterPath();
    m_points.clear();
    QHash<QgsVectorLayer *, QList<qint64>> wanted;
    int count = 0;
    for (const SelectedThing &thing : m_selection.things()) {
        if (++count > kMostShown) {
            break;
        }
        if (const auto spot = spotOf(thing)) {
            wanted[spot->layer] << spot->featureId;
        }
    }
    bool originSet = false;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        if (!originSet) {
            originSet = true;
            const QgsRectangle full = m_document.fullExtent();
            m_origin = {full.center().x(), full.center().y()};
        }
        append(*it.key(), *it);
    }
    emit changed();
}

void SelectionOverlay::append(QgsVectorLayer &layer, const QList<qint64> &ids)
{
    const QgsProject &project = m_document.project();
    const QgsCoordinateTransform transform(layer.crs(), project.crs(), project.transformContext());
    QgsFeatureRequest request;
    request.setFilterFids(QgsFeatureIds(ids.cbegin(), ids.cend()));
    request.setNoAttributes();
    QgsFeatureIterator features = layer.getFeatures(request);
    QgsFeature feature;
    while (features.nextFeature(feature)) {
        QgsGeometry geometry = feature.geometry();
        try {
            geometry.transform(transform);
        } catch (const QgsCsException &) {
            continue; // outside of what the map's system can show
        }
        appendShape(geometry);
    }
}

void SelectionOverlay::appendShape(const QgsGeometry &geometry)
{
    switch (geometry.type()) {
    case Qgis::GeometryType::Polygon: {
        const QgsMultiPolygonXY parts =
            geometry.isMultipart() ? geometry.asMultiPolygon() : QgsMultiPolygonXY{geometry.asPolygon()};
        for (const QgsPolygonXY &polygon : parts) {
            for (const QgsPolylineXY &ring : polygon) {
                appendRing(m_areas, ring, m_origin, true);
            }
        }
        break;
    }
    case Qgis::GeometryType::Line: {
        const QgsMultiPolylineXY parts =
            geometry.isMultipart() ? geometry.asMultiPolyline() : QgsMultiPolylineXY{geometry.asPolyline()};
        for (const QgsPolylineXY &line : parts) {
            appendRing(m_lines, line, m_origin, false);
        }
        break;
    }
    case Qgis::GeometryType::Point: {
        const QgsMultiPointXY parts =
            geometry.isMultipart() ? geometry.asMultiPoint() : QgsMultiPointXY{geometry.asPoint()};
        for (const QgsPointXY &point : parts) {
            m_points.push_back({point.x(), point.y()});
        }
        break;
    }
    default:
        break;
    }
}

void SelectionOverlay::paint(QPainter &painter, const MapViewport &viewport) const
{
    if (m_areas.isEmpty() && m_lines.isEmpty() && m_points.empty()) {
        return;
    }
    const QTransform transform = viewport.pathTransform(m_origin);
    const QPainterPath areas = transform.map(m_areas);
    const QPainterPath lines = transform.map(m_lines);
    QColor glow = tokens().accent;
    glow.setAlpha(46);
    QColor body = tokens().accent;
    body.setAlpha(64);
    painter.save();
    painter.fillPath(areas, body);
    painter.setBrush(Qt::NoBrush);
    for (const double width : {11.0, 7.0}) {
        painter.setPen(QPen(glow, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(areas);
        painter.drawPath(lines);
    }
    painter.setPen(QPen(tokens().accent, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(areas);
    painter.drawPath(lines);
    for (const Vec2 &point : m_points) {
        const QPointF at = viewport.toPixel(point);
        painter.setPen(Qt::NoPen);
        painter.setBrush(glow);
        painter.drawEllipse(at, 11, 11);
        painter.setBrush(tokens().accent);
        painter.setPen(QPen(tokens().raised, 2));
        painter.drawEllipse(at, 6, 6);
    }
    painter.restore();
}

Box3 SelectionOverlay::boundsOf(const SelectedThing &thing)
{
    Box3 box;
    const auto spot = spotOf(thing);
    if (!spot) {
        return box;
    }
    const QgsFeature feature = spot->layer->getFeature(spot->featureId);
    if (!feature.hasGeometry()) {
        return box;
    }
    try {
        const QgsProject &project = m_document.project();
        const QgsRectangle r = QgsCoordinateTransform(spot->layer->crs(), project.crs(), project.transformContext())
                                   .transformBoundingBox(feature.geometry().boundingBox());
        box.include(Vec3{r.xMinimum(), r.yMinimum(), 0});
        box.include(Vec3{r.xMaximum(), r.yMaximum(), 0});
    } catch (const QgsCsException &) {
        return {};
    }
    return box;
}

} // namespace loci::widgets

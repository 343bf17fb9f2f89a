// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/featurefacts.h"

#include "layers/map/mapdocument.h"

#include <qgsexpression.h>
#include <qgsexpressioncontextutils.h>
#include <qgsfeature.h>
#include <qgsfields.h>
#include <qgsgeometry.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

namespace loci::map {

namespace {

QString titleOf(const QgsVectorLayer &layer, const QgsFeature &feature)
{
    QgsExpression expression(layer.displayExpression());
    if (expression.hasParserError()) {
        return QString::number(feature.id());
    }
    QgsExpressionContext context(QgsExpressionContextUtils::globalProjectLayerScopes(&layer));
    context.setFeature(feature);
    const QString title = expression.evaluate(&context).toString();
    return title.isEmpty() ? QString::number(feature.id()) : title;
}

} // namespace

FeatureFacts featureFacts(const MapDocument &document, const QString &layerId, std::int64_t featureId)
{
    FeatureFacts facts;
    const auto *layer = qobject_cast<QgsVectorLayer *>(document.project().mapLayer(layerId));
    if (layer == nullptr) {
        return facts;
    }
    const QgsFeature feature = layer->getFeature(featureId);
    if (!feature.isValid()) {
        return facts;
    }
    facts.found = true;
    facts.layerName = layer->name();
    facts.crs = layer->crs().authid();
    facts.title = titleOf(*layer, feature);
    const QgsFields fields = layer->fields();
    for (int i = 0; i < fields.count(); ++i) {
        facts.attributes.emplace_back(layer->attributeDisplayName(i), feature.attribute(i));
    }
    if (feature.hasGeometry()) {
        const QgsRectangle box = feature.geometry().boundingBox();
        facts.extent.include(Vec3{box.xMinimum(), box.yMinimum(), 0});
        facts.extent.include(Vec3{box.xMaximum(), box.yMaximum(), 0});
    }
    return facts;
}

} // namespace loci::map

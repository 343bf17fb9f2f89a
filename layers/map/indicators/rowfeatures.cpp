// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/indicators/rowfeatures.h"

#include "layers/map/mapdocument.h"

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfeaturerequest.h>
#include <qgsvectorlayer.h>

#include <algorithm>

namespace loci::map {

namespace {

constexpr long long kMostFeatures = 200'000;

bool isOwn(const QgsMapLayer &layer)
{
    return layer.id().startsWith(QLatin1String("indicator/")) || layer.id().startsWith(QLatin1String("heritage/"));
}

/// Fields that OgrTable takes a row's id from, in its order.
int idField(const QgsFields &fields)
{
    for (const char *name : {"id", "code", "ref_no", "ID", "编号"}) {
        const int index = fields.indexOf(QString::fromUtf8(name));
        if (index >= 0) {
            return index;
        }
    }
    return -1;
}

void searchLayer(const QgsVectorLayer &layer, QSet<QString> &wanted, std::vector<RowFeature> &found)
{
    const int field = idField(layer.fields());
    if (field < 0 || !layer.isValid() || layer.featureCount() > kMostFeatures) {
        return;
    }
    QgsFeatureRequest request;
    request.setFlags(Qgis::FeatureRequestFlag::NoGeometry);
    request.setSubsetOfAttributes({field});
    QgsFeatureIterator features = layer.getFeatures(request);
    QgsFeature feature;
    while (!wanted.isEmpty() && features.nextFeature(feature)) {
        const QString id = feature.attribute(field).toString();
        if (wanted.remove(id)) {
            found.push_back({layer.id(), feature.id(), id});
        }
    }
}

} // namespace

std::vector<RowFeature> featuresOfRows(const MapDocument &document, const QSet<QString> &rows, const QString &fileName)
{
    std::vector<const QgsVectorLayer *> layers;
    for (const QgsMapLayer *layer : document.visibleLayers()) {
        const auto *vector = qobject_cast<const QgsVectorLayer *>(layer);
        if (vector != nullptr && !isOwn(*layer)) {
            layers.push_back(vector);
        }
    }
    if (!fileName.isEmpty()) {
        std::stable_partition(layers.begin(), layers.end(),
                              [&fileName](const QgsVectorLayer *layer) { return layer->source().contains(fileName); });
    }
    std::vector<RowFeature> found;
    QSet<QString> wanted = rows;
    for (const QgsVectorLayer *layer : layers) {
        searchLayer(*layer, wanted, found);
    }
    return found;
}

} // namespace loci::map

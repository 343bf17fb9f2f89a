// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/layersearch.h"

#include "layers/map/mapdocument.h"

#include <qgsfeature.h>
#include <qgsfeatureiterator.h>
#include <qgsfeaturerequest.h>
#include <qgsfields.h>
#include <qgslayertree.h>
#include <qgslayertreelayer.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>
#include <qgsvectorlayerfeatureiterator.h>

#include <memory>

namespace loci::map {

namespace {

constexpr int kMostFeatures = 200000;

struct Source
{
    QString layerId, layerName;
    QgsFields fields;
    std::shared_ptr<QgsVectorLayerFeatureSource> features;
};

double scoreOf(const QString &value, const QString &text)
{
    if (value.compare(text, Qt::CaseInsensitive) == 0) {
        return 1;
    }
    if (value.startsWith(text, Qt::CaseInsensitive)) {
        return 0.8;
    }
    return value.contains(text, Qt::CaseInsensitive) ? 0.5 : 0;
}

void searchSource(const Source &source, const QString &text, int limit, const CancelToken &cancel,
                  std::vector<ValueHit> &hits)
{
    QgsFeatureRequest request;
    request.setFlags(Qgis::FeatureRequestFlag::NoGeometry);
    request.setLimit(kMostFeatures);
    QgsFeatureIterator iterator = source.features->getFeatures(request);
    QgsFeature feature;
    while (static_cast<int>(hits.size()) < limit && !cancel.isCancelled() && iterator.nextFeature(feature)) {
        const QgsAttributes attributes = feature.attributes();
        for (int i = 0; i < attributes.size(); ++i) {
            const QString value = attributes[i].toString();
            const double score = scoreOf(value, text);
            if (score > 0) {
                hits.push_back(
                    {source.layerId, source.layerName, source.fields.at(i).name(), value, feature.id(), score});
                break;
            }
        }
    }
}

} // namespace

std::vector<LayerName> layerNames(const MapDocument &document)
{
    std::vector<LayerName> names;
    const QList<QgsLayerTreeLayer *> nodes = document.project().layerTreeRoot()->findLayers();
    for (const QgsLayerTreeLayer *node : nodes) {
        names.push_back({node->layerId(), node->name()});
    }
    return names;
}

ValueSearch prepareValueSearch(const MapDocument &document, const QString &text, int limit)
{
    std::vector<Source> sources;
    const QList<QgsMapLayer *> layers = document.visibleLayers();
    for (QgsMapLayer *layer : layers) {
        if (auto *vector = qobject_cast<QgsVectorLayer *>(layer); vector != nullptr && vector->isValid()) {
            sources.push_back({vector->id(), vector->name(), vector->fields(),
                               std::make_shared<QgsVectorLayerFeatureSource>(vector)});
        }
    }
    return [sources, text, limit](const CancelToken &cancel) {
        std::vector<ValueHit> hits;
        for (const Source &source : sources) {
            searchSource(source, text, limit, cancel, hits);
        }
        return hits;
    };
}

} // namespace loci::map

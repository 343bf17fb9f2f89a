// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/mapdocument.h"

#include "layers/base/logging.h"
#include "layers/map/footprintlayer.h"
#include "layers/map/layertheme.h"
#include "layers/map/layerxml.h"
#include "layers/map/mapdocument_p.h"
#include "layers/map/projectimport.h"
#include "layers/map/quietstyle.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgslayertree.h>
#include <qgslayertreeregistrybridge.h>
#include <qgspathresolver.h>
#include <qgsproviderregistry.h>
#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace loci::map {

MapDocument::Private::Private(MapDocument *document) : q(document), project(nullptr, Qgis::ProjectCapabilities())
{
    coalesce.setSingleShot(true);
    coalesce.setInterval(0);
    QObject::connect(&coalesce, &QTimer::timeout, q, [this] { emit q->layersChanged(); });
    QgsLayerTree *root = project.layerTreeRoot();
    const auto note = [this] { changed(); };
    QObject::connect(root, &QgsLayerTreeNode::addedChildren, q, note);
    QObject::connect(root, &QgsLayerTreeNode::removedChildren, q, note);
    QObject::connect(root, &QgsLayerTreeNode::visibilityChanged, q, [this] {
        changed();
        openShownDeferred();
    });
    QObject::connect(root, &QgsLayerTree::layerOrderChanged, q, note);
    QObject::connect(&project, &QgsProject::crsChanged, q, [this] { emit q->crsChanged(); });
    QObject::connect(&project, &QgsProject::layersRemoved, q, [this](const QStringList &ids) {
        for (const QString &id : ids) {
            opening.remove(id);
        }
        changed();
    });
}

QgsReadWriteContext MapDocument::Private::context() const
{
    QgsReadWriteContext result;
    if (!baseFolder.isEmpty()) {
        result.setPathResolver(QgsPathResolver(baseFolder + QStringLiteral("/workspace.loci")));
    }
    result.setTransformContext(project.transformContext());
    return result;
}

QgsDataProvider::ProviderOptions MapDocument::Private::providerOptions() const
{
    QgsDataProvider::ProviderOptions options;
    options.transformContext = project.transformContext();
    return options;
}

OpenContext MapDocument::Private::openContext() const
{
    return {project.crs(), q->fullExtent(), project.transformContext()};
}

QByteArray MapDocument::Private::layerBytes(const QgsMapLayer &layer) const
{
    const auto closed = stored.constFind(layer.id());
    return closed != stored.constEnd() ? brokenLayerDocument(*closed, layer, context())
                                       : layerDocument(layer, context());
}

QByteArray MapDocument::Private::treeBytes() const
{
    return treeDocument(*project.layerTreeRoot(), isStored);
}

QByteArray MapDocument::Private::settingsBytes() const
{
    QJsonObject object = settings;
    const QgsCoordinateReferenceSystem crs = project.crs();
    if (crs.isValid()) {
        object.insert(QStringLiteral("crs"),
                      crs.authid().isEmpty() ? crs.toWkt(Qgis::CrsWktVariant::Preferred) : crs.authid());
    } else {
        object.remove(QStringLiteral("crs"));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QHash<QString, QByteArray> MapDocument::Private::liveDocuments() const
{
    QHash<QString, QByteArray> documents;
    const QMap<QString, QgsMapLayer *> layers = project.mapLayers();
    for (auto it = layers.cbegin(); it != layers.cend(); ++it) {
        if (isStored(it.key())) {
            documents.insert(QLatin1String(kLayerPrefix) + it.key(), layerBytes(*it.value()));
        }
    }
    documents.insert(QLatin1String(kTreeKey), treeBytes());
    documents.insert(QLatin1String(kSettingsKey), settingsBytes());
    return documents;
}

void MapDocument::Private::watch(QgsMapLayer &layer)
{
    const QString id = layer.id();
    const auto restyled = [this, id] { emit q->layerStyleChanged(id); };
    QObject::connect(&layer, &QgsMapLayer::styleChanged, q, restyled);
    QObject::connect(&layer, &QgsMapLayer::repaintRequested, q, restyled);
    QObject::connect(&layer, &QgsMapLayer::crsChanged, q, [this] { changed(); });
}

void MapDocument::Private::adoptCrs(const QgsMapLayer &layer)
{
    if (project.crs().isValid() || !layer.crs().isValid()) {
        return;
    }
    // A compound system (plane and height) draws like its plane; the plane has the better known code.
    const QgsCoordinateReferenceSystem plane = layer.crs().horizontalCrs();
    project.setCrs(plane.isValid() ? plane : layer.crs(), true);
}

MapDocument::MapDocument(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this))
{
    d->baseline = d->liveDocuments();
}

MapDocument::~MapDocument()
{
    d->project.disconnect(this);
    d->project.layerTreeRoot()->disconnect(this);
}

QgsProject &MapDocument::project() const
{
    return d->project;
}

void MapDocument::setBaseFolder(const QString &folder)
{
    d->baseFolder = folder;
}

QString MapDocument::baseFolder() const
{
    return d->baseFolder;
}

bool MapDocument::isDark() const
{
    return d->dark;
}

void MapDocument::setDark(bool dark)
{
    if (d->dark == dark) {
        return;
    }
    d->dark = dark;
    const QMap<QString, QgsMapLayer *> layers = d->project.mapLayers();
    for (auto it = layers.cbegin(); it != layers.cend(); ++it) {
        const QString key = QLatin1String(kLayerPrefix) + it.key();
        const bool clean = it.value()->isValid() && d->baseline.value(key) == d->layerBytes(*it.value());
        if (!switchQuietStyle(*it.value(), dark)) {
            continue;
        }
        // A change of theme is no edit: the document that would now be written is the unchanged one.
        if (clean) {
            d->baseline.insert(key, d->layerBytes(*it.value()));
        }
        it.value()->triggerRepaint();
    }
}

std::vector<MapDocument::DocumentChange> MapDocument::takeChanges()
{
    std::vector<DocumentChange> changes;
    QHash<QString, QByteArray> live = d->liveDocuments();
    for (auto it = live.cbegin(); it != live.cend(); ++it) {
        const auto before = d->baseline.constFind(it.key());
        if (before == d->baseline.cend() || *before != *it) {
            changes.push_back({it.key(), *it});
        }
    }
    for (auto it = d->baseline.cbegin(); it != d->baseline.cend(); ++it) {
        if (!live.contains(it.key())) {
            changes.push_back({it.key(), std::nullopt});
        }
    }
    std::sort(changes.begin(), changes.end(), [](const auto &a, const auto &b) { return a.key < b.key; });
    d->baseline = std::move(live);
    return changes;
}

void MapDocument::addSource(const SourceSpec &source, Done done)
{
    if (source.path.endsWith(QLatin1String(".qgs"), Qt::CaseInsensitive) ||
        source.path.endsWith(QLatin1String(".qgz"), Qt::CaseInsensitive)) {
        addProject(source.path, std::move(done));
        return;
    }
    const bool remote = isRemote(source.provider, source.path.isEmpty() ? source.uri : source.path);
    ++d->sources;
    const auto finish = [this, done = std::move(done)](Result<Loaded<OpenedSource>> result) {
        --d->sources;
        if (!result) {
            done(fail(std::move(result.error())));
        } else {
            done(Loaded<QStringList>{d->insertOpened(std::move(result->value)), std::move(result->findings)});
        }
        if (isIdle()) {
            emit becameIdle();
        }
    };
    const auto open = [this, source, remote, finish] {
        d->background.run(
            remote ? Background::Line::Remote : Background::Line::Local,
            [source, context = d->openContext()](const CancelToken &token) {
                return openSource(source, context, token);
            },
            finish);
    };
    if (!remote) {
        open();
        return;
    }
    d->probe.ask(source.provider, source.uri, [open, finish, source](bool answers, const QString &why) {
        if (answers) {
            open();
            return;
        }
        finish(fail(
            ErrorCode::NotReadable,
            QCoreApplication::translate("Map", "The server of %1 does not answer. Check the address and the network.")
                .arg(source.name.isEmpty() ? source.provider : source.name),
            why));
    });
}

bool MapDocument::isOpening(const QString &layerId) const
{
    return d->opening.contains(layerId);
}

bool MapDocument::isIdle() const
{
    return d->opening.isEmpty() && d->sources == 0;
}

QgsMapLayer *MapDocument::setCityFootprints(const QString &modelId, const QString &name,
                                            const city::CityModelPtr &model,
                                            const std::vector<city::Footprint> &footprints)
{
    LOCI_EXPECT(model != nullptr, return nullptr);
    const QString id = QLatin1String(kCityPrefix) + modelId;
    auto layer = footprintLayer(name, *model, footprints);
    layer->setId(id);
    applyQuietStyle(*layer, LayerTheme::Building, d->dark);
    QgsLayerTreeLayer *old = d->project.layerTreeRoot()->findLayer(id);
    const bool visible = old == nullptr || old->itemVisibilityChecked();
    removeCityFootprints(modelId);
    d->cityModels.insert(modelId, model);
    QgsMapLayer *added = d->project.addMapLayer(layer.release(), false);
    auto node = std::make_unique<QgsLayerTreeLayer>(added);
    node->setItemVisibilityChecked(visible);
    node->setExpanded(false);
    d->insertNode(*d->project.layerTreeRoot(), std::move(node), themeRank(LayerTheme::Building) + 1);
    d->adoptCrs(*added);
    d->watch(*added);
    d->changed();
    return added;
}

void MapDocument::removeCityFootprints(const QString &modelId)
{
    d->cityModels.remove(modelId);
    d->project.removeMapLayer(QLatin1String(kCityPrefix) + modelId);
}

QgsMapLayer *MapDocument::addDerivedLayer(std::unique_ptr<QgsVectorLayer> layer, int rank)
{
    LOCI_EXPECT(layer != nullptr && isDerivedLayer(layer->id()), return nullptr);
    QgsMapLayer *added = d->project.addMapLayer(layer.release(), false);
    if (added == nullptr) {
        return nullptr;
    }
    auto node = std::make_unique<QgsLayerTreeLayer>(added);
    node->setExpanded(false);
    d->insertNode(*d->project.layerTreeRoot(), std::move(node), rank);
    d->adoptCrs(*added);
    d->watch(*added);
    d->changed();
    return added;
}

void MapDocument::removeDerivedLayer(const QString &layerId)
{
    d->project.removeMapLayer(layerId);
}

city::CityModelPtr MapDocument::cityModel(const QString &modelId) const
{
    return d->cityModels.value(modelId);
}

void MapDocument::setCityFootprintsVisible(const QString &modelId, bool visible)
{
    QgsLayerTreeLayer *node = d->project.layerTreeRoot()->findLayer(QLatin1String(kCityPrefix) + modelId);
    if (node != nullptr && node->itemVisibilityChecked() != visible) {
        node->setItemVisibilityChecked(visible);
    }
}

QList<QgsMapLayer *> MapDocument::visibleLayers() const
{
    QList<QgsMapLayer *> visible;
    const QgsLayerTree *root = d->project.layerTreeRoot();
    const QList<QgsMapLayer *> order = root->layerOrder();
    for (QgsMapLayer *layer : order) {
        const QgsLayerTreeLayer *node = layer != nullptr ? root->findLayer(layer->id()) : nullptr;
        if (node != nullptr && node->isVisible() && layer->isValid() && layer->isSpatial()) {
            visible << layer;
        }
    }
    return visible;
}

QgsRectangle MapDocument::fullExtent() const
{
    QgsRectangle data;
    QgsRectangle backdrop;
    const QList<QgsMapLayer *> layers = visibleLayers();
    for (QgsMapLayer *layer : layers) {
        const QgsRectangle extent = layer->extent();
        if (extent.isNull() || !extent.isFinite()) {
            continue;
        }
        QgsRectangle here = extent;
        try {
            QgsCoordinateTransform transform(layer->crs(), d->project.crs(), d->project.transformContext());
            transform.setBallparkTransformsAreAppropriate(true);
            here = transform.transformBoundingBox(extent);
        } catch (const QgsCsException &error) {
            qCDebug(logMap, "Extent of %s cannot be transformed.", qPrintable(layer->name()));
            continue;
        }
        if (!here.isFinite()) {
            continue;
        }
        // A base map of the world is no reason to show the world.
        (isRemote(layer->providerType(), layer->source()) ? backdrop : data).combineExtentWith(here);
    }
    return data.isNull() ? backdrop : data;
}

} // namespace loci::map

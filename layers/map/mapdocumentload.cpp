// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Documents into the live project, and the opening of placeholders.
#include "layers/base/logging.h"
#include "layers/map/layertheme.h"
#include "layers/map/layerxml.h"
#include "layers/map/mapdocument_p.h"
#include "layers/map/projectimport.h"
#include "layers/map/quietstyle.h"
#include "layers/map/services/sessionpasswords.h"

#include <qgslayertree.h>
#include <qgslayertreeregistrybridge.h>
#include <qgsmaplayer.h>
#include <qgsproviderregistry.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace loci::map {

namespace {

QString layerIdOf(const QString &key)
{
    return key.mid(static_cast<qsizetype>(sizeof(kLayerPrefix)) - 1);
}

/// The file a source stands on; empty for servers and memory.
QString fileOf(const QgsMapLayer &layer)
{
    if (isRemote(layer.providerType(), layer.source())) {
        return {};
    }
    const QString path = QgsProviderRegistry::instance()
                             ->decodeUri(layer.providerType(), layer.source())
                             .value(QStringLiteral("path"))
                             .toString();
    return path.startsWith(QLatin1String("/vsi")) ? QString() : path;
}

/// A document from elsewhere may hold a password: it goes where passwords are, and the document stays without.
QByteArray withoutSecrets(QDomDocument &document, const QByteArray &bytes)
{
    QDomElement element = document.documentElement();
    SessionPasswords *passwords = SessionPasswords::current();
    const QString source = childText(element, QStringLiteral("datasource"));
    const QString clean =
        passwords != nullptr ? passwords->takeSecrets(childText(element, QStringLiteral("provider")), source) : source;
    if (clean == source) {
        return bytes;
    }
    setChildText(element, QStringLiteral("datasource"), clean);
    return canonicalXml(element);
}

Finding layerFinding(Severity severity, const char *code, const QgsMapLayer &layer, const QString &message)
{
    Finding finding{severity, QLatin1String(code), layer.id(), {}, message};
    finding.source = layer.name();
    return finding;
}

/// The nodes of layers whose documents are damaged have no layer to name them.
void nameOrphans(QgsLayerTree &tree)
{
    constexpr qsizetype kUniqueTail = 37;
    const QList<QgsLayerTreeLayer *> nodes = tree.findLayers();
    for (QgsLayerTreeLayer *node : nodes) {
        if (node->layer() == nullptr && node->name().isEmpty()) {
            const QString id = node->layerId();
            node->setName(id.size() > kUniqueTail ? id.chopped(kUniqueTail) : id);
        }
    }
}

} // namespace

Findings MapDocument::load(const QStringList &keys, const Reader &reader)
{
    qCDebug(logMap, "Load %lld map documents.", static_cast<long long>(keys.size()));
    FindingList findings;
    d->removeEverything();
    if (const auto settings = reader(QLatin1String(kSettingsKey))) {
        d->loadSettings(*settings);
    } else {
        d->loadSettings({});
    }
    for (const QString &key : keys) {
        if (key.startsWith(QLatin1String(kLayerPrefix))) {
            if (const auto bytes = reader(key)) {
                d->addPlaceholder(*bytes, findings, key);
            }
        }
    }
    const auto tree = reader(QLatin1String(kTreeKey));
    d->loadTree(tree.value_or(QByteArray()));
    const QMap<QString, QgsMapLayer *> layers = d->project.mapLayers();
    for (QgsMapLayer *layer : layers) {
        layer->resolveReferences(&d->project);
        if (d->stored.contains(layer->id())) {
            d->openPlaceholder(*layer, findings);
        }
    }
    d->baseline = d->liveDocuments();
    d->changed();
    return findings.take();
}

void MapDocument::apply(const QStringList &changedKeys, const Reader &reader)
{
    FindingList findings;
    const QStringList sorted = [&] {
        QStringList keys = changedKeys;
        keys.sort(); // layers before the tree that names them
        return keys;
    }();
    bool treeChanged = false;
    for (const QString &key : sorted) {
        if (key.startsWith(QLatin1String(kLayerPrefix))) {
            d->applyLayer(layerIdOf(key), reader(key), findings);
        } else if (key == QLatin1String(kSettingsKey)) {
            d->loadSettings(reader(key).value_or(QByteArray()));
        } else if (key == QLatin1String(kTreeKey)) {
            treeChanged = true;
        }
    }
    if (treeChanged) {
        d->loadTree(reader(QLatin1String(kTreeKey)).value_or(QByteArray()));
    }
    const QHash<QString, QByteArray> live = d->liveDocuments();
    for (const QString &key : sorted) {
        if (const auto it = live.constFind(key); it != live.cend()) {
            d->baseline.insert(key, *it);
        } else {
            d->baseline.remove(key);
        }
    }
    d->changed();
    if (!findings.findings().empty()) {
        emit findingsReported(findings.take());
    }
}

Result<> MapDocument::repairSource(const QString &layerId, const QString &newPath)
{
    QgsMapLayer *layer = d->project.mapLayer(layerId);
    if (layer == nullptr) {
        return fail(ErrorCode::Usage, QCoreApplication::translate("Map", "This layer is not there any more."));
    }
    if (!QFileInfo::exists(newPath)) {
        return fail(ErrorCode::NotReadable,
                    QCoreApplication::translate("Map", "%1 is not there.").arg(QDir::toNativeSeparators(newPath)));
    }
    QgsProviderRegistry *registry = QgsProviderRegistry::instance();
    QVariantMap parts = registry->decodeUri(layer->providerType(), layer->source());
    parts.insert(QStringLiteral("path"), newPath);
    return changeSource(layerId, layer->providerType(), registry->encodeUri(layer->providerType(), parts));
}

Result<> MapDocument::changeSource(const QString &layerId, const QString &provider, const QString &uri)
{
    QgsMapLayer *layer = d->project.mapLayer(layerId);
    if (layer == nullptr) {
        return fail(ErrorCode::Usage, QCoreApplication::translate("Map", "This layer is not there any more."));
    }
    LOCI_TRY(QDomDocument document, parseXml(d->layerBytes(*layer)));
    QDomElement element = document.documentElement();
    setChildText(element, QStringLiteral("datasource"), uri);
    setChildText(element, QStringLiteral("provider"), provider);
    FindingList findings;
    const QByteArray before = d->baseline.value(QLatin1String(kLayerPrefix) + layerId);
    d->applyLayer(layerId, canonicalXml(element), findings);
    d->baseline.insert(QLatin1String(kLayerPrefix) + layerId, before); // it is an edit, to be committed
    return {};
}

QHash<QString, QString> MapDocument::files() const
{
    QHash<QString, QString> files;
    const QMap<QString, QgsMapLayer *> layers = d->project.mapLayers();
    for (const QgsMapLayer *layer : layers) {
        const QString file = Private::isStored(layer->id()) && layer->isValid() ? fileOf(*layer) : QString();
        if (!file.isEmpty()) {
            files.insert(layer->id(), QFileInfo(file).absoluteFilePath());
        }
    }
    return files;
}

void MapDocument::reopen(const QString &layerId)
{
    QgsMapLayer *layer = d->project.mapLayer(layerId);
    if (layer == nullptr || !Private::isStored(layerId) || isOpening(layerId)) {
        return;
    }
    FindingList findings;
    d->openPlaceholder(*layer, findings);
    if (!findings.findings().empty()) {
        emit findingsReported(findings.take());
    }
}

void MapDocument::report(const Findings &findings)
{
    emit findingsReported(findings);
}

bool MapDocument::needsPassword(const QString &layerId) const
{
    const QgsMapLayer *layer = d->project.mapLayer(layerId);
    const SessionPasswords *passwords = SessionPasswords::current();
    return layer != nullptr && passwords != nullptr && d->stored.contains(layerId) &&
           passwords->isWanted(layer->providerType(), layer->source());
}

QString MapDocument::userOf(const QString &layerId) const
{
    const QgsMapLayer *layer = d->project.mapLayer(layerId);
    return layer != nullptr ? SessionPasswords::userOf(layer->providerType(), layer->source()) : QString();
}

void MapDocument::setPassword(const QString &layerId, const QString &user, const QString &password)
{
    const QgsMapLayer *layer = d->project.mapLayer(layerId);
    SessionPasswords *passwords = SessionPasswords::current();
    if (layer == nullptr || passwords == nullptr) {
        return;
    }
    QStringList waiting;
    const QMap<QString, QgsMapLayer *> layers = d->project.mapLayers();
    for (const QgsMapLayer *other : layers) {
        if (needsPassword(other->id()) || other == layer) {
            waiting << other->id();
        }
    }
    passwords->remember(layer->providerType(), layer->source(), user, password);
    for (const QString &id : std::as_const(waiting)) {
        if (!needsPassword(id)) {
            reopen(id);
        }
    }
}

void MapDocument::Private::removeEverything()
{
    opening.clear();
    stored.clear();
    project.removeAllMapLayers();
    project.layerTreeRoot()->removeAllChildren();
}

void MapDocument::Private::loadSettings(const QByteArray &bytes)
{
    settings = QJsonDocument::fromJson(bytes).object();
    const QString text = settings.value(QStringLiteral("crs")).toString();
    const QgsCoordinateReferenceSystem crs = crsFromText(text);
    if (crs != project.crs()) {
        project.setCrs(crs, true);
    }
}

QgsMapLayer *MapDocument::Private::addPlaceholder(const QByteArray &bytes, FindingList &findings, const QString &key)
{
    Result<QDomDocument> document = parseXml(bytes);
    std::unique_ptr<QgsMapLayer> layer = document ? emptyLayer(document->documentElement()) : nullptr;
    const QByteArray clean = document ? withoutSecrets(*document, bytes) : bytes;
    if (layer == nullptr) {
        findings.add({Severity::Error, QStringLiteral("layer_damaged"), layerIdOf(key), key,
                      QCoreApplication::translate("Map", "A layer of this workspace is damaged and was left out.")});
        return nullptr;
    }
    QgsReadWriteContext readContext = context();
    layer->readLayerXml(document->documentElement(), readContext, QgsMapLayer::FlagDontResolveLayers);
    if (!key.isEmpty() && layer->id() != layerIdOf(key)) {
        layer->setId(layerIdOf(key));
    }
    stored.insert(layer->id(), clean);
    QgsMapLayer *added = project.addMapLayer(layer.release(), false);
    if (added != nullptr) {
        watch(*added);
    }
    return added;
}

void MapDocument::Private::loadTree(const QByteArray &bytes)
{
    QgsLayerTree *root = project.layerTreeRoot();
    if (!bytes.isEmpty() && bytes == treeBytes()) {
        return;
    }
    std::unique_ptr<QgsLayerTree> tree;
    if (Result<QDomDocument> document = parseXml(bytes); document) {
        QDomElement element = document->documentElement();
        tree.reset(QgsLayerTree::readXml(element, context()));
    }
    if (tree == nullptr) {
        tree = std::make_unique<QgsLayerTree>();
    }
    tree->resolveReferences(&project);
    nameOrphans(*tree);
    // Footprints of city models are no part of the document: they keep their place among the new nodes.
    const QList<QgsLayerTreeNode *> old = root->children();
    for (int i = 0; i < old.size(); ++i) {
        if (QgsLayerTree::isLayer(old.at(i)) && !isStored(QgsLayerTree::toLayer(old.at(i))->layerId())) {
            tree->insertChildNode(std::min(i, static_cast<int>(tree->children().size())), old.at(i)->clone());
        }
    }
    const QMap<QString, QgsMapLayer *> layers = project.mapLayers();
    for (QgsMapLayer *layer : layers) {
        if (tree->findLayer(layer->id()) == nullptr) {
            insertNode(*tree, std::make_unique<QgsLayerTreeLayer>(layer), themeRank(*layer));
        }
    }
    QList<QgsLayerTreeNode *> nodes;
    const QList<QgsLayerTreeNode *> read = tree->children();
    for (const QgsLayerTreeNode *node : read) {
        nodes << node->clone();
    }
    // New before old: QGIS takes a layer whose last node goes out of the project, even when a node comes back later.
    root->insertChildNodes(0, nodes);
    root->removeChildren(static_cast<int>(nodes.size()), static_cast<int>(old.size()));
    root->setCustomLayerOrder(tree->customLayerOrder());
    root->setHasCustomLayerOrder(tree->hasCustomLayerOrder());
}

void MapDocument::Private::applyLayer(const QString &id, const std::optional<QByteArray> &bytes, FindingList &findings)
{
    QgsMapLayer *layer = project.mapLayer(id);
    if (!bytes) {
        stored.remove(id);
        project.removeMapLayer(id);
        return;
    }
    if (layer != nullptr) {
        restoreLayer(*layer, *bytes);
        return;
    }
    layer = addPlaceholder(*bytes, findings, QLatin1String(kLayerPrefix) + id);
    if (layer == nullptr) {
        return;
    }
    if (project.layerTreeRoot()->findLayer(id) == nullptr) {
        insertNode(*project.layerTreeRoot(), std::make_unique<QgsLayerTreeLayer>(layer), themeRank(*layer));
    }
    openPlaceholder(*layer, findings);
}

void MapDocument::Private::restoreLayer(QgsMapLayer &layer, const QByteArray &bytes)
{
    if (layerBytes(layer) == bytes) {
        return;
    }
    const Result<QDomDocument> document = parseXml(bytes);
    if (!document) {
        return;
    }
    const QDomElement element = document->documentElement();
    QgsReadWriteContext readContext = context();
    const Result<QDomDocument> now = parseXml(layerBytes(layer));
    const bool sameSource =
        now && layer.isValid() && !stored.contains(layer.id()) &&
        childText(now->documentElement(), QStringLiteral("datasource")) ==
            childText(element, QStringLiteral("datasource")) &&
        childText(now->documentElement(), QStringLiteral("provider")) == childText(element, QStringLiteral("provider"));
    if (sameSource) {
        layer.setName(childText(element, QStringLiteral("layername")));
        QgsCoordinateReferenceSystem crs;
        crs.readXml(element.firstChildElement(QStringLiteral("srs")));
        if (crs != layer.crs()) {
            layer.setCrs(crs);
        }
        QString error;
        layer.readSymbology(element, error, readContext);
        layer.readStyle(element, error, readContext);
        if (layerBytes(layer) == bytes) {
            layer.triggerRepaint();
            emit layer.styleChanged();
            return;
        }
    }
    // Another source, or something that only a full reading brings back: the layer becomes a placeholder again.
    FindingList findings;
    if (childText(element, QStringLiteral("provider")) != layer.providerType()) {
        // A layer keeps the provider it was made with: another one takes its place in project and tree.
        const QString key = QLatin1String(kLayerPrefix) + layer.id();
        // Its node in the tree waits for the one that takes its place.
        project.layerTreeRegistryBridge()->setEnabled(false);
        project.removeMapLayer(layer.id());
        if (QgsMapLayer *other = addPlaceholder(bytes, findings, key)) {
            project.layerTreeRoot()->resolveReferences(&project);
            openPlaceholder(*other, findings);
        }
        project.layerTreeRegistryBridge()->setEnabled(true);
    } else {
        stored.insert(layer.id(), bytes);
        layer.readLayerXml(element, readContext, QgsMapLayer::FlagDontResolveLayers);
        openPlaceholder(layer, findings);
    }
    if (!findings.findings().empty()) {
        emit q->findingsReported(findings.take());
    }
}

bool MapDocument::Private::openPlaceholder(QgsMapLayer &layer, FindingList &findings)
{
    const QString id = layer.id();
    const QString file = fileOf(layer);
    if (!file.isEmpty() && !QFileInfo::exists(file)) {
        opening.remove(id);
        findings.add(layerFinding(
            Severity::Error, "layer_missing", layer,
            QCoreApplication::translate(
                "Map", "The file of layer %1 is not there: %2. Point to its new place to repair the layer.")
                .arg(layer.name(), QDir::toNativeSeparators(file))));
        return false;
    }
    if (layer.customProperty(QLatin1String(kDeferredProperty)).toBool()) {
        const QgsLayerTreeLayer *node = project.layerTreeRoot()->findLayer(id);
        if (node == nullptr || !node->isVisible()) {
            return true;
        }
        layer.removeCustomProperty(QLatin1String(kDeferredProperty));
    }
    const quint64 ticket = ++lastTicket;
    opening.insert(id, ticket);
    if (file.isEmpty() && isRemote(layer.providerType(), layer.source())) {
        probe.ask(layer.providerType(), layer.source(), [this, id, ticket](bool answers, const QString &why) {
            if (opening.value(id) != ticket) {
                return;
            }
            if (answers) {
                openInWorker(id);
            } else {
                giveUp(id, why);
            }
        });
        return true;
    }
    openInWorker(id);
    return true;
}

void MapDocument::Private::openInWorker(const QString &layerId)
{
    const QgsMapLayer *layer = project.mapLayer(layerId);
    if (layer == nullptr) {
        return;
    }
    const QString provider = layer->providerType();
    const QString uri = layer->source();
    const quint64 ticket = opening.value(layerId);
    const auto line = isRemote(provider, uri) ? Background::Line::Remote : Background::Line::Local;
    background.run(
        line,
        [provider, uri, options = providerOptions()](const CancelToken &token) {
            std::unique_ptr<QgsDataProvider> made;
            if (!token.isCancelled()) {
                made.reset(QgsProviderRegistry::instance()->createProvider(provider, uri, options));
            }
            Background::adopt(made.get());
            return made;
        },
        [this, layerId, ticket](std::unique_ptr<QgsDataProvider> made) {
            if (opening.value(layerId) == ticket) {
                attachProvider(layerId, std::move(made));
            }
        });
}

void MapDocument::Private::attachProvider(const QString &layerId, std::unique_ptr<QgsDataProvider> provider)
{
    QgsMapLayer *layer = project.mapLayer(layerId);
    if (layer == nullptr) {
        opening.remove(layerId);
        return;
    }
    if (provider == nullptr || !provider->isValid()) {
        giveUp(layerId, provider != nullptr ? provider->error().summary() : QString());
        return;
    }
    const QString key = QLatin1String(kLayerPrefix) + layerId;
    const QByteArray bytes = layerBytes(*layer);
    const bool clean = bytes == baseline.value(key);
    const Result<QDomDocument> document = parseXml(bytes);
    if (!document) {
        giveUp(layerId, QStringLiteral("The stored document does not parse."));
        return;
    }
    QgsReadWriteContext readContext = context();
    layer->readLayerXml(document->documentElement(), readContext, {}, provider.release());
    if (!layer->isValid()) {
        giveUp(layerId, layer->error().summary());
        return;
    }
    stored.remove(layerId);
    layer->resolveReferences(&project);
    switchQuietStyle(*layer, dark);
    if (clean) {
        baseline.insert(key, layerDocument(*layer, context()));
    }
    finishOpening(layerId);
}

void MapDocument::Private::giveUp(const QString &layerId, const QString &why)
{
    if (const QgsMapLayer *layer = project.mapLayer(layerId)) {
        qCWarning(logMap, "Layer %s cannot be opened: %s", qPrintable(layerId), qPrintable(why));
        const bool remote = isRemote(layer->providerType(), layer->source());
        if (q->needsPassword(layerId)) {
            emit q->findingsReported(
                {layerFinding(Severity::Warning, "password_needed", *layer,
                              QCoreApplication::translate("Map", "The server of layer %1 asks for a password. Choose "
                                                                 "“Connect again” in the layer's menu to type it.")
                                  .arg(layer->name()))});
            finishOpening(layerId);
            return;
        }
        const QString message =
            remote ? QCoreApplication::translate(
                         "Map", "The server of layer %1 does not answer; the layer is left out until it does.")
                         .arg(layer->name())
                   : QCoreApplication::translate(
                         "Map", "Layer %1 cannot be opened: its file is damaged or no longer holds it.")
                         .arg(layer->name());
        emit q->findingsReported({layerFinding(Severity::Error, "layer_unavailable", *layer, message)});
    }
    finishOpening(layerId);
}

void MapDocument::Private::finishOpening(const QString &layerId)
{
    opening.remove(layerId);
    emit q->layerOpened(layerId);
    changed();
    if (q->isIdle()) {
        emit q->becameIdle();
    }
}

void MapDocument::Private::openShownDeferred()
{
    const QMap<QString, QgsMapLayer *> layers = project.mapLayers();
    for (QgsMapLayer *layer : layers) {
        const QgsLayerTreeLayer *node = project.layerTreeRoot()->findLayer(layer->id());
        if (node != nullptr && node->isVisible() && layer->customProperty(QLatin1String(kDeferredProperty)).toBool() &&
            stored.contains(layer->id())) {
            FindingList findings;
            openPlaceholder(*layer, findings);
        }
    }
}

} // namespace loci::map

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// New layers into project and tree.
#include "layers/map/layertheme.h"
#include "layers/map/layerxml.h"
#include "layers/map/mapdocument_p.h"
#include "layers/map/projectimport.h"
#include "layers/map/quietstyle.h"

#include <qgslayertree.h>
#include <qgsmaplayer.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace loci::map {

namespace {

int rankOf(QgsLayerTreeNode &node)
{
    if (QgsLayerTree::isLayer(&node)) {
        const QgsMapLayer *layer = QgsLayerTree::toLayer(&node)->layer();
        return layer != nullptr ? themeRank(*layer) : themeRank(LayerTheme::Polygon);
    }
    int highest = -1;
    const QList<QgsLayerTreeNode *> children = node.children();
    for (QgsLayerTreeNode *child : children) {
        highest = std::max(highest, rankOf(*child));
    }
    return highest;
}

} // namespace

void MapDocument::Private::insertNode(QgsLayerTreeGroup &group, std::unique_ptr<QgsLayerTreeNode> node, int rank)
{
    const QList<QgsLayerTreeNode *> children = group.children();
    int index = 0;
    while (index < children.size() && rankOf(*children.at(index)) > rank) {
        ++index;
    }
    group.insertChildNode(index, node.release());
}

QStringList MapDocument::Private::insertOpened(OpenedSource opened)
{
    QStringList ids;
    QgsLayerTree *root = project.layerTreeRoot();
    std::unique_ptr<QgsLayerTreeGroup> group;
    if (opened.layers.size() > 1) {
        group = std::make_unique<QgsLayerTreeGroup>(opened.name);
    }
    int highest = 0;
    for (std::unique_ptr<QgsMapLayer> &layer : opened.layers) {
        const LayerTheme theme = themeOf(*layer);
        applyQuietStyle(*layer, theme, dark);
        QgsMapLayer *added = project.addMapLayer(layer.release(), false);
        if (added == nullptr) {
            continue;
        }
        watch(*added);
        adoptCrs(*added);
        ids << added->id();
        auto node = std::make_unique<QgsLayerTreeLayer>(added);
        node->setExpanded(false);
        highest = std::max(highest, themeRank(theme));
        insertNode(group != nullptr ? *group : *root, std::move(node), themeRank(theme));
    }
    if (group != nullptr) {
        insertNode(*root, std::move(group), highest);
    }
    changed();
    return ids;
}

void MapDocument::addProject(const QString &path, Done done)
{
    ++d->sources;
    d->background.run(
        Background::Line::Local, [path](const CancelToken &token) { return readProject(path, token); },
        [this, path, done = std::move(done)](Result<Loaded<ImportedProject>> result) {
            --d->sources;
            if (!result) {
                done(fail(std::move(result.error())));
                return;
            }
            FindingList findings;
            for (Finding &finding : result->findings) {
                findings.add(std::move(finding));
            }
            ImportedProject &imported = result->value;
            QStringList ids;
            for (const QByteArray &bytes : imported.layers) {
                if (const QgsMapLayer *layer = d->addPlaceholder(bytes, findings, QString())) {
                    ids << layer->id();
                }
            }
            if (!d->project.crs().isValid() && !imported.crs.isEmpty()) {
                d->project.setCrs(crsFromText(imported.crs), true);
            }
            if (Result<QDomDocument> document = parseXml(imported.tree); document) {
                QDomElement element = document->documentElement();
                QgsReadWriteContext context;
                const std::unique_ptr<QgsLayerTree> tree(QgsLayerTree::readXml(element, context));
                auto group = std::make_unique<QgsLayerTreeGroup>(QFileInfo(path).completeBaseName());
                if (tree != nullptr) {
                    tree->resolveReferences(&d->project);
                    const QList<QgsLayerTreeNode *> children = tree->children();
                    for (const QgsLayerTreeNode *child : children) {
                        group->addChildNode(child->clone());
                    }
                }
                d->project.layerTreeRoot()->insertChildNode(0, group.release());
            }
            for (const QString &id : std::as_const(ids)) {
                QgsMapLayer *layer = d->project.mapLayer(id);
                if (d->project.layerTreeRoot()->findLayer(id) == nullptr) {
                    d->insertNode(*d->project.layerTreeRoot(), std::make_unique<QgsLayerTreeLayer>(layer),
                                  themeRank(*layer));
                }
                d->openPlaceholder(*layer, findings);
            }
            d->changed();
            done(Loaded<QStringList>{ids, findings.take()});
        });
}

} // namespace loci::map

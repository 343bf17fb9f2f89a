// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/layertreefilter.h"

#include <qgslayertree.h>
#include <qgslayertreelayer.h>
#include <qgslayertreemodel.h>
#include <qgslayertreemodellegendnode.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include <QIcon>
#include <QPixmap>

namespace loci::widgets {

namespace {
/// Layers that other rooms make (outlines of city models) have their own rows and are not edited here.
constexpr char kDerivedPrefix[] = "city/";

QString iconNameOf(const QgsMapLayer *layer)
{
    const auto *vector = qobject_cast<const QgsVectorLayer *>(layer);
    if (!vector) {
        return layer && layer->providerType() == QLatin1String("wms") ? QStringLiteral("service")
                                                                      : QStringLiteral("raster");
    }
    switch (vector->geometryType()) {
    case Qgis::GeometryType::Point:
        return QStringLiteral("geometry-point");
    case Qgis::GeometryType::Line:
        return QStringLiteral("geometry-line");
    case Qgis::GeometryType::Polygon:
        return QStringLiteral("geometry-polygon");
    default:
        return QStringLiteral("table");
    }
}

/// Only where the number is at hand: a service would have to be asked.
qint64 countOf(const QgsMapLayer *layer)
{
    const auto *vector = qobject_cast<const QgsVectorLayer *>(layer);
    if (!vector || !vector->isValid()) {
        return -1;
    }
    const QString provider = vector->providerType();
    const bool local = provider == QLatin1String("ogr") || provider == QLatin1String("memory") ||
                       provider == QLatin1String("spatialite") || provider == QLatin1String("delimitedtext");
    return local ? vector->featureCount() : -1;
}

QPixmap pixmapOf(const QVariant &decoration)
{
    if (decoration.userType() == QMetaType::QIcon) {
        return decoration.value<QIcon>().pixmap(QSize(16, 16));
    }
    return decoration.value<QPixmap>();
}
} // namespace

LayerTreeFilter::LayerTreeFilter(QgsLayerTreeModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    setRecursiveFilteringEnabled(true);
}

void LayerTreeFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

QgsLayerTreeNode *LayerTreeFilter::node(const QModelIndex &index) const
{
    return index.isValid() ? m_model.index2node(mapToSource(index)) : nullptr;
}

QgsLayerTreeModelLegendNode *LayerTreeFilter::legendNode(const QModelIndex &index) const
{
    return index.isValid() ? QgsLayerTreeModel::index2legendNode(mapToSource(index)) : nullptr;
}

QModelIndex LayerTreeFilter::indexOf(QgsLayerTreeNode *node) const
{
    return node ? mapFromSource(m_model.node2index(node)) : QModelIndex();
}

QVariant LayerTreeFilter::data(const QModelIndex &index, int role) const
{
    if (role < treerole::Kind && role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return QSortFilterProxyModel::data(index, role);
    }
    QgsLayerTreeNode *treeNode = node(index);
    if (!treeNode) {
        const QModelIndex source = mapToSource(index);
        switch (role) {
        case treerole::Kind:
            return treekind::Legend;
        case treerole::Swatch:
            return pixmapOf(m_model.data(source, Qt::DecorationRole));
        case treerole::Checked: {
            const QVariant state = m_model.data(source, Qt::CheckStateRole);
            return state.isValid() ? QVariant(state.toInt() == Qt::Checked) : QVariant();
        }
        case treerole::Shown: {
            const QVariant state = m_model.data(source, Qt::CheckStateRole);
            return !state.isValid() || state.toInt() == Qt::Checked;
        }
        default:
            return QSortFilterProxyModel::data(index, role);
        }
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return treeNode->name();
    case treerole::Checked:
        return treeNode->itemVisibilityChecked();
    case treerole::Shown:
        return treeNode->isVisible();
    case treerole::Kind:
        return QgsLayerTree::isGroup(treeNode) ? treekind::Group : treekind::Layer;
    default:
        break;
    }
    if (QgsLayerTree::isLayer(treeNode)) {
        return layerData(QgsLayerTree::toLayer(treeNode), role);
    }
    return role == treerole::IconName ? QVariant(QStringLiteral("folder")) : QVariant();
}

QVariant LayerTreeFilter::layerData(QgsLayerTreeLayer *treeNode, int role) const
{
    const QgsMapLayer *layer = treeNode->layer();
    switch (role) {
    case treerole::LayerId:
        return treeNode->layerId();
    case treerole::Broken:
        return !layer || !layer->isValid();
    case treerole::Count:
        return countOf(layer);
    case treerole::IconName:
        return iconNameOf(layer);
    case treerole::Swatch: {
        if (!layer || !layer->isValid()) {
            return {};
        }
        const QgsLayerTreeModelLegendNode *embedded = m_model.legendNodeEmbeddedInParent(treeNode);
        return embedded ? QVariant(pixmapOf(embedded->data(Qt::DecorationRole))) : QVariant();
    }
    default:
        return {};
    }
}

bool LayerTreeFilter::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString oldName = data(index, Qt::DisplayRole).toString();
    if (role == Qt::EditRole && (value.toString().trimmed().isEmpty() || value.toString() == oldName)) {
        return false;
    }
    const QPersistentModelIndex kept(index);
    const QVariant clean = role == Qt::EditRole ? QVariant(value.toString().trimmed()) : value;
    const bool accepted = QSortFilterProxyModel::setData(index, clean, role);
    // The tree model renames a layer and says "no" all the same.
    const bool renamed = role == Qt::EditRole && data(kept, Qt::DisplayRole).toString() != oldName;
    if (!accepted && !renamed) {
        return false;
    }
    if (role == Qt::EditRole || role == Qt::CheckStateRole) {
        emit edited(titleOf(kept, value, role, oldName));
    }
    return true;
}

QString LayerTreeFilter::titleOf(const QModelIndex &index, const QVariant &value, int role,
                                 const QString &oldName) const
{
    const int kind = data(index, treerole::Kind).toInt();
    if (role == Qt::EditRole) {
        return kind == treekind::Group ? tr("Rename group %1").arg(oldName) : tr("Rename layer %1").arg(oldName);
    }
    const bool show = value.toInt() != Qt::Unchecked;
    switch (kind) {
    case treekind::Group:
        return show ? tr("Show group %1").arg(oldName) : tr("Hide group %1").arg(oldName);
    case treekind::Legend:
        return show ? tr("Show class %1").arg(oldName) : tr("Hide class %1").arg(oldName);
    default:
        return show ? tr("Show layer %1").arg(oldName) : tr("Hide layer %1").arg(oldName);
    }
}

bool LayerTreeFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = m_model.index(row, 0, parent);
    QgsLayerTreeNode *treeNode = m_model.index2node(index);
    if (treeNode && QgsLayerTree::isLayer(treeNode) &&
        QgsLayerTree::toLayer(treeNode)->layerId().startsWith(QLatin1String(kDerivedPrefix))) {
        return false;
    }
    if (m_text.isEmpty()) {
        return true;
    }
    // What is found keeps what is inside: a group its layers, a layer its legend.
    for (QModelIndex up = index; up.isValid(); up = up.parent()) {
        QgsLayerTreeNode *above = m_model.index2node(up);
        if (above && above->name().contains(m_text, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of LayerTreePanel: each changes the live project and ends with one commit.
#include "layers/map/sourceopener.h"
#include "widgets/common/tokens.h"
#include "widgets/layers/layertreefilter.h"
#include "widgets/layers/layertreepanel.h"
#include "widgets/layers/layertreeview.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgslayertree.h>
#include <qgslayertreemodel.h>
#include <qgsproject.h>
#include <qgsrasterlayer.h>
#include <qgsvectorlayer.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QSlider>
#include <QSpinBox>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

void LayerTreePanel::toggleVisibility()
{
    const QModelIndex index = m_tree->currentIndex();
    const QVariant checked = index.data(treerole::Checked);
    if (checked.isValid()) {
        m_filter->setData(index, checked.toBool() ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
}

void LayerTreePanel::showOnly()
{
    const QList<QgsLayerTreeNode *> chosen = selectedNodes();
    if (chosen.isEmpty()) {
        return;
    }
    QgsLayerTree *root = m_session.document().project().layerTreeRoot();
    for (QgsLayerTreeLayer *layer : root->findLayers()) {
        layer->setItemVisibilityChecked(false);
    }
    for (QgsLayerTreeNode *node : chosen) {
        node->setItemVisibilityCheckedRecursive(true);
        node->setItemVisibilityCheckedParentRecursive(true);
    }
    m_session.commit(tr("Show only %1").arg(chosen.first()->name()));
}

void LayerTreePanel::addGroup()
{
    QgsLayerTree *root = m_session.document().project().layerTreeRoot();
    const QList<QgsLayerTreeNode *> chosen = selectedNodes();
    QgsLayerTreeGroup *parent = root;
    int row = 0;
    if (!chosen.isEmpty() && chosen.first()->parent()) {
        parent = QgsLayerTree::toGroup(chosen.first()->parent());
        row = int(parent->children().indexOf(chosen.first()));
    }
    QgsLayerTreeGroup *group = parent->insertGroup(row, tr("New group"));
    for (QgsLayerTreeNode *node : chosen) {
        // A copy goes in before the original goes, so that the layer is never without a row.
        group->addChildNode(node->clone());
        QgsLayerTree::toGroup(node->parent())->removeChildNode(node);
    }
    m_session.commit(tr("Add group"));
    const QModelIndex index = m_filter->indexOf(group);
    m_tree->setCurrentIndex(index);
    m_tree->expand(index);
    if (m_tree->isVisible()) {
        m_tree->edit(index);
    }
}

void LayerTreePanel::moveCurrent(int rows)
{
    QgsLayerTreeNode *node = currentNode();
    if (!node || !node->parent() || rows == 0) {
        return;
    }
    QgsLayerTreeGroup *parent = QgsLayerTree::toGroup(node->parent());
    const int from = int(parent->children().indexOf(node));
    const int to = from + rows;
    if (to < 0 || to >= parent->children().size()) {
        return;
    }
    QgsLayerTreeNode *moved = node->clone();
    const QString name = node->name();
    parent->insertChildNode(rows > 0 ? to + 1 : to, moved);
    parent->removeChildNode(node);
    m_session.commit(tr("Move %1").arg(name));
    m_tree->setCurrentIndex(m_filter->indexOf(moved));
}

void LayerTreePanel::renameCurrent()
{
    if (m_tree->currentIndex().isValid()) {
        m_tree->setFocus();
        m_tree->edit(m_tree->currentIndex());
    }
}

void LayerTreePanel::duplicateCurrent()
{
    QgsMapLayer *layer = currentLayer();
    QgsLayerTreeNode *node = currentNode();
    if (!layer || !node || !node->parent()) {
        return;
    }
    const QString name = layer->name();
    QgsMapLayer *copy = layer->clone();
    copy->setName(tr("%1 copy").arg(name));
    QgsLayerTreeGroup *parent = QgsLayerTree::toGroup(node->parent());
    const int row = int(parent->children().indexOf(node));
    m_session.document().project().addMapLayer(copy, false);
    QgsLayerTreeLayer *added = parent->insertLayer(row, copy);
    added->setExpanded(false);
    m_session.commit(tr("Duplicate layer %1").arg(name));
    setCurrentLayer(copy->id());
}

void LayerTreePanel::removeSelected()
{
    if (const CityModelRow *city = currentCity()) {
        emit cityRemoveRequested(city->id);
        return;
    }
    const QList<QgsLayerTreeNode *> chosen = selectedNodes();
    if (chosen.isEmpty()) {
        return;
    }
    const QString title = chosen.size() == 1
                              ? (QgsLayerTree::isGroup(chosen.first()) ? tr("Remove group %1") : tr("Remove layer %1"))
                                    .arg(chosen.first()->name())
                              : tr("Remove %n layers", nullptr, int(chosen.size()));
    QStringList layerIds;
    for (QgsLayerTreeNode *node : chosen) {
        if (QgsLayerTree::isLayer(node)) {
            layerIds.append(QgsLayerTree::toLayer(node)->layerId());
        } else {
            layerIds.append(QgsLayerTree::toGroup(node)->findLayerIds());
        }
    }
    for (QgsLayerTreeNode *node : chosen) {
        if (QgsLayerTree::isGroup(node)) {
            QgsLayerTree::toGroup(node->parent())->removeChildNode(node);
        }
    }
    QgsProject &project = m_session.document().project();
    QgsLayerTree *root = project.layerTreeRoot();
    project.removeMapLayers(layerIds);
    for (const QString &id : layerIds) {
        // A layer whose source is gone may have only its row.
        if (QgsLayerTreeLayer *rest = root->findLayer(id)) {
            QgsLayerTree::toGroup(rest->parent())->removeChildNode(rest);
        }
    }
    m_session.commit(title);
}

void LayerTreePanel::zoomToCurrent()
{
    QgsLayerTreeNode *node = currentNode();
    if (!node) {
        if (const CityModelRow *city = currentCity()) {
            emit cityZoomRequested(city->id);
        }
        return;
    }
    const QList<QgsLayerTreeLayer *> nodes =
        QgsLayerTree::isLayer(node) ? QList{QgsLayerTree::toLayer(node)} : QgsLayerTree::toGroup(node)->findLayers();
    const QgsProject &project = m_session.document().project();
    QgsRectangle extent;
    for (const QgsLayerTreeLayer *treeLayer : nodes) {
        const QgsMapLayer *layer = treeLayer->layer();
        if (!layer || !layer->isValid() || layer->extent().isEmpty()) {
            continue;
        }
        try {
            QgsCoordinateTransform transform(layer->crs(), project.crs(), project.transformContext());
            transform.setBallparkTransformsAreAppropriate(true);
            extent.combineExtentWith(transform.transformBoundingBox(layer->extent()));
        } catch (const QgsCsException &) {
            emit failed(
                tr("The extent of “%1” does not exist in the coordinate system of the map.").arg(layer->name()));
        }
    }
    if (!extent.isEmpty()) {
        extent.scale(1.08);
        emit zoomRequested({{extent.xMinimum(), extent.yMinimum(), 0}, {extent.xMaximum(), extent.yMaximum(), 0}});
    }
}

void LayerTreePanel::showOpacity()
{
    if (const CityModelRow *city = currentCity()) {
        const QString id = city->id;
        const QPoint at =
            m_cityView->viewport()->mapToGlobal(m_cityView->visualRect(m_cityView->currentIndex()).bottomLeft());
        openOpacityPopover(at, city->opacity, {}, [this, id](double opacity) { emit cityOpacityChanged(id, opacity); });
        return;
    }
    QPointer<QgsMapLayer> layer(currentLayer());
    if (!layer) {
        return;
    }
    const QPoint at = m_tree->viewport()->mapToGlobal(m_tree->visualRect(m_tree->currentIndex()).bottomLeft());
    openOpacityPopover(
        at, layer->opacity(),
        [layer](double opacity) {
            if (layer) {
                layer->setOpacity(opacity);
                layer->triggerRepaint();
            }
        },
        [this, layer](double) {
            if (layer) {
                m_session.commit(tr("Change opacity of %1").arg(layer->name()));
            }
        });
}

namespace {
/// Tells when it is gone, however it was closed.
class Popover final : public QFrame
{
public:
    Popover(QWidget *parent, std::function<void()> closed) : QFrame(parent, Qt::Popup), m_closed(std::move(closed))
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setProperty("role", "floating");
    }

protected:
    void hideEvent(QHideEvent *event) override
    {
        QFrame::hideEvent(event);
        if (const std::function<void()> closed = std::exchange(m_closed, nullptr)) {
            closed();
        }
    }

private:
    std::function<void()> m_closed;
};
} // namespace

void LayerTreePanel::openOpacityPopover(const QPoint &at, double opacity, std::function<void(double)> preview,
                                        std::function<void(double)> done)
{
    auto *slider = new QSlider(Qt::Horizontal);
    const int before = int(std::lround(opacity * 100));
    auto *popover = new Popover(this, [slider, before, done = std::move(done)] {
        if (slider->value() != before) {
            done(slider->value() / 100.0);
        }
    });
    popover->setObjectName(QStringLiteral("opacityPopover"));
    auto *row = new QHBoxLayout(popover);
    row->setContentsMargins(tokens().padding, tokens().gap, tokens().padding, tokens().gap);
    auto *label = makeLabel(popover);
    label->setText(tr("Opacity"));
    slider->setParent(popover);
    slider->setRange(0, 100);
    slider->setValue(before);
    slider->setFixedWidth(140);
    slider->setAccessibleName(tr("Opacity"));
    auto *number = new QSpinBox(popover);
    number->setRange(0, 100);
    number->setSuffix(QStringLiteral(" %"));
    number->setValue(before);
    number->setFixedWidth(76);
    row->addWidget(label);
    row->addWidget(slider);
    row->addWidget(number);
    connect(slider, &QSlider::valueChanged, number, &QSpinBox::setValue);
    connect(number, &QSpinBox::valueChanged, slider, &QSlider::setValue);
    if (preview) {
        connect(slider, &QSlider::valueChanged, popover, [preview](int value) { preview(value / 100.0); });
    }
    m_popover = popover;
    popover->move(at);
    popover->show();
    slider->setFocus();
}

void LayerTreePanel::repairCurrent()
{
    const QString layerId = currentLayerId();
    if (layerId.isEmpty()) {
        return;
    }
    const QString name = m_tree->currentIndex().data(Qt::DisplayRole).toString();
    if (m_session.document().needsPassword(layerId)) {
        emit passwordRequested(layerId, name);
        return;
    }
    if (const QgsMapLayer *layer = currentLayer();
        layer != nullptr && map::isRemote(layer->providerType(), layer->source())) {
        m_session.document().reopen(layerId); // there is no path to mend
        m_tree->viewport()->update();
        return;
    }
    const QStringList chosen = m_files.openFiles(this, tr("Where is “%1” now?").arg(name), tr("All files (*)"));
    if (chosen.isEmpty()) {
        return;
    }
    const Result<> result = m_session.document().repairSource(layerId, chosen.first());
    if (!result) {
        emit failed(result.error().message);
        return;
    }
    m_session.commit(tr("Repair layer %1").arg(name));
    m_tree->viewport()->update();
}

} // namespace loci::widgets

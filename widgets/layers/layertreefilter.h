// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

class QgsLayerTreeLayer;
class QgsLayerTreeModel;
class QgsLayerTreeModelLegendNode;
class QgsLayerTreeNode;

namespace loci::widgets {

/// Roles that LayerTreeDelegate paints, shared by the layer tree and the list of city models.
namespace treerole {
enum Role {
    Kind = Qt::UserRole + 200, ///< treekind
    Shown,                     ///< bool: visible, and all groups above too
    Checked,                   ///< bool: its own switch; invalid: has none
    Count,                     ///< qint64 number of features; -1 unknown
    Broken,                    ///< bool: the source is gone
    IconName,
    Swatch, ///< QPixmap of the symbol; wins over IconName
    LayerId
};
}
namespace treekind {
enum Kind { Group, Layer, Legend, CityModel };
}

/// The layer tree as the panel shows it: the text filter, the roles above, and one signal with the undo text after each
/// edit through the model.
class LayerTreeFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit LayerTreeFilter(QgsLayerTreeModel &model, QObject *parent = nullptr);
    void setText(const QString &text);
    QgsLayerTreeNode *node(const QModelIndex &index) const; ///< nullptr for legend rows
    QgsLayerTreeModelLegendNode *legendNode(const QModelIndex &index) const;
    QModelIndex indexOf(QgsLayerTreeNode *node) const;

    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    /// The tree or a layer now differs from what is stored; `title` names the step.
    void edited(const QString &title);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QVariant layerData(QgsLayerTreeLayer *node, int role) const;
    QString titleOf(const QModelIndex &index, const QVariant &value, int role, const QString &oldName) const;

    QgsLayerTreeModel &m_model;
    QString m_text;
};

} // namespace loci::widgets

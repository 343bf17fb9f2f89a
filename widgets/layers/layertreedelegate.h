// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace loci::widgets {

/// Paints one row: icon or symbol, name, number of features, a broken mark, and an eye that shows or hides. The eye and
/// the broken mark can be clicked.
class LayerTreeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    static QRect eyeRect(const QStyleOptionViewItem &option);
    static QRect brokenRect(const QStyleOptionViewItem &option);

signals:
    void repairRequested(const QModelIndex &index);

private:
    QRect nameRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/layertreeview.h"

#include <QKeyEvent>

namespace loci::widgets {

LayerTreeView::LayerTreeView(QWidget *parent) : QTreeView(parent)
{
    setHeaderHidden(true);
    setUniformRowHeights(false);
    setIndentation(16);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAutoExpandDelay(500);
}

void LayerTreeView::startDrag(Qt::DropActions actions)
{
    QTreeView::startDrag(actions);
    emit dragFinished();
}

void LayerTreeView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::AltModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        emit moveRequested(event->key() == Qt::Key_Up ? -1 : 1);
        return;
    }
    if (event->key() == Qt::Key_Space && state() != EditingState) {
        emit toggleRequested();
        return;
    }
    if (event->matches(QKeySequence::Delete) && state() != EditingState) {
        emit removeRequested();
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace loci::widgets

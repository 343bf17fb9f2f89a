// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace loci::widgets {

/// A tree whose rows are dragged to reorder; tells when such a drag is complete (both halves: inserted and removed).
class LayerTreeView final : public QTreeView
{
    Q_OBJECT
public:
    explicit LayerTreeView(QWidget *parent = nullptr);

signals:
    void removeRequested(); ///< Delete
    void dragFinished();
    void moveRequested(int rows); ///< Alt+Up and Alt+Down
    void toggleRequested();       ///< Space

protected:
    void startDrag(Qt::DropActions actions) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace loci::widgets

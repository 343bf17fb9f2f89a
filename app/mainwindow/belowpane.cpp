// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow/belowpane.h"

#include "app/mainwindow/mainwindow.h"

#include <QSplitter>

namespace loci::app {

void showBelowScene(MainWindow &window, QWidget *pane, bool shown)
{
    using widgets::ViewArea;
    auto *rows = qobject_cast<QSplitter *>(window.views().parentWidget());
    if (rows != nullptr && rows->indexOf(pane) < 0) {
        rows->addWidget(pane);
    }
    pane->setVisible(shown);
    window.views().setLayoutMode(shown ? ViewArea::Layout::Scene : ViewArea::Layout::Split);
    if (!shown || rows == nullptr) {
        return;
    }
    QList<int> sizes;
    for (int i = 0; i < rows->count(); ++i) {
        const QWidget *part = rows->widget(i);
        sizes << (part == pane || part == &window.views() ? rows->height() / 2 : 0);
    }
    rows->setSizes(sizes);
}

} // namespace loci::app

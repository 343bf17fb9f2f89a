// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/board/boardcanvas.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;

namespace loci::widgets {

/// A board with its head: name, time it is as of, and what can be done with it.
class BoardView final : public QWidget
{
    Q_OBJECT
public:
    explicit BoardView(QWidget *parent = nullptr);
    BoardCanvas &canvas() const { return *m_canvas; }
    void refreshHead();
    void setEditing(bool editing);
    /// Puts a new tile of that kind for the chosen indicator in the first free place.
    void addTile(Tile::Kind kind);
    void setBeside(bool shown);

signals:
    void exportRequested(const QString &format); ///< "png", "pdf", "csv"
    void besideToggled(bool shown);              ///< map and 3D view beside the board
    void pictureRequested(int tile);             ///< a tile wants a file
    void areaReset();                            ///< back to the city

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillMenus();
    QLabel *m_title, *m_asOf;
    QPushButton *m_area, *m_beside, *m_add, *m_edit, *m_export;
    QMenu *m_addMenu, *m_exportMenu;
    QScrollArea *m_scroll;
    BoardCanvas *m_canvas;
};

} // namespace loci::widgets

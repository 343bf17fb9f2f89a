// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/board/tilepaint.h"

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

namespace loci::widgets {

class BoardTile;
struct BoardData;

/// The tiles of one board on their grid. Looks at one area; a click on a bar or shape marks it in all tiles, a double
/// click looks into it. In edit mode tiles are dragged to another place, and resized at their corner; each drag is one
/// edit. Each tile is a widget of its own, so that a change of one paints nothing else.
class BoardCanvas final : public QWidget
{
    Q_OBJECT
public:
    explicit BoardCanvas(QWidget *parent = nullptr);

    void setOutcome(std::shared_ptr<const indicators::Outcome> outcome);
    void setBoard(const Board &board);
    void setData(std::shared_ptr<const BoardData> beside);
    /// Repaints the tiles that show streams, and of these only such as say something else now.
    void setReadings(std::shared_ptr<const Readings> readings);
    const Board &board() const { return m_board; }
    void setArea(int area); ///< index in the area tree
    int area() const { return m_area; }
    void setMarked(const QString &areaCode);
    QString marked() const { return m_marked; }
    void setEditing(bool editing);
    bool isEditing() const { return m_editing; }
    void setLanguage(const QString &language);
    void choose(int tile); ///< -1: none
    int chosen() const { return m_chosen; }

    const indicators::Outcome *outcome() const { return m_outcome.get(); }
    std::optional<TileContext> context() const;
    QRect placeOf(const Tile &tile) const; ///< in pixels
    QRect cellsAt(const QRect &pixels) const;
    BoardTile *tileWidget(int index) const;
    int heightFor(int width) const;

    void finishDrag(int tile, const QRect &pixels);
    void showGhost(const QRect &pixels);         ///< where a dragged tile would go; empty: nowhere
    void setCode(int tile, const QString &code); ///< another indicator for a tile: one edit
    void removeTile(int tile);

signals:
    void tileChosen(int tile, const QString &code); ///< code may be empty
    void areaMarked(const QString &code);
    void areaEntered(const QString &code);
    void itemChosen(const QString &id); ///< alert or problem
    void edited();                      ///< board() has another arrangement

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    void arrange();
    void refresh();

    std::shared_ptr<const indicators::Outcome> m_outcome;
    std::shared_ptr<const BoardData> m_data;
    std::shared_ptr<const Readings> m_readings;
    Board m_board;
    QRect m_ghost;
    std::vector<BoardTile *> m_tiles;
    int m_area = 0, m_chosen = -1;
    QString m_marked, m_language = QStringLiteral("en");
    bool m_editing = false;
};

/// The card of one tile.
class BoardTile final : public QWidget
{
    Q_OBJECT
public:
    BoardTile(BoardCanvas &canvas, int index);
    QRectF content() const;
    void refresh();
    void refreshWords(); ///< paints only when it says something else

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    const TileSpot *spotAt(const QPointF &place);
    QRectF removeBox() const; ///< the cross, while the board is edited
    void paintEditing(QPainter &painter) const;
    BoardCanvas &m_canvas;
    int m_index;
    std::vector<TileSpot> m_spots;
    std::optional<QPoint> m_grab; ///< where a drag began, in the tile
    bool m_resizing = false, m_dragged = false;
    QSize m_sizeAtGrab;
};

} // namespace loci::widgets

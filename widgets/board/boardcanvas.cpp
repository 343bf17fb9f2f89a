// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/boardcanvas.h"

#include "widgets/board/boarddata.h"
#include "widgets/board/readings.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>

namespace loci::widgets {

namespace {
constexpr int kGap = 12, kRowHeight = 48;
}

BoardCanvas::BoardCanvas(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("board.canvas"));
}

void BoardCanvas::setOutcome(std::shared_ptr<const indicators::Outcome> outcome)
{
    m_outcome = std::move(outcome);
    m_area = m_outcome ? std::clamp(m_area, 0, static_cast<int>(m_outcome->results->areas().areas().size()) - 1) : 0;
    refresh();
}

void BoardCanvas::setBoard(const Board &board)
{
    const bool sameBoard = board.id == m_board.id;
    m_board = board;
    m_chosen = sameBoard && m_chosen < static_cast<int>(board.tiles.size()) ? m_chosen : -1;
    rebuild();
}

void BoardCanvas::setData(std::shared_ptr<const BoardData> beside)
{
    m_data = std::move(beside);
    refresh();
}

void BoardCanvas::setReadings(std::shared_ptr<const Readings> readings)
{
    m_readings = std::move(readings);
    for (std::size_t i = 0; i < m_tiles.size() && m_outcome; ++i) {
        if (showsStreams(m_board.tiles[i], *m_outcome)) {
            m_tiles[i]->refreshWords();
        }
    }
}

void BoardCanvas::setCode(int tile, const QString &code)
{
    if (tile >= 0 && tile < static_cast<int>(m_board.tiles.size()) &&
        m_board.tiles[static_cast<std::size_t>(tile)].code != code) {
        Tile &changed = m_board.tiles[static_cast<std::size_t>(tile)];
        changed.code = code;
        changed.text = {}; // a title of its own named the other one
        refresh();
        emit edited();
    }
}

void BoardCanvas::showGhost(const QRect &pixels)
{
    QRect ghost;
    if (!pixels.isEmpty()) {
        Board tried = m_board;
        Tile tile;
        tried.tiles = {tile};
        tried.put(0, cellsAt(pixels));
        ghost = placeOf(tried.tiles.front());
    }
    if (ghost != m_ghost) {
        m_ghost = ghost;
        update();
    }
}

void BoardCanvas::paintEvent(QPaintEvent *)
{
    if (m_ghost.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens().accent, 1.5, Qt::DashLine));
    painter.setBrush(tokens().accentSoft);
    painter.drawRoundedRect(QRectF(m_ghost).adjusted(1, 1, -1, -1), tokens().radius, tokens().radius);
}

void BoardCanvas::setArea(int area)
{
    if (m_area != area) {
        m_area = area;
        refresh();
    }
}

void BoardCanvas::setMarked(const QString &areaCode)
{
    if (m_marked != areaCode) {
        m_marked = areaCode;
        refresh();
        emit areaMarked(areaCode);
    }
}

void BoardCanvas::setEditing(bool editing)
{
    m_editing = editing;
    refresh();
}

void BoardCanvas::setLanguage(const QString &language)
{
    m_language = language;
    refresh();
}

std::optional<TileContext> BoardCanvas::context() const
{
    if (!m_outcome) {
        return std::nullopt;
    }
    return TileContext{*m_outcome, m_board, m_area, m_marked, m_language, m_data.get(), m_readings.get()};
}

void BoardCanvas::choose(int tile)
{
    m_chosen = tile;
    for (BoardTile *widget : m_tiles) {
        widget->update();
    }
    if (tile >= 0) {
        emit tileChosen(tile, m_board.tiles[static_cast<std::size_t>(tile)].code);
    }
}

BoardTile *BoardCanvas::tileWidget(int index) const
{
    return index >= 0 && index < static_cast<int>(m_tiles.size()) ? m_tiles[static_cast<std::size_t>(index)] : nullptr;
}

int BoardCanvas::heightFor(int) const
{
    return (m_board.rows() + (m_editing ? 4 : 0)) * (kRowHeight + kGap) + kGap;
}

QRect BoardCanvas::placeOf(const Tile &tile) const
{
    const double column = (width() - kGap) / static_cast<double>(Board::kColumns);
    const QRect &p = tile.place;
    const int left = kGap + static_cast<int>(p.x() * column);
    const int right = static_cast<int>((p.x() + p.width()) * column);
    const int top = kGap + p.y() * (kRowHeight + kGap);
    return {left, top, right - left, p.height() * (kRowHeight + kGap) - kGap};
}

QRect BoardCanvas::cellsAt(const QRect &pixels) const
{
    const double column = (width() - kGap) / static_cast<double>(Board::kColumns);
    return {qRound((pixels.x() - kGap) / column), qRound((pixels.y() - kGap) / double(kRowHeight + kGap)),
            std::max(2, qRound((pixels.width() + kGap) / column)),
            std::max(2, qRound((pixels.height() + kGap) / double(kRowHeight + kGap)))};
}

void BoardCanvas::finishDrag(int tile, const QRect &pixels)
{
    m_board.put(static_cast<std::size_t>(tile), cellsAt(pixels));
    arrange();
    emit edited();
}

void BoardCanvas::removeTile(int tile)
{
    if (tile >= 0 && tile < static_cast<int>(m_board.tiles.size())) {
        m_board.tiles.erase(m_board.tiles.begin() + tile);
        m_chosen = -1;
        rebuild();
        emit edited();
    }
}

void BoardCanvas::rebuild()
{
    for (BoardTile *tile : m_tiles) {
        tile->hide();
        tile->deleteLater();
    }
    m_tiles.clear();
    m_tiles.reserve(m_board.tiles.size());
    for (std::size_t i = 0; i < m_board.tiles.size(); ++i) {
        m_tiles.push_back(new BoardTile(*this, static_cast<int>(i)));
        m_tiles.back()->show();
    }
    arrange();
    refresh();
}

void BoardCanvas::arrange()
{
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setGeometry(placeOf(m_board.tiles[i]));
    }
    setMinimumHeight(heightFor(width()));
}

void BoardCanvas::refresh()
{
    for (BoardTile *tile : m_tiles) {
        tile->refresh();
    }
    setMinimumHeight(heightFor(width()));
}

void BoardCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void BoardCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/boardview.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace loci::widgets {

BoardView::BoardView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_asOf(new QLabel(this))
    , m_area(new QPushButton(this))
    , m_beside(new QPushButton(this))
    , m_add(new QPushButton(this))
    , m_edit(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_addMenu(new QMenu(this))
    , m_exportMenu(new QMenu(this))
    , m_scroll(new QScrollArea(this))
    , m_canvas(new BoardCanvas)
{
    setObjectName(QStringLiteral("board.view"));
    setProperty("role", QStringLiteral("window"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(tokens().padding, tokens().gap, tokens().padding, 0);
    head->setSpacing(tokens().gap);
    m_asOf->setProperty("role", "caption");
    head->addWidget(m_title);
    head->addWidget(m_asOf);
    head->addStretch();
    for (QPushButton *button : {m_area, m_beside, m_add, m_edit, m_export}) {
        head->addWidget(button);
    }
    m_edit->setCheckable(true);
    m_beside->setCheckable(true);
    m_beside->setObjectName(QStringLiteral("board.beside"));
    m_edit->setObjectName(QStringLiteral("board.edit"));
    m_add->setMenu(m_addMenu);
    m_export->setMenu(m_exportMenu);
    column->addLayout(head);
    m_scroll->setWidget(m_canvas);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_canvas->setAutoFillBackground(false);
    column->addWidget(m_scroll, 1);
    connect(m_edit, &QPushButton::toggled, this, &BoardView::setEditing);
    connect(m_beside, &QPushButton::toggled, this, &BoardView::besideToggled);
    connect(m_area, &QPushButton::clicked, this, &BoardView::areaReset);
    refreshHead();
    fillMenus();
}

void BoardView::setEditing(bool editing)
{
    m_edit->setChecked(editing);
    m_canvas->setEditing(editing);
    refreshHead();
}

void BoardView::addTile(Tile::Kind kind)
{
    Board board = m_canvas->board();
    const int chosen = m_canvas->chosen();
    Tile tile;
    tile.kind = kind;
    if (chosen >= 0) {
        tile.code = board.tiles[static_cast<std::size_t>(chosen)].code;
    }
    if (tile.code.isEmpty() && m_canvas->outcome() != nullptr && !m_canvas->outcome()->results->definitions().empty()) {
        tile.code = m_canvas->outcome()->results->definitions().front()->code;
    }
    if (kind == Tile::Kind::Text) {
        tile.text = {tr("Text"), tr("Text")};
    }
    if (kind == Tile::Kind::Heat && m_canvas->outcome() != nullptr && m_canvas->outcome()->streams) {
        const QStringList streams = m_canvas->outcome()->streams->streams();
        tile.stream = streams.value(0).section(QLatin1Char('/'), 1);
    }
    const bool small = kind == Tile::Kind::Value || kind == Tile::Kind::Gauge || kind == Tile::Kind::Text;
    tile.place = board.freePlace(small ? QSize(3, 3) : QSize(4, 5));
    board.tiles.push_back(std::move(tile));
    m_canvas->setBoard(board);
    m_canvas->choose(static_cast<int>(board.tiles.size()) - 1);
    emit m_canvas->edited();
    if (kind == Tile::Kind::Picture) {
        emit pictureRequested(m_canvas->chosen());
    }
}

void BoardView::setBeside(bool shown)
{
    m_beside->setChecked(shown);
}

void BoardView::refreshHead()
{
    const Tokens &t = tokens();
    const auto context = m_canvas->context();
    m_title->setFont(tokenFont(t.fontHeading, QFont::DemiBold));
    m_title->setText(context ? m_canvas->board().name.in(context->language) : QString());
    m_asOf->setText(
        context ? tr("as known on %1").arg(QLocale().toString(context->outcome.now.toLocalTime(), QLocale::ShortFormat))
                : QString());
    const bool inside = context && context->area != 0;
    m_area->setVisible(inside);
    m_area->setText(inside ? tr("%1: back to the city")
                                 .arg(context->outcome.results->areas().at(context->area).name.in(context->language))
                           : QString());
    m_beside->setText(tr("With map"));
    m_beside->setToolTip(tr("Map and 3D view below the board"));
    m_add->setText(tr("Add tile"));
    m_edit->setText(m_edit->isChecked() ? tr("Done") : tr("Edit board"));
    m_export->setText(tr("Export"));
    m_beside->setIcon(icon(QStringLiteral("map")));
    m_add->setIcon(icon(QStringLiteral("plus")));
    m_edit->setIcon(icon(QStringLiteral("edit")));
    m_export->setIcon(icon(QStringLiteral("download")));
    for (QWidget *part :
         {static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_export)}) {
        part->setEnabled(context && !m_canvas->board().id.isEmpty());
    }
}

void BoardView::fillMenus()
{
    m_addMenu->clear();
    const std::pair<Tile::Kind, QString> kinds[] = {{Tile::Kind::Value, tr("Value with target")},
                                                    {Tile::Kind::Gauge, tr("Gauge")},
                                                    {Tile::Kind::Series, tr("Time series")},
                                                    {Tile::Kind::Ranking, tr("Ranking by area")},
                                                    {Tile::Kind::Distribution, tr("Distribution of areas")},
                                                    {Tile::Kind::Map, tr("Small map")},
                                                    {Tile::Kind::Scene, tr("Small 3D view")},
                                                    {Tile::Kind::Heat, tr("Heat map of sensors")},
                                                    {Tile::Kind::States, tr("Timeline of streams")},
                                                    {Tile::Kind::Alerts, tr("Alerts")},
                                                    {Tile::Kind::Problems, tr("Problem ledger")},
                                                    {Tile::Kind::Picture, tr("Picture")},
                                                    {Tile::Kind::Table, tr("Table of indicators")},
                                                    {Tile::Kind::Text, tr("Text")}};
    for (const auto &[kind, name] : kinds) {
        m_addMenu->addAction(name, this, [this, kind = kind] { addTile(kind); });
    }
    m_exportMenu->clear();
    for (const char *format : {"pdf", "png", "csv"}) {
        m_exportMenu->addAction(QString::fromLatin1(format).toUpper(), this,
                                [this, format] { emit exportRequested(QLatin1String(format)); });
    }
}

void BoardView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        refreshHead();
        fillMenus();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets

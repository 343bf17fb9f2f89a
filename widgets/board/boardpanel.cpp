// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/boardpanel.h"

#include "layers/domain/indicators/explanation.h"
#include "widgets/board/statusicon.h"
#include "widgets/board/tilepaint.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace loci::widgets {

using namespace indicators;

namespace {

constexpr int kCodeRole = Qt::UserRole + 1;

} // namespace

BoardPanel::BoardPanel(QWidget *parent)
    : QWidget(parent)
    , m_panel(new SidePanel({}, this))
    , m_boardsHead(new SectionHeader({}, this))
    , m_treeHead(new SectionHeader({}, this))
    , m_boards(new QListWidget(this))
    , m_areas(new QComboBox(this))
    , m_tree(new QTreeWidget(this))
    , m_empty(new EmptyState(QStringLiteral("indicators"), this))
    , m_legend(new QWidget(this))
{
    setObjectName(QStringLiteral("board.panel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    m_panel->addAction(QStringLiteral("list"), {})->setObjectName(QStringLiteral("board.ledger"));
    m_panel->addAction(QStringLiteral("compare"), {})->setObjectName(QStringLiteral("board.composite"));
    m_panel->addAction(QStringLiteral("refresh"), {})->setObjectName(QStringLiteral("board.refresh"));
    m_panel->addAction(QStringLiteral("plus"), {})->setObjectName(QStringLiteral("board.new"));
    m_boards->setObjectName(QStringLiteral("board.list"));
    m_boards->setFrameShape(QFrame::NoFrame);
    m_areas->setObjectName(QStringLiteral("board.area"));
    m_tree->setObjectName(QStringLiteral("board.indicators"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(2);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setIndentation(10);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().gap);
    column->addWidget(m_boardsHead);
    column->addWidget(m_boards);
    column->addWidget(m_areas);
    column->addWidget(m_treeHead);
    column->addWidget(m_tree, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_legend);
    m_panel->addWidget(body, 1);
    auto *grid = new QGridLayout(m_legend);
    grid->setContentsMargins(0, 4, 0, 0);
    int cell = 0;
    for (const Status status :
         {Status::Good, Status::Watch, Status::Bad, Status::Partial, Status::Unknown, Status::Stale}) {
        grid->addWidget(new StatusBadge(status, m_legend), cell / 3, cell % 3);
        ++cell;
    }
    connect(m_boards, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { emit boardChosen(item->data(kCodeRole).toString()); });
    connect(m_areas, &QComboBox::activated, this,
            [this](int index) { emit areaChosen(m_areas->itemData(index).toInt()); });
    const auto open = [this](const QTreeWidgetItem *item) {
        if (const QString code = item->data(0, kCodeRole).toString(); !code.isEmpty()) {
            emit indicatorChosen(code);
        }
    };
    connect(m_tree, &QTreeWidget::itemClicked, this, open);
    connect(m_tree, &QTreeWidget::itemActivated, this, open);
    connect(m_empty, &EmptyState::stepRequested, this, &BoardPanel::packRequested);
    connect(findChild<QToolButton *>(QStringLiteral("board.refresh")), &QToolButton::clicked, this,
            &BoardPanel::refreshRequested);
    connect(findChild<QToolButton *>(QStringLiteral("board.ledger")), &QToolButton::clicked, this,
            &BoardPanel::ledgerRequested);
    connect(findChild<QToolButton *>(QStringLiteral("board.composite")), &QToolButton::clicked, this,
            &BoardPanel::compositeRequested);
    connect(findChild<QToolButton *>(QStringLiteral("board.new")), &QToolButton::clicked, this,
            &BoardPanel::newBoardRequested);
    rebuild();
}

void BoardPanel::setBoards(const std::vector<Board> &boards, const QString &current)
{
    m_list = boards;
    m_current = current;
    rebuild();
}

void BoardPanel::setOutcome(std::shared_ptr<const Outcome> outcome)
{
    m_outcome = std::move(outcome);
    rebuild();
}

void BoardPanel::setLanguage(const QString &language)
{
    m_language = language;
    rebuild();
}

void BoardPanel::setArea(int area)
{
    m_area = area;
    rebuild();
}

void BoardPanel::setCurrentCode(const QString &code)
{
    m_code = code;
    fillTree();
}

void BoardPanel::rebuild()
{
    m_panel->setTitle(tr("Indicators"));
    m_boardsHead->setTitle(tr("Boards"));
    m_treeHead->setTitle(tr("All indicators"));
    setTip(findChild<QToolButton *>(QStringLiteral("board.refresh")), tr("Compute again"));
    setTip(findChild<QToolButton *>(QStringLiteral("board.new")), tr("New board"));
    setTip(findChild<QToolButton *>(QStringLiteral("board.ledger")), tr("Problem ledger"));
    setTip(findChild<QToolButton *>(QStringLiteral("board.composite")), tr("Join indicators to a composite"));
    m_areas->setAccessibleName(tr("Area"));
    m_boards->setAccessibleName(tr("Boards"));
    m_tree->setAccessibleName(tr("All indicators"));
    m_empty->setTexts(tr("Indicators of a workspace appear here: definition, value, target and source of each."),
                      tr("Add a pack of indicators"));
    const QSignalBlocker quiet(m_boards);
    m_boards->clear();
    for (const Board &board : m_list) {
        auto *item = new QListWidgetItem(board.name.in(m_language), m_boards);
        item->setData(kCodeRole, board.id);
        item->setToolTip(tr("%n tiles", nullptr, static_cast<int>(board.tiles.size())));
        item->setSizeHint({0, tokens().row});
        if (board.id == m_current) {
            m_boards->setCurrentItem(item);
        }
    }
    m_boards->setFixedHeight(std::max(1, std::min(6, m_boards->count())) * tokens().row + 4);
    const bool any = m_outcome && !m_outcome->results->definitions().empty();
    for (QWidget *part : {static_cast<QWidget *>(m_areas), static_cast<QWidget *>(m_treeHead),
                          static_cast<QWidget *>(m_tree), m_legend}) {
        part->setVisible(any);
    }
    m_boardsHead->setVisible(any || !m_list.empty());
    m_boards->setVisible(!m_list.empty());
    m_empty->setVisible(!any);
    fillAreas();
    fillTree();
}

void BoardPanel::fillAreas()
{
    const QSignalBlocker quiet(m_areas);
    m_areas->clear();
    if (!m_outcome) {
        return;
    }
    const AreaTree &areas = m_outcome->results->areas();
    for (int level = areas.cityLevel(); level >= std::max(0, areas.cityLevel() - 1); --level) {
        for (const int area : areas.atLevel(level)) {
            m_areas->addItem(areas.at(area).name.in(m_language), area);
        }
    }
    if (m_areas->findData(m_area) < 0) {
        m_areas->addItem(areas.at(m_area).name.in(m_language), m_area);
    }
    m_areas->setCurrentIndex(m_areas->findData(m_area));
}

void BoardPanel::fillTree()
{
    const QSignalBlocker quiet(m_tree);
    m_late = lateWords();
    m_tree->clear();
    if (!m_outcome) {
        return;
    }
    std::map<QString, QTreeWidgetItem *> groups;
    for (const auto &definition : m_outcome->results->definitions()) {
        const QString theme =
            definition->theme.in(m_language).isEmpty() ? definition->framework : definition->theme.in(m_language);
        QTreeWidgetItem *&group = groups[theme];
        if (group == nullptr) {
            group = new QTreeWidgetItem(m_tree, {theme});
            group->setFont(0, tokenFont(tokens().fontCaption, QFont::DemiBold));
            group->setExpanded(true);
            group->setFirstColumnSpanned(true);
        }
        auto *item = new QTreeWidgetItem(group);
        const Calculated *value = m_outcome->results->latest(definition->code, m_area);
        const ValueStatus status = statusOfCode(definition->code);
        item->setText(0, definition->name.in(m_language));
        if (status.hasStatus) {
            item->setIcon(0, statusIcon(status.status, *this));
        }
        constexpr qsizetype kShortUnit = 8; // a longer one would take the room of the names
        const QString unit = shownUnit(definition->unit);
        const QString number =
            value != nullptr && value->value ? shownNumber(*definition, value->value, QLocale()) : tr("unknown");
        const bool withUnit = value != nullptr && value->value && !unit.isEmpty();
        item->setText(1, withUnit && unit.size() <= kShortUnit ? number + QLatin1Char(' ') + unit : number);
        item->setToolTip(1, withUnit ? number + QLatin1Char(' ') + unit : number);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, kCodeRole, definition->code);
        item->setToolTip(0, QStringList{definition->name.in(m_language), status.word}.join(QStringLiteral(", ")));
        if (definition->code == m_code) {
            m_tree->setCurrentItem(item);
        }
    }
}

ValueStatus BoardPanel::statusOfCode(const QString &code) const
{
    static const Board kNone;
    const TileContext context{*m_outcome, kNone, m_area, {}, m_language, nullptr, m_readings.get()};
    return statusOf(context, code);
}

QStringList BoardPanel::lateWords() const
{
    QStringList words;
    if (m_outcome && m_readings) {
        for (const auto &definition : m_outcome->results->definitions()) {
            words << definition->code + statusOfCode(definition->code).word;
        }
    }
    return words;
}

void BoardPanel::setReadings(std::shared_ptr<const Readings> readings)
{
    m_readings = std::move(readings);
    if (lateWords() != m_late) {
        fillTree();
    }
}

void BoardPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        rebuild();
    }
    QWidget::changeEvent(event);
}

} // namespace loci::widgets

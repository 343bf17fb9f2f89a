// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/city/objecttablepanel.h"

#include "layers/map/objectfilter.h"
#include "widgets/city/columncard.h"
#include "widgets/city/objecttablemodel.h"
#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <numeric>

namespace loci::widgets {

namespace {

constexpr int kTypingPause = 250;            // ms after the last key
constexpr std::size_t kMostSelected = 20000; // objects that go into the shared selection

struct TableRows
{
    std::shared_ptr<const city::ObjectTable> table;
    std::vector<std::uint32_t> rows;
};

struct TableWish
{
    city::CityModelPtr model;
    std::shared_ptr<const city::ObjectTable> table; ///< null: to be made
    QString filter;
    bool asExpression = false;
    int column = -1;
    bool descending = false;
};

Result<TableRows> rowsFor(const TableWish &wish, const CancelToken &cancel, const ProgressFunction &progress)
{
    TableRows result{wish.table ? wish.table : std::make_shared<const city::ObjectTable>(wish.model), {}};
    if (wish.filter.isEmpty()) {
        result.rows.resize(result.table->rowCount());
        std::iota(result.rows.begin(), result.rows.end(), 0U);
    } else if (wish.asExpression) {
        LOCI_TRY(result.rows, map::filterObjects(*result.table, wish.filter, cancel, progress));
    } else {
        result.rows = result.table->search(wish.filter);
    }
    result.table->sort(result.rows, wish.column, wish.descending);
    return result;
}

} // namespace

ObjectTablePanel::ObjectTablePanel(CityLibrary &cities, Selection &selection, workspace::TaskRunner &tasks,
                                   QWidget *parent)
    : Panel(parent)
    , m_cities(cities)
    , m_selection(selection)
    , m_tasks(tasks)
{
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &ObjectTablePanel::load);
    connect(&m_selection, &Selection::changed, this, &ObjectTablePanel::followSelection);
    connect(&m_cities, &CityLibrary::entriesChanged, this, &ObjectTablePanel::onLibrary);
}

ObjectTablePanel::~ObjectTablePanel() = default;

void ObjectTablePanel::build()
{
    m_model = new ObjectTableModel(this);
    m_card = new ColumnCard(this);
    m_view = new QTableView(this);
    m_view->setObjectName(QStringLiteral("objects"));
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setCornerButtonEnabled(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->setDefaultSectionSize(28);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->hide();
    QHeaderView *header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setDefaultSectionSize(132);
    header->setSectionsClickable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_problem = makeLabel(this, "sentence");
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setContentsMargins(tokens().padding, 0, tokens().padding, 0);
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(buildBar());
    column->addWidget(m_problem);
    column->addWidget(m_view, 1);
    connect(header, &QHeaderView::sectionClicked, this,
            [this](int section) { sortBy(section, section == m_sortColumn && !m_descending); });
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &at) { showStatistics(header->logicalIndexAt(at)); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ObjectTablePanel::onTableSelection);
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        emit m_selection.zoomRequested(CityObjectRef{m_id, index.data(ObjectTableModel::ObjectRole).toUInt()});
    });
}

QWidget *ObjectTablePanel::buildBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(tokens().padding, tokens().gap, tokens().gap, 0);
    row->setSpacing(4);
    m_title = makeLabel(bar, "title");
    m_counts = makeLabel(bar, "muted");
    m_counts->setFont(tokenFont(tokens().fontBody));
    m_filter = new QLineEdit(bar);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(240);
    QAction *lens = m_filter->addAction(QIcon(), QLineEdit::LeadingPosition);
    m_asExpression = makeIconButton(bar);
    m_asExpression->setObjectName(QStringLiteral("asExpression"));
    m_asExpression->setCheckable(true);
    m_asExpression->setText(QStringLiteral("ƒ"));
    m_select = makeIconButton(bar);
    m_select->setObjectName(QStringLiteral("selectShown"));
    m_statistics = makeIconButton(bar);
    m_statistics->setObjectName(QStringLiteral("statistics"));
    auto *close = makeIconButton(bar);
    row->addWidget(m_title);
    row->addSpacing(4);
    row->addWidget(m_counts);
    row->addStretch(1);
    row->addWidget(m_filter, 1);
    for (QToolButton *button : {m_asExpression, m_select, m_statistics, close}) {
        row->addWidget(button);
    }
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_filter, &QLineEdit::returnPressed, this, &ObjectTablePanel::load);
    connect(m_asExpression, &QToolButton::toggled, this, [this](bool on) {
        m_filter->setPlaceholderText(on ? tr("Expression, for example \"measured_height\" > 20") : tr("Filter rows"));
        load();
        m_filter->setFocus();
    });
    connect(m_select, &QToolButton::clicked, this, &ObjectTablePanel::selectShown);
    connect(m_statistics, &QToolButton::clicked, this, [this] {
        const QModelIndex current = m_view->currentIndex();
        showStatistics(current.isValid() ? current.column() : std::max(0, m_sortColumn));
    });
    connect(close, &QToolButton::clicked, this, &ObjectTablePanel::closed);
    onLanguage([this, close] {
        const auto name = [](QToolButton *button, const QString &text) {
            button->setToolTip(text);
            button->setAccessibleName(text);
        };
        name(m_asExpression, tr("Filter by an expression"));
        name(m_select, tr("Select all rows that are shown"));
        name(m_statistics, tr("Statistics of the column"));
        name(close, tr("Close the table"));
        m_filter->setPlaceholderText(
            m_asExpression->isChecked() ? tr("Expression, for example \"measured_height\" > 20") : tr("Filter rows"));
        m_model->retranslate();
        showCounts();
    });
    onTheme([this, lens, close] {
        lens->setIcon(icon(QStringLiteral("search"), tokens().textMuted));
        m_select->setIcon(icon(QStringLiteral("select-rectangle")));
        m_statistics->setIcon(icon(QStringLiteral("indicators")));
        close->setIcon(icon(QStringLiteral("close")));
    });
    return bar;
}

void ObjectTablePanel::setModel(const QString &id)
{
    const CityEntry *entry = m_cities.entry(id);
    const city::CityModelPtr model = entry ? entry->model : nullptr;
    if (id == m_id && model == m_city) {
        return;
    }
    m_id = id;
    m_city = model;
    m_table = nullptr;
    m_sortColumn = -1;
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_model->setRows(nullptr, {});
    m_title->setText(entry ? entry->name : QString());
    load();
}

void ObjectTablePanel::onLibrary()
{
    const CityEntry *entry = m_cities.entry(m_id);
    if (!m_id.isEmpty() && (!entry || entry->model != m_city)) {
        const QString id = m_id;
        m_id.clear();
        setModel(entry ? id : QString());
    } else if (entry) {
        m_title->setText(entry->name);
    }
}

void ObjectTablePanel::load()
{
    m_typing.stop();
    showSentence(m_problem, {});
    const quint64 turn = ++m_turn;
    if (m_running != 0) {
        m_tasks.cancel(m_running);
        m_running = 0;
    }
    if (!m_city) {
        showCounts();
        return;
    }
    TableWish wish{m_city,       m_table,     m_filter->text().trimmed(), m_asExpression->isChecked(),
                   m_sortColumn, m_descending};
    m_running = m_tasks.run(
        this, tr("Table of %1").arg(m_title->text()),
        [wish = std::move(wish)](const CancelToken &cancel, const ProgressFunction &progress) {
            return rowsFor(wish, cancel, progress);
        },
        [this, turn](Result<TableRows> result) {
            if (turn != m_turn) {
                return;
            }
            m_running = 0;
            if (!result) {
                showSentence(m_problem, result.error().message);
                return;
            }
            m_table = result->table;
            m_following = true;
            m_model->setRows(m_table, std::move(result->rows));
            m_following = false;
            showCounts();
            followSelection();
            emit rowsShown();
        });
}

void ObjectTablePanel::sortBy(int column, bool descending)
{
    m_sortColumn = column;
    m_descending = descending;
    m_view->horizontalHeader()->setSortIndicator(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    load();
}

void ObjectTablePanel::showCounts()
{
    const bool any = m_table != nullptr;
    m_select->setEnabled(any && !m_model->rows().empty());
    m_statistics->setEnabled(any && !m_model->rows().empty());
    if (!any) {
        m_counts->clear();
        return;
    }
    const QLocale locale;
    const QString shown = locale.toString(static_cast<qulonglong>(m_model->rows().size()));
    const QString all = locale.toString(m_table->rowCount());
    m_counts->setText(m_model->rows().size() == m_table->rowCount() ? tr("%1 objects").arg(all)
                                                                    : tr("%1 of %2 objects").arg(shown, all));
}

void ObjectTablePanel::showStatistics(int column)
{
    if (!m_table || column < 0 || column >= m_table->columnCount()) {
        return;
    }
    const city::ColumnStatistics statistics = m_table->statistics(m_model->rows(), column);
    const QPoint corner =
        m_statistics->mapToGlobal(QPoint(m_statistics->width() - m_card->width(), m_statistics->height() + 4));
    m_card->open(corner, ObjectTableModel::heading(*m_table, column), statistics);
}

void ObjectTablePanel::selectShown()
{
    std::vector<SelectedThing> things;
    for (const std::uint32_t object : m_model->rows()) {
        if (things.size() == kMostSelected) {
            showSentence(m_problem, tr("Only the first %1 objects are selected: more cannot be shown at once.")
                                        .arg(QLocale().toString(static_cast<qulonglong>(kMostSelected))));
            break;
        }
        things.push_back(CityObjectRef{m_id, object});
    }
    m_selection.set(std::move(things));
}

void ObjectTablePanel::onTableSelection()
{
    if (m_following) {
        return;
    }
    std::vector<SelectedThing> things;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        if (things.size() == kMostSelected) {
            break;
        }
        things.push_back(CityObjectRef{m_id, index.data(ObjectTableModel::ObjectRole).toUInt()});
    }
    m_following = true;
    m_selection.set(std::move(things));
    m_following = false;
}

void ObjectTablePanel::followSelection()
{
    if (m_following || !m_table) {
        return;
    }
    QItemSelection rows;
    int first = -1;
    for (const SelectedThing &thing : m_selection.things()) {
        const auto *object = std::get_if<CityObjectRef>(&thing);
        const int row = object && object->modelId == m_id ? m_model->rowOf(object->object) : -1;
        if (row >= 0) {
            rows.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
            first = first < 0 ? row : first;
        }
    }
    m_following = true;
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    m_following = false;
    if (first >= 0) {
        m_view->scrollTo(m_model->index(first, 0));
    }
}

void ObjectTablePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        m_filter->setFocus();
        m_filter->selectAll();
    } else if (event->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
    } else {
        Panel::keyPressEvent(event);
    }
}

} // namespace loci::widgets

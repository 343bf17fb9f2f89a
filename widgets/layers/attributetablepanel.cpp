// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/attributetablepanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"
#include "widgets/layers/attributetablemodel.h"

#include <qgsattributetableconfig.h>
#include <qgsproject.h>
#include <qgsvariantutils.h>
#include <qgsvectorlayer.h>

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

namespace loci::widgets {

namespace {
constexpr int kTypingPause = 250;            // ms after the last key
constexpr std::size_t kMostSelected = 20000; // features that go into the shared selection
constexpr std::size_t kMostCopied = 50000;
} // namespace

AttributeTablePanel::AttributeTablePanel(MapSession &session, Selection &selection, workspace::TaskRunner &tasks,
                                         FilePrompt &files, QWidget *parent)
    : Panel(parent)
    , m_session(session)
    , m_selection(selection)
    , m_tasks(tasks)
    , m_files(files)
{
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &AttributeTablePanel::onFilterTyped);
    connect(&m_selection, &Selection::changed, this, &AttributeTablePanel::followSelection);
    setLayer({});
}

AttributeTablePanel::~AttributeTablePanel() = default;

void AttributeTablePanel::build()
{
    m_filled = new QWidget(this);
    m_model = new AttributeTableModel(this);
    m_table = new QTableView(m_filled);
    m_table->setObjectName(QStringLiteral("attributes"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // a million rows are never measured
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionsMovable(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setDefaultSectionSize(132);
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_problem = makeLabel(m_filled, "sentence");
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setContentsMargins(tokens().padding, 0, tokens().padding, 0);
    m_problem->hide();
    auto *column = new QVBoxLayout(m_filled);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(buildBar());
    column->addWidget(m_problem);
    column->addWidget(m_table, 1);
    m_empty = new EmptyState(QStringLiteral("table"), this);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_filled);
    m_stack->addWidget(m_empty);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &AttributeTablePanel::onHeaderClicked);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AttributeTablePanel::onTableSelection);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        emit m_selection.zoomRequested(
            FeatureRef{layerId(), index.data(AttributeTableModel::FeatureIdRole).toLongLong()});
    });
}

QWidget *AttributeTablePanel::buildBar()
{
    auto *bar = new QWidget(m_filled);
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
    m_columns = makeIconButton(bar);
    m_copy = makeIconButton(bar);
    m_export = makeIconButton(bar);
    auto *close = makeIconButton(bar);
    row->addWidget(m_title);
    row->addSpacing(4);
    row->addWidget(m_counts);
    row->addStretch(1);
    row->addWidget(m_filter, 1);
    for (QToolButton *button : {m_asExpression, m_columns, m_copy, m_export, close}) {
        row->addWidget(button);
    }
    connect(m_filter, &QLineEdit::textEdited, this, [this] { m_typing.start(); });
    connect(m_filter, &QLineEdit::returnPressed, this, &AttributeTablePanel::onFilterTyped);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) {
            m_typing.start(); // the clear button is no edit
        }
    });
    connect(m_asExpression, &QToolButton::toggled, this, [this](bool on) {
        m_filter->setPlaceholderText(on ? tr("Expression, for example \"height\" > 20") : tr("Filter rows"));
        onFilterTyped();
        m_filter->setFocus();
    });
    connect(m_columns, &QToolButton::clicked, this, &AttributeTablePanel::showColumnMenu);
    connect(m_copy, &QToolButton::clicked, this, &AttributeTablePanel::copyRows);
    connect(m_export, &QToolButton::clicked, this, &AttributeTablePanel::exportCsv);
    connect(close, &QToolButton::clicked, this, &AttributeTablePanel::closed);
    onLanguage([this, close] {
        const auto name = [](QToolButton *button, const QString &text) {
            button->setToolTip(text);
            button->setAccessibleName(text);
        };
        name(m_asExpression, tr("Filter by an expression"));
        name(m_columns, tr("Choose columns"));
        name(m_copy, tr("Copy the selected rows"));
        name(m_export, tr("Export the rows as CSV"));
        name(close, tr("Close"));
        m_filter->setPlaceholderText(m_asExpression->isChecked() ? tr("Expression, for example \"height\" > 20")
                                                                 : tr("Filter rows"));
        m_filter->setAccessibleName(tr("Filter rows"));
        m_table->setAccessibleName(tr("Attribute table"));
        if (m_empty) {
            m_empty->setTexts(tr("Choose a layer with features to see its attributes here."));
        }
        showCounts();
    });
    onTheme([this, lens, close] {
        lens->setIcon(icon(QStringLiteral("search"), tokens().textMuted));
        m_columns->setIcon(icon(QStringLiteral("list")));
        m_copy->setIcon(icon(QStringLiteral("copy")));
        m_export->setIcon(icon(QStringLiteral("download")));
        close->setIcon(icon(QStringLiteral("close")));
    });
    return bar;
}

void AttributeTablePanel::registerActions(ActionRegistry &actions)
{
    const auto add = [&](const char *id, const char *name, const char *iconName, std::function<void()> run) {
        ActionSpec spec;
        spec.id = id;
        spec.context = "loci::widgets::AttributeTablePanel";
        spec.name = name;
        spec.icon = iconName;
        spec.run = std::move(run);
        spec.enabled = [this] { return m_layer != nullptr; };
        actions.add(std::move(spec));
    };
    add("table.export", QT_TRANSLATE_NOOP("loci::widgets::AttributeTablePanel", "Export the table as CSV"), "download",
        [this] { exportCsv(); });
    add("table.copy", QT_TRANSLATE_NOOP("loci::widgets::AttributeTablePanel", "Copy the selected table rows"), "copy",
        [this] { copyRows(); });
}

QString AttributeTablePanel::layerId() const
{
    return m_layer ? m_layer->id() : QString();
}

void AttributeTablePanel::setLayer(const QString &layerId)
{
    for (const QMetaObject::Connection &connection : m_layerConnections) {
        disconnect(connection);
    }
    m_layerConnections.clear();
    m_layer =
        qobject_cast<QgsVectorLayer *>(layerId.isEmpty() ? nullptr : m_session.document().project().mapLayer(layerId));
    m_query = {};
    {
        const QSignalBlocker blocker(m_filter);
        m_filter->clear();
    }
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    showSentence(m_problem, {});
    m_model->clear();
    m_empty->setTexts(tr("Choose a layer with features to see its attributes here."));
    m_stack->setCurrentWidget(m_layer ? m_filled : static_cast<QWidget *>(m_empty));
    if (!m_layer) {
        return;
    }
    const auto reload = [this] { m_typing.start(); };
    m_layerConnections = {
        connect(m_layer, &QgsMapLayer::dataChanged, this, reload),
        connect(m_layer, &QgsVectorLayer::updatedFields, this, reload),
        connect(m_layer, &QgsVectorLayer::featureAdded, this, reload),
        connect(m_layer, &QgsVectorLayer::featureDeleted, this, reload),
        connect(m_layer, &QgsMapLayer::nameChanged, this, &AttributeTablePanel::showCounts),
        connect(m_layer, &QObject::destroyed, this, [this] { setLayer({}); }),
    };
    load();
}

void AttributeTablePanel::load()
{
    if (!m_layer) {
        return;
    }
    if (m_running) {
        m_tasks.cancel(m_running);
    }
    const ScanSource source = makeScanSource(*m_layer);
    const quint64 turn = ++m_turn;
    m_running = m_tasks.run(
        this, tr("Read the table of %1").arg(m_layer->name()),
        [source, query = m_query](const CancelToken &cancel, const ProgressFunction &progress) {
            return queryTable(source, query, cancel, progress);
        },
        [this, source, turn](Result<std::vector<QgsFeatureId>> rows) {
            if (turn == m_turn) {
                rowsReady(source, std::move(rows));
            }
        });
}

void AttributeTablePanel::rowsReady(const ScanSource &source, Result<std::vector<QgsFeatureId>> rows)
{
    m_running = 0;
    if (!m_layer) {
        return;
    }
    if (!rows) {
        // The rows of before stay; the sentence says what to change.
        showSentence(m_problem, rows.error().code == ErrorCode::Cancelled ? QString() : rows.error().message);
        return;
    }
    showSentence(m_problem, {});
    m_model->setRows(source, std::move(*rows));
    applyColumns();
    followSelection();
    showCounts();
    emit rowsShown();
}

void AttributeTablePanel::onFilterTyped()
{
    m_typing.stop();
    const QString text = m_filter->text().trimmed();
    m_query.text = m_asExpression->isChecked() ? QString() : text;
    m_query.expression = m_asExpression->isChecked() ? text : QString();
    load();
}

void AttributeTablePanel::onHeaderClicked(int column)
{
    // First click up, second down, third back to the order of the source.
    if (m_query.sortColumn != column) {
        m_query.sortColumn = column;
        m_query.descending = false;
    } else if (!m_query.descending) {
        m_query.descending = true;
    } else {
        m_query.sortColumn = -1;
        m_query.descending = false;
    }
    m_table->horizontalHeader()->setSortIndicator(m_query.sortColumn,
                                                  m_query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    load();
}

void AttributeTablePanel::onTableSelection()
{
    showCounts();
    if (m_following || !m_layer) {
        return;
    }
    std::vector<SelectedThing> things;
    const QString id = layerId();
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && things.size() < kMostSelected; ++row) {
            things.emplace_back(FeatureRef{id, m_model->ids()[std::size_t(row)]});
        }
    }
    m_following = true;
    m_selection.set(std::move(things));
    m_following = false;
}

void AttributeTablePanel::followSelection()
{
    if (m_following || !m_layer) {
        return;
    }
    std::set<int> rows;
    for (const SelectedThing &thing : m_selection.things()) {
        const auto *feature = std::get_if<FeatureRef>(&thing);
        const int row = feature && feature->layerId == layerId() ? m_model->rowOf(feature->featureId) : -1;
        if (row >= 0) {
            rows.insert(row);
        }
    }
    QItemSelection chosen;
    for (const int row : rows) {
        // Neighbours go together, so that ten thousand rows are a few ranges.
        if (!chosen.isEmpty() && chosen.last().bottom() == row - 1) {
            const int top = chosen.last().top();
            chosen.removeLast();
            chosen.append(QItemSelectionRange(m_model->index(top, 0), m_model->index(row, m_model->columnCount() - 1)));
        } else {
            chosen.append(QItemSelectionRange(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1)));
        }
    }
    m_following = true;
    m_table->selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    if (!rows.empty()) {
        m_table->scrollTo(m_model->index(*rows.begin(), m_table->columnAt(0)), QAbstractItemView::EnsureVisible);
    }
    m_following = false;
}

void AttributeTablePanel::showCounts()
{
    if (!m_layer || !m_table) {
        return;
    }
    m_title->setText(m_layer->name());
    const QLocale locale;
    const qint64 all = m_layer->featureCount();
    const int shown = m_model->rowCount();
    qint64 selected = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        selected += range.height();
    }
    QString text = all > shown ? tr("%1 of %2 rows").arg(locale.toString(shown), locale.toString(all))
                               : tr("%1 rows").arg(locale.toString(shown));
    if (selected > 0) {
        text += QStringLiteral(" · ") + tr("%1 selected").arg(locale.toString(selected));
    }
    m_counts->setText(text);
    m_copy->setEnabled(selected > 0);
}

QList<int> AttributeTablePanel::shownColumns() const
{
    QList<int> columns;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (!m_table->isColumnHidden(column)) {
            columns.append(column);
        }
    }
    return columns;
}

void AttributeTablePanel::applyColumns()
{
    QgsAttributeTableConfig config = m_layer->attributeTableConfig();
    config.update(m_layer->fields());
    for (const QgsAttributeTableConfig::ColumnConfig &column : config.columns()) {
        const int index = m_layer->fields().lookupField(column.name);
        if (index >= 0) {
            m_table->setColumnHidden(index, column.hidden);
        }
    }
}

void AttributeTablePanel::setColumnShown(const QString &field, bool shown)
{
    if (!m_layer) {
        return;
    }
    QgsAttributeTableConfig config = m_layer->attributeTableConfig();
    config.update(m_layer->fields());
    const QVector<QgsAttributeTableConfig::ColumnConfig> columns = config.columns();
    for (int i = 0; i < columns.size(); ++i) {
        if (columns[i].name == field) {
            config.setColumnHidden(i, !shown);
        }
    }
    m_layer->setAttributeTableConfig(config);
    applyColumns();
    m_session.commit(tr("Choose columns of %1").arg(m_layer->name()));
}

void AttributeTablePanel::showColumnMenu()
{
    if (!m_layer) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QgsField field = m_layer->fields().at(column);
        QAction *action = menu->addAction(field.displayName());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, name = field.name()](bool on) { setColumnShown(name, on); });
    }
    menu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height())));
}

void AttributeTablePanel::copyRows()
{
    const QList<int> columns = shownColumns();
    std::vector<QgsFeatureId> ids;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && ids.size() < kMostCopied; ++row) {
            ids.push_back(m_model->ids()[std::size_t(row)]);
        }
    }
    if (ids.empty()) {
        return;
    }
    const ScanSource source = m_model->source();
    m_tasks.run(
        this, tr("Copy rows"),
        [source, ids, columns](const CancelToken &, const ProgressFunction &) -> Result<QString> {
            QStringList lines;
            QStringList cells;
            for (const int column : columns) {
                cells.append(source.fields.at(column).name());
            }
            lines.append(cells.join(QLatin1Char('\t')));
            for (const QList<QVariant> &row : fetchRows(source, ids)) {
                cells.clear();
                for (const int column : columns) {
                    const QVariant value = row.value(column);
                    cells.append(QgsVariantUtils::isNull(value) ? QString() : value.toString().simplified());
                }
                lines.append(cells.join(QLatin1Char('\t')));
            }
            return lines.join(QLatin1Char('\n'));
        },
        [](Result<QString> text) {
            if (text) {
                QApplication::clipboard()->setText(*text);
            }
        });
}

void AttributeTablePanel::exportCsv()
{
    if (!m_layer) {
        return;
    }
    const std::optional<QString> path = m_files.saveFile(
        this, tr("Export the rows as CSV"), m_layer->name() + QStringLiteral(".csv"), tr("CSV table (*.csv)"));
    if (!path) {
        return;
    }
    const ScanSource source = m_model->source();
    m_tasks.run(
        this, tr("Export the table of %1").arg(m_layer->name()),
        [source, ids = m_model->ids(), columns = shownColumns(), path = *path](const CancelToken &cancel,
                                                                               const ProgressFunction &progress) {
            return writeCsv(source, ids, columns, path, cancel, progress);
        },
        [this](Result<> result) {
            if (!result) {
                showSentence(m_problem, result.error().message);
                emit failed(result.error().message);
            }
        });
}

void AttributeTablePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
    } else if (event->matches(QKeySequence::Find)) {
        m_filter->setFocus();
        m_filter->selectAll();
    } else if (event->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
    } else {
        Panel::keyPressEvent(event);
    }
}

} // namespace loci::widgets

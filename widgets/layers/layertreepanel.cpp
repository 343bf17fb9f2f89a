// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/layertreepanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"
#include "widgets/layers/layertreedelegate.h"
#include "widgets/layers/layertreefilter.h"
#include "widgets/layers/layertreeview.h"

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgslayertree.h>
#include <qgslayertreemodel.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

namespace {
constexpr int kLegendNodesBeforeCollapse = 8;
constexpr char kContext[] = "loci::widgets::LayerTreePanel";

QAction *addEntry(QMenu &menu, const char *iconName, const QString &text, QObject *context, std::function<void()> run,
                  const QKeySequence &shown = {})
{
    QAction *action = menu.addAction(icon(QLatin1String(iconName)), text);
    action->setShortcut(shown);
    QObject::connect(action, &QAction::triggered, context, [run = std::move(run)] { run(); });
    return action;
}
} // namespace

LayerTreePanel::LayerTreePanel(MapSession &session, Selection &selection, FilePrompt &files, QWidget *parent)
    : Panel(parent)
    , m_session(session)
    , m_selection(selection)
    , m_files(files)
{
    m_filled = new QWidget(this);
    buildTree();
    buildCities();
    buildLayout();
    connectTree();
    connect(&m_selection, &Selection::changed, this, &LayerTreePanel::followSelection);
    updateStack();
}

LayerTreePanel::~LayerTreePanel()
{
    // The view's models look at the tree model until the end.
    delete m_tree;
    delete m_filter;
}

void LayerTreePanel::buildTree()
{
    m_model = std::make_unique<QgsLayerTreeModel>(m_session.document().project().layerTreeRoot());
    m_model->setFlag(QgsLayerTreeModel::AllowNodeReorder);
    m_model->setFlag(QgsLayerTreeModel::AllowNodeRename);
    m_model->setFlag(QgsLayerTreeModel::AllowNodeChangeVisibility);
    m_model->setFlag(QgsLayerTreeModel::AllowLegendChangeState);
    m_model->setFlag(QgsLayerTreeModel::ShowLegendAsTree, false);
    m_model->setAutoCollapseLegendNodes(kLegendNodesBeforeCollapse);
    m_filter = new LayerTreeFilter(*m_model, this);
    m_tree = new LayerTreeView(m_filled);
    m_tree->setObjectName(QStringLiteral("layerTree"));
    m_tree->setModel(m_filter);
    auto *delegate = new LayerTreeDelegate(m_tree);
    m_tree->setItemDelegate(delegate);
    connect(delegate, &LayerTreeDelegate::repairRequested, this, [this](const QModelIndex &index) {
        m_tree->setCurrentIndex(index);
        repairCurrent();
    });
}

void LayerTreePanel::buildCities()
{
    m_citySection = new QWidget(m_filled);
    m_cities = new CityModelList(this);
    m_cityView = new QListView(m_citySection);
    m_cityView->setObjectName(QStringLiteral("cityModels"));
    m_cityView->setModel(m_cities);
    auto *delegate = new LayerTreeDelegate(m_cityView);
    m_cityView->setItemDelegate(delegate);
    m_cityView->setMouseTracking(true);
    m_cityView->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_cityView->setContextMenuPolicy(Qt::CustomContextMenu);
    m_cityView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *heading = makeLabel(m_citySection, "caption");
    heading->setContentsMargins(tokens().padding, tokens().gap, 0, 0);
    auto *column = new QVBoxLayout(m_citySection);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(makeRule(m_citySection));
    column->addWidget(heading);
    column->addWidget(m_cityView);
    m_citySection->hide();
    connect(m_cities, &CityModelList::visibilityWanted, this, &LayerTreePanel::cityVisibilityChanged);
    connect(m_cities, &CityModelList::nameWanted, this, &LayerTreePanel::cityNameChanged);
    connect(delegate, &LayerTreeDelegate::repairRequested, this,
            [this](const QModelIndex &index) { emit cityRepairRequested(index.data(treerole::LayerId).toString()); });
    connect(m_cityView, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { showMenu(m_cityView, at, true); });
    connect(m_cityView, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { emit cityZoomRequested(index.data(treerole::LayerId).toString()); });
    onLanguage([this, heading] {
        heading->setText(tr("City models"));
        m_cityView->setAccessibleName(tr("City models"));
    });
}

void LayerTreePanel::buildLayout()
{
    const Tokens &t = tokens();
    auto *heading = makeLabel(m_filled, "title");
    auto *add = makeButton(m_filled);
    add->setObjectName(QStringLiteral("addLayer"));
    auto *more = makeIconButton(m_filled);
    more->setObjectName(QStringLiteral("more"));
    m_search = new QLineEdit(m_filled);
    m_search->setObjectName(QStringLiteral("filter"));
    m_search->setClearButtonEnabled(true);
    QAction *lens = m_search->addAction(QIcon(), QLineEdit::LeadingPosition);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(t.padding, t.gap, t.gap, 0);
    head->setSpacing(4);
    head->addWidget(heading, 1);
    head->addWidget(add);
    head->addWidget(more);
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(t.padding, 0, t.padding, 0);
    searchRow->addWidget(m_search);
    auto *column = new QVBoxLayout(m_filled);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(t.gap);
    column->addLayout(head);
    column->addLayout(searchRow);
    column->addWidget(m_tree, 1);
    column->addWidget(m_citySection);
    m_empty = new EmptyState(QStringLiteral("layers"), this);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_filled);
    m_stack->addWidget(m_empty);
    connect(add, &QPushButton::clicked, this, &LayerTreePanel::addRequested);
    connect(m_empty, &EmptyState::stepRequested, this, &LayerTreePanel::addRequested);
    connect(more, &QToolButton::clicked, this,
            [this, more] { showMenu(more, QPoint(0, more->height()), currentCity()); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        if (!text.trimmed().isEmpty()) {
            m_tree->expandAll();
        }
    });
    onLanguage([this, heading, add, more] {
        heading->setText(tr("Layers"));
        add->setText(tr("Add layer"));
        more->setToolTip(tr("More"));
        more->setAccessibleName(tr("More"));
        m_search->setPlaceholderText(tr("Filter by name"));
        m_search->setAccessibleName(tr("Filter by name"));
        m_tree->setAccessibleName(tr("Layers"));
        m_empty->setTexts(tr("Layers are maps, images and city models of this place. Add a file or a map service, or "
                             "drop a file here."),
                          tr("Add layer"));
    });
    onTheme([this, add, more, lens] {
        add->setIcon(icon(QStringLiteral("plus")));
        more->setIcon(icon(QStringLiteral("more")));
        lens->setIcon(icon(QStringLiteral("search"), tokens().textMuted));
        m_tree->viewport()->update();
        m_cityView->viewport()->update();
    });
}

void LayerTreePanel::connectTree()
{
    connect(m_filter, &LayerTreeFilter::edited, this, [this](const QString &title) { m_session.commit(title); });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &LayerTreePanel::updateStack, Qt::QueuedConnection);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &LayerTreePanel::updateStack, Qt::QueuedConnection);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &LayerTreePanel::updateStack, Qt::QueuedConnection);
    connect(m_tree, &LayerTreeView::dragFinished, this, [this] { m_session.commit(tr("Reorder layers")); });
    connect(m_tree, &LayerTreeView::moveRequested, this, &LayerTreePanel::moveCurrent);
    connect(m_tree, &LayerTreeView::removeRequested, this, &LayerTreePanel::removeSelected);
    connect(m_tree, &LayerTreeView::toggleRequested, this, &LayerTreePanel::toggleVisibility);
    connect(m_tree, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { showMenu(m_tree, at, false); });
    connect(m_tree, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        const QString id = index.data(treerole::LayerId).toString();
        if (!id.isEmpty()) {
            emit propertiesRequested(id);
        }
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_tree->currentIndex().isValid()) {
            m_cityView->clearSelection();
            m_cityView->selectionModel()->clearCurrentIndex();
        }
        emit currentLayerChanged(currentLayerId());
    });
    connect(m_cityView->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_cityView->currentIndex().isValid()) {
            m_tree->clearSelection();
            m_tree->selectionModel()->clearCurrentIndex();
        }
    });
    const auto key = [this](const QKeySequence &keys, std::function<void()> run) {
        auto *action = new QAction(m_filled);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
        m_filled->addAction(action);
    };
    key(QKeySequence::Delete, [this] { removeSelected(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_G), [this] { addGroup(); });
}

void LayerTreePanel::registerActions(ActionRegistry &actions)
{
    const auto hasLayer = [this] { return currentLayer() != nullptr; };
    const auto add = [&](const char *id, const char *name, const char *iconName, std::function<void()> run,
                         std::function<bool()> enabled = {}, const QKeySequence &shortcut = {}) {
        ActionSpec spec;
        spec.id = id;
        spec.context = kContext;
        spec.name = name;
        spec.icon = iconName;
        spec.shortcut = shortcut;
        spec.run = std::move(run);
        spec.enabled = std::move(enabled);
        actions.add(std::move(spec));
    };
    add(
        "layers.add", QT_TRANSLATE_NOOP("loci::widgets::LayerTreePanel", "Add layer"), "plus",
        [this] { emit addRequested(); }, {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    add(
        "layers.cityTable", QT_TRANSLATE_NOOP("loci::widgets::LayerTreePanel", "Table of the city model's objects"),
        "table",
        [this] {
            if (const CityModelRow *city = currentCity()) {
                emit cityTableRequested(city->id);
            } else if (!m_cities->rows().empty()) {
                emit cityTableRequested(m_cities->rows().front().id);
            }
        },
        [this] { return !m_cities->rows().empty(); });
    add(
        "layers.cityCompare", QT_TRANSLATE_NOOP("loci::widgets::LayerTreePanel", "Compare the last two city models"),
        "compare",
        [this] {
            const auto &rows = m_cities->rows();
            if (rows.size() >= 2) {
                emit cityCompareRequested(rows[rows.size() - 2].id, rows.back().id);
            }
        },
        [this] { return m_cities->rows().size() >= 2; });
    add("layers.group", QT_TRANSLATE_NOOP("loci::widgets::LayerTreePanel", "Group layers"), "folder",
        [this] { addGroup(); });
    add(
        "layers.zoomTo", QT_TRANSLATE_NOOP("loci::widgets::LayerTreePanel", "Zoom to layer"), "full-view",
        [this] { zoomToCurrent(); }, hasLayer);
    add(
        "layers.properties", QT_TRANSLATE_NOOP("loci::widgets::LayerTreePanel", "Layer properties and style"),
        "palette", [this] { emit propertiesRequested(currentLayerId()); }, hasLayer);
    add(
        "layers.table", QT_TRANSLATE_NOOP("loci::widgets::LayerTreePanel", "Open attribute table"), "table",
        [this] { emit tableRequested(currentLayerId()); },
        [this] { return qobject_cast<QgsVectorLayer *>(currentLayer()) != nullptr; }, QKeySequence(Qt::Key_F6));
    add(
        "layers.showOnly", QT_TRANSLATE_NOOP("loci::widgets::LayerTreePanel", "Show only this layer"), "eye",
        [this] { showOnly(); }, hasLayer);
    add(
        "layers.duplicate", QT_TRANSLATE_NOOP("loci::widgets::LayerTreePanel", "Duplicate layer"), "copy",
        [this] { duplicateCurrent(); }, hasLayer);
    add(
        "layers.remove", QT_TRANSLATE_NOOP("loci::widgets::LayerTreePanel", "Remove layer"), "trash",
        [this] { removeSelected(); }, hasLayer);
}

void LayerTreePanel::fillLayerMenu(QMenu &menu)
{
    QgsLayerTreeNode *node = currentNode();
    if (node) {
        const bool layer = QgsLayerTree::isLayer(node);
        const QgsMapLayer *mapLayer = currentLayer();
        if (layer && (!mapLayer || !mapLayer->isValid())) {
            addEntry(menu, "link", tr("Repair path…"), this, [this] { repairCurrent(); });
            menu.addSeparator();
        }
        addEntry(menu, "full-view", tr("Zoom to"), this, [this] { zoomToCurrent(); });
        if (layer) {
            addEntry(menu, "palette", tr("Properties and style"), this,
                     [this] { emit propertiesRequested(currentLayerId()); });
            if (qobject_cast<const QgsVectorLayer *>(mapLayer)) {
                addEntry(menu, "table", tr("Attribute table"), this, [this] { emit tableRequested(currentLayerId()); });
            }
            addEntry(menu, "opacity", tr("Opacity…"), this, [this] { showOpacity(); });
            addEntry(menu, "eye", tr("Show only this"), this, [this] { showOnly(); });
        }
        menu.addSeparator();
        addEntry(
            menu, "edit", tr("Rename"), this, [this] { renameCurrent(); }, QKeySequence(Qt::Key_F2));
        if (layer) {
            addEntry(menu, "copy", tr("Duplicate"), this, [this] { duplicateCurrent(); });
        }
    }
    addEntry(
        menu, "folder", node ? tr("Group") : tr("New group"), this, [this] { addGroup(); },
        QKeySequence(Qt::CTRL | Qt::Key_G));
    QAction *legend = menu.addAction(icon(QStringLiteral("legend")), tr("Show legend"));
    legend->setCheckable(true);
    legend->setChecked(m_model->testFlag(QgsLayerTreeModel::ShowLegend));
    connect(legend, &QAction::toggled, this, &LayerTreePanel::setLegendShown);
    if (node) {
        menu.addSeparator();
        addEntry(
            menu, "trash", tr("Remove"), this, [this] { removeSelected(); }, QKeySequence::Delete);
    }
}

void LayerTreePanel::fillCityMenu(QMenu &menu)
{
    const CityModelRow *row = currentCity();
    if (!row) {
        return;
    }
    const QString id = row->id;
    if (row->broken) {
        addEntry(menu, "link", tr("Repair path…"), this, [this, id] { emit cityRepairRequested(id); });
        menu.addSeparator();
    }
    addEntry(menu, "full-view", tr("Zoom to"), this, [this, id] { emit cityZoomRequested(id); });
    addEntry(menu, "opacity", tr("Opacity…"), this, [this] { showOpacity(); });
    if (!row->broken) {
        addEntry(menu, "upload", tr("Export…"), this, [this, id] { emit cityExportRequested(id); });
    }
    if (row->count >= 0) {
        addEntry(menu, "table", tr("Table of the objects"), this, [this, id] { emit cityTableRequested(id); });
        fillCompareMenu(menu, id);
    }
    addEntry(
        menu, "edit", tr("Rename"), this, [this] { m_cityView->edit(m_cityView->currentIndex()); },
        QKeySequence(Qt::Key_F2));
    menu.addSeparator();
    addEntry(
        menu, "trash", tr("Remove"), this, [this, id] { emit cityRemoveRequested(id); }, QKeySequence::Delete);
}

void LayerTreePanel::fillCompareMenu(QMenu &menu, const QString &id)
{
    QMenu *others = menu.addMenu(icon(QStringLiteral("compare")), tr("Compare with…"));
    for (const CityModelRow &other : m_cities->rows()) {
        if (other.id != id && other.count >= 0) {
            addEntry(*others, "city", tr("%1 as the earlier version").arg(other.name), this,
                     [this, id, before = other.id] { emit cityCompareRequested(before, id); });
        }
    }
    others->setEnabled(!others->isEmpty());
}

void LayerTreePanel::showMenu(QWidget *over, const QPoint &position, bool city)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (city) {
        fillCityMenu(*menu);
    } else {
        fillLayerMenu(*menu);
    }
    const auto *view = qobject_cast<QAbstractItemView *>(over);
    menu->popup((view ? view->viewport() : over)->mapToGlobal(position));
}

void LayerTreePanel::setCityModels(std::vector<CityModelRow> rows)
{
    m_cities->setRows(std::move(rows));
    const int count = m_cities->rowCount();
    m_cityView->setFixedHeight(std::clamp(count, 1, 6) * tokens().row);
    m_citySection->setVisible(count > 0);
    updateStack();
}

void LayerTreePanel::updateStack()
{
    const bool empty = m_model->rootGroup()->children().isEmpty() && m_cities->rowCount() == 0;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_filled);
}

QgsLayerTreeNode *LayerTreePanel::currentNode() const
{
    return m_filter->node(m_tree->currentIndex());
}

QgsMapLayer *LayerTreePanel::currentLayer() const
{
    QgsLayerTreeNode *node = currentNode();
    return node && QgsLayerTree::isLayer(node) ? QgsLayerTree::toLayer(node)->layer() : nullptr;
}

const CityModelRow *LayerTreePanel::currentCity() const
{
    const QModelIndex index = m_cityView->currentIndex();
    return index.isValid() ? &m_cities->rows()[std::size_t(index.row())] : nullptr;
}

QString LayerTreePanel::currentLayerId() const
{
    return m_tree->currentIndex().data(treerole::LayerId).toString();
}

void LayerTreePanel::setCurrentLayer(const QString &layerId)
{
    QgsLayerTreeLayer *node = m_session.document().project().layerTreeRoot()->findLayer(layerId);
    const QModelIndex index = m_filter->indexOf(node);
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    }
}

QList<QgsLayerTreeNode *> LayerTreePanel::selectedNodes() const
{
    QList<QgsLayerTreeNode *> nodes;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedIndexes()) {
        if (QgsLayerTreeNode *node = m_filter->node(index)) {
            nodes.append(node);
        }
    }
    QList<QgsLayerTreeNode *> outermost;
    for (QgsLayerTreeNode *node : nodes) {
        bool inside = false;
        for (QgsLayerTreeNode *up = node->parent(); up && !inside; up = up->parent()) {
            inside = nodes.contains(up);
        }
        if (!inside) {
            outermost.append(node);
        }
    }
    return outermost;
}

void LayerTreePanel::followSelection()
{
    if (m_selection.isEmpty()) {
        return;
    }
    const SelectedThing &first = m_selection.things().front();
    if (const auto *feature = std::get_if<FeatureRef>(&first)) {
        setCurrentLayer(feature->layerId);
        return;
    }
    const QString &modelId = std::get<CityObjectRef>(first).modelId;
    for (int row = 0; row < m_cities->rowCount(); ++row) {
        if (m_cities->rows()[std::size_t(row)].id == modelId) {
            m_cityView->setCurrentIndex(m_cities->index(row));
        }
    }
}

void LayerTreePanel::setLegendShown(bool shown)
{
    m_model->setFlag(QgsLayerTreeModel::ShowLegend, shown);
}

} // namespace loci::widgets

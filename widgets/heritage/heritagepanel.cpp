// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/heritagepanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/assetdelegate.h"
#include "widgets/heritage/facetbar.h"
#include "widgets/heritage/rolechooser.h"
#include "widgets/heritage/yearbar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>

namespace loci::widgets {

namespace sh = storage::heritage;

namespace {

constexpr int kLeastList = 200, kLeastFacets = 64, kOtherRows = 210, kRoomForLinks = 600; // pixels
constexpr int kTypingMs = 180;
constexpr int kRefreshMs = 30;
constexpr int kTasksMs = 300;              // counting what is missing can wait
constexpr double kFacetShare = 0.36;       // of the panel's height at most
constexpr double kFacetShareOfYears = 0.2; // with the bar of years below
constexpr int kMostLinks = 4;
constexpr int kMostYears = 20000; // records that the bar of years counts
constexpr int kRoomToKeep = 380;
constexpr std::array kSorts = {sh::SortBy::Relevance, sh::SortBy::Name,      sh::SortBy::Level,  sh::SortBy::Year,
                               sh::SortBy::Condition, sh::SortBy::Reference, sh::SortBy::Updated};

void empty(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        } else if (item->layout() != nullptr) {
            empty(*item->layout());
        }
        delete item;
    }
}

bool isNarrowed(const sh::AssetQuery &query)
{
    return !query.text.isEmpty() || !query.facets.isEmpty() || !query.missing.empty() || !query.ids.isEmpty() ||
           query.trashed;
}

} // namespace

HeritagePanel::HeritagePanel(HeritageDesk &desk, MessagePrompt &messages, QWidget *parent)
    : Panel(parent)
    , m_desk(desk)
    , m_messages(messages)
    , m_model(new AssetListModel(desk, this))
    , m_roles(new RoleChooser(desk, this))
{
    setObjectName(QStringLiteral("heritage.panel"));
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, [this] {
        sh::AssetQuery query = m_model->query();
        query.text = m_search->text().trimmed();
        setQuery(query);
    });
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        ask();
        m_tasksSoon.start();
    });
    m_tasksSoon.setSingleShot(true);
    m_tasksSoon.setInterval(kTasksMs);
    connect(&m_tasksSoon, &QTimer::timeout, this, &HeritagePanel::showTasks);
    connect(&m_desk, &HeritageDesk::opened, this, &HeritagePanel::reload);
    connect(&m_desk, &HeritageDesk::assetsChanged, this, [this] { m_refresh.start(); });
    connect(&m_desk, &HeritageDesk::zonesChanged, this, [this] { m_refresh.start(); });
    connect(&m_desk, &HeritageDesk::searchesChanged, this, &HeritagePanel::showTasks);
    connect(&m_desk, &HeritageDesk::personChanged, this, [this] {
        m_who->setText(RoleChooser::titleOf(m_desk));
        m_refresh.start();
    });
    reload();
}

QWidget *HeritagePanel::buildHead()
{
    const Tokens &t = tokens();
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(t.padding, t.gap, t.padding, t.gap);
    column->setSpacing(t.gap);
    m_title = makeLabel(head, "title");
    m_total = makeLabel(head, "muted");
    m_new = makeButton(head);
    m_new->setObjectName(QStringLiteral("heritage.new"));
    m_more = makeIconButton(QStringLiteral("more"), head);
    auto *first = new QHBoxLayout;
    first->addWidget(m_title);
    first->addWidget(m_total, 1);
    first->addWidget(m_new);
    first->addWidget(m_more);
    column->addLayout(first);
    m_search = new SearchField(head);
    m_search->setObjectName(QStringLiteral("heritage.search"));
    m_filters = makeIconButton(QStringLiteral("filter"), head);
    m_filters->setCheckable(true);
    m_filters->setChecked(true);
    auto *second = new QHBoxLayout;
    second->setSpacing(t.gap / 2);
    second->addWidget(m_search, 1);
    second->addWidget(m_filters);
    column->addLayout(second);
    m_facets = new FacetBar(m_desk, head);
    m_facetArea = new QScrollArea(head);
    m_facetArea->setWidgetResizable(true);
    m_facetArea->setFrameShape(QFrame::NoFrame);
    m_facetArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_facetArea->setWidget(m_facets);
    column->addWidget(m_facetArea);
    buildYears(*column);
    connect(m_search, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(m_filters, &QToolButton::toggled, m_facetArea, &QWidget::setVisible);
    connect(m_facets, &FacetBar::toggled, this, &HeritagePanel::toggle);
    connect(m_new, &QPushButton::clicked, this, &HeritagePanel::newRequested);
    connect(m_more, &QToolButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(icon(QStringLiteral("download")), tr("Import records…"), this, &HeritagePanel::importRequested)
            ->setEnabled(!m_desk.isReadOnly());
        menu->addAction(icon(QStringLiteral("tree")), tr("Load a thesaurus…"), this, &HeritagePanel::thesaurusRequested)
            ->setEnabled(!m_desk.isReadOnly());
        menu->addAction(icon(QStringLiteral("print")), tr("Print this list…"), this, &HeritagePanel::printRequested);
        menu->addSeparator();
        const auto work = [this, menu](const char *iconName, const QString &text, const char *page) {
            menu->addAction(icon(QLatin1String(iconName)), text, this,
                            [this, page] { emit workRequested(QLatin1String(page)); });
        };
        menu->addAction(icon(QStringLiteral("history")), tr("What stood when"), this, [this] { showYears(true); });
        work("task", tr("What is missing"), "tasks");
        work("check-circle", tr("Approve this list…"), "approve");
        work("edit", tr("Change a field of this list…"), "edit");
        work("compare", tr("Find doubles"), "doubles");
        menu->addSeparator();
        menu->addAction(icon(QStringLiteral("bookmark")), tr("Keep this search…"), this, &HeritagePanel::keepSearch);
        QAction *trash = menu->addAction(tr("Show the trash"));
        trash->setCheckable(true);
        trash->setChecked(m_model->query().trashed);
        connect(trash, &QAction::toggled, this, [this](bool on) {
            sh::AssetQuery query = m_model->query();
            query.trashed = on;
            setQuery(query);
        });
        menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
    return head;
}

void HeritagePanel::buildYears(QVBoxLayout &column)
{
    m_yearArea = new QWidget(this);
    auto *rows = new QVBoxLayout(m_yearArea);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    m_yearText = makeLabel(m_yearArea, "section");
    m_years = new YearBar(m_yearArea);
    QToolButton *close = makeIconButton(QStringLiteral("close"), m_yearArea);
    auto *head = new QHBoxLayout;
    head->addWidget(m_yearText, 1);
    head->addWidget(close);
    rows->addLayout(head);
    rows->addWidget(m_years);
    m_yearArea->hide();
    column.addWidget(m_yearArea);
    connect(close, &QToolButton::clicked, this, [this] { showYears(false); });
    connect(m_years, &YearBar::yearChanged, this, &HeritagePanel::takeYear);
    onLanguage([this, close] { setTip(close, tr("Back to today")); });
    onTheme([close] { close->setIcon(icon(QStringLiteral("close"))); });
}

void HeritagePanel::showYears(bool shown)
{
    if (!m_desk.isOpen() || shown == !m_yearArea->isHidden()) {
        return;
    }
    m_yearArea->setVisible(shown);
    if (!shown) {
        sh::AssetQuery query = m_model->query();
        query.yearFrom = query.yearTo = std::nullopt;
        setQuery(query);
        emit yearChanged(std::nullopt);
        return;
    }
    sh::AssetQuery query;
    query.sort = sh::SortBy::Year;
    std::vector<int> years;
    if (const auto page = m_desk.catalogue().search(query, 0, kMostYears)) {
        years.reserve(page->rows.size());
        for (const sh::AssetRow &row : page->rows) {
            if (row.facts.yearFrom) {
                years.push_back(*row.facts.yearFrom);
            }
        }
    }
    m_years->setFirstYears(years);
    takeYear();
}

void HeritagePanel::takeYear()
{
    sh::AssetQuery query = m_model->query();
    query.yearTo = m_years->year(); // known to be there by then
    setQuery(query);
    m_yearText->setText(tr("Known to stand in %1", "year").arg(m_years->year()));
    m_yearText->setToolTip(tr("Records without a date are left out."));
    emit yearChanged(m_years->year());
}

void HeritagePanel::buildFoot(QVBoxLayout &column)
{
    const Tokens &t = tokens();
    m_links = new QWidget(this);
    m_linkColumn = new QVBoxLayout(m_links);
    m_linkColumn->setContentsMargins(t.padding, t.gap / 2, t.padding, t.gap / 2);
    m_linkColumn->setSpacing(0);
    column.addWidget(makeRule(this));
    column.addWidget(m_links);
    m_who = new QToolButton(this);
    m_who->setObjectName(QStringLiteral("heritage.who"));
    m_who->setProperty("kind", "quiet");
    m_who->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_who->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    column.addWidget(makeRule(this));
    column.addWidget(m_who);
    connect(m_who, &QToolButton::clicked, this, [this] {
        if (m_desk.isOpen()) {
            m_roles->openAbove(m_who);
        }
    });
}

void HeritagePanel::build()
{
    const Tokens &t = tokens();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(makeRule(this));
    m_found = makeLabel(this, "section");
    m_clear = new QToolButton(this);
    m_clear->setProperty("kind", "link");
    m_keep = new QToolButton(this);
    m_keep->setProperty("kind", "link");
    m_sort = new QComboBox(this);
    m_sort->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(t.padding, t.gap / 2, t.gap, t.gap / 2);
    bar->setSpacing(t.gap / 2);
    bar->addWidget(m_found);
    bar->addWidget(m_clear);
    bar->addWidget(m_keep);
    bar->addStretch(1);
    bar->addWidget(m_sort);
    column->addLayout(bar);
    column->addWidget(makeRule(this));
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("heritage.list"));
    m_list->setModel(m_model);
    m_delegate = new AssetDelegate(m_desk, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_empty = new EmptyState(QStringLiteral("heritage"), this);
    m_middle = new QStackedWidget(this);
    m_middle->addWidget(m_list);
    m_middle->addWidget(m_empty);
    m_middle->setMinimumHeight(kLeastList); // else the page for an empty catalogue asks for its own
    column->addWidget(m_middle, 1);
    buildFoot(*column);
    const auto choose = [this](const QModelIndex &index) {
        if (const sh::AssetRow *row = m_model->row(index.row())) {
            emit recordChosen(row->facts.id);
        }
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(m_empty, &EmptyState::stepRequested, this, [this] {
        if (isNarrowed(m_model->query())) {
            setQuery({});
        } else {
            emit newRequested();
        }
    });
    connect(m_clear, &QToolButton::clicked, this, [this] { setQuery({}); });
    connect(m_keep, &QToolButton::clicked, this, &HeritagePanel::keepSearch);
    connect(m_sort, &QComboBox::activated, this, [this](int index) {
        sh::AssetQuery query = m_model->query();
        query.sort = kSorts.at(static_cast<std::size_t>(index));
        query.descending = query.sort == sh::SortBy::Updated || query.sort == sh::SortBy::Condition;
        setQuery(query);
    });
    onLanguage([this] {
        m_title->setText(tr("Heritage"));
        m_new->setText(tr("New"));
        setTip(m_more, tr("More"));
        setTip(m_filters, tr("Filters"));
        m_search->setPlaceholderText(tr("Name, number or pinyin initials"));
        m_clear->setText(tr("Clear"));
        m_keep->setText(tr("Keep"));
        m_list->setAccessibleName(tr("Heritage records"));
        const int sort = std::max(0, m_sort->currentIndex());
        m_sort->clear();
        m_sort->addItems({tr("best match"), tr("by name"), tr("by protection"), tr("by age"), tr("by condition"),
                          tr("by number"), tr("latest changes")});
        m_sort->setCurrentIndex(sort);
        QMetaObject::invokeMethod(this, &HeritagePanel::reload, Qt::QueuedConnection);
    });
    onTheme([this] {
        m_new->setIcon(icon(QStringLiteral("plus")));
        m_more->setIcon(icon(QStringLiteral("more")));
        m_filters->setIcon(icon(QStringLiteral("filter")));
        m_who->setIcon(icon(QStringLiteral("lock")));
        m_delegate->forget();
        QMetaObject::invokeMethod(this, &HeritagePanel::reload, Qt::QueuedConnection);
    });
}

void HeritagePanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    showCounts();
}

void HeritagePanel::reload()
{
    if (!m_desk.isOpen() && !m_yearArea->isHidden()) {
        m_yearArea->hide();
        emit yearChanged(std::nullopt);
    }
    m_delegate->forget();
    m_who->setText(RoleChooser::titleOf(m_desk));
    m_new->setEnabled(!m_desk.isReadOnly());
    ask();
    showTasks();
}

void HeritagePanel::setQuery(const sh::AssetQuery &query)
{
    if (m_search->text().trimmed() != query.text) {
        m_search->setText(query.text);
    }
    m_typing.stop();
    const auto sort = std::find(kSorts.begin(), kSorts.end(), query.sort) - kSorts.begin();
    m_sort->setCurrentIndex(static_cast<int>(sort));
    m_model->setQuery(query);
    ask();
}

void HeritagePanel::ask()
{
    QString current;
    if (const sh::AssetRow *row = m_model->row(m_list->currentIndex().row())) {
        current = row->facts.id;
    }
    m_model->refresh();
    setCurrent(current);
    if (m_desk.isOpen()) {
        if (const auto counts = m_desk.catalogue().facetCounts(m_model->query())) {
            m_facets->setCounts(*counts, m_model->query());
        }
    } else {
        m_facets->setCounts({}, {});
    }
    showCounts();
}

void HeritagePanel::showCounts()
{
    const bool narrowed = isNarrowed(m_model->query());
    m_found->setText(m_model->total() == 1 ? tr("1 place")
                                           : tr("%n places", nullptr, static_cast<int>(m_model->total())));
    m_clear->setVisible(narrowed);
    // In a narrow panel the menu of the heading has it alone.
    m_keep->setVisible(narrowed && !m_desk.isReadOnly() && width() > kRoomToKeep);
    const auto all = m_desk.isOpen() ? m_desk.catalogue().store().assetCount() : Result<qint64>(0);
    m_total->setText(all && *all > 0 ? QLocale().toString(*all) : QString());
    m_middle->setCurrentIndex(m_model->total() > 0 ? 0 : 1);
    m_empty->setTexts(narrowed ? tr("No record fits this search.")
                               : tr("Sites, buildings and monuments with their protection, condition and photographs "
                                    "belong here."),
                      narrowed ? tr("Show all records") : (m_desk.isReadOnly() ? QString() : tr("New record")));
    const int room = std::max(120, width() - 2 * tokens().padding - 12); // beside a scroll bar
    const int wanted = std::max(0, m_facets->heightForWidth(room));      // -1: nothing in it
    const double share = m_yearArea->isHidden() ? kFacetShare : kFacetShareOfYears;
    m_links->setVisible(m_linkColumn->count() > 0 && height() >= kRoomForLinks);
    const int links = m_links->isHidden() ? 0 : m_links->sizeHint().height();
    const int rest = std::max(kLeastFacets, height() - kOtherRows - kLeastList - links);
    m_facetArea->setFixedHeight(std::min({wanted, static_cast<int>(height() * share), rest}));
    m_facetArea->setVisible(m_filters->isChecked() && wanted > 0);
}

void HeritagePanel::addLink(QVBoxLayout &column, const char *iconName, const QString &text, const QString &remark,
                            const sh::AssetQuery &query, const QString &name)
{
    auto *link = new QToolButton(m_links);
    link->setObjectName(name);
    link->setProperty("kind", "quiet");
    link->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    link->setIcon(icon(QLatin1String(iconName)));
    link->setText(remark.isEmpty() ? text : QStringLiteral("%1   %2").arg(text, remark));
    link->setToolTip(link->text());
    link->setStyleSheet(QStringLiteral("text-align: left;"));
    connect(link, &QToolButton::clicked, this, [this, query] { setQuery(query); });
    column.addWidget(link, 0, Qt::AlignLeft);
}

void HeritagePanel::showTasks()
{
    empty(*m_linkColumn);
    const std::vector<SavedSearch> searches = m_desk.savedSearches();
    if (!searches.empty()) {
        m_linkColumn->addWidget(new SectionHeader(tr("Kept searches"), m_links));
        int shown = 0;
        for (const SavedSearch &search : searches) {
            if (++shown > kMostLinks) {
                break;
            }
            const auto page = m_desk.catalogue().search(search.query, 0, 1);
            addLink(*m_linkColumn, "bookmark", search.name, page ? QLocale().toString(page->total) : QString(),
                    search.query, QStringLiteral("search.") + search.name);
        }
    }
    if (m_desk.isOpen()) {
        bool titled = false;
        for (const sh::Missing missing : {sh::Missing::RecentSurvey, sh::Missing::FourHaves, sh::Missing::Photograph,
                                          sh::Missing::Zone, sh::Missing::Place}) {
            sh::AssetQuery query;
            query.missing = {missing};
            const auto page = m_desk.catalogue().search(query, 0, 1);
            if (!page || page->total == 0) {
                continue;
            }
            if (!titled) {
                titled = true;
                m_linkColumn->addWidget(new SectionHeader(tr("To do"), m_links));
            }
            addLink(*m_linkColumn, missing == sh::Missing::RecentSurvey ? "clock" : "partial",
                    HeritageWords::missingWord(missing, page->total), {}, query,
                    QStringLiteral("missing.") + sh::missingName(missing));
        }
    }
    showCounts();
}

void HeritagePanel::toggle(sh::Facet facet, const QString &value)
{
    sh::AssetQuery query = m_model->query();
    QStringList &chosen = query.facets[facet];
    if (!chosen.removeOne(value)) {
        chosen << value;
    }
    if (chosen.isEmpty()) {
        query.facets.remove(facet);
    }
    setQuery(query);
}

void HeritagePanel::keepSearch()
{
    const auto name = m_messages.text(window(), tr("Keep this search"), tr("Name of the search"), m_search->text());
    if (name && !name->trimmed().isEmpty() && m_desk.isOpen()) {
        m_desk.attempt(
            m_desk.catalogue().saveSearch(m_desk.searchId(name->trimmed()), name->trimmed(), m_model->query()));
    }
}

void HeritagePanel::setCurrent(const QString &id)
{
    const int row = id.isEmpty() ? -1 : m_model->rowOf(id);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    if (row >= 0) {
        m_list->scrollTo(m_model->index(row));
    }
}

} // namespace loci::widgets

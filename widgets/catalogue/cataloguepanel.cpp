// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/catalogue/cataloguepanel.h"

#include "layers/domain/catalogue/search.h"
#include "widgets/catalogue/deliveriespage.h"
#include "widgets/catalogue/descriptionform.h"
#include "widgets/catalogue/entrydetails.h"
#include "widgets/catalogue/requestlist.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/segmentedcontrol.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/location/locationpage.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace loci::widgets {

using catalogue::Entry;

namespace {

constexpr int kIdRole = Qt::UserRole + 1;
const QString kData = QStringLiteral("data");
const QString kDeliveries = QStringLiteral("deliveries");
const QString kLocation = QStringLiteral("location");
enum Page { List, Form, Deliveries, Location };

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

} // namespace

CataloguePanel::CataloguePanel(QWidget *parent)
    : QWidget(parent)
    , m_panel(new SidePanel({}, this))
    , m_pages(new QStackedWidget(this))
    , m_form(new DescriptionForm)
    , m_parts(new SegmentedControl(this))
    , m_deliveries(new DeliveriesPage(this))
    , m_location(new LocationPage)
{
    setObjectName(QStringLiteral("catalogue.panel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().gap);
    m_parts->addSegment(kData, tr("Data"));
    m_parts->addSegment(kDeliveries, tr("Deliveries"));
    m_parts->addSegment(kLocation, tr("Where next"));
    m_parts->setCurrent(kData);
    row->addWidget(m_parts);
    row->addStretch(1);
    m_panel->addWidget(top);
    m_list = buildList();
    m_pages->addWidget(m_list);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->addWidget(m_form);
    m_pages->addWidget(scrolled(page, m_pages));
    m_pages->addWidget(m_deliveries);
    m_pages->addWidget(scrolled(m_location, m_pages));
    m_panel->addWidget(m_pages, 1);
    connect(m_parts, &SegmentedControl::chosen, this, &CataloguePanel::showPart);
    connect(m_form, &DescriptionForm::left, this, [this] { m_pages->setCurrentIndex(Page::List); });
    connect(m_form, &DescriptionForm::saved, this, &CataloguePanel::described);
    connect(m_search, &QLineEdit::textChanged, this, &CataloguePanel::fillList);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &CataloguePanel::showChosen);
    connect(m_viewers, &QComboBox::activated, this,
            [this](int index) { emit viewerChosen(m_viewers->itemData(index).toString()); });
    connect(m_describe, &QPushButton::clicked, this, [this] {
        m_form->setEntry(*chosen());
        m_pages->setCurrentIndex(Page::Form);
    });
    connect(m_ask, &QPushButton::clicked, this, [this] { emit askRequested(chosen()->id); });
    connect(m_dcat, &QPushButton::clicked, this, [this] { emit exportRequested(false); });
    connect(m_iso, &QPushButton::clicked, this, [this] { emit exportRequested(true); });
    connect(m_people, &QPushButton::clicked, this, &CataloguePanel::peopleRequested);
    connect(m_share, &QPushButton::clicked, this, &CataloguePanel::shareRequested);
    connect(m_requests, &RequestList::answered, this, &CataloguePanel::answered);
    retranslate();
}

QWidget *CataloguePanel::buildList()
{
    auto *body = new QWidget(m_pages);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    m_viewers = new QComboBox(body);
    m_viewers->setObjectName(QStringLiteral("catalogue.viewer"));
    m_search = new SearchField(body);
    m_search->setObjectName(QStringLiteral("catalogue.search"));
    m_report = new QLabel(body);
    m_report->setObjectName(QStringLiteral("catalogue.report"));
    m_report->setWordWrap(true);
    m_report->setTextFormat(Qt::PlainText);
    m_report->hide();
    m_tree = new QTreeWidget(body);
    m_tree->setObjectName(QStringLiteral("catalogue.tree"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(12);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_empty = new EmptyState(QStringLiteral("database"), body);
    column->addWidget(m_viewers);
    column->addWidget(m_search);
    column->addWidget(m_report);
    column->addWidget(m_tree, 3);
    column->addWidget(m_empty, 3);
    auto *below = new QWidget;
    auto *lower = new QVBoxLayout(below);
    lower->setContentsMargins(0, 0, 0, 0);
    lower->setSpacing(tokens().gap);
    m_details = new EntryDetails(below);
    auto *buttons = new QWidget(below);
    auto *grid = new QGridLayout(buttons);
    grid->setContentsMargins(0, 0, 0, 0);
    m_describe = addButton(buttons, "catalogue.describe");
    m_ask = addButton(buttons, "catalogue.ask");
    grid->addWidget(m_describe, 0, 0);
    grid->addWidget(m_ask, 0, 1);
    m_requests = new RequestList(below);
    lower->addWidget(m_details);
    lower->addWidget(buttons);
    lower->addWidget(m_requests);
    lower->addStretch(1);
    column->addWidget(scrolled(below, body), 4);
    auto *foot = new QWidget(body);
    auto *last = new QGridLayout(foot);
    last->setContentsMargins(0, 0, 0, 0);
    m_dcat = addButton(foot, "catalogue.dcat");
    m_iso = addButton(foot, "catalogue.iso");
    m_people = addButton(foot, "catalogue.people");
    last->addWidget(m_dcat, 0, 0);
    last->addWidget(m_iso, 0, 1);
    m_share = addButton(foot, "catalogue.share");
    last->addWidget(m_people, 1, 0);
    last->addWidget(m_share, 1, 1);
    column->addWidget(foot);
    return body;
}

QPushButton *CataloguePanel::addButton(QWidget *parent, const char *name)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(QLatin1String(name));
    return button;
}

void CataloguePanel::setLanguage(const QString &language)
{
    m_language = language;
    showReport({});
    fillList();
    m_requests->setRequests(m_shown.requests, m_shown.entries, m_shown.viewer, m_language);
}

void CataloguePanel::setCatalogue(CatalogueShown shown)
{
    m_shown = std::move(shown);
    if (m_pages->currentIndex() == Page::Form) {
        m_pages->setCurrentIndex(Page::List);
    }
    fillViewers();
    fillList();
    m_requests->setRequests(m_shown.requests, m_shown.entries, m_shown.viewer, m_language);
}

void CataloguePanel::fillViewers()
{
    m_viewers->clear();
    for (const QString &person : m_shown.people) {
        m_viewers->addItem(tr("As %1").arg(person), person);
    }
    m_viewers->addItem(tr("As the public sees it"), QString());
    m_viewers->setCurrentIndex(std::max(0, m_viewers->findData(m_shown.isPublic ? QString() : m_shown.viewer.person)));
    m_people->setEnabled(m_shown.viewer.steward && !m_shown.readOnly && !m_shown.isPublic);
}

const Entry *CataloguePanel::chosen() const
{
    const auto items = m_tree->selectedItems();
    const QString id = items.isEmpty() ? QString() : items.front()->data(0, kIdRole).toString();
    const auto found =
        std::find_if(m_shown.entries.begin(), m_shown.entries.end(), [&id](const Entry &one) { return one.id == id; });
    return found == m_shown.entries.end() ? nullptr : &*found;
}

void CataloguePanel::choose(const QString &entry)
{
    for (int group = 0; group < m_tree->topLevelItemCount(); ++group) {
        QTreeWidgetItem *top = m_tree->topLevelItem(group);
        for (int row = 0; row < top->childCount(); ++row) {
            if (top->child(row)->data(0, kIdRole).toString() == entry) {
                m_tree->setCurrentItem(top->child(row));
            }
        }
    }
}

void CataloguePanel::fillList()
{
    const Entry *before = chosen();
    const QString kept = before != nullptr ? before->id : QString();
    m_tree->clear();
    std::map<catalogue::Kind, QTreeWidgetItem *> groups;
    for (const Entry &entry : catalogue::found(m_shown.entries, m_search->text())) {
        QTreeWidgetItem *&group = groups[entry.kind];
        if (group == nullptr) {
            group = new QTreeWidgetItem(m_tree, {catalogue::word(entry.kind)});
            group->setFlags(Qt::ItemIsEnabled);
        }
        const QString title = entry.said.title.in(m_language);
        auto *item =
            new QTreeWidgetItem(group, {title.isEmpty() ? entry.id : title, timelinessWord(entry, m_shown.now)});
        item->setData(0, kIdRole, entry.id);
        item->setToolTip(
            0, QStringLiteral("%1\n%2").arg(entry.said.department.in(m_language), catalogue::word(entry.said.sharing)));
    }
    for (const auto &[kind, group] : groups) {
        group->setText(1, QString::number(group->childCount()));
        group->setExpanded(true);
    }
    m_tree->setVisible(!groups.empty());
    m_empty->setVisible(groups.empty());
    choose(kept);
    showChosen();
}

void CataloguePanel::showChosen()
{
    const Entry *entry = chosen();
    const bool edits = entry != nullptr && !m_shown.readOnly && !m_shown.isPublic;
    m_details->setVisible(entry != nullptr);
    m_describe->setVisible(edits && catalogue::mayEdit(*entry, m_shown.viewer));
    m_ask->setVisible(edits && entry->withheld && !m_shown.viewer.department.isEmpty());
    if (entry != nullptr) {
        m_details->setEntry(*entry, m_shown.entries, m_language, m_shown.now);
    }
}

void CataloguePanel::showPart(const QString &part)
{
    m_parts->setCurrent(part);
    m_pages->setCurrentIndex(part == kDeliveries ? Page::Deliveries : part == kLocation ? Page::Location : Page::List);
}

void CataloguePanel::showReport(const QString &sentence)
{
    m_report->setText(sentence);
    m_report->setVisible(!sentence.isEmpty());
}

void CataloguePanel::setSharing(bool on)
{
    m_sharing = on;
    m_share->setText(on ? tr("Stop the end point") : tr("End point…"));
    m_share->setToolTip(tr("Programs on this computer that bring the token can read what the chosen receiver may see"));
}

void CataloguePanel::retranslate()
{
    m_panel->setTitle(tr("Catalogue"));
    m_parts->setSegmentText(kData, tr("Data"));
    m_parts->setSegmentText(kDeliveries, tr("Deliveries"));
    m_parts->setSegmentText(kLocation, tr("Where next"));
    m_search->setPlaceholderText(tr("Search: words, 中文, pinyin"));
    m_viewers->setToolTip(tr("Who looks: what others may not see is not shown to them and not exported for them"));
    m_empty->setTexts(tr("Layers, tables, streams, indicators and city models of this workspace appear here."));
    m_describe->setText(tr("Describe…"));
    m_ask->setText(tr("Ask the owner…"));
    m_dcat->setText(tr("Export DCAT…"));
    m_iso->setText(tr("Export ISO 19115…"));
    m_people->setText(tr("Who works where…"));
    setSharing(m_sharing);
    fillViewers();
    fillList();
}

void CataloguePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace loci::widgets

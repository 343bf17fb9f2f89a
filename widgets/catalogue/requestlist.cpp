// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/catalogue/requestlist.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

using catalogue::Entry;
using catalogue::Request;
using catalogue::State;

namespace {
constexpr int kIdRole = Qt::UserRole + 1;

template <class Thing>
const Thing *withId(const std::vector<Thing> &things, const QString &id)
{
    const auto found = std::find_if(things.begin(), things.end(), [&id](const Thing &one) { return one.id == id; });
    return found == things.end() ? nullptr : &*found;
}
} // namespace

RequestList::RequestList(QWidget *parent)
    : QWidget(parent)
    , m_header(new SectionHeader({}, this))
    , m_tree(new QTreeWidget(this))
    , m_buttons(new QWidget(this))
{
    setObjectName(QStringLiteral("catalogue.requests"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().gap);
    column->addWidget(m_header);
    m_tree->setObjectName(QStringLiteral("catalogue.requestTree"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(12);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setMaximumHeight(150);
    column->addWidget(m_tree);
    auto *grid = new QGridLayout(m_buttons);
    grid->setContentsMargins(0, 0, 0, 0);
    m_grant = addButton("catalogue.grant", State::Approved);
    m_return = addButton("catalogue.return", State::Returned);
    m_refuse = addButton("catalogue.refuse", State::Refused);
    m_revoke = addButton("catalogue.revoke", State::Revoked);
    m_delivered = addButton("catalogue.delivered", State::Delivered);
    m_again = addButton("catalogue.again", State::Requested);
    grid->addWidget(m_grant, 0, 0);
    grid->addWidget(m_refuse, 0, 1);
    grid->addWidget(m_return, 1, 0);
    grid->addWidget(m_revoke, 1, 1);
    grid->addWidget(m_delivered, 2, 0);
    grid->addWidget(m_again, 2, 1);
    column->addWidget(m_buttons);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &RequestList::offer);
    retranslate();
}

QPushButton *RequestList::addButton(const char *name, State state)
{
    auto *button = new QPushButton(m_buttons);
    button->setObjectName(QLatin1String(name));
    connect(button, &QPushButton::clicked, this, [this, state] {
        if (const Request *request = chosen(); request != nullptr) {
            emit answered(request->id, state);
        }
    });
    return button;
}

const Request *RequestList::chosen() const
{
    const auto items = m_tree->selectedItems();
    const QTreeWidgetItem *item = items.isEmpty() ? nullptr : items.front();
    return item == nullptr ? nullptr : withId(m_requests, item->data(0, kIdRole).toString());
}

void RequestList::setRequests(const std::vector<Request> &requests, const std::vector<Entry> &entries,
                              const catalogue::Viewer &viewer, const QString &language)
{
    const Request *before = chosen();
    const QString kept = before != nullptr ? before->id : QString();
    m_requests = requests;
    m_entries = entries;
    m_viewer = viewer;
    m_tree->clear();
    for (const Request &request : m_requests) {
        const Entry *entry = withId(m_entries, request.entry);
        const QString title = entry != nullptr ? entry->said.title.in(language) : request.entry;
        auto *item = new QTreeWidgetItem(
            m_tree, {QStringLiteral("%1 → %2").arg(title, request.department), catalogue::word(request.state())});
        item->setData(0, kIdRole, request.id);
        item->setToolTip(0, request.purpose());
        for (const Request::Step &step : request.steps) {
            new QTreeWidgetItem(item,
                                {QStringLiteral("%1: %2").arg(step.by, step.reason), catalogue::word(step.state)});
        }
        item->setSelected(request.id == kept);
    }
    m_header->setRemark(m_requests.empty() ? tr("none") : QString::number(m_requests.size()));
    m_tree->setVisible(!m_requests.empty());
    offer();
}

/// Only the steps that fit the chosen request and whoever looks.
void RequestList::offer()
{
    const Request *request = chosen();
    const Entry *entry = request != nullptr ? withId(m_entries, request->entry) : nullptr;
    const bool owns = entry != nullptr && catalogue::mayEdit(*entry, m_viewer);
    const bool asks = request != nullptr && request->department.compare(m_viewer.department, Qt::CaseInsensitive) == 0;
    const State state = request != nullptr ? request->state() : State::Refused;
    const bool given = state == State::Approved || state == State::Delivered;
    m_grant->setVisible(owns && state == State::Requested);
    m_return->setVisible(owns && state == State::Requested);
    m_refuse->setVisible(owns && state == State::Requested);
    m_revoke->setVisible(owns && given);
    m_delivered->setVisible((asks || m_viewer.steward) && request != nullptr && state == State::Approved);
    m_again->setVisible((asks || m_viewer.steward) && state == State::Returned);
    m_buttons->setVisible(request != nullptr);
}

void RequestList::retranslate()
{
    m_header->setTitle(tr("Requests"));
    m_grant->setText(tr("Grant…"));
    m_return->setText(tr("Return…"));
    m_refuse->setText(tr("Refuse…"));
    m_revoke->setText(tr("Revoke…"));
    m_delivered->setText(tr("Delivered"));
    m_again->setText(tr("Ask again…"));
}

void RequestList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace loci::widgets

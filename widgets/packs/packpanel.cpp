// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packs/packpanel.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/searchfield.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/packs/packcard.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace loci::widgets {

namespace {

/// A scroll area over one column.
std::pair<QScrollArea *, QVBoxLayout *> scrolled(QWidget *parent, const char *name)
{
    auto *area = new QScrollArea(parent);
    area->setObjectName(QLatin1String(name));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(area);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    area->setWidget(body);
    return {area, column};
}

void clear(QVBoxLayout &column)
{
    while (QLayoutItem *item = column.takeAt(0)) {
        if (QWidget *widget = item->widget(); widget != nullptr) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void addLabel(QVBoxLayout &column, const QString &text, const char *role)
{
    if (text.isEmpty()) {
        return;
    }
    auto *label = new QLabel(text, column.parentWidget());
    label->setProperty("role", QLatin1String(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column.addWidget(label);
}

} // namespace

PackPanel::PackPanel(QWidget *parent)
    : QWidget(parent)
    , m_panel(new SidePanel({}, this))
    , m_back(m_panel->addAction(QStringLiteral("chevron-left"), {}))
    , m_pages(new QStackedWidget(this))
    , m_words(new SearchField(this))
    , m_empty(new EmptyState(QStringLiteral("pack"), this))
{
    setObjectName(QStringLiteral("pack.panel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    m_words->setObjectName(QStringLiteral("pack.search"));
    m_back->setObjectName(QStringLiteral("pack.back"));
    auto *first = new QWidget(m_pages);
    auto *column = new QVBoxLayout(first);
    column->setContentsMargins(0, 0, 0, 0);
    auto *top = new QWidget(first);
    auto *topLine = new QVBoxLayout(top);
    topLine->setContentsMargins(tokens().padding, 0, tokens().padding, 0);
    topLine->addWidget(m_words);
    column->addWidget(top);
    const auto [list, listColumn] = scrolled(first, "pack.list");
    m_list = list;
    m_listColumn = listColumn;
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    const auto [page, pageColumn] = scrolled(m_pages, "pack.page");
    m_page = page;
    m_pageColumn = pageColumn;
    m_pages->addWidget(first);
    m_pages->addWidget(m_page);
    m_panel->addWidget(m_pages, 1);
    connect(m_words, &QLineEdit::textChanged, this, &PackPanel::rebuild);
    connect(m_back, &QToolButton::clicked, this, &PackPanel::showList);
    rebuild();
}

void PackPanel::setPacks(std::vector<PackRow> rows)
{
    m_rows = std::move(rows);
    const PackRow *opened = row(m_opened);
    if (!m_opened.isEmpty() && (opened == nullptr || !opened->runs)) {
        showList();
        return;
    }
    if (m_opened.isEmpty()) {
        rebuild();
    }
}

const PackRow *PackPanel::row(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const PackRow &one) { return one.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

void PackPanel::rebuild()
{
    m_panel->setTitle(tr("Department packs"));
    m_back->hide();
    setTip(m_back, tr("All packs"));
    m_words->setPlaceholderText(tr("Find a pack"));
    m_empty->setTexts(m_rows.empty() ? tr("No packs are installed.") : tr("No pack is called like that."));
    clear(*m_listColumn);
    int shown = 0;
    for (const PackRow &one : m_rows) {
        const QString text = one.name + one.department + one.summary + one.id;
        if (!text.contains(m_words->text().trimmed(), Qt::CaseInsensitive)) {
            continue;
        }
        auto *card = new PackCard(one, m_listColumn->parentWidget());
        connect(card, &PackCard::switched, this, &PackPanel::switched);
        connect(card, &PackCard::agreed, this, &PackPanel::agreed);
        connect(card, &PackCard::retried, this, &PackPanel::retried);
        connect(card, &PackCard::opened, this, &PackPanel::open);
        m_listColumn->addWidget(card);
        ++shown;
    }
    m_listColumn->addStretch(1);
    m_list->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
}

void PackPanel::open(const QString &id)
{
    const PackRow *one = row(id);
    if (one == nullptr) {
        return;
    }
    m_opened = id;
    fillPage(*one);
    m_panel->setTitle(one->name);
    m_back->show();
    m_pages->setCurrentWidget(m_page);
    emit opened(id);
}

void PackPanel::fillPage(const PackRow &one)
{
    clear(*m_pageColumn);
    m_part = nullptr;
    addLabel(*m_pageColumn, one.summary, "body");
    for (const PackPart &part : one.parts) {
        if (part.kind == PackPart::Kind::Panel) {
            continue;
        }
        auto *button = new QPushButton(part.title, m_pageColumn->parentWidget());
        button->setObjectName(QStringLiteral("pack.part.") + part.id);
        connect(button, &QPushButton::clicked, this, [this, id = one.id, part] { emit partChosen(id, part); });
        m_pageColumn->addWidget(button);
    }
    addLabel(*m_pageColumn, tr("Brings: %1").arg(one.brings), "muted");
    addLabel(*m_pageColumn, tr("Made by: %1").arg(one.owner), "muted");
    addLabel(*m_pageColumn, one.confirm, "muted");
    addLabel(*m_pageColumn, one.details.join(QLatin1Char('\n')), "muted");
    m_pageColumn->addStretch(1);
}

void PackPanel::showPart(const QString &title, QWidget *part)
{
    if (m_part != nullptr) {
        m_part->hide();
        m_part->deleteLater();
    }
    m_part = new QWidget(m_pageColumn->parentWidget());
    auto *column = new QVBoxLayout(m_part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new SectionHeader(title, m_part));
    part->setParent(m_part);
    part->setMinimumHeight(360);
    column->addWidget(part);
    part->show();
    m_pageColumn->insertWidget(1, m_part, 1);
}

void PackPanel::showList()
{
    m_opened.clear();
    m_part = nullptr;
    clear(*m_pageColumn);
    m_pages->setCurrentIndex(0);
    rebuild();
}

void PackPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_opened.isEmpty()) {
        rebuild();
    }
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/catalogue/deliveriespage.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {
constexpr int kIdRole = Qt::UserRole + 1;

QTreeWidget *makeTree(QWidget *parent, const char *name, int stretched)
{
    auto *tree = new QTreeWidget(parent);
    tree->setObjectName(QLatin1String(name));
    tree->setColumnCount(2);
    tree->setRootIsDecorated(false);
    tree->setHeaderHidden(true);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1 - stretched, QHeaderView::ResizeToContents);
    return tree;
}
} // namespace

DeliveriesPage::DeliveriesPage(QWidget *parent)
    : QWidget(parent)
    , m_tree(makeTree(this, "delivery.tree", 0))
    , m_empty(new EmptyState(QStringLiteral("check-circle"), this))
    , m_sentence(new QLabel(this))
    , m_breaches(makeTree(this, "delivery.breaches", 1))
{
    setObjectName(QStringLiteral("delivery.page"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens().padding, 0, tokens().padding, tokens().padding);
    column->setSpacing(tokens().gap);
    column->addWidget(m_tree, 2);
    column->addWidget(m_empty, 2);
    auto *buttons = new QHBoxLayout;
    m_add = addButton("delivery.add");
    m_take = addButton("delivery.take");
    m_take->setProperty("kind", QStringLiteral("primary"));
    buttons->addWidget(m_add);
    buttons->addWidget(m_take);
    column->addLayout(buttons);
    m_sentence->setObjectName(QStringLiteral("delivery.sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    column->addWidget(m_sentence);
    m_breaches->setWordWrap(true);
    column->addWidget(m_breaches, 3);
    m_save = addButton("delivery.report");
    column->addWidget(m_save);
    connect(m_add, &QPushButton::clicked, this, &DeliveriesPage::addRequested);
    connect(m_take, &QPushButton::clicked, this, [this] { emit takeRequested(chosen()); });
    connect(m_save, &QPushButton::clicked, this, &DeliveriesPage::reportRequested);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &DeliveriesPage::offer);
    retranslate();
    showReport({}, {});
    setContracts({}, true);
}

QPushButton *DeliveriesPage::addButton(const char *name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(QLatin1String(name));
    return button;
}

QString DeliveriesPage::chosen() const
{
    const auto items = m_tree->selectedItems();
    return items.isEmpty() ? QString() : items.front()->data(0, kIdRole).toString();
}

void DeliveriesPage::choose(const QString &contract)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        if (m_tree->topLevelItem(i)->data(0, kIdRole).toString() == contract) {
            m_tree->setCurrentItem(m_tree->topLevelItem(i));
        }
    }
}

void DeliveriesPage::setContracts(const std::vector<ContractRow> &rows, bool readOnly)
{
    const QString kept = chosen();
    m_readOnly = readOnly;
    m_tree->clear();
    for (const ContractRow &row : rows) {
        auto *item = new QTreeWidgetItem(m_tree, {row.title, row.state});
        item->setData(0, kIdRole, row.id);
    }
    m_tree->setVisible(!rows.empty());
    m_empty->setVisible(rows.empty());
    choose(kept);
    offer();
}

void DeliveriesPage::offer()
{
    m_add->setEnabled(!m_readOnly);
    m_take->setEnabled(!m_readOnly && !chosen().isEmpty());
}

void DeliveriesPage::showReport(const QString &sentence, contracts::CheckReport report)
{
    m_report = std::move(report);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_breaches->clear();
    for (const contracts::Breach &breach : m_report.breaches) {
        auto *item = new QTreeWidgetItem(m_breaches,
                                         {breach.row > 0 ? tr("row %1").arg(breach.row) : tr("whole"), breach.message});
        item->setToolTip(1, breach.field.isEmpty() ? breach.code : breach.field + QStringLiteral(" · ") + breach.code);
    }
    m_breaches->setVisible(!m_report.breaches.empty());
    m_save->setVisible(!m_report.breaches.empty());
}

void DeliveriesPage::retranslate()
{
    m_empty->setTexts(tr("Contracts say what a delivery has to be: fields, units, system, ranges and keys. Add the "
                         "first one from its file."));
    m_add->setText(tr("Add a contract…"));
    m_take->setText(tr("Take a delivery…"));
    m_save->setText(tr("Save the report to send back…"));
}

void DeliveriesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace loci::widgets

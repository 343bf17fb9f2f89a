// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/packs/packcard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {

QLabel *addText(QVBoxLayout *column, const QString &text, const char *role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setVisible(!text.isEmpty());
    column->addWidget(label);
    return label;
}

} // namespace

PackCard::PackCard(const PackRow &row, QWidget *parent) : Card(parent), m_id(row.id)
{
    setObjectName(QStringLiteral("pack.card.") + row.id);
    auto *head = new QHBoxLayout;
    auto *name = new QLabel(row.name, this);
    name->setProperty("role", QStringLiteral("section"));
    name->setWordWrap(true);
    head->addWidget(name, 1);
    auto *badge = new StatusBadge(row.status, this);
    badge->setText(row.state);
    head->addWidget(badge, 0, Qt::AlignTop);
    body()->addLayout(head);
    addText(body(), row.department.isEmpty() ? row.version : row.department + QStringLiteral(" · ") + row.version,
            "muted", this);
    addText(body(), row.summary, "body", this);
    addText(body(), row.brings, "muted", this);
    addText(body(), row.reason, "body", this)->setObjectName(QStringLiteral("pack.reason"));
    auto *bar = new QWidget(this);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(0, 2, 0, 0);
    if (row.runs) {
        QPushButton *power = addButton(bar, row.on ? tr("Turn off") : tr("Turn on"), "pack.switch");
        power->setProperty("kind", row.on ? QString() : QStringLiteral("primary"));
        connect(power, &QPushButton::clicked, this, [this, on = row.on] { emit switched(m_id, !on); });
        connect(addButton(bar, tr("Open"), "pack.open"), &QPushButton::clicked, this, [this] { emit opened(m_id); });
    }
    if (row.asks) {
        connect(addButton(bar, tr("Take it as it is"), "pack.agree"), &QPushButton::clicked, this,
                [this] { emit agreed(m_id); });
    }
    if (row.canRetry) {
        connect(addButton(bar, tr("Try again"), "pack.retry"), &QPushButton::clicked, this,
                [this] { emit retried(m_id); });
    }
    line->addStretch(1);
    bar->setVisible(line->count() > 1);
    body()->addWidget(bar);
}

QPushButton *PackCard::addButton(QWidget *bar, const QString &text, const char *name)
{
    auto *button = new QPushButton(text, bar);
    button->setObjectName(QLatin1String(name));
    bar->layout()->addWidget(button);
    return button;
}

} // namespace loci::widgets

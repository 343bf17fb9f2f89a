// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/catalogue/descriptionform.h"

#include "widgets/common/tokens.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace loci::widgets {

using catalogue::Sharing;

DescriptionForm::DescriptionForm(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("catalogue.form"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens().gap / 2);
    m_title = addPair("title");
    m_text = addPair("text");
    m_department = addPair("department");
    m_sharingLabel = addLabel();
    m_sharing = new QComboBox(this);
    m_sharing->setObjectName(QStringLiteral("catalogue.sharing"));
    column->addWidget(m_sharing);
    m_condition = addPair("condition");
    m_basis = addLine(m_basisLabel, "basis");
    m_cadence = addLine(m_cadenceLabel, "cadence");
    m_quality = addPair("quality");
    m_licence = addLine(m_licenceLabel, "licence");
    m_lineage = addPair("lineage");
    m_contact = addLine(m_contactLabel, "contact");
    auto *buttons = new QHBoxLayout;
    m_save = new QPushButton(this);
    m_save->setObjectName(QStringLiteral("catalogue.save"));
    m_save->setProperty("kind", QStringLiteral("primary"));
    m_leave = new QPushButton(this);
    m_leave->setObjectName(QStringLiteral("catalogue.leave"));
    buttons->addWidget(m_save);
    buttons->addWidget(m_leave);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, [this] { emit saved(m_id, description()); });
    connect(m_leave, &QPushButton::clicked, this, &DescriptionForm::left);
    retranslate();
}

QLabel *DescriptionForm::addLabel()
{
    auto *label = new QLabel(this);
    label->setProperty("role", QStringLiteral("caption"));
    label->setWordWrap(true);
    layout()->addWidget(label);
    return label;
}

DescriptionForm::Pair DescriptionForm::addPair(const char *name)
{
    Pair pair{addLabel(), new QLineEdit(this), new QLineEdit(this)};
    pair.zh->setObjectName(QStringLiteral("catalogue.%1.zh").arg(QLatin1String(name)));
    pair.en->setObjectName(QStringLiteral("catalogue.%1.en").arg(QLatin1String(name)));
    pair.zh->setPlaceholderText(QStringLiteral("中文"));
    pair.en->setPlaceholderText(QStringLiteral("English"));
    pair.label->setBuddy(pair.zh);
    layout()->addWidget(pair.zh);
    layout()->addWidget(pair.en);
    return pair;
}

QLineEdit *DescriptionForm::addLine(QLabel *&label, const char *name)
{
    label = addLabel();
    auto *line = new QLineEdit(this);
    line->setObjectName(QStringLiteral("catalogue.") + QLatin1String(name));
    label->setBuddy(line);
    layout()->addWidget(line);
    return line;
}

void DescriptionForm::setEntry(const catalogue::Entry &entry)
{
    const auto show = [](const Pair &pair, const indicators::Words &words) {
        pair.zh->setText(words.zh);
        pair.en->setText(words.en);
    };
    m_id = entry.id;
    show(m_title, entry.said.title);
    show(m_text, entry.said.text);
    show(m_department, entry.said.department);
    show(m_quality, entry.said.quality);
    show(m_lineage, entry.said.lineage);
    show(m_condition, entry.said.condition);
    m_sharing->setCurrentIndex(m_sharing->findData(static_cast<int>(entry.said.sharing)));
    m_basis->setText(entry.said.basis);
    m_licence->setText(entry.said.licence);
    m_contact->setText(entry.said.contact);
    m_cadence->setText(entry.said.cadence);
}

catalogue::Description DescriptionForm::description() const
{
    const auto read = [](const Pair &pair) {
        return indicators::Words{pair.zh->text().trimmed(), pair.en->text().trimmed()};
    };
    catalogue::Description said;
    said.title = read(m_title);
    said.text = read(m_text);
    said.department = read(m_department);
    said.quality = read(m_quality);
    said.lineage = read(m_lineage);
    said.condition = read(m_condition);
    said.sharing = static_cast<Sharing>(m_sharing->currentData().toInt());
    said.basis = m_basis->text().trimmed();
    said.licence = m_licence->text().trimmed();
    said.contact = m_contact->text().trimmed();
    said.cadence = m_cadence->text().trimmed();
    return said;
}

void DescriptionForm::retranslate()
{
    m_title.label->setText(tr("Title"));
    m_text.label->setText(tr("Description"));
    m_department.label->setText(tr("Owner department"));
    m_quality.label->setText(tr("Quality"));
    m_lineage.label->setText(tr("Origin"));
    m_condition.label->setText(tr("Conditions of sharing"));
    m_sharingLabel->setText(tr("Sharing class"));
    m_basisLabel->setText(tr("Basis in law, where it is not shared"));
    m_licenceLabel->setText(tr("Licence"));
    m_contactLabel->setText(tr("Contact"));
    m_cadenceLabel->setText(tr("Promised update (P1D a day, P1M a month, P1Y a year)"));
    m_save->setText(tr("Save"));
    m_leave->setText(tr("Back"));
    const QVariant chosen = m_sharing->currentData();
    m_sharing->clear();
    for (const Sharing sharing :
         {Sharing::Undecided, Sharing::Unconditional, Sharing::Conditional, Sharing::NotShared}) {
        m_sharing->addItem(catalogue::word(sharing), static_cast<int>(sharing));
    }
    m_sharing->setCurrentIndex(chosen.isValid() ? m_sharing->findData(chosen) : 0);
}

void DescriptionForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace loci::widgets

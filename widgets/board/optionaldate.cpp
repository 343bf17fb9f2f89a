// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/optionaldate.h"

#include "widgets/common/tokens.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>

namespace loci::widgets {

OptionalDate::OptionalDate(QWidget *parent) : QWidget(parent), m_said(new QCheckBox(this)), m_date(new QDateEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens().gap);
    row->addWidget(m_said);
    row->addWidget(m_date, 1);
    m_date->setCalendarPopup(true);
    m_date->setEnabled(false);
    connect(m_said, &QCheckBox::toggled, m_date, &QWidget::setEnabled);
}

void OptionalDate::setDate(QDate date, QDate otherwise)
{
    m_said->setChecked(date.isValid());
    m_date->setDate(date.isValid() ? date : otherwise);
}

QDate OptionalDate::date() const
{
    return m_said->isChecked() ? m_date->date() : QDate();
}

void OptionalDate::setName(const QString &name)
{
    m_said->setAccessibleName(name);
    m_date->setAccessibleName(name);
}

} // namespace loci::widgets

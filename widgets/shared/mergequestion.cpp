// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shared/mergequestion.h"

#include "widgets/common/tokens.h"
#include "widgets/layers/panel.h"

#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace loci::widgets {

MergeQuestion::MergeQuestion(const QString &name, const Side &theirs, const Side &mine, QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("mergeQuestion"));
    setProperty("role", "card");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens().padding, tokens().gap, tokens().padding, tokens().gap);
    column->setSpacing(tokens().gap / 2);
    QLabel *title = makeLabel(this, "section");
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    title->setText(name);
    column->addWidget(title);
    m_theirs = addSide(theirs, "takeTheirs");
    m_mine = addSide(mine, "keepMine");
    m_mine->setChecked(true);
    connect(m_theirs, &QRadioButton::toggled, this, &MergeQuestion::chosen);
}

QRadioButton *MergeQuestion::addSide(const Side &side, const char *objectName)
{
    auto *button = new QRadioButton(side.who, this);
    button->setObjectName(QLatin1String(objectName));
    QLabel *value = makeLabel(this);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setText(side.value);
    value->setContentsMargins(tokens().icon + tokens().gap, 0, 0, tokens().gap / 2);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    button->setAccessibleDescription(side.value);
    layout()->addWidget(button);
    layout()->addWidget(value);
    return button;
}

bool MergeQuestion::isTheirs() const
{
    return m_theirs->isChecked();
}

void MergeQuestion::choose(bool theirs)
{
    (theirs ? m_theirs : m_mine)->setChecked(true);
}

} // namespace loci::widgets

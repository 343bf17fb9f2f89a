// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/signin/signinsheet.h"

#include "widgets/common/icons.h"
#include "widgets/common/status.h"
#include "widgets/common/tokens.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

using storage::PostGisAddress;

SignInSheet::SignInSheet(FilePrompt &files, QWidget *parent) : Panel(parent), m_form(new SignInForm(files))
{
    setObjectName(QStringLiteral("signInSheet"));
    build();
    showAnswer(true, {});
    updateButtons();
}

void SignInSheet::build()
{
    const Tokens &t = tokens();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, t.gap, 0, t.padding);
    column->setSpacing(t.gap);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(t.padding, 0, t.padding, 0);
    auto *title = makeLabel(this, "title");
    auto *close = makeIconButton(this);
    head->addWidget(title, 1);
    head->addWidget(close);
    column->addLayout(head);

    auto *page = new QWidget(this);
    auto *body = new QVBoxLayout(page);
    body->setContentsMargins(t.padding, 0, t.padding, 0);
    body->setSpacing(t.gap);
    m_recentPart = new QWidget(page);
    auto *recentColumn = new QVBoxLayout(m_recentPart);
    recentColumn->setContentsMargins(0, 0, 0, 0);
    recentColumn->setSpacing(t.gap / 2);
    auto *recentLabel = makeLabel(m_recentPart, "caption");
    m_recent = new QComboBox(m_recentPart);
    m_recent->setObjectName(QStringLiteral("recent"));
    m_recent->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    recentColumn->addWidget(recentLabel);
    recentColumn->addWidget(m_recent);
    body->addWidget(m_recentPart);
    body->addWidget(m_form, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    column->addWidget(scroll, 1);

    m_answer = new QWidget(this);
    auto *answer = new QHBoxLayout(m_answer);
    answer->setContentsMargins(t.padding, 0, t.padding, 0);
    answer->setSpacing(t.gap);
    m_shape = new StatusBadge(Status::Good, m_answer);
    m_sentence = makeLabel(m_answer);
    m_sentence->setObjectName(QStringLiteral("answer"));
    m_sentence->setWordWrap(true);
    answer->addWidget(m_shape, 0, Qt::AlignTop);
    answer->addWidget(m_sentence, 1);
    column->addWidget(m_answer);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(t.padding, 0, t.padding, 0);
    m_test = makeButton(this);
    m_test->setObjectName(QStringLiteral("test"));
    m_open = makeButton(this, "primary");
    m_open->setObjectName(QStringLiteral("open"));
    buttons->addWidget(m_test, 1);
    buttons->addWidget(m_open, 1);
    column->addLayout(buttons);

    connect(close, &QToolButton::clicked, this, &SignInSheet::closed);
    connect(m_test, &QPushButton::clicked, this, [this] { ask(false); });
    connect(m_open, &QPushButton::clicked, this, [this] { ask(true); });
    connect(m_form, &SignInForm::submitted, this, [this] { ask(true); });
    connect(m_form, &SignInForm::edited, this, &SignInSheet::tellAddress);
    connect(m_recent, &QComboBox::activated, this, [this](int row) {
        if (const auto address = PostGisAddress::parse(m_recent->itemData(row).toString())) {
            m_form->setAddress(*address);
            tellAddress();
        }
    });
    onLanguage([this, title, close, recentLabel] {
        title->setText(tr("Open workspace on a server"));
        close->setToolTip(tr("Close"));
        close->setAccessibleName(tr("Close"));
        recentLabel->setText(tr("Servers used before"));
        m_recent->setAccessibleName(recentLabel->text());
        m_test->setText(tr("Test the connection"));
        m_open->setText(tr("Open"));
        nameRecent();
    });
    onTheme([close] { close->setIcon(icon(QStringLiteral("close"))); });
}

void SignInSheet::setRecent(const QStringList &addresses)
{
    m_recent->clear();
    for (const QString &address : addresses) {
        m_recent->addItem(QString(), address);
    }
    nameRecent();
    m_recentPart->setVisible(!addresses.isEmpty());
}

void SignInSheet::nameRecent()
{
    for (int row = 0; row < m_recent->count(); ++row) {
        const QString text = m_recent->itemData(row).toString();
        const auto address = PostGisAddress::parse(text);
        m_recent->setItemText(row, !address ? text
                                   : address->user.isEmpty()
                                       ? tr("%1 in %2").arg(address->schema, address->place())
                                       : tr("%1 in %2, as %3").arg(address->schema, address->place(), address->user));
        m_recent->setItemData(row, text, Qt::ToolTipRole);
    }
}

void SignInSheet::setAddress(const PostGisAddress &address)
{
    m_form->setAddress(address);
    tellAddress();
}

void SignInSheet::tellAddress()
{
    showAnswer(true, {});
    m_form->setKnown(false);
    if (const auto address = m_form->address()) {
        const int row = m_recent->findData(address->text());
        m_recent->setCurrentIndex(row);
        emit addressChanged(*address);
    }
    updateButtons();
}

void SignInSheet::ask(bool open)
{
    const auto address = m_form->address();
    if (!address) {
        showAnswer(false, address.error().message);
        return;
    }
    if (m_isBusy) {
        return;
    }
    const SignInWish wish{*address, m_form->secret(), m_form->keepsSecret()};
    if (open) {
        emit openRequested(wish);
    } else {
        emit testRequested(wish);
    }
}

void SignInSheet::setBusy(bool busy)
{
    m_isBusy = busy;
    if (busy) {
        showAnswer(true, {});
    }
    updateButtons();
}

void SignInSheet::updateButtons()
{
    m_test->setEnabled(!m_isBusy);
    m_open->setEnabled(!m_isBusy);
}

void SignInSheet::showAnswer(bool good, const QString &sentence)
{
    m_shape->setStatus(good ? Status::Good : Status::Bad);
    m_shape->setText(good ? tr("let in") : tr("refused"));
    m_sentence->setText(sentence);
    m_answer->setVisible(!sentence.isEmpty());
}

} // namespace loci::widgets

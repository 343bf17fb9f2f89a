// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/panel.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QEvent>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace loci::widgets {

Panel::Panel(QWidget *parent) : QWidget(parent)
{
    setProperty("role", "panel");
    setAttribute(Qt::WA_StyledBackground, true);
}

void Panel::onLanguage(std::function<void()> apply)
{
    apply();
    m_texts.push_back(std::move(apply));
}

void Panel::onTheme(std::function<void()> apply)
{
    apply();
    m_tints.push_back(std::move(apply));
}

void Panel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        for (const std::function<void()> &apply : m_texts) {
            apply();
        }
    } else if (event->type() == QEvent::PaletteChange) {
        for (const std::function<void()> &apply : m_tints) {
            apply();
        }
    }
}

QLabel *makeLabel(QWidget *parent, const char *role)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // names and sources come from files
    if (role) {
        label->setProperty("role", role);
    }
    return label;
}

QPushButton *makeButton(QWidget *parent, const char *kind)
{
    auto *button = new QPushButton(parent);
    button->setAutoDefault(false);
    if (kind) {
        button->setProperty("kind", kind);
    }
    return button;
}

QToolButton *makeIconButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("kind", "quiet");
    button->setIconSize(QSize(tokens().icon, tokens().icon));
    button->setFixedSize(tokens().hit, tokens().hit);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QFrame *makeRule(QWidget *parent)
{
    auto *rule = new QFrame(parent);
    rule->setFixedHeight(1);
    rule->setFrameShape(QFrame::NoFrame);
    rule->setProperty("role", "hairline");
    rule->setStyleSheet(QStringLiteral("background: palette(midlight);"));
    return rule;
}

QFormLayout *makeForm()
{
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(tokens().padding);
    form->setVerticalSpacing(tokens().gap);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return form;
}

void showSentence(QLabel *label, const QString &sentence)
{
    label->setText(sentence);
    label->setVisible(!sentence.isEmpty());
}

} // namespace loci::widgets

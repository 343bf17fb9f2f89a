// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/segmentedcontrol.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStyle>
#include <QToolButton>

namespace loci::widgets {

SegmentedControl::SegmentedControl(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_group->setExclusive(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton *pressed) { emit chosen(pressed->objectName()); });
}

void SegmentedControl::addSegment(const QString &id, const QString &text, const QString &iconName, const QString &tip)
{
    auto *made = new QToolButton(this);
    made->setObjectName(id);
    made->setCheckable(true);
    made->setText(text);
    made->setToolTip(tip);
    made->setAccessibleName(tip.isEmpty() ? text : tip);
    made->setFocusPolicy(Qt::TabFocus);
    if (!iconName.isEmpty()) {
        made->setIcon(icon(iconName));
        made->setIconSize(QSize(tokens().icon, tokens().icon));
        made->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    }
    made->installEventFilter(this); // Qt's own arrow keys need an active window and look at geometry
    m_group->addButton(made);
    m_buttons.push_back(made);
    layout()->addWidget(made);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool first = i == 0;
        const bool last = i + 1 == m_buttons.size();
        m_buttons[i]->setProperty("segment", first && last ? "only" : first ? "first" : last ? "last" : "middle");
        m_buttons[i]->style()->unpolish(m_buttons[i]);
        m_buttons[i]->style()->polish(m_buttons[i]);
    }
    if (m_buttons.size() == 1) {
        made->setChecked(true);
    }
}

void SegmentedControl::setSegmentText(const QString &id, const QString &text, const QString &tip)
{
    if (QToolButton *found = button(id)) {
        found->setText(text);
        found->setToolTip(tip);
        found->setAccessibleName(tip.isEmpty() ? text : tip);
    }
}

void SegmentedControl::setCurrent(const QString &id)
{
    if (QToolButton *found = button(id)) {
        found->setChecked(true);
    }
}

QString SegmentedControl::current() const
{
    const QAbstractButton *checked = m_group->checkedButton();
    return checked != nullptr ? checked->objectName() : QString();
}

bool SegmentedControl::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            step(key == Qt::Key_Left ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QToolButton *SegmentedControl::button(const QString &id) const
{
    for (QToolButton *candidate : m_buttons) {
        if (candidate->objectName() == id) {
            return candidate;
        }
    }
    return nullptr;
}

void SegmentedControl::step(int by)
{
    for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i) {
        if (m_buttons[i]->isChecked()) {
            const int next = i + by;
            if (next >= 0 && next < static_cast<int>(m_buttons.size())) {
                m_buttons[next]->setFocus(Qt::TabFocusReason);
                m_buttons[next]->click();
            }
            return;
        }
    }
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/searchfield.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

namespace loci::widgets {

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    QAction *magnifier = addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    magnifier->setEnabled(true);
    setClearButtonEnabled(false);
    QAction *clearAction = addAction(icon(QStringLiteral("close")), QLineEdit::TrailingPosition);
    clearAction->setVisible(false);
    connect(clearAction, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clearAction,
            [clearAction](const QString &text) { clearAction->setVisible(!text.isEmpty()); });
    setFixedHeight(tokens().hit);
}

void SearchField::setHint(const QString &hint)
{
    m_hint = hint;
    update();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_hint.isEmpty() || !text().isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(tokenFont(tokens().fontCaption));
    const int width = painter.fontMetrics().horizontalAdvance(m_hint) + 12;
    const QRectF box(this->width() - width - 7.5, (height() - 20) / 2.0 + 0.5, width - 1, 19);
    painter.setPen(QPen(tokens().hairline, 1));
    painter.setBrush(tokens().sunken);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(tokens().textFaint);
    painter.drawText(box, Qt::AlignCenter, m_hint);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace loci::widgets

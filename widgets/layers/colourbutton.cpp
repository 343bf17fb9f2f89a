// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/colourbutton.h"

#include "widgets/common/tokens.h"
#include "widgets/layers/panel.h"

#include <QFrame>
#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace loci::widgets {

namespace {
constexpr int kColumns = 7;
// Quiet grounds, full tones and inks of the same hues: grey, warm, ochre, green, teal, blue, violet.
constexpr QRgb kSwatches[] = {0xf4f5f4, 0xf3e4dc, 0xf1ead2, 0xdfead9, 0xd7ebe8, 0xdbe7f1, 0xe8e1ef,
                              0xb9c3c4, 0xdca58c, 0xd9bf6b, 0x9dbf8c, 0x8fb8b2, 0x8fb3d1, 0xb3a0c9,
                              0x6f7d7e, 0xb8562f, 0xb08a1e, 0x5a8a47, 0x0f766e, 0x2f6f9f, 0x7457a0,
                              0x2b3738, 0x7a2f17, 0x6b520c, 0x2f5423, 0x0a4b46, 0x173f60, 0x432c66};
} // namespace

ColourButton::ColourButton(QWidget *parent) : QToolButton(parent)
{
    setFixedSize(56, tokens().hit);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QToolButton::clicked, this, &ColourButton::openPopover);
}

void ColourButton::setColour(const QColor &colour)
{
    m_colour = colour;
    setToolTip(colour.name());
    update();
}

void ColourButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens().outline, 1));
    painter.setBrush(m_colour);
    painter.drawRoundedRect(QRectF(rect()).adjusted(6.5, 6.5, -6.5, -6.5), 3, 3);
}

void ColourButton::choose(const QColor &colour)
{
    if (m_popover) {
        m_popover->close();
    }
    if (colour.isValid() && colour != m_colour) {
        setColour(colour);
        emit colourChosen(colour);
    }
}

void ColourButton::openPopover()
{
    auto *popover = new QFrame(this, Qt::Popup);
    popover->setObjectName(QStringLiteral("colourPopover"));
    popover->setAttribute(Qt::WA_DeleteOnClose);
    popover->setProperty("role", "floating");
    auto *column = new QVBoxLayout(popover);
    column->setContentsMargins(tokens().padding, tokens().padding, tokens().padding, tokens().padding);
    auto *grid = new QGridLayout;
    grid->setSpacing(4);
    for (int i = 0; i < int(std::size(kSwatches)); ++i) {
        const QColor colour(QRgb(0xff000000U | kSwatches[i]));
        auto *swatch = new ColourSwatch(colour, popover);
        connect(swatch, &QAbstractButton::clicked, this, [this, colour] { choose(colour); });
        grid->addWidget(swatch, i / kColumns, i % kColumns);
    }
    auto *code = new QLineEdit(m_colour.name(), popover);
    code->setAccessibleName(tr("Colour code"));
    connect(code, &QLineEdit::returnPressed, this, [this, code] {
        const QColor typed(code->text().trimmed());
        code->setProperty("problem", !typed.isValid());
        if (typed.isValid()) {
            choose(typed);
        }
    });
    column->addLayout(grid);
    column->addWidget(code);
    m_popover = popover;
    popover->move(mapToGlobal(QPoint(0, height() + 4)));
    popover->show();
}

ColourSwatch::ColourSwatch(const QColor &colour, QWidget *parent) : QAbstractButton(parent), m_colour(colour)
{
    setFixedSize(28, 28);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(colour.name());
    setToolTip(colour.name());
}

void ColourSwatch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? tokens().accent : tokens().hairline, hasFocus() ? 2 : 1));
    painter.setBrush(m_colour);
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 4, 4);
}

} // namespace loci::widgets

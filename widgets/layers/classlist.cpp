// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/classlist.h"

#include "widgets/common/tokens.h"

#include <QPainter>

namespace loci::widgets {

namespace {
constexpr int kRow = 24;
constexpr QRect kSwatch(1, 4, 24, 16);
constexpr int kTextLeft = 36;
} // namespace

ClassList::ClassList(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ClassList::setStyleShown(const LayerStyle &style)
{
    m_style = style;
    updateGeometry();
    update();
}

QSize ClassList::sizeHint() const
{
    const bool classified = m_style.kind == StyleKind::Categorised || m_style.kind == StyleKind::Graduated;
    const int others = m_style.kind == StyleKind::Categorised ? 2 : 1;
    return {160, classified ? (int(m_style.classes.size()) + others) * kRow : 0};
}

void ClassList::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(tokenFont(t.fontBody));
    int top = 0;
    const auto row = [&](const QBrush &ground, const QBrush &over, const QString &label, const QColor &ink) {
        const QRectF swatch = QRectF(kSwatch.translated(0, top)).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(swatch, 3, 3);
        painter.setPen(QPen(t.outline, 1));
        painter.setBrush(over);
        painter.drawRoundedRect(swatch, 3, 3);
        painter.setPen(ink);
        const QRect text(kTextLeft, top, width() - kTextLeft, kRow);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(label, Qt::ElideRight, text.width()));
        top += kRow;
    };
    for (const StyleClass &c : m_style.classes) {
        row(c.colour, Qt::NoBrush, c.label, t.text);
    }
    const QColor grey(0x8b, 0x95, 0x96);
    row(t.sunken, QBrush(grey, Qt::BDiagPattern), tr("No data"), t.textMuted);
    if (m_style.kind == StyleKind::Categorised) {
        row(QColor(0xd2, 0xd8, 0xd8), Qt::NoBrush, tr("Other values"), t.textMuted);
    }
}

} // namespace loci::widgets

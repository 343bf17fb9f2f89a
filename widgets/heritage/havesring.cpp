// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/havesring.h"

#include "widgets/common/tokens.h"

#include <QPainter>
#include <algorithm>

namespace loci::widgets {

HavesRing::HavesRing(QWidget *parent) : QWidget(parent)
{
    setFixedSize(48, 48);
}

void HavesRing::setDone(const std::array<bool, 4> &done)
{
    m_done = done;
    update();
}

void HavesRing::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    constexpr int kTurn = 16; // Qt counts sixteenths of a degree
    constexpr int kGap = 8;
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(5, 5, -5, -5);
    for (std::size_t i = 0; i < m_done.size(); ++i) {
        const int start = 90 - static_cast<int>(i) * 90 - kGap / 2;
        painter.setPen(QPen(m_done[i] ? t.accent : t.outline, m_done[i] ? 5 : 1.5, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(ring, start * kTurn, -(90 - kGap) * kTurn);
    }
    painter.setPen(t.text);
    painter.setFont(tokenFont(t.fontBody, QFont::DemiBold));
    painter.drawText(rect(), Qt::AlignCenter,
                     QStringLiteral("%1/4").arg(std::count(m_done.begin(), m_done.end(), true)));
}

} // namespace loci::widgets

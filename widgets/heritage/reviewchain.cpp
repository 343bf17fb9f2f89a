// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/reviewchain.h"

#include "widgets/common/icons.h"
#include "widgets/common/status.h"
#include "widgets/common/tokens.h"

#include <QPainter>

namespace loci::widgets {

namespace {
constexpr double kKnob = 8;
constexpr double kLine = 14;
} // namespace

ReviewChain::ReviewChain(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ReviewChain::setSteps(const QStringList &steps, int done, bool waits, bool sentBack)
{
    m_steps = steps;
    m_done = done;
    m_waits = waits;
    m_sentBack = sentBack;
    setAccessibleName(steps.value(std::min<qsizetype>(done, steps.size() - 1)));
    update();
}

void ReviewChain::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_steps.isEmpty()) {
        return;
    }
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double part = static_cast<double>(width()) / static_cast<double>(m_steps.size());
    const auto middle = [part](int step) { return (step + 0.5) * part; };
    for (int step = 0; step < m_steps.size(); ++step) {
        const QPointF at(middle(step), kLine);
        const bool done = step < m_done;
        const bool now = step == m_done && (m_waits || m_sentBack);
        if (step > 0) {
            painter.setPen(QPen(step <= m_done && (done || now) ? t.accent : t.outline, 2));
            painter.drawLine(QPointF(middle(step - 1) + kKnob + 3, kLine), QPointF(at.x() - kKnob - 3, kLine));
        }
        if (m_sentBack && now) {
            drawStatus(painter, Status::Watch, QRectF(at.x() - 7, at.y() - 7, 14, 14));
        } else {
            painter.setPen(QPen(done || now ? t.accent : t.outline, 2));
            painter.setBrush(done ? t.accent : t.surface);
            painter.drawEllipse(at, kKnob, kKnob);
            if (done) {
                painter.drawPixmap(QPointF(at.x() - 6, at.y() - 6),
                                   iconPixmap(QStringLiteral("check"), t.textOnAccent, 12, devicePixelRatioF()));
            } else if (now) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(t.accent);
                painter.drawEllipse(at, 3.5, 3.5);
            }
        }
        painter.setFont(tokenFont(t.fontCaption, now ? QFont::DemiBold : QFont::Normal));
        painter.setPen(now ? t.text : t.textMuted);
        painter.drawText(QRectF(at.x() - part / 2, kLine + kKnob + 4, part, 18), Qt::AlignCenter, m_steps.at(step));
    }
}

} // namespace loci::widgets

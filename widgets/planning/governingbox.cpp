// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/governingbox.h"

#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/planning/planwords.h"

#include <QPainter>
#include <algorithm>

namespace loci::widgets {

namespace {
constexpr int kPad = 12;
constexpr int kIcon = 16;
constexpr int kGauge = 10;
constexpr int kScale = 18; // line of words below the gauge
} // namespace

GoverningBox::GoverningBox(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("planning.governing"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void GoverningBox::show(Status status, const QString &sentence, std::optional<double> value,
                        std::optional<double> limit, const QString &unit)
{
    m_status = status;
    m_sentence = sentence;
    m_value = value;
    m_limit = limit;
    m_unit = unit;
    setAccessibleName(sentence);
    updateGeometry();
    update();
}

int GoverningBox::textHeight(int width) const
{
    const QFontMetrics metrics(tokenFont(tokens().fontTitle, QFont::DemiBold));
    return std::max(kIcon, metrics
                               .boundingRect(QRect(0, 0, std::max(40, width - 2 * kPad - kIcon - 8), 1000),
                                             Qt::TextWordWrap, m_sentence)
                               .height());
}

int GoverningBox::heightForWidth(int width) const
{
    return 2 * kPad + textHeight(width) + (hasGauge() ? 8 + kGauge + kScale : 0);
}

QSize GoverningBox::sizeHint() const
{
    constexpr int kUsual = 320;
    return {kUsual, heightForWidth(std::max(kUsual, width()))};
}

void GoverningBox::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = statusColour(m_status);
    QColor ground = ink;
    ground.setAlpha(26);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, t.radius, t.radius);
    painter.fillRect(QRectF(0, t.radius, 3, height() - 2.0 * t.radius), ink);
    drawStatus(painter, m_status, QRectF(kPad, kPad, kIcon, kIcon));
    painter.setFont(tokenFont(t.fontTitle, QFont::DemiBold));
    painter.setPen(m_status == Status::Bad ? t.bad : t.text);
    const int words = textHeight(width());
    painter.drawText(QRectF(kPad + kIcon + 8, kPad, width() - 2 * kPad - kIcon - 8, words), Qt::TextWordWrap,
                     m_sentence);
    if (!hasGauge()) {
        return;
    }
    const double most = std::max({*m_value, *m_limit, 1e-9}) * 1.08;
    const QRectF gauge(kPad, kPad + words + 8, width() - 2.0 * kPad, kGauge);
    const auto at = [&](double value) { return gauge.left() + std::clamp(value / most, 0.0, 1.0) * gauge.width(); };
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.sunken);
    painter.drawRoundedRect(gauge, 3, 3);
    painter.setBrush(t.accent);
    painter.drawRect(
        QRectF(QPointF(gauge.left(), gauge.top()), QPointF(at(std::min(*m_value, *m_limit)), gauge.bottom())));
    if (*m_value > *m_limit) {
        const QRectF over(QPointF(at(*m_limit), gauge.top()), QPointF(at(*m_value), gauge.bottom()));
        painter.setBrush(m_status == Status::Bad ? t.bad : t.accent);
        painter.drawRect(over);
        if (m_status == Status::Bad) {
            paintHatch(painter, over, t.raised);
        }
    }
    painter.setPen(QPen(t.text, 2));
    painter.drawLine(QPointF(at(*m_limit), gauge.top() - 3), QPointF(at(*m_limit), gauge.bottom() + 3));
    painter.setFont(tokenFont(t.fontCaption));
    painter.setPen(t.textMuted);
    const QRectF scale(gauge.left(), gauge.bottom() + 2, gauge.width(), kScale);
    painter.drawText(scale, Qt::AlignLeft | Qt::AlignVCenter, tr("limit %1").arg(PlanWords::number(m_limit, m_unit)));
    painter.setPen(m_status == Status::Bad ? t.bad : t.text);
    painter.setFont(tokenFont(t.fontCaption, QFont::DemiBold));
    painter.drawText(scale, Qt::AlignRight | Qt::AlignVCenter, PlanWords::number(m_value, m_unit));
}

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/welcometile.h"

#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"

#include <QPainter>
#include <QPainterPath>

namespace loci::widgets {

namespace {
constexpr int kPictureHeight = 116;
} // namespace

WelcomeTile::WelcomeTile(const QString &icon, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WelcomeTile::setTexts(const QString &title, const QString &detail)
{
    setText(title);
    m_detail = detail;
    setAccessibleName(title);
    setAccessibleDescription(detail);
    update();
}

void WelcomeTile::setPicture(const QImage &picture)
{
    m_tall = true;
    m_picture = picture;
    updateGeometry();
    update();
}

void WelcomeTile::setPrimary(bool primary)
{
    m_primary = primary;
    update();
}

QSize WelcomeTile::sizeHint() const
{
    return {280, m_tall ? kTall : kPlain};
}

void WelcomeTile::paintPicture(QPainter &painter, const QRectF &box)
{
    const Tokens &t = tokens();
    QPainterPath path;
    path.addRoundedRect(QRectF(box.left(), box.top(), box.width(), box.height() + t.radius), t.radius, t.radius);
    painter.save();
    painter.setClipPath(path);
    painter.setClipRect(box, Qt::IntersectClip);
    if (m_picture.isNull()) {
        painter.fillRect(box, t.sunken);
        painter.drawPixmap(QPointF(box.center().x() - 16, box.center().y() - 16),
                           iconPixmap(m_icon, t.textFaint, 32, devicePixelRatioF()));
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QSizeF scaled = QSizeF(m_picture.size()).scaled(box.size(), Qt::KeepAspectRatioByExpanding);
        painter.drawImage(QRectF(box.center().x() - scaled.width() / 2, box.center().y() - scaled.height() / 2,
                                 scaled.width(), scaled.height()),
                          m_picture);
    }
    painter.restore();
    painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 1), t.hairline);
}

void WelcomeTile::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(underMouse() || m_primary ? t.accent : t.hairline, 1));
    painter.setBrush(isDown() ? t.pressed : m_primary ? t.accentSoft : underMouse() ? t.hover : t.surface);
    painter.drawRoundedRect(box, t.radius, t.radius);
    QRect words = rect().adjusted(16, 0, -12, 0);
    if (m_tall) {
        paintPicture(painter, QRectF(1, 1, width() - 2, kPictureHeight));
        words = QRect(12, kPictureHeight + 8, width() - 24, height() - kPictureHeight - 16);
    } else {
        painter.drawPixmap(20, (height() - 24) / 2, iconPixmap(m_icon, t.accent, 24, devicePixelRatioF()));
        words = QRect(64, 16, width() - 76, height() - 32);
    }
    painter.setFont(tokenFont(m_tall ? t.fontBody : t.fontTitle, QFont::DemiBold));
    painter.setPen(isEnabled() ? t.text : t.textFaint);
    painter.drawText(QRect(words.left(), words.top(), words.width(), 20), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    painter.setFont(tokenFont(t.fontCaption));
    painter.setPen(isEnabled() ? t.textMuted : t.textFaint);
    painter.drawText(
        QRect(words.left(), words.top() + 20, words.width(), 20), Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_detail, m_tall ? Qt::ElideMiddle : Qt::ElideRight, words.width()));
    if (hasFocus()) {
        paintFocus(painter, rect(), t.radius);
    }
}

} // namespace loci::widgets

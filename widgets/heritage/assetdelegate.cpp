// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heritage/assetdelegate.h"

#include "widgets/common/icons.h"
#include "widgets/common/surfaces.h"
#include "widgets/common/tokens.h"
#include "widgets/heritage/assetlistmodel.h"

#include <QPainter>

namespace loci::widgets {

namespace {
constexpr int kSign = 20;
constexpr int kBadgeHeight = 20;
} // namespace

AssetDelegate::AssetDelegate(const HeritageDesk &desk, QObject *parent) : QStyledItemDelegate(parent), m_words(desk) {}

void AssetDelegate::forget()
{
    m_marks.clear();
}

const HeritageMark &AssetDelegate::mark(const QString &code) const
{
    auto found = m_marks.constFind(code);
    if (found == m_marks.constEnd()) {
        found = m_marks.insert(code, m_words.classMark(code));
    }
    return *found;
}

QSize AssetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    Q_UNUSED(index)
    return {200, kHeight};
}

int AssetDelegate::paintBadge(QPainter &painter, const QRect &box, int right, const HeritageMark &mark) const
{
    painter.setFont(tokenFont(tokens().fontCaption));
    const QString text = painter.fontMetrics().elidedText(mark.label, Qt::ElideRight, 96);
    const int width = painter.fontMetrics().horizontalAdvance(text) + 14;
    const QRectF badge(right - width, box.top() + 6, width, kBadgeHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mark.code.isEmpty() ? tokens().sunken : mark.colour);
    painter.drawRoundedRect(badge, 4, 4);
    painter.setPen(mark.code.isEmpty() ? tokens().textMuted : mark.text);
    painter.drawText(badge, Qt::AlignCenter, text);
    return width;
}

int AssetDelegate::paintCondition(QPainter &painter, const QRect &box, int right, const QString &code) const
{
    painter.setFont(tokenFont(tokens().fontCaption));
    const QString text = m_words.conditionWord(code);
    const int width = painter.fontMetrics().horizontalAdvance(text);
    const QRect line(right - width, box.top() + 26, width, 16);
    painter.setPen(tokens().textMuted);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, text);
    drawStatus(painter, m_words.conditionStatus(code), QRectF(line.left() - 16, line.top() + 3, 10, 10));
    return width + 18;
}

void AssetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const AssetListModel *>(index.model());
    const storage::heritage::AssetRow *row = model != nullptr ? model->row(index.row()) : nullptr;
    if (row == nullptr) {
        return;
    }
    const Tokens &t = tokens();
    const heritage::AssetFacts &facts = row->facts;
    const QRect box = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if ((option.state & QStyle::State_Selected) != 0) {
        painter->fillRect(box, t.selected);
        painter->fillRect(QRect(box.left(), box.top(), 3, box.height()), t.accent);
    } else if ((option.state & QStyle::State_MouseOver) != 0) {
        painter->fillRect(box, t.hover);
    }
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), t.hairline);
    const HeritageMark &protection = mark(m_words.classCode(facts));
    const QColor sign = protection.code.isEmpty() ? t.textMuted : t.heritage;
    painter->drawPixmap(
        box.left() + t.padding, box.top() + (kHeight - kSign) / 2,
        iconPixmap(HeritageWords::categoryIcon(facts.category), sign, kSign, painter->device()->devicePixelRatioF()));
    const int right = box.right() - t.padding;
    const int badge = paintBadge(*painter, box, right, protection);
    const int condition = paintCondition(*painter, box, right, facts.condition);
    const int left = box.left() + t.padding + kSign + t.gap;
    const QRect name(left, box.top() + 6, right - badge - t.gap - left, 18);
    painter->setFont(tokenFont(t.fontBody, QFont::DemiBold));
    painter->setPen(t.text);
    painter->drawText(name, Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(facts.name, Qt::ElideRight, name.width()));
    QStringList parts{m_words.kindWord(facts)};
    if (const QString years = HeritageWords::yearsWord(facts); !years.isEmpty()) {
        parts << years;
    }
    const QRect detail(left, box.top() + 25, right - condition - t.gap - left, 18);
    painter->setFont(tokenFont(t.fontCaption));
    painter->setPen(t.textMuted);
    painter->drawText(
        detail, Qt::AlignVCenter,
        painter->fontMetrics().elidedText(parts.join(QStringLiteral(" · ")), Qt::ElideRight, detail.width()));
    if ((option.state & QStyle::State_HasFocus) != 0) {
        paintFocus(*painter, QRectF(box).adjusted(0, 0, 0, -1), t.radius);
    }
    painter->restore();
}

} // namespace loci::widgets

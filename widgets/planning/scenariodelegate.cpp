// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/scenariodelegate.h"

#include "widgets/common/icons.h"
#include "widgets/common/status.h"
#include "widgets/common/tokens.h"

#include <QPainter>

namespace loci::widgets {

namespace {
constexpr int kIndent = 14;
constexpr int kShape = 14;
} // namespace

void ScenarioDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const QRect row = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(row, chosen                                           ? t.accentSoft
                           : option.state.testFlag(QStyle::State_MouseOver) ? t.hover
                                                                            : t.surface);
    if (chosen) {
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), t.accent);
    }
    int left = row.left() + t.padding + (index.data(kBranch).toBool() ? kIndent : 0);
    int right = row.right() - t.padding;
    const int half = row.height() / 2;
    const QFont caption = tokenFont(t.fontCaption);
    const QVariantList counts = index.data(kCounts).toList();
    constexpr Status kStatus[] = {Status::Bad, Status::Unknown, Status::Good};
    for (int i = static_cast<int>(counts.size()) - 1; i >= 0; --i) {
        if (counts[i].toInt() == 0) {
            continue;
        }
        const QString text = counts[i].toString();
        const int width = QFontMetrics(caption).horizontalAdvance(text);
        painter->setFont(caption);
        painter->setPen(t.text);
        painter->drawText(QRect(right - width, row.top() + 4, width, half - 4), Qt::AlignVCenter | Qt::AlignRight,
                          text);
        right -= width + kShape + 3;
        drawStatus(*painter, kStatus[i], QRectF(right, row.top() + 4 + (half - 4 - kShape) / 2.0, kShape, kShape));
        right -= 8;
    }
    if (index.data(kFrozen).toBool()) {
        right -= kShape;
        painter->drawPixmap(
            QPointF(right, row.top() + 4 + (half - 4 - kShape) / 2.0),
            iconPixmap(QStringLiteral("lock"), t.textMuted, kShape, painter->device()->devicePixelRatioF()));
        right -= 6;
    }
    const QFont name = tokenFont(t.fontBody, QFont::DemiBold);
    painter->setFont(name);
    painter->setPen(t.text);
    painter->drawText(QRect(left, row.top() + 4, right - left, half - 4), Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(name).elidedText(index.data().toString(), Qt::ElideRight, right - left));
    painter->setFont(caption);
    painter->setPen(t.textMuted);
    const int room = row.right() - t.padding - left;
    painter->drawText(QRect(left, row.top() + half, room, half - 4), Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(caption).elidedText(index.data(kFacts).toString(), Qt::ElideRight, room));
    painter->restore();
}

} // namespace loci::widgets

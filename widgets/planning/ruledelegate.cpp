// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/planning/ruledelegate.h"

#include "widgets/common/tokens.h"

#include <QPainter>
#include <QTreeView>

namespace loci::widgets {

namespace {

constexpr int kLeastHeight = 40;
constexpr int kEdge = 4;
constexpr int kShape = 16;

QFont nameFont()
{
    return tokenFont(tokens().fontCaption, QFont::DemiBold);
}

QFont remarkFont()
{
    return tokenFont(tokens().fontCaption - 1);
}

int heightOf(const QString &text, const QFont &font, int width)
{
    if (text.isEmpty()) {
        return 0;
    }
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, text).height();
}

void drawLine(QPainter &painter, const QRectF &box, int flags, const QFont &font, const QColor &ink,
              const QString &text)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(box, flags, QFontMetrics(font).elidedText(text, Qt::ElideRight, static_cast<int>(box.width())));
}

void drawFigures(QPainter &painter, const QRectF &cell, const QModelIndex &index, bool fails)
{
    const Tokens &t = tokens();
    const QIcon shape = index.data(Qt::DecorationRole).value<QIcon>();
    QRectF room = cell.adjusted(kEdge, kEdge, -kEdge, -kEdge);
    const int side = shape.isNull() ? Qt::AlignRight : Qt::AlignLeft;
    if (!shape.isNull()) {
        shape.paint(&painter, QRectF(room.left(), room.center().y() - kShape / 2.0, kShape, kShape).toRect());
        room.setLeft(room.left() + kShape + kEdge);
    }
    const bool loud = fails && !shape.isNull();
    const QFont font = tokenFont(t.fontCaption, loud ? QFont::DemiBold : QFont::Normal);
    const QString second = index.data(RuleDelegate::kSecond).toString();
    const double half = room.height() / 2;
    const QRectF upper(room.left(), second.isEmpty() ? room.top() : room.center().y() - qMin(half, 17.0), room.width(),
                       second.isEmpty() ? room.height() : qMin(half, 17.0));
    drawLine(painter, upper, side | Qt::AlignVCenter, font, loud ? t.bad : t.text, index.data().toString());
    if (!second.isEmpty()) {
        drawLine(painter, QRectF(room.left(), room.center().y(), room.width(), qMin(half, 17.0)),
                 side | Qt::AlignVCenter, loud ? font : remarkFont(), loud ? t.bad : t.textMuted, second);
    }
}

} // namespace

QSize RuleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize usual(QStyledItemDelegate::sizeHint(option, index).width(), kLeastHeight);
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    if (!m_wraps || view == nullptr || index.column() != 0) {
        return usual;
    }
    const int width = view->columnWidth(0) - 2 * kEdge;
    const int needed = heightOf(index.data().toString(), nameFont(), width) +
                       heightOf(index.data(kSecond).toString(), remarkFont(), width) + 2 * kEdge + 2;
    return {usual.width(), qMax(kLeastHeight, needed)};
}

void RuleDelegate::drawName(QPainter &painter, const QRectF &cell, const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const QRectF room = cell.adjusted(kEdge, kEdge, -kEdge, -kEdge);
    const QString name = index.data().toString();
    const QString remark = index.data(kSecond).toString();
    if (!m_wraps) {
        const double half = room.height() / 2;
        drawLine(painter, QRectF(room.left(), room.top(), room.width(), half), Qt::AlignLeft | Qt::AlignVCenter,
                 nameFont(), t.text, name);
        drawLine(painter, QRectF(room.left(), room.center().y(), room.width(), half), Qt::AlignLeft | Qt::AlignVCenter,
                 remarkFont(), t.textMuted, remark);
        return;
    }
    constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    const int nameHeight = heightOf(name, nameFont(), static_cast<int>(room.width()));
    painter.setFont(nameFont());
    painter.setPen(t.text);
    painter.drawText(QRectF(room.left(), room.top(), room.width(), nameHeight), kFlags, name);
    painter.setFont(remarkFont());
    painter.setPen(t.textMuted);
    painter.drawText(room.adjusted(0, nameHeight + 1, 0, 0), kFlags, remark);
}

void RuleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const bool fails = index.siblingAtColumn(0).data(kWorst).toBool();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const QRectF cell = option.rect;
    painter->save();
    QColor ground = chosen ? t.selected : QColor(Qt::transparent);
    if (fails && !chosen) {
        constexpr int kSoft = 18;
        ground = t.bad;
        ground.setAlpha(kSoft);
    }
    painter->fillRect(cell, ground);
    painter->setPen(t.hairline);
    painter->drawLine(cell.bottomLeft(), cell.bottomRight());
    if (index.column() == 0) {
        drawName(*painter, cell, index);
    } else {
        drawFigures(*painter, cell, index, fails);
    }
    painter->restore();
}

} // namespace loci::widgets

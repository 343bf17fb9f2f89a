// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/layertreedelegate.h"

#include "widgets/common/icons.h"
#include "widgets/common/tokens.h"
#include "widgets/layers/layertreefilter.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace loci::widgets {

namespace {
constexpr int kMark = 24; // width of eye and broken mark
constexpr int kIcon = 16;
constexpr int kLegendRow = 24;

bool isBroken(const QModelIndex &index)
{
    return index.data(treerole::Broken).toBool();
}

QString countText(const QModelIndex &index)
{
    const QVariant count = index.data(treerole::Count);
    if (!count.isValid() || count.toLongLong() < 0 || isBroken(index)) {
        return {};
    }
    return QLocale().toString(count.toLongLong());
}

QFont nameFont(int kind)
{
    return tokenFont(kind == treekind::Legend ? tokens().fontCaption : tokens().fontBody,
                     kind == treekind::Group ? QFont::DemiBold : QFont::Normal);
}

void drawCentred(QPainter *painter, const QRect &area, const QPixmap &pixmap)
{
    const QSizeF size = QSizeF(pixmap.size()) / pixmap.devicePixelRatio();
    painter->drawPixmap(
        QPointF(area.center().x() + 0.5 - size.width() / 2, area.center().y() + 0.5 - size.height() / 2), pixmap);
}
} // namespace

QRect LayerTreeDelegate::eyeRect(const QStyleOptionViewItem &option)
{
    return {option.rect.right() - kMark - 3, option.rect.top(), kMark, option.rect.height()};
}

QRect LayerTreeDelegate::brokenRect(const QStyleOptionViewItem &option)
{
    return eyeRect(option).translated(-kMark, 0);
}

QRect LayerTreeDelegate::nameRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect name = option.rect.adjusted(4 + kIcon + 8, 0, -(kMark + 8), 0);
    if (isBroken(index)) {
        name.setRight(brokenRect(option).left());
    } else if (const QString count = countText(index); !count.isEmpty()) {
        name.setRight(name.right() - QFontMetrics(tokenFont(tokens().fontCaption)).horizontalAdvance(count) - 8);
    }
    return name;
}

void LayerTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const int kind = index.data(treerole::Kind).toInt();
    const bool shown = index.data(treerole::Shown).toBool();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || hovered) {
        painter->fillRect(option.rect, selected ? t.selected : t.hover);
    }
    if ((option.state & QStyle::State_HasFocus) && selected) {
        painter->setPen(QPen(t.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    const QRect iconArea(option.rect.left() + 4, option.rect.top(), kIcon, option.rect.height());
    const QPixmap swatch = index.data(treerole::Swatch).value<QPixmap>();
    painter->setOpacity(shown ? 1 : 0.45);
    if (!swatch.isNull()) {
        drawCentred(painter, iconArea, swatch);
    } else if (const QString name = index.data(treerole::IconName).toString(); !name.isEmpty()) {
        drawCentred(painter, iconArea, iconPixmap(name, t.textMuted, kIcon, painter->device()->devicePixelRatioF()));
    }
    painter->setOpacity(1);
    const QRect name = nameRect(option, index);
    painter->setFont(nameFont(kind));
    painter->setPen(shown ? (kind == treekind::Legend ? t.textMuted : t.text) : t.textFaint);
    painter->drawText(
        name, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, name.width()));
    if (isBroken(index)) {
        drawCentred(painter, brokenRect(option),
                    iconPixmap(QStringLiteral("warning"), t.watch, kIcon, painter->device()->devicePixelRatioF()));
    } else if (const QString count = countText(index); !count.isEmpty()) {
        painter->setFont(tokenFont(t.fontCaption));
        painter->setPen(t.textMuted);
        painter->drawText(option.rect.adjusted(0, 0, -(kMark + 8), 0), Qt::AlignRight | Qt::AlignVCenter, count);
    }
    const QVariant checked = index.data(treerole::Checked);
    if (checked.isValid()) {
        const QString eye = checked.toBool() ? QStringLiteral("eye") : QStringLiteral("eye-off");
        const QColor colour = !checked.toBool() ? t.textFaint : shown ? t.textMuted : t.textFaint;
        drawCentred(painter, eyeRect(option), iconPixmap(eye, colour, kIcon, painter->device()->devicePixelRatioF()));
    }
    painter->restore();
}

QSize LayerTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int kind = index.data(treerole::Kind).toInt();
    return {QStyledItemDelegate::sizeHint(option, index).width(), kind == treekind::Legend ? kLegendRow : tokens().row};
}

bool LayerTreeDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                    const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease &&
        event->type() != QEvent::MouseButtonDblClick) {
        return false;
    }
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton) {
        return false;
    }
    const QVariant checked = index.data(treerole::Checked);
    const bool onEye = checked.isValid() && eyeRect(option).contains(mouse->position().toPoint());
    const bool onBroken = isBroken(index) && brokenRect(option).contains(mouse->position().toPoint());
    if (event->type() == QEvent::MouseButtonRelease) {
        if (onEye) {
            return model->setData(index, checked.toBool() ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        }
        if (onBroken) {
            emit repairRequested(index);
            return true;
        }
    }
    return onEye || onBroken; // a press there neither selects nor opens
}

void LayerTreeDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                             const QModelIndex &index) const
{
    editor->setGeometry(nameRect(option, index).adjusted(-8, 0, 0, 0));
}

bool LayerTreeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    if (event->type() == QEvent::ToolTip && index.isValid()) {
        QString text = index.data(Qt::DisplayRole).toString();
        const QVariant checked = index.data(treerole::Checked);
        if (isBroken(index) && brokenRect(option).contains(event->pos())) {
            text = tr("The source of this layer is gone. Click to choose where it is now.");
        } else if (checked.isValid() && eyeRect(option).contains(event->pos())) {
            text = checked.toBool() ? tr("Hide") : tr("Show");
        }
        QToolTip::showText(event->globalPos(), text, view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace loci::widgets

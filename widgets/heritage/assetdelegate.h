// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heritage/heritagewords.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace loci::widgets {

/// A record in the list: sign of its category, name, what it is and from when, its protection as a badge, its condition
/// by shape and word.
class AssetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    AssetDelegate(const HeritageDesk &desk, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void forget(); ///< after a change of profile, language or theme

    static constexpr int kHeight = 48;

private:
    const HeritageMark &mark(const QString &code) const;
    int paintBadge(QPainter &painter, const QRect &box, int right, const HeritageMark &mark) const;
    int paintCondition(QPainter &painter, const QRect &box, int right, const QString &code) const;

    HeritageWords m_words;
    mutable QHash<QString, HeritageMark> m_marks; ///< by code: asked at each row
};

} // namespace loci::widgets

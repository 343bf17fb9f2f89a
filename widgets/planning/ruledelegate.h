// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace loci::widgets {

/// Rows of rules and of what they judge: each cell has two lines, the first column a name over its remark, figures at
/// the right, a verdict by shape, colour and word. A soft red ground for rows that fail.
class RuleDelegate final : public QStyledItemDelegate
{
public:
    static constexpr int kSecond = Qt::UserRole + 101; ///< text of the second line
    static constexpr int kWorst = Qt::UserRole + 102;  ///< of the first column: the row fails
    /// `wraps`: the first column breaks its lines instead of cutting them; rows are as high as that takes.
    explicit RuleDelegate(bool wraps, QObject *parent) : QStyledItemDelegate(parent), m_wraps(wraps) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void drawName(QPainter &painter, const QRectF &cell, const QModelIndex &index) const;
    bool m_wraps;
};

} // namespace loci::widgets

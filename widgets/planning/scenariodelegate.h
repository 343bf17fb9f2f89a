// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace loci::widgets {

/// A scenario as two lines: name with the counts of verdicts at the right, and its facts below.
class ScenarioDelegate final : public QStyledItemDelegate
{
public:
    static constexpr int kCounts = Qt::UserRole + 10; ///< list of fail, unknown, pass; absent: not asked yet
    static constexpr int kFacts = Qt::UserRole + 11;
    static constexpr int kBranch = Qt::UserRole + 12; ///< it branches from another one
    static constexpr int kFrozen = Qt::UserRole + 13;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/character/characterprofile.h"

#include <QWidget>
#include <optional>

namespace loci::widgets {

/// A profile drawn: spreads as a bar from the tenth to the ninetieth of a hundred with the middle, shares as bars,
/// unknown buildings hatched and counted; a second profile in grey below each for comparison. In words too.
class CharacterFigure final : public QWidget
{
    Q_OBJECT
public:
    explicit CharacterFigure(QWidget *parent = nullptr);
    void show(const analysis::CharacterProfile &profile, const std::optional<analysis::CharacterProfile> &reference);
    QString words() const; ///< for screen readers, copying and tests
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        QString name, value, before;
        std::optional<double> from, middle, to; ///< 0 to 1 of the bar
        std::optional<double> oldFrom, oldMiddle, oldTo;
        bool isHead = false;
        double unknown = 0; ///< share
    };
    void build();
    void addSpread(const QString &name, const analysis::Spread &now, const analysis::Spread *before,
                   const QString &unit, int decimals);
    void addShares(const QString &name, const analysis::Shares &now, const analysis::Shares *before);
    double paintLine(QPainter &painter, const Line &line, double top) const;

    analysis::CharacterProfile m_profile;
    std::optional<analysis::CharacterProfile> m_reference;
    std::vector<Line> m_lines;
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over <compare> of libstdc++ 12 when no Qt header comes before it
#include "layers/domain/city/columnstatistics.h"
#include "layers/scene/colourscale.h"
#endif

#include <QWidget>

namespace loci::widgets {

/// How often which numbers occur, in the colours of their classes, with the classes' ends as lines and how many are in
/// each below.
class ClassHistogram final : public QWidget
{
    Q_OBJECT
public:
    explicit ClassHistogram(QWidget *parent);
    void setNumbers(std::vector<double> numbers);
    void setScale(const scene::ColourScale &scale);
    const std::vector<double> &ends() const { return m_ends; }
    const std::vector<std::size_t> &counts() const { return m_counts; } ///< by class
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override; ///< tips

private:
    std::size_t classOf(double value) const;
    double placeOf(double value) const; ///< pixels
    void classify();
    QString rangeOf(std::size_t number) const;

    std::vector<double> m_numbers, m_ends;
    std::vector<std::size_t> m_counts;
    city::ColumnStatistics m_statistics;
    scene::ColourScale m_scale;
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace loci::widgets {

/// A slider with two handles: from here to there. Arrow keys move the handle that was touched last, Tab and Backtab
/// leave it; the band between the handles can be dragged as one.
class RangeSlider final : public QWidget
{
    Q_OBJECT
public:
    explicit RangeSlider(QWidget *parent = nullptr);

    void setRange(double lowest, double highest); ///< values are kept within it
    void setValues(double low, double high);      ///< does not emit
    double low() const { return m_low; }
    double high() const { return m_high; }
    QSize sizeHint() const override;

signals:
    void moved(double low, double high); ///< by the person

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Handle { None, Low, High, Both };
    double xOf(double value) const;
    double valueAt(double x) const;
    void moveTo(double low, double high);

    double m_lowest = 0, m_highest = 1, m_low = 0, m_high = 1;
    Handle m_held = Handle::None, m_last = Handle::High;
    double m_grip = 0; ///< of the band: value under the cursor above `low`
};

} // namespace loci::widgets

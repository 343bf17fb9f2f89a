// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

namespace loci::widgets {

/// The years of a catalogue: how many records are first known in each span of years, and a bar on the year that is
/// looked at. Dragged, or moved by the arrow keys.
class YearBar final : public QWidget
{
    Q_OBJECT
public:
    explicit YearBar(QWidget *parent = nullptr);
    void setFirstYears(const std::vector<int> &years); ///< of the records
    int year() const { return m_year; }
    void setYear(int year); ///< kept within the years there are; emits when it changes
    int firstYear() const { return m_from; }
    QSize sizeHint() const override { return {240, 64}; }

signals:
    void yearChanged(int year);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double xOf(double year) const;
    int yearAt(double x) const;

    std::vector<int> m_counts; ///< of spans
    int m_from = 1000, m_to = 2026, m_year = 2026;
};

} // namespace loci::widgets

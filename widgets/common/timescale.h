// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

class QLocale;

namespace loci::widgets {

/// A labelled moment of a time axis.
struct TimeTick
{
    QDateTime time;
    QString label;
    bool major = false; ///< begins a larger unit: a day among hours, a year among months
};

/// Linear map between time and pixels, from minutes to centuries.
class TimeScale
{
public:
    TimeScale() = default;
    TimeScale(const QDateTime &from, const QDateTime &to, double left, double width);
    double toX(const QDateTime &time) const;
    QDateTime toTime(double x) const;
    double secondsPerPixel() const;
    QDateTime from() const { return m_from; }
    QDateTime to() const { return m_to; }
    /// The same axis zoomed by `factor` (below 1: closer) around the moment at `x`; never below two minutes or above
    /// ten thousand years.
    TimeScale zoomed(double factor, double x) const;
    TimeScale moved(double pixels) const;
    /// Round moments at least `spacing` pixels apart, labelled in the locale's way.
    std::vector<TimeTick> ticks(double spacing, const QLocale &locale) const;

private:
    QDateTime m_from, m_to;
    double m_left = 0;
    double m_width = 1;
};

} // namespace loci::widgets

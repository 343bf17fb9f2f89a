// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/timescale.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace loci::widgets {

namespace {

enum class Unit { Minute, Day, Month, Year };
struct Step
{
    Unit unit;
    int count;
    double seconds;
};
constexpr double kMinute = 60;
constexpr double kDay = 86400;
constexpr double kYear = 365.2425 * kDay;
constexpr Step kSteps[] = {
    {Unit::Minute, 1, kMinute},         {Unit::Minute, 5, 5 * kMinute},     {Unit::Minute, 15, 15 * kMinute},
    {Unit::Minute, 30, 30 * kMinute},   {Unit::Minute, 60, 60 * kMinute},   {Unit::Minute, 180, 180 * kMinute},
    {Unit::Minute, 360, 360 * kMinute}, {Unit::Minute, 720, 720 * kMinute}, {Unit::Day, 1, kDay},
    {Unit::Day, 2, 2 * kDay},           {Unit::Day, 7, 7 * kDay},           {Unit::Month, 1, kYear / 12},
    {Unit::Month, 3, kYear / 4},        {Unit::Month, 6, kYear / 2},        {Unit::Year, 1, kYear},
    {Unit::Year, 2, 2 * kYear},         {Unit::Year, 5, 5 * kYear},         {Unit::Year, 10, 10 * kYear},
    {Unit::Year, 25, 25 * kYear},       {Unit::Year, 50, 50 * kYear},       {Unit::Year, 100, 100 * kYear},
    {Unit::Year, 250, 250 * kYear},     {Unit::Year, 500, 500 * kYear},     {Unit::Year, 1000, 1000 * kYear},
};

QDateTime floorTo(const QDateTime &time, const Step &step)
{
    const QDate date = time.date();
    switch (step.unit) {
    case Unit::Minute: {
        const int minutes = time.time().msecsSinceStartOfDay() / 60000;
        return QDateTime(date, QTime(0, 0), time.timeSpec()).addSecs((minutes / step.count) * step.count * 60);
    }
    case Unit::Day: {
        const int back = step.count == 7 ? date.dayOfWeek() - 1 : static_cast<int>(date.toJulianDay() % step.count);
        return QDateTime(date.addDays(-back), QTime(0, 0), time.timeSpec());
    }
    case Unit::Month:
        return QDateTime(QDate(date.year(), (date.month() - 1) / step.count * step.count + 1, 1), QTime(0, 0),
                         time.timeSpec());
    case Unit::Year:
        break;
    }
    int year = static_cast<int>(std::floor(static_cast<double>(date.year()) / step.count)) * step.count;
    year = year == 0 ? 1 : year; // there is no year 0
    return QDateTime(QDate(year, 1, 1), QTime(0, 0), time.timeSpec());
}

QDateTime next(const QDateTime &time, const Step &step)
{
    switch (step.unit) {
    case Unit::Minute:
        return time.addSecs(step.count * 60);
    case Unit::Day:
        return time.addDays(step.count);
    case Unit::Month:
        return time.addMonths(step.count);
    case Unit::Year:
        break;
    }
    int year = (time.date().year() == 1 && step.count > 1 ? 0 : time.date().year()) + step.count;
    year = year == 0 ? 1 : year;
    return QDateTime(QDate(year, 1, 1), QTime(0, 0), time.timeSpec());
}

bool isMajor(const QDateTime &time, const Step &step)
{
    switch (step.unit) {
    case Unit::Minute:
        return time.time().msecsSinceStartOfDay() == 0;
    case Unit::Day:
        return time.date().day() <= step.count && step.count < 7 ? time.date().day() == 1 : time.date().day() <= 7;
    case Unit::Month:
        return time.date().month() == 1;
    case Unit::Year:
        break;
    }
    return time.date().year() % (step.count * 5) == 0;
}

QString labelOf(const QDateTime &time, const Step &step, const QLocale &locale)
{
    const bool chinese = locale.language() == QLocale::Chinese;
    switch (step.unit) {
    case Unit::Minute:
        if (!isMajor(time, step)) {
            return time.toString(QStringLiteral("HH:mm"));
        }
        return chinese ? locale.toString(time, QStringLiteral("M月d日"))
                       : locale.toString(time, QStringLiteral("ddd d"));
    case Unit::Day:
        return chinese ? locale.toString(time, QStringLiteral("M月d日"))
                       : locale.toString(time, QStringLiteral("d MMM"));
    case Unit::Month:
        if (isMajor(time, step)) {
            return QString::number(time.date().year());
        }
        return chinese ? locale.toString(time, QStringLiteral("M月")) : locale.toString(time, QStringLiteral("MMM"));
    case Unit::Year:
        break;
    }
    const int year = time.date().year();
    return year > 0 ? QString::number(year) : QCoreApplication::translate("TimeBar", "%1 BC").arg(-year);
}

} // namespace

TimeScale::TimeScale(const QDateTime &from, const QDateTime &to, double left, double width)
    : m_from(from)
    , m_to(to > from ? to : from.addSecs(60))
    , m_left(left)
    , m_width(std::max(1.0, width))
{}

double TimeScale::secondsPerPixel() const
{
    return static_cast<double>(m_from.msecsTo(m_to)) / 1000 / m_width;
}

double TimeScale::toX(const QDateTime &time) const
{
    return m_left + static_cast<double>(m_from.msecsTo(time)) / 1000 / secondsPerPixel();
}

QDateTime TimeScale::toTime(double x) const
{
    return m_from.addMSecs(static_cast<qint64>((x - m_left) * secondsPerPixel() * 1000));
}

TimeScale TimeScale::zoomed(double factor, double x) const
{
    const double span = static_cast<double>(m_from.msecsTo(m_to)) / 1000;
    const double wanted = std::clamp(span * factor, 2 * kMinute, 10000 * kYear);
    const double share = std::clamp((x - m_left) / m_width, 0.0, 1.0);
    const QDateTime fixed = toTime(m_left + share * m_width);
    const QDateTime from = fixed.addMSecs(static_cast<qint64>(-share * wanted * 1000));
    return TimeScale(from, from.addMSecs(static_cast<qint64>(wanted * 1000)), m_left, m_width);
}

TimeScale TimeScale::moved(double pixels) const
{
    const qint64 by = static_cast<qint64>(pixels * secondsPerPixel() * 1000);
    return TimeScale(m_from.addMSecs(by), m_to.addMSecs(by), m_left, m_width);
}

std::vector<TimeTick> TimeScale::ticks(double spacing, const QLocale &locale) const
{
    if (!m_from.isValid() || !m_to.isValid()) {
        return {};
    }
    const double least = secondsPerPixel() * spacing;
    const Step *step = &kSteps[std::size(kSteps) - 1];
    for (const Step &candidate : kSteps) {
        if (candidate.seconds >= least) {
            step = &candidate;
            break;
        }
    }
    std::vector<TimeTick> result;
    for (QDateTime time = floorTo(m_from, *step); time <= m_to && result.size() < 1000; time = next(time, *step)) {
        if (time >= m_from) {
            result.push_back({time, labelOf(time, *step, locale), isMajor(time, *step)});
        }
    }
    return result;
}

} // namespace loci::widgets

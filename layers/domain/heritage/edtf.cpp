// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/edtf.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <array>
#include <cstdlib>

namespace loci::heritage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::heritage::Edtf)
};

bool isLeap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysOf(int year, int month)
{
    static constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : kDays[std::size_t(month) - 1];
}

bool isSeason(int month)
{
    return month >= 21 && month <= 24;
}

int powerOfTen(int exponent)
{
    int power = 1;
    for (int i = 0; i < exponent; ++i) {
        power *= 10;
    }
    return power;
}

tl::unexpected<Error> wrong(const QString &text, const QString &why)
{
    return fail(ErrorCode::Invalid, Texts::tr("“%1” is no date of the form EDTF: %2.").arg(text, why));
}

Result<> readYear(const QString &text, const QString &sign, const QString &digits, Edtf::Part &part)
{
    part.unspecified = int(digits.count(QLatin1Char('X')));
    const QString plain = QString(digits).replace(QLatin1Char('X'), QLatin1Char('0'));
    const int year = plain.toInt();
    if (sign == QLatin1String("-") && year == 0) {
        return wrong(text, Texts::tr("the year 0 has no sign"));
    }
    part.year = sign == QLatin1String("-") ? -year : year;
    return {};
}

Result<> readMonthAndDay(const QString &text, const QString &month, const QString &day, Edtf::Part &part)
{
    part.monthUnspecified = month == QLatin1String("XX");
    part.month = month.toInt();
    if (!month.isEmpty() && !part.monthUnspecified && (part.month < 1 || part.month > 12) && !isSeason(part.month)) {
        return wrong(text, Texts::tr("%1 is no month and no season").arg(month));
    }
    part.dayUnspecified = day == QLatin1String("XX");
    part.day = day.toInt();
    if (day.isEmpty() || (part.dayUnspecified && !isSeason(part.month))) {
        return {};
    }
    if (part.monthUnspecified || isSeason(part.month) || part.unspecified > 0) {
        return wrong(text, Texts::tr("a day needs a month and a year"));
    }
    if (part.day < 1 || part.day > daysOf(part.year, part.month)) {
        return wrong(text, Texts::tr("the month has no day %1").arg(day));
    }
    return {};
}

Result<Edtf::Part> readPart(const QString &whole, QString text)
{
    static const QRegularExpression longYear(QStringLiteral("^Y(-?)([0-9]{5,9})$"));
    static const QRegularExpression date(
        QStringLiteral("^(-?)([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]X{3})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?$"));
    Edtf::Part part;
    if (text.endsWith(QLatin1Char('?')) || text.endsWith(QLatin1Char('%'))) {
        part.isUncertain = true;
    }
    if (text.endsWith(QLatin1Char('~')) || text.endsWith(QLatin1Char('%'))) {
        part.isApproximate = true;
    }
    if (part.isUncertain || part.isApproximate) {
        text.chop(1);
    }
    if (const auto match = longYear.match(text); match.hasMatch()) {
        part.isLongYear = true;
        LOCI_CHECK(readYear(whole, match.captured(1), match.captured(2), part));
        return part;
    }
    const auto match = date.match(text);
    if (!match.hasMatch()) {
        return wrong(whole, Texts::tr("a year has four digits, as in 1420, 142X, 1420-05 or -0221"));
    }
    LOCI_CHECK(readYear(whole, match.captured(1), match.captured(2), part));
    LOCI_CHECK(readMonthAndDay(whole, match.captured(3), match.captured(4), part));
    return part;
}

Result<> readEnd(const QString &whole, const QString &text, Edtf::End &kind, Edtf::Part &part)
{
    if (text.isEmpty() || text == QLatin1String("..")) {
        kind = text.isEmpty() ? Edtf::End::Unknown : Edtf::End::Open;
        return {};
    }
    LOCI_TRY(part, readPart(whole, text));
    return {};
}

QString yearText(const Edtf::Part &part)
{
    const QString sign = part.year < 0 ? QStringLiteral("-") : QString();
    QString digits = QString::number(std::abs(part.year));
    if (part.isLongYear) {
        return QLatin1Char('Y') + sign + digits;
    }
    digits = digits.rightJustified(4, QLatin1Char('0'));
    return sign + digits.left(4 - part.unspecified) + QString(part.unspecified, QLatin1Char('X'));
}

QString partText(const Edtf::Part &part)
{
    QString text = yearText(part);
    const auto add = [&text](int value, bool isUnspecified) {
        if (isUnspecified) {
            text += QLatin1String("-XX");
        } else if (value > 0) {
            text += QLatin1Char('-') + QString::number(value).rightJustified(2, QLatin1Char('0'));
        }
    };
    add(part.month, part.monthUnspecified);
    add(part.day, part.dayUnspecified);
    if (part.isUncertain || part.isApproximate) {
        text += QLatin1Char(part.isUncertain && part.isApproximate ? '%' : part.isUncertain ? '?' : '~');
    }
    return text;
}

/// The first month of what a part says, or its last one.
Day firstDay(const Edtf::Part &part)
{
    const int span = part.unspecified > 0 ? powerOfTen(part.unspecified) - 1 : 0;
    const int year = part.year <= 0 && span > 0 && part.year != 0 ? part.year - span : part.year;
    if (isSeason(part.month)) {
        return {year, 3 * (part.month - 20), 1};
    }
    return {year, part.month > 0 ? part.month : 1, part.day > 0 ? part.day : 1};
}

Day lastDay(const Edtf::Part &part)
{
    const int span = part.unspecified > 0 ? powerOfTen(part.unspecified) - 1 : 0;
    int year = part.year >= 0 ? part.year + span : part.year;
    int month = part.month > 0 ? part.month : 12;
    if (isSeason(part.month)) {
        month = 3 * (part.month - 20) + 2;
        year += month > 12 ? 1 : 0;
        month = month > 12 ? month - 12 : month;
    }
    return {year, month, part.day > 0 ? part.day : daysOf(year, month)};
}

QString endText(Edtf::End kind, const Edtf::Part &part)
{
    return kind == Edtf::End::Known ? partText(part) : kind == Edtf::End::Open ? QStringLiteral("..") : QString();
}
} // namespace

Result<Edtf> Edtf::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QStringList sides = trimmed.split(QLatin1Char('/'));
    Edtf date;
    if (trimmed.isEmpty()) {
        return wrong(text, Texts::tr("it is empty"));
    }
    if (sides.size() > 2) {
        return wrong(text, Texts::tr("an interval has two ends"));
    }
    if (sides.size() == 1) {
        LOCI_TRY(date.start, readPart(trimmed, trimmed));
        date.end = date.start;
        return date;
    }
    date.isInterval = true;
    LOCI_CHECK(readEnd(trimmed, sides[0], date.startKind, date.start));
    LOCI_CHECK(readEnd(trimmed, sides[1], date.endKind, date.end));
    if (date.startKind != End::Known && date.endKind != End::Known) {
        return wrong(text, Texts::tr("one end has to be known"));
    }
    if (date.startKind == End::Known && date.endKind == End::Known && lastDay(date.end) < firstDay(date.start)) {
        return wrong(text, Texts::tr("it ends before it begins"));
    }
    return date;
}

Edtf Edtf::years(int from, int to)
{
    Edtf date;
    date.start.year = from;
    date.end.year = to;
    date.start.isLongYear = std::abs(from) > 9999;
    date.end.isLongYear = std::abs(to) > 9999;
    date.isInterval = from != to;
    return date;
}

QString Edtf::text() const
{
    return isInterval ? endText(startKind, start) + QLatin1Char('/') + endText(endKind, end) : partText(start);
}

std::optional<Day> Edtf::first() const
{
    return startKind == End::Known ? std::optional(firstDay(start)) : std::nullopt;
}

std::optional<Day> Edtf::last() const
{
    return endKind == End::Known ? std::optional(lastDay(isInterval ? end : start)) : std::nullopt;
}

bool Edtf::isCertain() const
{
    const auto sure = [](End kind, const Part &part) {
        return kind == End::Known && !part.isUncertain && !part.isApproximate && part.unspecified == 0 &&
               !part.monthUnspecified && !part.dayUnspecified;
    };
    return sure(startKind, start) && sure(endKind, isInterval ? end : start);
}

bool Edtf::overlaps(const Edtf &other) const
{
    const auto beginsAfter = [](const Edtf &a, const Edtf &b) {
        return a.first() && b.last() && *b.last() < *a.first();
    };
    return !beginsAfter(*this, other) && !beginsAfter(other, *this);
}

bool Edtf::isBefore(const Edtf &other) const
{
    return last() && other.first() && *last() < *other.first();
}

int centuryOf(int year)
{
    return year > 0 ? (year + 99) / 100 : -((-year) / 100 + 1);
}

} // namespace loci::heritage

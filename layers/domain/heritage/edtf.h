// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QString>
#include <compare>
#include <optional>

namespace loci::heritage {

/// A day in the proleptic Gregorian calendar with astronomical years: 0 is 1 BCE, -221 is 222 BCE.
struct Day
{
    int year = 0, month = 1, day = 1;
    auto operator<=>(const Day &) const = default;
};

/// A date of the Extended Date/Time Format, levels 0 and 1: "1420", "1420-05", "1420-05-03", "1736/1795", "1420~",
/// "1420?", "1420%", "142X", "14XX", "-0221", "Y-17000", "1420-21" (season), "../1450", "1420/..", "1420/" (unknown
/// end).
struct Edtf
{
    enum class End { Known, Open, Unknown };
    struct Part
    {
        int year = 0;
        int month = 0, day = 0;                                ///< 0: not stated; month 21..24: spring to winter
        int unspecified = 0;                                   ///< X digits of the year
        bool monthUnspecified = false, dayUnspecified = false; ///< "1420-XX", "1420-05-XX"
        bool isLongYear = false;                               ///< written with Y
        bool isUncertain = false;                              ///< ?
        bool isApproximate = false;                            ///< ~ (both: %)
        bool operator==(const Part &) const = default;
    };
    Part start, end;
    End startKind = End::Known, endKind = End::Known;
    bool isInterval = false;
    bool operator==(const Edtf &) const = default;

    static Result<Edtf> parse(const QString &text); ///< the sentence says what is wrong
    static Edtf years(int from, int to);
    QString text() const; ///< parse(text()) gives the same value

    /// First and last day that it can mean; nullopt at an open or unknown end.
    std::optional<Day> first() const;
    std::optional<Day> last() const;
    bool isCertain() const;
    bool overlaps(const Edtf &other) const;
    bool isBefore(const Edtf &other) const; ///< ends before the other begins
};

/// Century of a year: 1701..1800 is 18, years -99..0 are the first century BCE, -1.
int centuryOf(int year);
/// "公元前3世纪", "20世纪50年代", "18世纪", "1950年" and "18th century", "1950s" to EDTF; nullopt when it is none of
/// them.
std::optional<Edtf> edtfOfPhrase(const QString &text);
/// The other way: 195X -> "20世纪50年代" or "1950s", 17XX -> "18世纪", 1420~ -> "约1420年"; language "zh" or "en".
QString phraseOf(const Edtf &date, const QString &language);

} // namespace loci::heritage

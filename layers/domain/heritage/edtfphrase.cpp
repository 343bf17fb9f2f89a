// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/edtf.h"

#include <QHash>
#include <QRegularExpression>
#include <cstdlib>

namespace loci::heritage {

namespace {
QRegularExpression exactly(const char16_t *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromUtf16(pattern)),
                              QRegularExpression::CaseInsensitiveOption);
}

/// 1 BCE is the year 0.
int astronomical(int year, bool isBce)
{
    return isBce ? 1 - year : year;
}

Edtf unspecified(int year, int digits)
{
    Edtf date;
    date.start.year = year;
    date.start.unspecified = digits;
    date.end = date.start;
    return date;
}

/// A part of a century by its words; the thirds and halves are conventions, so the ends are approximate.
std::optional<std::pair<int, int>> partOfCentury(const QString &word)
{
    static const QHash<QString, std::pair<int, int>> parts = {
        {QStringLiteral("初"), {1, 20}},         {QStringLiteral("早期"), {1, 33}},
        {QStringLiteral("前期"), {1, 33}},       {QStringLiteral("上半叶"), {1, 50}},
        {QStringLiteral("中叶"), {34, 66}},      {QStringLiteral("中期"), {34, 66}},
        {QStringLiteral("下半叶"), {51, 100}},   {QStringLiteral("后期"), {67, 100}},
        {QStringLiteral("晚期"), {67, 100}},     {QStringLiteral("末"), {81, 100}},
        {QStringLiteral("末期"), {81, 100}},     {QStringLiteral("early"), {1, 33}},
        {QStringLiteral("mid"), {34, 66}},       {QStringLiteral("late"), {67, 100}},
        {QStringLiteral("first half"), {1, 50}}, {QStringLiteral("second half"), {51, 100}}};
    const auto it = parts.constFind(word.toLower());
    return it == parts.constEnd() ? std::nullopt : std::optional(*it);
}

std::optional<Edtf> century(int number, bool isBce, const QString &word)
{
    if (number < 1 || number > 99) {
        return std::nullopt;
    }
    const int first = isBce ? 1 - 100 * number : 100 * (number - 1); // of the hundred years
    if (word.isEmpty()) {
        return isBce ? Edtf::years(first, first + 99) : unspecified(first, 2);
    }
    const auto part = partOfCentury(word);
    if (!part) {
        return std::nullopt;
    }
    const int start = isBce ? first - 1 : first;
    Edtf date = Edtf::years(start + part->first, start + part->second);
    date.start.isApproximate = date.end.isApproximate = true;
    return date;
}

std::optional<Edtf> chinesePhrase(const QString &text)
{
    static const QRegularExpression decade = exactly(u"(?:公元)?([0-9]{1,2})世纪([0-9])0年代");
    if (const auto m = decade.match(text); m.hasMatch()) {
        return unspecified(100 * (m.captured(1).toInt() - 1) + 10 * m.captured(2).toInt(), 1);
    }
    static const QRegularExpression hundred = exactly(u"(公元前|前|公元)?([0-9]{1,2})世纪(.*)");
    if (const auto m = hundred.match(text); m.hasMatch()) {
        return century(m.captured(2).toInt(), m.captured(1).endsWith(QStringLiteral("前")), m.captured(3));
    }
    static const QRegularExpression years =
        exactly(u"(约)?(公元前|前|公元)?([0-9]{1,4})年?[-—–－至~～](公元前|前|公元)?([0-9]{1,4})年");
    if (const auto m = years.match(text); m.hasMatch()) {
        const bool isBce = m.captured(2).endsWith(QStringLiteral("前"));
        const bool endIsBce = m.captured(4).isEmpty() ? isBce : m.captured(4).endsWith(QStringLiteral("前"));
        const int from = astronomical(m.captured(3).toInt(), isBce);
        const int to = astronomical(m.captured(5).toInt(), endIsBce);
        if (to < from) {
            return std::nullopt;
        }
        Edtf date = Edtf::years(from, to);
        date.start.isApproximate = date.end.isApproximate = !m.captured(1).isEmpty();
        return date;
    }
    static const QRegularExpression single = exactly(u"(约)?(公元前|前|公元)?([0-9]{1,4})年");
    if (const auto m = single.match(text); m.hasMatch()) {
        const int year = astronomical(m.captured(3).toInt(), m.captured(2).endsWith(QStringLiteral("前")));
        Edtf date = Edtf::years(year, year);
        date.start.isApproximate = date.end.isApproximate = !m.captured(1).isEmpty();
        return date;
    }
    return std::nullopt;
}

std::optional<Edtf> englishPhrase(const QString &text)
{
    static const QRegularExpression decade = exactly(u"([0-9]{3})0s");
    if (const auto m = decade.match(text); m.hasMatch()) {
        return unspecified(10 * m.captured(1).toInt(), 1);
    }
    static const QRegularExpression hundred =
        exactly(u"(?:(early|mid|late|first half of the|second half of the)[ -])?([0-9]{1,2})(?:st|nd|rd|th) "
                u"c(?:entury|\\.)?(?: (bce?|ce|ad))?");
    if (const auto m = hundred.match(text); m.hasMatch()) {
        QString word = m.captured(1).toLower();
        word.remove(QStringLiteral(" of the"));
        return century(m.captured(2).toInt(), m.captured(3).startsWith(QLatin1String("bc"), Qt::CaseInsensitive), word);
    }
    static const QRegularExpression single = exactly(u"(c\\.? ?|ca\\.? ?|circa )?([0-9]{1,4})(?: (bce?|ce|ad))?");
    if (const auto m = single.match(text); m.hasMatch() && (m.capturedLength(1) > 0 || m.capturedLength(3) > 0)) {
        const bool isBce = m.captured(3).startsWith(QLatin1String("bc"), Qt::CaseInsensitive);
        const int year = astronomical(m.captured(2).toInt(), isBce);
        Edtf date = Edtf::years(year, year);
        date.start.isApproximate = date.end.isApproximate = m.capturedLength(1) > 0;
        return date;
    }
    return std::nullopt;
}

QString ordinal(int number)
{
    const int last = number % 10;
    const bool isTeen = number % 100 >= 11 && number % 100 <= 13;
    const char *ending = isTeen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
    return QString::number(number) + QLatin1String(ending);
}

QString partPhrase(const Edtf::Part &part, bool isChinese)
{
    const bool isBce = part.year <= 0 && part.unspecified == 0;
    const int year = isBce ? 1 - part.year : part.year;
    if (part.unspecified == 1 && part.year > 0) {
        return isChinese ? QStringLiteral("%1世纪%2年代")
                               .arg(part.year / 100 + 1)
                               .arg(part.year % 100, 2, 10, QLatin1Char('0'))
                         : QStringLiteral("%1s").arg(part.year);
    }
    if (part.unspecified == 2 && part.year >= 0) {
        const int number = part.year / 100 + 1;
        return isChinese ? QStringLiteral("%1世纪").arg(number) : ordinal(number) + QStringLiteral(" century");
    }
    if (part.unspecified > 0 || part.month > 0) {
        Edtf plain;
        plain.start = part;
        return plain.text();
    }
    const bool isRough = part.isApproximate || part.isUncertain;
    if (isChinese) {
        return QStringLiteral("%1%2%3年")
            .arg(isRough ? QStringLiteral("约") : QString(), isBce ? QStringLiteral("公元前") : QString(),
                 QString::number(year));
    }
    return QStringLiteral("%1%2%3").arg(isRough ? QStringLiteral("c. ") : QString(), QString::number(year),
                                        isBce ? QStringLiteral(" BCE") : QString());
}
} // namespace

std::optional<Edtf> edtfOfPhrase(const QString &text)
{
    const QString trimmed = text.trimmed();
    const auto chinese = chinesePhrase(QString(trimmed).remove(QLatin1Char(' ')));
    return chinese ? chinese : englishPhrase(trimmed);
}

QString phraseOf(const Edtf &date, const QString &language)
{
    const bool isChinese = language.startsWith(QLatin1String("zh"));
    if (!date.isInterval) {
        return partPhrase(date.start, isChinese);
    }
    if (date.startKind != Edtf::End::Known) {
        const QString end = partPhrase(date.end, isChinese);
        return isChinese ? end + QStringLiteral("以前") : QStringLiteral("until ") + end;
    }
    const QString start = partPhrase(date.start, isChinese);
    if (date.endKind != Edtf::End::Known) {
        return isChinese ? start + QStringLiteral("以后") : QStringLiteral("from ") + start;
    }
    return start + (isChinese ? QStringLiteral("至") : QStringLiteral("–")) + partPhrase(date.end, isChinese);
}

} // namespace loci::heritage

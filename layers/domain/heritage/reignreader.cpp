// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/reignreader.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace loci::heritage {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::heritage::ReignReader)
};

tl::unexpected<Error> unknown(const QString &text)
{
    return fail(
        ErrorCode::Invalid,
        Texts::tr("“%1” is no dynasty, era or year that is known here; write a date such as 清乾隆三十年 or 1765.")
            .arg(text));
}

/// The length of the longest name that the text begins with; 0: none.
qsizetype lengthOfName(const QString &text, const QString &name, const QStringList &others)
{
    // 唐代宗 is a ruler of the 唐, not something of the 唐代.
    const auto fits = [&text](const QString &one) {
        return !one.isEmpty() && text.startsWith(one) && !QStringView(text).mid(one.size()).startsWith(u'宗');
    };
    qsizetype longest = fits(name) ? name.size() : 0;
    for (const QString &other : others) {
        longest = fits(other) ? std::max(longest, other.size()) : longest;
    }
    return longest;
}

struct Share
{
    int first, last; ///< per cent of the time
};

std::optional<Share> shareOf(const QString &word)
{
    static const QHash<QString, Share> shares = {
        {QStringLiteral("初"), {0, 25}},     {QStringLiteral("初期"), {0, 25}},   {QStringLiteral("初年"), {0, 25}},
        {QStringLiteral("早期"), {0, 33}},   {QStringLiteral("前期"), {0, 33}},   {QStringLiteral("中期"), {33, 67}},
        {QStringLiteral("中叶"), {33, 67}},  {QStringLiteral("后期"), {67, 100}}, {QStringLiteral("晚期"), {67, 100}},
        {QStringLiteral("末期"), {75, 100}}, {QStringLiteral("末"), {75, 100}},   {QStringLiteral("末年"), {75, 100}}};
    const auto it = shares.constFind(word);
    return it == shares.constEnd() ? std::nullopt : std::optional(*it);
}

Edtf part(const Era &era, Share share)
{
    const int length = era.to - era.from;
    Edtf date = Edtf::years(era.from + length * share.first / 100, era.from + length * share.last / 100);
    date.start.isApproximate = date.end.isApproximate = true;
    return date;
}

bool isAll(const QString &rest)
{
    static const QStringList words = {QString(),
                                      QStringLiteral("年间"),
                                      QStringLiteral("时期"),
                                      QStringLiteral("時期"),
                                      QStringLiteral("年"),
                                      QStringLiteral("间"),
                                      QStringLiteral("时代"),
                                      QStringLiteral("朝"),
                                      QStringLiteral("代")};
    return words.contains(rest);
}

/// The traditional or the later name covers the earlier and later halves: 宋 means 北宋 and 南宋.
bool isOf(const Era &era, const Era &dynasty)
{
    return era.dynasty == dynasty.dynasty ||
           (era.dynasty.endsWith(dynasty.dynasty) && era.from >= dynasty.from - 1 && era.to <= dynasty.to + 1);
}

Edtf spanning(const Edtf &first, const Edtf &second)
{
    Edtf date;
    date.isInterval = true;
    date.start = first.start;
    date.startKind = first.startKind;
    date.end = second.isInterval ? second.end : second.start;
    date.endKind = second.endKind;
    return date;
}

/// 宋、辽: from the earliest to the latest, in whatever order they stand.
Edtf covering(const Edtf &first, const Edtf &second)
{
    const bool beginsFirst = !first.first() || (second.first() && *first.first() <= *second.first());
    const bool endsLast = !second.last() || (first.last() && *first.last() <= *second.last());
    return spanning(beginsFirst ? first : second, endsLast ? second : first);
}

Result<Edtf> joined(const QString &text, const Edtf &first, const Edtf &second)
{
    if (first.last() && second.last() && *second.last() < *first.last()) {
        return fail(ErrorCode::Invalid, Texts::tr("“%1” ends before it begins.").arg(text));
    }
    return spanning(first, second);
}
} // namespace

Result<Edtf> ReignReader::read(const QString &text) const
{
    static const QRegularExpression brackets(QStringLiteral("[（(]([^（）()]*)[）)]$"));
    QString plain = QString(text).remove(QRegularExpression(QStringLiteral("\\s")));
    if (const auto match = brackets.match(plain); match.hasMatch()) {
        const QString outside = plain.left(match.capturedStart());
        LOCI_TRY(const Edtf outer, read(outside));
        const auto inner = edtfOfPhrase(match.captured(1));
        if (!inner) {
            return outer; // a remark
        }
        if (!outer.overlaps(*inner)) {
            return fail(ErrorCode::Invalid,
                        Texts::tr("“%1” contradicts itself: %2 is not in %3.").arg(text, match.captured(1), outside));
        }
        return *inner;
    }
    if (const auto phrase = edtfOfPhrase(plain)) {
        return *phrase;
    }
    return readSpan(plain, nullptr);
}

/// 至 joins two ends and also begins names of eras, so what is one name is tried first.
Result<Edtf> ReignReader::readSpan(const QString &text, const Era *dynasty) const
{
    static const QRegularExpression separator(QStringLiteral("至|到|—+|－|–|~|～|-|、|，|,"));
    const auto whole = readOne(text, dynasty);
    if (whole) {
        return whole;
    }
    for (qsizetype at = text.size(); at > 0;) {
        QRegularExpressionMatch match;
        at = text.lastIndexOf(separator, at - 1, &match);
        const QString left = text.left(std::max<qsizetype>(at, 0));
        const QString right = at > 0 ? text.mid(match.capturedEnd()) : QString();
        const auto first = left.isEmpty() || right.isEmpty() ? whole : readSpan(left, dynasty);
        if (!first) {
            continue;
        }
        if (right == QStringLiteral("今")) {
            Edtf date = spanning(*first, *first);
            date.endKind = Edtf::End::Open;
            return date;
        }
        if (const auto second = readOne(right, takeDynasty(left).era)) {
            static const QString listing = QStringLiteral("、，,");
            return listing.contains(match.captured()) ? covering(*first, *second) : joined(text, *first, *second);
        }
    }
    return whole;
}

Result<Edtf> ReignReader::readOne(const QString &text, const Era *dynasty) const
{
    if (const auto phrase = edtfOfPhrase(text)) {
        return *phrase;
    }
    if (text.startsWith(QStringLiteral("约")) || text.startsWith(QStringLiteral("传"))) {
        LOCI_TRY(Edtf date, readOne(text.mid(1), dynasty));
        date.start.isApproximate = date.end.isApproximate = true;
        return date;
    }
    if (dynasty) {
        if (const auto within = readWithin(*dynasty, text); within && !text.isEmpty()) {
            return within;
        }
    }
    if (const auto chain = readChain(text)) {
        return *chain;
    }
    const Cut cut = takeDynasty(text);
    if (cut.era) {
        if (auto within = readWithin(*cut.era, cut.rest)) {
            return within;
        } else if (takeEras(text, nullptr).empty()) {
            return within;
        }
    }
    const std::vector<Cut> eras = takeEras(text, nullptr);
    if (eras.empty()) {
        return unknown(text);
    }
    if (eras.size() > 1) {
        QStringList names;
        for (const Cut &era : eras) {
            names << era.era->dynasty + era.era->ruler + era.era->reign;
        }
        return fail(ErrorCode::Invalid, Texts::tr("“%1” is the name of several eras: %2. Write the dynasty before it.")
                                            .arg(text, names.join(QStringLiteral("、"))));
    }
    return readEra(*eras.front().era, eras.front().rest);
}

std::optional<Edtf> ReignReader::readChain(const QString &text) const
{
    Cut cut = takeDynasty(text);
    if (!cut.era || cut.rest.isEmpty()) {
        return std::nullopt;
    }
    Edtf date = Edtf::years(cut.era->from, cut.era->to);
    while (!cut.rest.isEmpty()) {
        const Cut next = takeDynasty(cut.rest);
        if (!next.era || next.era->to < cut.era->from) {
            return std::nullopt;
        }
        date = Edtf::years(date.start.year, std::max(date.end.year, next.era->to));
        cut = next;
    }
    return date;
}

Result<Edtf> ReignReader::readWithin(const Era &dynasty, const QString &rest) const
{
    if (isAll(rest)) {
        return Edtf::years(dynasty.from, dynasty.to);
    }
    if (const auto share = shareOf(rest)) {
        return part(dynasty, *share);
    }
    const std::vector<Cut> eras = takeEras(rest, &dynasty);
    if (eras.size() > 1) {
        QStringList names;
        for (const Cut &era : eras) {
            names << dynasty.dynasty + era.era->ruler + era.era->reign;
        }
        return fail(ErrorCode::Invalid, Texts::tr("“%1” is the name of several eras: %2. Write the ruler before it.")
                                            .arg(dynasty.dynasty + rest, names.join(QStringLiteral("、"))));
    }
    if (eras.size() == 1) {
        return readEra(*eras.front().era, eras.front().rest);
    }
    if (const auto phrase = edtfOfPhrase(rest); phrase && phrase->overlaps(Edtf::years(dynasty.from, dynasty.to))) {
        return *phrase;
    }
    return unknown(dynasty.dynasty + rest);
}

Result<Edtf> ReignReader::readEra(const Era &era, const QString &rest) const
{
    if (isAll(rest)) {
        return Edtf::years(era.from, era.to);
    }
    if (const auto share = shareOf(rest)) {
        return part(era, *share);
    }
    static const QRegularExpression yearForm(QStringLiteral("^(.+?)年?$"));
    const auto year = chineseNumber(yearForm.match(rest).captured(1));
    if (!year || *year < 1) {
        return unknown(era.dynasty + era.reign + rest);
    }
    if (*year > era.to - era.from + 1) {
        return fail(ErrorCode::Invalid, Texts::tr("%1 has no year %2: it lasted %3 years.")
                                            .arg(era.dynasty + era.reign)
                                            .arg(*year)
                                            .arg(era.to - era.from + 1));
    }
    return Edtf::years(era.from + *year - 1, era.from + *year - 1);
}

ReignReader::Cut ReignReader::takeDynasty(const QString &text) const
{
    Cut best;
    qsizetype longest = 0;
    for (const Era &era : m_eras) {
        const qsizetype length = era.reign.isEmpty() ? lengthOfName(text, era.dynasty, era.others) : 0;
        if (length > longest) {
            longest = length;
            best = {&era, text.mid(length)};
        }
    }
    return best;
}

std::vector<ReignReader::Cut> ReignReader::takeEras(const QString &text, const Era *dynasty) const
{
    std::vector<Cut> found;
    qsizetype longest = 0;
    for (const Era &era : m_eras) {
        if (era.reign.isEmpty() || (dynasty && !isOf(era, *dynasty))) {
            continue;
        }
        const bool hasRuler = !era.ruler.isEmpty() && text.startsWith(era.ruler) && text.size() > era.ruler.size();
        const qsizetype ruler = hasRuler ? era.ruler.size() : 0;
        const qsizetype name = lengthOfName(text.mid(ruler), era.reign, era.others);
        if (name == 0 || ruler + name < longest) {
            continue;
        }
        if (ruler + name > longest) {
            found.clear();
            longest = ruler + name;
        }
        found.push_back({&era, text.mid(ruler + name)});
    }
    return found;
}

} // namespace loci::heritage

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/thesaurussearch.h"

#include "layers/base/pinyin.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace loci::heritage {

namespace {

/// Lower case, accents off, white space as one blank: what people type for what is written.
QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing) {
            plain.append(c.toLower());
        }
    }
    return plain.simplified();
}

bool startsAWord(const QString &text, const QString &wanted)
{
    for (qsizetype at = text.indexOf(wanted, 1); at > 0; at = text.indexOf(wanted, at + 1)) {
        if (!text[at - 1].isLetterOrNumber()) {
            return true;
        }
    }
    return false;
}

using Match = ThesaurusSearch::Match;

std::optional<Match> matchLabel(const QString &label, const QString &wanted)
{
    if (label == wanted) {
        return Match::Whole;
    }
    if (label.startsWith(wanted)) {
        return Match::Start;
    }
    if (startsAWord(label, wanted)) {
        return Match::WordStart;
    }
    return {};
}

/// Keys alternate: full pinyin, initials, the same for the next reading.
std::optional<Match> matchPinyin(const QStringList &keys, const QString &wanted)
{
    std::optional<Match> best;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (keys[i].startsWith(wanted)) {
            const Match match = i % 2 == 1 ? Match::Initials : Match::Pinyin;
            best = best ? std::min(*best, match) : match;
        }
    }
    return best;
}

} // namespace

ThesaurusSearch::ThesaurusSearch(std::shared_ptr<const Thesaurus> thesaurus) : m_thesaurus(std::move(thesaurus))
{
    const std::vector<Term> &terms = m_thesaurus->terms();
    m_entries.reserve(terms.size() * 2);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        for (const LanguageText &text : terms[i].preferred) {
            add(static_cast<int>(i), text, false);
        }
        for (const LanguageText &text : terms[i].alternative) {
            add(static_cast<int>(i), text, true);
        }
    }
}

void ThesaurusSearch::add(int term, const LanguageText &text, bool other)
{
    m_entries.push_back({term, other, text.text, folded(text.text), pinyinKeys(text.text)});
}

std::vector<ThesaurusSearch::Hit> ThesaurusSearch::find(const QString &text, int limit) const
{
    const QString wanted = folded(text);
    if (wanted.isEmpty() || limit <= 0) {
        return {};
    }
    const QString latin = QString(wanted).remove(QLatin1Char(' ')).remove(QLatin1Char('\''));
    QHash<int, Hit> best;
    const auto better = [](const Hit &a, const Hit &b) {
        return std::tuple(a.match, a.byOtherName) < std::tuple(b.match, b.byOtherName);
    };
    const auto keep = [&best, &better](const Hit &hit) {
        const auto known = best.find(hit.term);
        if (known == best.end()) {
            best.insert(hit.term, hit);
        } else if (better(hit, *known)) {
            *known = hit;
        }
    };
    for (const Entry &entry : m_entries) {
        std::optional<Match> match = matchLabel(entry.folded, wanted);
        if (!match) {
            match = matchPinyin(entry.pinyin, latin);
        }
        if (!match && entry.folded.contains(wanted)) {
            match = Match::Inside;
        }
        if (match) {
            keep({entry.term, *match, entry.other, entry.label});
        }
    }
    const std::vector<Term> &terms = m_thesaurus->terms();
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (!terms[i].notation.isEmpty() && terms[i].notation.compare(text.trimmed(), Qt::CaseInsensitive) == 0) {
            keep({static_cast<int>(i), Match::Code, false, terms[i].notation});
        }
    }
    std::vector<Hit> hits(best.cbegin(), best.cend());
    std::sort(hits.begin(), hits.end(), [&](const Hit &a, const Hit &b) {
        return std::tuple(terms[static_cast<std::size_t>(a.term)].deprecated, a.match, a.byOtherName, a.found.size(),
                          a.found, a.term) < std::tuple(terms[static_cast<std::size_t>(b.term)].deprecated, b.match,
                                                        b.byOtherName, b.found.size(), b.found, b.term);
    });
    hits.resize(std::min(hits.size(), static_cast<std::size_t>(limit)));
    return hits;
}

} // namespace loci::heritage

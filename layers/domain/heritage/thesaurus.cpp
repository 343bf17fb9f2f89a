// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/heritage/thesaurus.h"

#include <algorithm>
#include <limits>

namespace loci::heritage {

namespace {

QString baseLanguage(const QString &language)
{
    const qsizetype end = language.indexOf(QLatin1Char('-'));
    return (end < 0 ? language : language.left(end)).toLower();
}

/// BCP 47 and the names of locales ("zh_CN") alike.
QString normalised(const QString &language)
{
    return QString(language).replace(QLatin1Char('_'), QLatin1Char('-')).toLower();
}

} // namespace

QString textFor(const std::vector<LanguageText> &texts, const QString &language)
{
    const QString wanted = normalised(language);
    const QString wantedBase = baseLanguage(wanted);
    const LanguageText *best = nullptr;
    int bestRank = 0;
    for (const LanguageText &text : texts) {
        const QString own = normalised(text.language);
        const QString ownBase = baseLanguage(own);
        int rank = 1;
        if (own == wanted) {
            rank = 4;
        } else if (ownBase == wantedBase) {
            rank = 3;
        } else if (ownBase == QLatin1String("en")) {
            rank = 2;
        }
        if (rank > bestRank) {
            best = &text;
            bestRank = rank;
        }
    }
    return best == nullptr ? QString() : best->text;
}

int Thesaurus::obtain(const QString &termUri)
{
    const auto known = m_index.constFind(termUri);
    if (known != m_index.constEnd()) {
        return *known;
    }
    const int index = static_cast<int>(m_terms.size());
    m_terms.emplace_back();
    m_terms.back().uri = termUri;
    m_top.push_back(false);
    m_index.insert(termUri, index);
    return index;
}

bool Thesaurus::isNewLink(int from, int to, bool hierarchical)
{
    const quint64 link =
        (quint64(hierarchical) << 63) | (quint64(static_cast<quint32>(from)) << 32) | quint64(static_cast<quint32>(to));
    if (from == to || m_links.contains(link)) {
        return false;
    }
    m_links.insert(link);
    return true;
}

void Thesaurus::relateBroader(int narrower, int broader)
{
    if (isNewLink(narrower, broader, true)) {
        at(narrower).broader.push_back(broader);
        at(broader).narrower.push_back(narrower);
    }
}

void Thesaurus::relate(int one, int other)
{
    if (isNewLink(std::min(one, other), std::max(one, other), false)) {
        at(one).related.push_back(other);
        at(other).related.push_back(one);
    }
}

void Thesaurus::setTop(int index)
{
    m_top[static_cast<std::size_t>(index)] = true;
}

std::vector<int> Thesaurus::ordered(std::vector<int> indexes, const QString &language) const
{
    std::vector<std::pair<QString, int>> named;
    named.reserve(indexes.size());
    for (const int index : indexes) {
        named.emplace_back(label(index, language), index);
    }
    const auto order = [this](int index) {
        return at(index).sortOrder < 0 ? std::numeric_limits<int>::max() : at(index).sortOrder;
    };
    std::stable_sort(named.begin(), named.end(), [&order](const auto &a, const auto &b) {
        return order(a.second) != order(b.second) ? order(a.second) < order(b.second)
                                                  : QString::localeAwareCompare(a.first, b.first) < 0;
    });
    std::transform(named.begin(), named.end(), indexes.begin(), [](const auto &entry) { return entry.second; });
    return indexes;
}

std::vector<int> Thesaurus::roots(const QString &language) const
{
    std::vector<int> found;
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        if (m_top[i] || m_terms[i].broader.empty()) {
            found.push_back(static_cast<int>(i));
        }
    }
    return ordered(std::move(found), language);
}

std::vector<int> Thesaurus::children(int index, const QString &language) const
{
    return ordered(at(index).narrower, language);
}

std::vector<int> Thesaurus::path(int index) const
{
    std::vector<int> found;
    QSet<int> seen;
    for (int i = index; i >= 0 && !seen.contains(i); i = at(i).broader.empty() ? -1 : at(i).broader.front()) {
        seen.insert(i);
        found.push_back(i);
    }
    std::reverse(found.begin(), found.end());
    return found;
}

bool Thesaurus::isWithin(int index, int ancestor) const
{
    std::vector<int> open{index};
    QSet<int> seen;
    while (!open.empty()) {
        const int i = open.back();
        open.pop_back();
        if (i == ancestor) {
            return true;
        }
        if (!seen.contains(i)) {
            seen.insert(i);
            open.insert(open.end(), at(i).broader.begin(), at(i).broader.end());
        }
    }
    return false;
}

QString Thesaurus::label(int index, const QString &language) const
{
    const Term &term = at(index);
    const QString text = textFor(term.preferred, language);
    if (!text.isEmpty()) {
        return text;
    }
    return term.uri.mid(std::max(term.uri.lastIndexOf(QLatin1Char('/')), term.uri.lastIndexOf(QLatin1Char('#'))) + 1);
}

QString Thesaurus::scopeNote(int index, const QString &language) const
{
    return textFor(at(index).scopeNotes, language);
}

QString Thesaurus::title(const QString &language) const
{
    return textFor(titles, language);
}

int Thesaurus::findLabel(const QString &label) const
{
    const QString wanted = label.trimmed();
    const auto isWanted = [&wanted](const LanguageText &text) {
        return text.text.compare(wanted, Qt::CaseInsensitive) == 0;
    };
    int preferred = -1;
    int alternative = -1;
    int alternatives = 0;
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        const Term &term = m_terms[i];
        if (std::any_of(term.preferred.begin(), term.preferred.end(), isWanted)) {
            if (preferred >= 0) {
                return -1;
            }
            preferred = static_cast<int>(i);
        } else if (std::any_of(term.alternative.begin(), term.alternative.end(), isWanted)) {
            alternative = static_cast<int>(i);
            ++alternatives;
        }
    }
    return preferred >= 0 ? preferred : (alternatives == 1 ? alternative : -1);
}

} // namespace loci::heritage

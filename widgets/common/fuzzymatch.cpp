// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/fuzzymatch.h"

#include "layers/base/pinyin.h"

#include <algorithm>

namespace loci::widgets {

namespace {

bool startsWord(const QString &text, qsizetype i)
{
    return i == 0 || !text[i - 1].isLetterOrNumber() || (text[i].isUpper() && text[i - 1].isLower());
}

/// Points of the best way to find the letters of `query` in `text` from `from` on; greedy by word starts, which is what
/// people type ("zin" for "Zoom in").
double walk(const QString &query, const QString &text, qsizetype from)
{
    double points = 0;
    qsizetype at = from;
    qsizetype last = -2;
    for (const QChar letter : query) {
        qsizetype found = -1;
        if (last + 1 < text.size() && last >= 0 && text[last + 1].toLower() == letter) {
            found = last + 1;
        }
        for (qsizetype i = at; found < 0 && i < text.size(); ++i) {
            if (text[i].toLower() == letter && startsWord(text, i)) {
                found = i;
            }
        }
        if (found < 0) {
            for (qsizetype i = at; found < 0 && i < text.size(); ++i) {
                if (text[i].toLower() == letter) {
                    found = i;
                }
            }
        }
        if (found < 0) {
            return 0;
        }
        points += startsWord(text, found) ? 1.0 : found == last + 1 ? 0.8 : 0.15;
        last = found;
        at = found + 1;
    }
    return points / static_cast<double>(query.size());
}

} // namespace

double fuzzyScore(const QString &query, const QString &text)
{
    QString wanted;
    for (const QChar c : query) {
        if (!c.isSpace()) {
            wanted += c.toLower();
        }
    }
    if (wanted.isEmpty() || text.isEmpty() || wanted.size() > text.size()) {
        return 0;
    }
    const QString lower = text.toLower();
    const QString asTyped = query.trimmed().toLower();
    if (lower == asTyped) {
        return 1;
    }
    const double cover = static_cast<double>(wanted.size()) / static_cast<double>(text.size());
    const qsizetype whole = lower.indexOf(asTyped);
    if (whole >= 0) {
        return (startsWord(text, whole) ? 0.8 : 0.6) + (whole == 0 ? 0.1 : 0.0) + 0.09 * cover;
    }
    double best = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].toLower() == wanted[0]) {
            best = std::max(best, walk(wanted, text, i));
        }
    }
    // Letters strewn over a long text are no match worth showing.
    return best < 0.45 ? 0 : 0.55 * best + 0.05 * cover;
}

SearchKeys::SearchKeys(const QString &t) : text(t), pinyin(pinyinKeys(t)) {}

double SearchKeys::score(const QString &query) const
{
    double best = fuzzyScore(query, text);
    QString letters = query.toLower();
    letters.remove(QLatin1Char(' '));
    for (const QString &key : pinyin) {
        const qsizetype at = letters.isEmpty() ? -1 : key.indexOf(letters);
        if (at >= 0) {
            const double cover = static_cast<double>(letters.size()) / static_cast<double>(key.size());
            best = std::max(best, (at == 0 ? 0.8 : 0.6) + 0.15 * cover);
        }
    }
    return best;
}

} // namespace loci::widgets

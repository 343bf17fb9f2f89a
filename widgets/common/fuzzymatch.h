// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace loci::widgets {

/// How well `query` fits `text`: 0 not at all, up to 1 for the same. Letters must come in order; starts of words, runs
/// and an early start count more. Case and spaces of the query do not matter.
double fuzzyScore(const QString &query, const QString &text);

/// A text with the keys it is found by besides itself: pinyin of its Chinese characters. Make it once for a list that
/// is searched at every key press.
struct SearchKeys
{
    SearchKeys() = default;
    explicit SearchKeys(const QString &text);
    double score(const QString &query) const;

    QString text;
    QStringList pinyin; ///< full and initials, see pinyinKeys()
};

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/catalogue/search.h"

#include "layers/base/pinyin.h"

#include <algorithm>
#include <iterator>

namespace loci::catalogue {

SearchText::SearchText(const Entry &entry)
{
    const Description &said = entry.said;
    QStringList parts{entry.id, toText(entry.kind), word(entry.kind), entry.format};
    parts << entry.items;
    for (const Words *words : {&said.title, &said.text, &said.department}) {
        parts << words->zh << words->en;
        parts << pinyinKeys(words->zh);
        if (hasHan(words->en)) {
            parts << pinyinKeys(words->en);
        }
    }
    m_text = parts.join(QLatin1Char('\n')).toCaseFolded();
}

bool SearchText::matches(const QString &query) const
{
    const QStringList words = query.toCaseFolded().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [this](const QString &word) { return m_text.contains(word); });
}

std::vector<Entry> found(const std::vector<Entry> &entries, const QString &query)
{
    std::vector<Entry> list;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(list),
                 [&query](const Entry &entry) { return SearchText(entry).matches(query); });
    return list;
}

} // namespace loci::catalogue

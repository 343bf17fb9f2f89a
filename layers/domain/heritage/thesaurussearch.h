// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/thesaurus.h"

#include <memory>

namespace loci::heritage {

/// Finds terms while somebody types, in every language of the scheme at once: labels and other names in any language,
/// codes, and for Chinese the full pinyin or its initials ("gjz" finds 古建筑). Any thread; holds the scheme.
class ThesaurusSearch
{
public:
    /// How a term was found, best first.
    enum class Match { Code, Whole, Start, WordStart, Initials, Pinyin, Inside };
    struct Hit
    {
        int term = -1; ///< position in the scheme
        Match match = Match::Inside;
        bool byOtherName = false; ///< an alternative label was hit
        QString found;            ///< the label that was hit
    };

    explicit ThesaurusSearch(std::shared_ptr<const Thesaurus> thesaurus);
    /// Best first; terms that are deprecated come last. An empty text finds nothing.
    std::vector<Hit> find(const QString &text, int limit = 50) const;
    const Thesaurus &thesaurus() const { return *m_thesaurus; }

private:
    struct Entry
    {
        int term;
        bool other;
        QString label;
        QString folded; ///< lower case, without accents
        QStringList pinyin;
    };
    void add(int term, const LanguageText &text, bool other);

    std::shared_ptr<const Thesaurus> m_thesaurus;
    std::vector<Entry> m_entries;
};

} // namespace loci::heritage

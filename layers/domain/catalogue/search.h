// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/catalogue/entry.h"

namespace loci::catalogue {

/// The words by which an entry is found, made once: titles, descriptions and departments in both languages, its id,
/// kind and fields, and the pinyin of what is Chinese (whole and initials).
class SearchText
{
public:
    explicit SearchText(const Entry &entry);
    /// Every word of the query has to be somewhere in it. Empty queries match.
    bool matches(const QString &query) const;

private:
    QString m_text; ///< lower case, parts on lines of their own
};

std::vector<Entry> found(const std::vector<Entry> &entries, const QString &query);

} // namespace loci::catalogue

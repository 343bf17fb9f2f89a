// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loci::storage::heritage {

/// Text as the full-text index holds it: every Han character a word of its own, so that a phrase of them finds any part
/// of a Chinese name.
QString segmented(const QString &text);
/// Pinyin and initials of each line, as words.
QString pinyinWords(const QString &lines);
/// What a person typed as an expression of the index: Han characters as phrases, Latin words by their beginnings, all
/// of them wanted. Empty when nothing in it can be searched for.
QString matchExpression(const QString &typed);
/// The key by which names are put in order: pinyin for Chinese, else the name in lower case.
QString orderKey(const QString &name);

} // namespace loci::storage::heritage

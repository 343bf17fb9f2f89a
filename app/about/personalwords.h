// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace loci::app {

/// What tells who a person is or which computer this is; never in a text that is sent to somebody.
struct PersonalWords
{
    QStringList folders; ///< home folders: they become "~"
    QStringList names;   ///< user names, full names: whole words become "(user)"
    QStringList hosts;   ///< names of this computer: whole words become "(computer)"

    static PersonalWords ofThisSession();
};

/// `text` without them, and without passwords in addresses ("//name:secret@").
QString withoutPersonalWords(QString text, const PersonalWords &words);

} // namespace loci::app

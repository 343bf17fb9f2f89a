// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/profile.h"
#include "layers/domain/heritage/thesaurus.h"
#include "layers/workspace/workspace.h"

#include <QHash>
#include <memory>
#include <vector>

namespace loci::workspace {

/// The terms of a thesaurus as a picker lists them: the scheme itself first, as a group, then each term after the
/// broader one that leads to it, deprecated ones last among their neighbours. A term with several broader ones is
/// listed once. The other names of a term are its labels that are not preferred.
std::vector<loci::heritage::Choice> choicesOf(const loci::heritage::Thesaurus &thesaurus, const QString &language);

/// The thesauri of a workspace for the pickers of its forms, read when they are first wanted. Main thread; the
/// workspace outlives it.
class ConceptShelf
{
public:
    using Terms = std::shared_ptr<const std::vector<loci::heritage::Choice>>;

    explicit ConceptShelf(const Workspace &workspace) : m_workspace(workspace) {}
    /// What a profile names as scheme: "*" is every thesaurus; a text with stars those whose title or URI fits it in
    /// any language, and every one when none does; else the one with this URI or identifier. Null when there are no
    /// terms.
    Terms terms(const QString &scheme, const QString &language);
    int count();   ///< of thesauri
    void forget(); ///< they have changed

private:
    void read();
    std::vector<const loci::heritage::Thesaurus *> fitting(const QString &scheme) const;

    const Workspace &m_workspace;
    bool m_isRead = false;
    std::vector<loci::heritage::Thesaurus> m_thesauri;
    QHash<QString, Terms> m_terms;
};

} // namespace loci::workspace

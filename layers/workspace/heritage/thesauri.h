// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/profile.h"
#include "layers/domain/heritage/thesaurus.h"
#include "layers/workspace/workspace.h"

namespace loci::workspace {

inline constexpr char kThesaurusPrefix[] = "heritage/thesaurus/"; ///< + id: SKOS

/// Keeps thesauri in the workspace as one step; one of the same URI is replaced.
Result<> keepThesauri(Workspace &workspace, const std::vector<loci::heritage::Thesaurus> &thesauri,
                      const QString &reason, const QString &title);

/// Thesauri that the workspace keeps ("heritage/thesaurus/<id>"), for pickers and exports.
std::vector<loci::heritage::Thesaurus> thesauri(const Workspace &workspace);
/// A closed list of a profile as a thesaurus: codes are its URIs below "urn:loci:list:<profile>:<list>".
loci::heritage::Thesaurus thesaurusOf(const loci::heritage::Vocabulary &list, const QString &profile);

/// File names and SKOS of everything that the catalogue draws its words from.
std::vector<std::pair<QString, QByteArray>> thesaurusFiles(const Workspace &workspace, const QString &profileId);
/// The same as files in a folder, which is made; the number of terms.
Result<int> writeThesauri(const Workspace &workspace, const QString &profileId, const QString &folder);

} // namespace loci::workspace

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/thesaurus.h"
#include "layers/workspace/workspace.h"

#include <vector>

namespace loci::app {

/// The small vocabularies of the sample city (resources/heritage/sample/vocabularies.json), materials, components and
/// techniques in Chinese and English: [{"uri", "title": T, "terms": [{"id", "zh", "en", "above", "also": [..],
/// "replacedBy"}]}]; a term that is replaced is deprecated.
Result<std::vector<heritage::Thesaurus>> sampleVocabularies();
/// Keeps them in a workspace as one step.
Result<> addSampleVocabularies(workspace::Workspace &workspace);

} // namespace loci::app

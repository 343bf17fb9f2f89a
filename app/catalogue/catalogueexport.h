// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/workspace/catalogue/datacatalogue.h"

namespace loci::app {

/// Reads what the files of a workspace's entries tell about themselves. What cannot be read stays unknown. Any thread.
catalogue::FactsById readFacts(const std::vector<workspace::EntryFile> &files, const CancelToken &cancel = {},
                               const ProgressFunction &progress = {});

/// How a catalogue leaves: DCAT as one file, ISO 19115 as a folder with one XML file an entry.
enum class CatalogueFormat { Dcat, Iso };
/// Writes entries as they may be seen. Files appear whole under their names. Gives their paths.
Result<QStringList> exportCatalogue(const std::vector<catalogue::Entry> &entries, const workspace::Workspace &workspace,
                                    CatalogueFormat format, const QString &path, const QString &language);

} // namespace loci::app

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/catalogue/entry.h"
#include "layers/workspace/workspace.h"

#include <vector>

namespace loci::workspace {

using catalogue::FactsById;

/// Everything that a workspace holds, as its documents and what was said about each tell: map layers, tables of layers
/// and indicators, streams of live feeds, indicators, city models; by kind and title. Without rights, for
/// DataCatalogue. Reads times of files and of stored observations.
std::vector<catalogue::Entry> inventory(const Workspace &workspace, const FactsById &facts = {});

/// Files that hold the data of an entry, as a worker can read them: id -> absolute path and table.
struct EntryFile
{
    QString id, path, table;
    catalogue::Kind kind = catalogue::Kind::Layer;
};
std::vector<EntryFile> entryFiles(const Workspace &workspace);

} // namespace loci::workspace

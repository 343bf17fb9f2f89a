// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/heritageverb.h"
#include "layers/workspace/heritage/catalogue.h"

#include <memory>

namespace loci::cli {

HeritageCommand heritageListCommand();    ///< rows, total, facets
HeritageCommand heritageShowCommand();    ///< one record, its zones on a day, what is wrong with it
HeritageCommand heritageHistoryCommand(); ///< states of a record, or what differs between two
HeritageCommand heritageVerifyCommand();  ///< the audit chain, every table, every medium

/// A workspace and its catalogue for the person who asks.
struct OpenedCatalogue
{
    std::unique_ptr<workspace::Workspace> workspace;
    std::unique_ptr<workspace::Catalogue> catalogue;
};
/// The workspace of the first argument, for the person of --as.
Result<OpenedCatalogue> openCatalogue(const Call &call, workspace::Access access = workspace::Access::ReadOnly);

/// The query of --text, --facet, --missing and --trashed. "category=0300,level=1|2": facets by name, values with a bar
/// between them.
Result<storage::heritage::AssetQuery> heritageQueryOf(const Call &call);

} // namespace loci::cli

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/heritageverb.h"

namespace loci::cli {

HeritageCommand heritageBundleCommand();
HeritageCommand heritageMergeCommand();
HeritageCommand heritageConflictsCommand();
HeritageCommand heritageRebindCommand();
HeritageCommand heritageFixityCommand();
HeritageCommand heritageTrashCommand();

} // namespace loci::cli

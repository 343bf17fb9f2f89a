// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/heritageverb.h"

namespace loci::cli {

HeritageCommand heritageListCommand();    ///< rows, total, facets
HeritageCommand heritageShowCommand();    ///< one record, its zones on a day, what is wrong with it
HeritageCommand heritageHistoryCommand(); ///< states of a record, or what differs between two
HeritageCommand heritageVerifyCommand();  ///< the audit chain, every table, every medium

} // namespace loci::cli

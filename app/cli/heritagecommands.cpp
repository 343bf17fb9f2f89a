// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/heritagecapture.h"
#include "app/cli/heritageio.h"
#include "app/cli/heritageread.h"
#include "app/cli/heritageverb.h"

namespace loci::cli {

std::vector<HeritageCommand> heritageCommands()
{
    return {heritageListCommand(),   heritageShowCommand(),      heritageHistoryCommand(),   heritageVerifyCommand(),
            heritageImportCommand(), heritageExportCommand(),    heritageVerifyBagCommand(), heritageBundleCommand(),
            heritageMergeCommand(),  heritageConflictsCommand(), heritageRebindCommand(),    heritageFixityCommand(),
            heritageTrashCommand()};
}

} // namespace loci::cli

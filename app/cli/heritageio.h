// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/heritageverb.h"

namespace loci::cli {

// The catalogue in and out: `loci heritage import|export|verify-bag|report ...`.
HeritageCommand heritageImportCommand();
HeritageCommand heritageExportCommand();
HeritageCommand heritageVerifyBagCommand();
HeritageCommand heritageReportCommand();

} // namespace loci::cli

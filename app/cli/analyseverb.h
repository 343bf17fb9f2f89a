// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// `analyse locate`: where the next schools, clinics, shelters or parks should go.
VerbSpec analyseVerb();

} // namespace loci::cli

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// `level build|check|receive|list|remark|return|take`: packages from district to city to province and back.
VerbSpec levelVerb();

} // namespace loci::cli

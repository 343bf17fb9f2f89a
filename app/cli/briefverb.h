// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// loci brief list|show|freeze|render|export
VerbSpec briefVerb();

} // namespace loci::cli

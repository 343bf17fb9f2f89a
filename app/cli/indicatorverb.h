// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// loci indicator list | add | compute | explain | target | forecast | composite
VerbSpec indicatorVerb();

} // namespace loci::cli

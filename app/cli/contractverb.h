// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// `contract list|show|add|check|load`: what a delivery has to be, and whether it is.
VerbSpec contractVerb();

} // namespace loci::cli

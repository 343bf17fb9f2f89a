// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// `catalogue list|show|describe|offices|ask|answer|export`: what a workspace holds, whose it is and who may have it.
VerbSpec catalogueVerb();

} // namespace loci::cli

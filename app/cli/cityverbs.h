// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// `info FILE` for city models. Anything else ends with ErrorCode::Unsupported, so that a caller may try map layers.
VerbSpec infoVerb();
/// `validate FILE`: the reader's findings, cjval's groups and val3dity's checks from ring to shell.
VerbSpec validateVerb();

} // namespace loci::cli

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/plan/planverb.h"

namespace loci::cli {

/// Opens a model file, or the one city model of a workspace (ends in .loci) as the workspace takes it: with its
/// corrections of heights and coordinates. One sentence when a workspace has none or several.
ModelOpener workspaceModelOpener();
/// The planning documents of a workspace; for a model file an empty case.
CaseOpener workspaceCaseOpener();

} // namespace loci::cli

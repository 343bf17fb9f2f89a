// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

namespace loci::workspace {
class Workspace;
}

namespace loci::app {

/// The three briefings of the sample city (a tower proposal, the story of the river quarter, the monthly report), as
/// one undoable step.
Result<> addSampleBriefings(workspace::Workspace &workspace);

} // namespace loci::app

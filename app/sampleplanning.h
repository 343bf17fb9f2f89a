// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

namespace loci::workspace {
class Workspace;
}

namespace loci::app {

/// Puts the planning case of the sample city into a workspace, one undoable step: height zones, protected views, the
/// demonstration rules with those of Qingdao, and a tower with two scenarios that branch from it. Nothing is done when
/// there is a case already.
Result<> addSamplePlanning(workspace::Workspace &workspace);

} // namespace loci::app

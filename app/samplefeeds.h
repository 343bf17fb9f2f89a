// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

namespace loci::workspace {
class Workspace;
}

namespace loci::app {

/// The forty simulated streams of the sample city as a feed that runs by itself, live indicators over them, and their
/// tiles below those that the boards have. One undoable step.
Result<> addSampleFeeds(workspace::Workspace &workspace);

} // namespace loci::app

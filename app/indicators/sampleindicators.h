// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

namespace loci::workspace {
class Workspace;
}

namespace loci::app {

/// Areas, streams, definitions with targets and three boards for the sample city, as one undoable step. The files of
/// the sample lie beside the workspace.
Result<> addSampleIndicators(workspace::Workspace &workspace);

} // namespace loci::app

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QString>

namespace loci::workspace {
class Workspace;
}

namespace loci::app {

/// The heritage places and zones of the sample city (files of `folder`, EPSG:4548) as full records of the catalogue:
/// names, level, era as a phase, protection, last survey, four haves, zones, and bindings to the buildings of the city
/// model `modelId` (none when it is empty). One step of undo. All of it is invented. Main thread.
Result<> addSampleHeritage(workspace::Workspace &workspace, const QString &folder, const QString &modelId);

} // namespace loci::app

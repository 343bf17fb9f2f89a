// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/host/packhost.h"
#include "widgets/packs/packrow.h"

namespace loci::app {

/// Copies the layer files of a pack, and those that its code made, into "<workspace>.packs/<pack>/"; answers the layers
/// with the paths of the copies. `known` layers are left out: the workspace has them.
Result<std::vector<packs::PackLayer>> keepLayerFiles(const packs::HostedPack &pack, const QString &workspacePath,
                                                     const QStringList &known);

/// How a pack looks in the pack manager; `on` is left to the caller.
widgets::PackRow packRow(const packs::HostedPack &pack, const QString &language);

} // namespace loci::app

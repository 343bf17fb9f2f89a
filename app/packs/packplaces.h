// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/host/packhost.h"

namespace loci::workspace {
class Workspace;
}

namespace loci::app {

/// Where this installation and this person keep packs, what is trusted, and where trials are remembered. Packs of the
/// program lie in lib/loci/packs beside its bin folder; those of the person, their trusted keys (*.pem) and the
/// memory in the application's data folder; `more` folders come from the option --packs.
packs::PackHost::Options packOptions(const QString &language, const QStringList &more = {}, bool safe = false);

/// The documents of a workspace that a manifest asks to read, copied: for analyses and for code of packs.
plugin::SnapshotPtr packSnapshot(const workspace::Workspace *workspace, const packs::Manifest &manifest);

} // namespace loci::app

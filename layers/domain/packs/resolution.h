// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/packs/manifest.h"

#include <QHash>

namespace loci::packs {

/// Life of a pack in the program.
enum class State {
    Found,    ///< a folder with a manifest file
    Read,     ///< the manifest is understood
    Resolved, ///< what it requires is there
    Loaded,   ///< its library is in the process
    Running,  ///< initialised: its contributions are offered
    Failed,   ///< `reason` says why; nothing of it is used
    Disabled  ///< by a person or after a crash; `reason` says which
};
QString toText(State state); ///< "found" ... "disabled": stable, for JSON

struct Resolved
{
    QString id;
    State state = State::Resolved;
    QString reason; ///< translated sentence when Failed
};

/// Which packs can run, and in what order: what is required comes first, equals by id. A missing, too old, cyclic,
/// twice present or incompatible pack is Failed with the reason, and so is who requires it; the others are Resolved.
/// `left` are packs that must not run (disabled); who requires one of them fails.
std::vector<Resolved> resolve(const std::vector<Manifest> &packs, const Version &api, const QStringList &left = {});

} // namespace loci::packs

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/workspace/offline/deskcache.h"
#include "layers/workspace/workspacefile.h"

namespace loci::workspace {

struct DeskHome
{
    WorkspaceFile file; ///< its database is a DeskDatabase
    std::shared_ptr<DeskCache> cache;
};

/// Opens a workspace on a server for a desk that goes on without it: on its cache when the server does not answer, or
/// when steps wait there.
Result<DeskHome> openDeskHome(const QString &address, const QString &password, const Clock &clock);

} // namespace loci::workspace

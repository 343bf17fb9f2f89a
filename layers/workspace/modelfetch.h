// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/storage/database.h"
#include "layers/workspace/workspace.h"

#include <QString>
#include <functional>

namespace loci::workspace {

/// Beside a workspace, where models of the server lie that a desk cannot see otherwise: "<name>.models".
QString modelsFolder(const QString &workspacePath);

/// Brings the model that documents name `path` from the server into `folder`, unless it is there, and gives where its
/// file is; empty when the server has not got it. Every file is compared with its hash before anything is used.
Result<QString> fetchModel(storage::Database &database, const QString &folder, const QString &path,
                           const CancelToken &cancel = {});
/// In the copy of a workspace: models that cannot be seen here and that `server` has are brought beside it
/// (`finalPath` is its name in the end), and its documents name them there.
Result<int> bringModels(storage::Database &server, storage::Database &copy, const QString &finalPath,
                        const CancelToken &cancel = {});

/// Where the file of a city model is to be read at this desk: where documents say, if it is there, or fetched from the
/// server. Blocks while it fetches; for workers, who may keep it.
using ModelFinder = std::function<Result<QString>(const QString &path, const CancelToken &cancel)>;
ModelFinder modelFinder(const Workspace &workspace);

} // namespace loci::workspace

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/storage/database.h"

#include <QString>
#include <functional>

namespace loci::workspace {

/// Rewrites every local path in the documents and in the whole history of a database, in one transaction, so that undo
/// also works in the file's new place.
Result<> relocate(storage::Database &database, const std::function<QString(const QString &path)> &rewrite);
/// A copy of the workspace `path` for another place: paths rewritten, under its name in one step. The caller holds the
/// lock of `target`.
Result<> writeCopy(storage::Database &database, const QString &path, const QString &target);

} // namespace loci::workspace

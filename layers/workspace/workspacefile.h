// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/clock.h"
#include "layers/base/result.h"
#include "layers/storage/filelock.h"
#include "layers/storage/postgisaddress.h"
#include "layers/storage/schema.h"
#include "layers/storage/spatialitedatabase.h"
#include "layers/workspace/workspace.h"

#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace loci::workspace {

/// A workspace that is open: a `.loci` file with its lock, or a place on a server; the database, and the reason when it
/// is read-only.
struct WorkspaceFile
{
    QString path;                                   ///< on a server: deskPath()
    std::optional<storage::PostGisAddress> address; ///< on a server
    QString password;                               ///< for further connections; kept nowhere else
    std::unique_ptr<storage::FileLock> lock;        ///< outlives the database
    std::unique_ptr<storage::Database> database;
    QString readOnlyReason; ///< translated; empty when we may write, or when read-only was asked for
    bool readOnly = false;

    /// A finished, empty workspace under its final name in one step. The name must be free.
    static Result<> make(const QString &path, const QString &templateId, const Clock &clock);
    /// `steps` is the schema history; tests bring their own.
    static Result<WorkspaceFile> open(const QString &path, Access access, const Clock &clock,
                                      const std::vector<storage::Migration> &steps = storage::migrations());
};

/// What a new workspace holds besides its tables.
Result<> fillNew(storage::Database &database, const QString &templateId, const Clock &clock);

/// Cheap look at the outside: there, a file, a whole SQLite database. The sentence otherwise.
Result<> checkLooksLikeWorkspace(const QString &path);

/// Where workspaces without a name live.
QString untitledFolder();
/// Newest unnamed workspace with work in it that nobody has open (left by a crash or a closed window), or a new one.
Result<QString> findOrMakeUntitled(const Clock &clock);

} // namespace loci::workspace

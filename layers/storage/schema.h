// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

#include <vector>

namespace loci::storage {

/// One step of the schema, from `version` - 1 to `version`. The SQL of every step stays as it was released.
struct Migration
{
    int version;
    Sql spatiaLite; ///< in the dialect of the file; the one of PostGIS comes beside it
};

/// All steps, in order; the last one's version is the schema of this program.
const std::vector<Migration> &migrations();
int currentSchemaVersion();

/// Makes the schema in an empty database: SpatiaLite's own tables and ours.
Result<> makeSchema(Database &database);
/// Brings an older schema to the newest of `steps`, in one transaction; nothing when it is there already. A newer one
/// is refused. The caller has made a backup.
Result<> migrate(Database &database, const std::vector<Migration> &steps = migrations());
/// Refuses what is no workspace and what a newer program has made; gives the schema version.
Result<int> checkIsWorkspace(Database &database, const QString &path,
                             const std::vector<Migration> &steps = migrations());

} // namespace loci::storage

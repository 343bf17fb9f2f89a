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
    Sql spatiaLite;       ///< as it is written, in the dialect of the file
    Sql postGis = "";     ///< the same, rendered while Loci is compiled (dialect.h)
    Sql postGisOnly = ""; ///< what a file has built in and a server has not
};

/// All steps, in order; the last one's version is the schema of this program.
const std::vector<Migration> &migrations();
int currentSchemaVersion();

/// Makes the schema in an empty database: SpatiaLite's own tables, if it is a file, and ours.
Result<> makeSchema(Database &database);
/// Brings an older schema to the newest of `steps`, in one transaction; nothing when it is there already. A newer one
/// is refused. The caller has made a backup.
Result<> migrate(Database &database, const std::vector<Migration> &steps = migrations());
/// migrate() would have something to do.
Result<bool> isOlder(Database &database, const std::vector<Migration> &steps = migrations());
Result<bool> hasTable(Database &database, const QString &name);
/// Tables of a part that has a home of its own when it is a file (observations): true when they are there. A file says
/// so by its application id, a server by the table.
Result<bool> holdsPart(Database &database, qint64 applicationId, const QString &table);
/// No tables yet: of anybody in a file, of this part on a server.
Result<bool> isFree(Database &database, const QString &table);
/// Makes the tables of such a part, in one transaction, unless another desk was quicker.
Result<> makePart(Database &database, const Migration &tables);
/// While a workspace is copied onto a server: a copy that is broken off is refused by checkIsWorkspace().
Result<> markUnfinished(Database &database, bool isUnfinished);
/// Identity columns go on behind what was copied into them: of the workspace, of the observations.
Result<> continueCounting(Database &database);
Result<> continueCountingStreams(Database &database);
/// Refuses what is no workspace and what a newer program has made; gives the schema version.
Result<int> checkIsWorkspace(Database &database, const QString &path,
                             const std::vector<Migration> &steps = migrations());

} // namespace loci::storage

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/storage/sql.h"

#include <vector>

namespace loci::storage {

class Database;

/// One step of what only a workspace on a server has (desks, roles); counted apart from the schema's own version, so
/// that files stay as they are. The SQL of every step stays as it was released; a long one stands in several parts.
struct ServerStep
{
    int version;
    Sql sql;
};

/// All steps, in order; the last one's version is what this program knows.
const std::vector<ServerStep> &serverSteps();
/// The newest step that was taken there; 0 before the first.
Result<int> serverStepTaken(Database &database);
/// Takes the missing ones, inside the caller's transaction.
Result<> takeServerSteps(Database &database, const std::vector<ServerStep> &steps = serverSteps());

} // namespace loci::storage

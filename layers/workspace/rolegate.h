// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/historystore.h"
#include "layers/storage/roles/rolestore.h"

namespace loci::workspace {

/// Roles of a workspace on a server as sentences for the person, before the database refuses without words. It decides
/// in any case: what slips through here ends there.
Result<> refuseByRoles(storage::Database &database, const std::vector<storage::StoredChange> &changes);
/// The same for a step of the history, which must be seen whole before it is taken back or made again.
Result<> refuseStepByRoles(storage::Database &database, const storage::StoredEntry &entry,
                           const std::vector<storage::StoredChange> &changes);
/// Whether the login may open the workspace at all, and why for reading only; empty: it may write something.
Result<QString> readOnlyByRoles(const storage::OwnRoles &own, const QString &workspace);
/// A part of a workspace in the person's language: "planning".
QString partName(const QString &part);

} // namespace loci::workspace

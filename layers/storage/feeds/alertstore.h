// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/alert.h"
#include "layers/storage/database.h"

namespace loci::storage {

/// The alerts beside the observations: what began, ended, and who took note of it. The same id is the same alert.
class AlertStore
{
public:
    /// Makes the table when the file has none yet.
    static Result<> prepare(Database &database);
    /// Writes what changed; who had taken note stays noted. An alert of the same id takes the new words and end.
    static Result<> put(Database &database, const feeds::Alerts &alerts);
    static Result<> acknowledge(Database &database, const QString &id, const QString &person, qint64 time);
    /// The newest first, at most `limit`. Empty when there is no table.
    static Result<feeds::Alerts> read(Database &database, int limit);
};

} // namespace loci::storage

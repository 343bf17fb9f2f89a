// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"

#include <QString>
#include <vector>

namespace loci::workspace {

/// What a table holds, in one line: equal on both sides of a move.
struct TableDigest
{
    QString table;
    qint64 rows = 0;
    QString sha256;
    bool operator==(const TableDigest &) const = default;
};

/// Of every table that people filled. Paths in documents are resolved against `workspacePath` first, as a workspace
/// that moves keeps pointing to the same files.
Result<std::vector<TableDigest>> digestsOf(storage::Database &database, const QString &workspacePath);

} // namespace loci::workspace

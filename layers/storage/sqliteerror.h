// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QString>

struct sqlite3;

namespace loci::storage {

/// The sentence for a failed SQLite call: what happened to `path` and what to do. `connection` may be null.
Error sqliteError(sqlite3 *connection, int code, const QString &path);

} // namespace loci::storage

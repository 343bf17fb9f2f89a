// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/finding.h"
#include "layers/storage/database.h"

namespace loci::workspace {

/// Everything that is wrong inside a workspace: damage the engine finds, documents and history that cannot be read.
Findings checkContents(storage::Database &database, const QString &path);

} // namespace loci::workspace

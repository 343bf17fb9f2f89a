// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/storage/database.h"
#include "layers/workspace/packagecontents.h"

#include <QString>

namespace loci::workspace {

/// Copies the media that a workspace's catalogue names into the media folder beside another place of the file. What is
/// missing or altered is left out and logged: a check of fixity finds it there as it does here.
Result<> carryMedia(storage::Database &database, const QString &fromWorkspace, const QString &toWorkspace,
                    const CancelToken &cancel = {});
/// Puts them into a package, beside the workspace of the name `packedName` in it; missing ones become findings.
Result<> packMedia(storage::Database &database, const QString &workspace, const QString &packedName,
                   PackageContents &contents);
void removeMedia(const QString &workspace); ///< of a workspace that goes away itself

} // namespace loci::workspace

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"

#include <QString>
#include <QStringList>

namespace loci::workspace {

struct PackReport
{
    QStringList files; ///< names inside the package
    qint64 bytes = 0;  ///< size of the result
    Findings findings; ///< data that could not be taken along (missing, remote)
};

/// Writes one portable file (zip, suffix .locipack): the workspace and every local file its layers, city models,
/// indicators and boards refer to (with side files such as .shx, .dbf, textures), paths rewritten to the packed ones.
/// All or nothing. Any thread; the workspace is read through its own read-only connection. It may be on a server, too:
/// an address instead of the path; models that only the server has are in the package then.
Result<PackReport> pack(const QString &workspacePath, const QString &packagePath, const CancelToken &cancel = {});
/// Opens a package into an empty folder; refuses entries that leave it (.., absolute, links) and sizes beyond limits.
/// Returns the path of the workspace in it.
Result<QString> unpack(const QString &packagePath, const QString &folder, const CancelToken &cancel = {});
/// A consistent copy of a workspace while it is in use, in a file, wherever it is.
Result<> backup(const QString &workspacePath, const QString &copyPath);

} // namespace loci::workspace

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loci::workspace {

/// How a path goes into the documents of a workspace: relative to the workspace's folder when the file lies in that
/// folder, below it or in a folder beside it (so that both can be moved together), absolute otherwise. A relative
/// `path` is taken as already stored.
QString storedPath(const QString &workspacePath, const QString &path);
/// The absolute path that a stored one means.
QString resolvedPath(const QString &workspacePath, const QString &stored);

} // namespace loci::workspace

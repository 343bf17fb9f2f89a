// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/workspace/paths.h"

#include <QDir>
#include <QFileInfo>

namespace loci::workspace {

QString storedPath(const QString &workspacePath, const QString &path)
{
    if (path.isEmpty() || QDir::isRelativePath(path)) {
        return path;
    }
    const QDir folder(QFileInfo(workspacePath).absolutePath());
    const QString absolute = QDir::cleanPath(path);
    const QString relative = folder.relativeFilePath(absolute);
    const bool leavesParent = relative.startsWith(QStringLiteral("../../"));
    const bool leaves = relative.startsWith(QStringLiteral("../"));
    const bool parentIsRoot = QFileInfo(folder.absolutePath()).dir().isRoot(); // everything is beside /data
    if (QDir::isAbsolutePath(relative) || leavesParent || (leaves && parentIsRoot)) {
        return absolute;
    }
    return relative;
}

QString resolvedPath(const QString &workspacePath, const QString &stored)
{
    if (stored.isEmpty()) {
        return stored;
    }
    return QDir::cleanPath(QDir(QFileInfo(workspacePath).absolutePath()).absoluteFilePath(stored));
}

} // namespace loci::workspace

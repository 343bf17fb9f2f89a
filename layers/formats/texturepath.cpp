// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/texturepath.h"

#include <QDir>
#include <QFileInfo>

namespace loci::formats {

QString texturePath(const QString &modelPath, const QString &image)
{
    QString relative = image;
    relative.replace(QLatin1Char('\\'), QLatin1Char('/'));
    if (relative.isEmpty() || relative.contains(QLatin1String("://")) || QDir::isAbsolutePath(relative) ||
        (relative.size() > 1 && relative[1] == QLatin1Char(':'))) {
        return {};
    }
    relative = QDir::cleanPath(relative);
    if (relative == QLatin1String("..") || relative.startsWith(QLatin1String("../"))) {
        return {};
    }
    return QFileInfo(modelPath).dir().filePath(relative);
}

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/base/installplaces.h"

#include <QCoreApplication>
#include <QDir>

namespace loci {

QString installedPart(const QString &file)
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath() + QStringLiteral("/../lib/loci/") + file);
}

} // namespace loci

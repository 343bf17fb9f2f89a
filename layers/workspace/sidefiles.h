// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QString>
#include <QStringList>

namespace loci::workspace {

/// Files that belong to a data file: .shx, .dbf, .prj of a shape, world files, .aux.xml, .ovr, styles. Absolute paths
/// of existing files, without the file itself.
QStringList sideFiles(const QString &path);

/// The observations of live feeds of a workspace: a database of its own beside it, that a copy, a backup and a package
/// take along. It need not exist.
QString observationsFile(const QString &workspacePath);
/// A consistent copy for the copy of a workspace, while feeds may write. Nothing to do when there is none.
Result<> copyObservations(const QString &workspacePath, const QString &copyPath);

bool mayHaveTextures(const QString &path); ///< a CityJSON or CityJSONSeq file by its name
/// Images that a city model names (`appearance.textures[].image`), as written there. Reads the file lightly, without
/// parsing it.
QStringList textureImages(const QString &path);

} // namespace loci::workspace

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace loci::workspace {

/// Files that belong to a data file: .shx, .dbf, .prj of a shape, world files, .aux.xml, .ovr, styles. Absolute paths
/// of existing files, without the file itself.
QStringList sideFiles(const QString &path);

bool mayHaveTextures(const QString &path); ///< a CityJSON or CityJSONSeq file by its name
/// Images that a city model names (`appearance.textures[].image`), as written there. Reads the file lightly, without
/// parsing it.
QStringList textureImages(const QString &path);

} // namespace loci::workspace

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace loci::formats {

/// Where the image of a texture is: below the folder of the model's file. Empty for what a model must not make us open:
/// web addresses, absolute paths, and paths that leave the folder.
QString texturePath(const QString &modelPath, const QString &image);

} // namespace loci::formats

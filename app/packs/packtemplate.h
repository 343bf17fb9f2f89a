// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

#include <QStringList>

namespace loci::app {

/// Writes a pack to begin with into a folder that must be absent or empty: manifest, an indicator, a board, a layer;
/// with `code` also sources and a CMakeLists.txt that is built against the installed SDK. Answers the written paths.
Result<QStringList> writePackTemplate(const QString &folder, const QString &id, bool code);

} // namespace loci::app

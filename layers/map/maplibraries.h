// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/libraryversion.h"

namespace loci::map {

/// QGIS core and what it stands on.
LibraryVersions libraries();

} // namespace loci::map

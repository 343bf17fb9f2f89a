// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/libraryversion.h"

namespace loci::scene {

/// What draws in 3D.
LibraryVersions libraries();

} // namespace loci::scene

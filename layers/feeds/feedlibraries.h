// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/libraryversion.h"

namespace loci::feeds {

/// What speaks to brokers and servers.
LibraryVersions libraries();

} // namespace loci::feeds

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"

namespace loci::storage {

/// A change that the server did not make and did not complain of: roles hide from a login what it may not change.
Error notAllowed();

} // namespace loci::storage

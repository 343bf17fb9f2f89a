// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace loci::app {

/// The commit that the program was built from, short, with a plus when files differed; empty where that is not known.
/// Its source is written by packaging/cmake/BuildNumber.cmake at each build that changes it.
extern const char *const kBuild;

} // namespace loci::app

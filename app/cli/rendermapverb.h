// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace loci::cli {

/// `render-map INPUT... OUT.png`: draws map files, QGIS projects and the outlines of city models into a PNG file.
VerbSpec renderMapVerb();

} // namespace loci::cli

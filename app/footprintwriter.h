// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/export/exportmodel.h"

namespace loci::app {

/// The map room's writer of footprints in the words of the formats, for the command line and the window.
formats::FootprintWriter footprintWriter();

} // namespace loci::app

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "layers/formats/export/exportmodel.h"

namespace loci::cli {

/// Converts and subsets a city model. Footprints need the map room; without their writer they are not supported.
VerbSpec convertVerb(formats::FootprintWriter footprints = {});

} // namespace loci::cli

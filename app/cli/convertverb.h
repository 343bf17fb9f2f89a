// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "layers/formats/export/exportmodel.h"

namespace loci::cli {

/// Converts and subsets a city model, with heights corrected when wished. Footprints need the map room; without their
/// writer they are not supported. `heightRules`: the limits of the height check (resources/rules/heights.json).
VerbSpec convertVerb(formats::FootprintWriter footprints = {}, const QByteArray &heightRules = {});

} // namespace loci::cli

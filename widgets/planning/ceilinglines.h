// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/view/viewceiling.h"

#include <vector>

namespace loci::widgets {

/// A piece of a line of equal height of a ceiling.
struct CeilingLine
{
    double height = 0;
    Vec3 from, to;
};
/// Lines of equal height every `step` metres, facet by facet; of the corridors, not of the consultation areas.
std::vector<CeilingLine> ceilingContours(const analysis::ViewCeiling &ceiling, double step);

} // namespace loci::widgets

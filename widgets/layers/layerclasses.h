// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/layers/featurescan.h"
#include "widgets/layers/layerstyle.h"

namespace loci::widgets {

/// Classes of a field for a style: at most kMostClasses, coloured by its ramp. Graduated: breaks by its mode over all
/// numbers; categorised: the most frequent values. Empty when the field has no value. Any thread.
std::vector<StyleClass> classesOf(const FieldSummary &summary, const LayerStyle &style);
/// Colours of the style's ramp for its classes; after a change of ramp.
void recolour(LayerStyle &style);

} // namespace loci::widgets

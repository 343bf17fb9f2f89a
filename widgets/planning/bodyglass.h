// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/planning/proposal.h"
#include "layers/scene/glasslayer.h"

#include <vector>

namespace loci::widgets {

/// The shape of a change as see-through bodies: what is below a height in one colour, what is above in another and with
/// denser lines.
void addBodyGlass(const planning::PlanChange &change, double limit, const scene::Rgb &below, const scene::Rgb &above,
                  std::vector<scene::GlassBody> &bodies);

} // namespace loci::widgets

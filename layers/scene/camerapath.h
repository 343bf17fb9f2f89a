// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/scenetypes.h"

#include <span>
#include <vector>

namespace loci::scene {

/// Once around `pivot` in equal steps, to the right first; the last frame is one step before the first, so that the
/// pictures can be played in a loop. Empty for less than one frame.
std::vector<Camera> orbitPath(const Camera &start, const Vec3 &pivot, int frames);

/// A smooth way through all stops, beginning and ending at rest, at a speed that follows the distances between them.
/// The first frame is the first stop and the last frame the last one.
std::vector<Camera> pathThrough(std::span<const Camera> stops, int frames);

} // namespace loci::scene

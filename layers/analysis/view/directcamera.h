// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/planning/sitephoto.h"

#include <optional>
#include <vector>

namespace loci::analysis {

Vec3 middleOf(const std::vector<planning::ControlPoint> &points); ///< of their places

/// The camera of the direct linear solution over six points or more; nothing when they lie in one plane.
std::optional<planning::PhotoCamera> directCamera(const std::vector<planning::ControlPoint> &points, int width,
                                                  int height);

/// Cameras to begin a search with: the direct one, and lenses of several lengths from `near` and from around the
/// points.
std::vector<planning::PhotoCamera> startsFor(const std::vector<planning::ControlPoint> &points, int width, int height,
                                             const std::optional<Vec3> &near);

} // namespace loci::analysis

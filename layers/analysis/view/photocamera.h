// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/planning/sitephoto.h"

#include <optional>
#include <vector>

namespace loci::analysis {

/// A camera that was found from control points, with how well it explains them.
struct SolvedCamera
{
    planning::PhotoCamera camera;
    std::vector<double> errors; ///< pixels between a point and where the camera shows it, by point
    double mean = 0;            ///< root of the mean square, pixels
    double largest = 0;         ///< pixels
    double eyeError = 0;        ///< standard error of the eye, metres
};

/// Where the photograph was taken, which way and with which lens: the direct linear solution refined by least squares
/// (GSL); `near` is where the eye may be, for points that all lie in one plane. Pure; any thread. Fails with a sentence
/// for fewer than six points, for points that decide nothing, and when no camera explains them.
Result<SolvedCamera> solveCamera(const std::vector<planning::ControlPoint> &points, int width, int height,
                                 const std::optional<Vec3> &near = {});

} // namespace loci::analysis

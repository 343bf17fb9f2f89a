// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/mesh.h"
#include "layers/domain/planning/plancase.h"

#include <QImage>
#include <optional>
#include <vector>

namespace loci::map {

/// What a plan of a proposal shows; everything in the coordinates of the model.
struct PlanPicture
{
    const std::vector<city::Footprint> *outlines = nullptr;
    const planning::PlanLayer *areas = nullptr;
    std::vector<std::vector<Vec2>> corridors; ///< the eye first
    const planning::Proposal *proposal = nullptr;
    Box3 extent;
};
/// North is up; with a scale bar. Needs an application with fonts; any thread. The same input gives the same picture.
QImage drawPlan(const PlanPicture &picture, const QSize &size);

/// A skyline before and after between two azimuths, with the landmark's direction.
struct SkylinePicture
{
    std::vector<std::optional<double>> before, after; ///< elevation angles by azimuth from north, degrees
    double from = 0, to = 360;                        ///< azimuths shown
    std::optional<double> landmark;                   ///< azimuth
};
QImage drawSkyline(const SkylinePicture &picture, const QSize &size);

} // namespace loci::map

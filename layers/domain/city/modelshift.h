// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/geometry.h"
#include "layers/domain/city/citymodel.h"
#include "layers/domain/geodesy/gcj02.h"

#include <vector>

namespace loci::city {

/// Metres to add to the heights of one object and all that belongs to it.
struct ObjectShift
{
    ObjectIndex object = kNone;
    double dz = 0;
};

/// The model with other heights: `dz` for all, and more for single objects. The given model stays as it is; what
/// shares a vertex with an object that moves alone keeps its own. Pure; any thread. What exports the result writes a
/// corrected copy, what draws it shows the correction.
CityModelPtr withHeights(const CityModel &model, double dz, const std::vector<ObjectShift> &shifts = {});

/// How a model is to be taken, against what its file says. Part of the reference to it, never of the file.
struct ModelAdjustment
{
    double dz = 0;         ///< metres to add to all heights
    EpsgCode crs;          ///< instead of the file's; unknown: the file's
    bool swapAxes = false; ///< the file has northing before easting
    double unit = 1;       ///< metres, or units of the CRS, in one of the file's: 0.3048 for feet
    /// The coordinates are those of a Chinese web map. They are corrected for what is shown only, by
    /// formats::shownModel(); adjusted() leaves them.
    geodesy::WebDatum webDatum = geodesy::WebDatum::None;
    bool isNone() const
    {
        return dz == 0 && !crs.isKnown() && !swapAxes && unit == 1 && webDatum == geodesy::WebDatum::None;
    }
    bool operator==(const ModelAdjustment &) const = default;
};
/// The model as adjusted; the same pointer when there is nothing to do.
CityModelPtr adjusted(const CityModelPtr &model, const ModelAdjustment &adjustment);

} // namespace loci::city

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/domain/city/citymodel.h"

#include <QString>

namespace loci::map {

/// What was written, and what a flat table cannot hold.
struct PackagedFootprints
{
    qint64 features = 0;
    qint64 withoutOutline = 0; ///< root objects that have none (terrain, groups, points)
    qint64 parts = 0;          ///< objects that went into the outline of their building
};

/// Writes the outlines of a model's buildings as a GeoPackage by GDAL: one layer "footprints" in the model's plane CRS
/// with id, type, height, ground_height, roof_height, volume, roof_area, parts and the attributes: the building's own,
/// else what its parts agree on. What the model does not tell is NULL. The file appears when it is whole, or not at
/// all. Any thread.
Result<PackagedFootprints> writeFootprintPackage(const city::CityModel &model, const QString &path,
                                                 const CancelToken &cancel = {}, const ProgressFunction &progress = {});

} // namespace loci::map

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/export/exportformat.h"

namespace loci::formats {

/// Writes 3D Tiles 1.1 into a folder: tileset.json and one GLB a leaf of a quadtree, with attributes and images. Tiles
/// stand on the globe (EPSG:4978), each around an origin of its own, so that single precision is enough.
///
/// `path` is the folder, or the tileset.json in it. The folder appears when it is whole; one that is there is replaced
/// only when it holds a tileset. A model without a known CRS cannot be placed: one sentence says so.
Result<ExportReport> writeTiles(const city::CityModel &model, const QString &path, const ExportOptions &options = {});

} // namespace loci::formats

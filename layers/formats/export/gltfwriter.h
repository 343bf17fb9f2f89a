// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/export/exportformat.h"

namespace loci::formats {

/// Writes glTF 2.0: as one GLB with the images inside, or as a .gltf with its buffer (.bin) and images beside it.
/// Metres around the middle of the model, y up; where that is stands in asset.extras. All files appear, or none.
Result<ExportReport> writeGlb(const city::CityModel &model, const QString &path, const ExportOptions &options = {});
Result<ExportReport> writeGltf(const city::CityModel &model, const QString &path, const ExportOptions &options = {});

} // namespace loci::formats

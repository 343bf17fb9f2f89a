// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/export/exportformat.h"

namespace loci::formats {

/// Writes Wavefront OBJ with a material library beside it: a named object for each city object, triangles with a
/// material for each look, texture coordinates where there are textures (images are copied). Coordinates are metres
/// around the middle of the model; the head of the file says where that is. All files appear, or none.
Result<ExportReport> writeObj(const city::CityModel &model, const QString &path, const ExportOptions &options = {});

} // namespace loci::formats

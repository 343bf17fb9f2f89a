// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/citymodel.h"
#include "layers/formats/export/exportformat.h"

namespace loci::formats {

/// Writes CityJSON 2.0, whatever version was read: everything the model holds, exact to the last digit. Images of
/// textures are copied beside the file. The file appears when it is whole, or not at all.
Result<ExportReport> writeCityJson(const city::CityModel &model, const QString &path,
                                   const ExportOptions &options = {});

/// Writes a CityJSON 2.0 sequence: a head, then one line for each object without parent, with all its descendants.
Result<ExportReport> writeCityJsonSeq(const city::CityModel &model, const QString &path,
                                      const ExportOptions &options = {});

} // namespace loci::formats

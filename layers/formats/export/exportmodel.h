// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/subset.h"
#include "layers/formats/export/exportformat.h"

#include <functional>

namespace loci::formats {

/// Writes footprints; handed in by who knows the map room, which this room must not.
using FootprintWriter = std::function<Result<ExportReport>(const city::CityModel &model, const QString &path,
                                                           const ExportOptions &options)>;

/// What to write: a part of a model in a format. Unlike the LoD of the criteria, which chooses by name, `options.lod`
/// is what mesh formats show of what is left.
struct ExportRequest
{
    ExportFormat format = ExportFormat::CityJson;
    QString path;
    city::SubsetCriteria criteria;
    ExportOptions options;
    FootprintWriter footprints; ///< may be empty: footprints are then not supported
};

/// The part, written. A part without objects is written too, with a finding. Any thread.
Result<ExportReport> exportModel(const city::CityModel &model, const ExportRequest &request);

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/sample/town.h"
#include "layers/formats/samplewriter.h"
#include "layers/formats/textfile.h"

#include <QDir>

namespace loci::formats {

/// The town as one CityJSON 2.0 file with terrain, water, bridges, wall and trees.
Result<> writeTownModel(const QString &path, const sample::Town &town, SampleReport &report);
/// Buildings only, from as many towns as it takes.
Result<> writeBuildings(const QString &path, const SampleOptions &options, const CancelToken &cancel,
                        const ProgressFunction &progress, SampleReport &report);
/// GeoJSON layers, the terrain grid and the readme; adds their paths to the report.
Result<> writeTownLayers(const QDir &folder, const sample::Town &town, SampleReport &report);
/// Tables behind the indicators: counts by community and year, with two communities that have not reported, and hours
/// of air stations with gaps.
Result<> writeTownTables(const QDir &folder, const sample::Town &town, SampleReport &report);

} // namespace loci::formats

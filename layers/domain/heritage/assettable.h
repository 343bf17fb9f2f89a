// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/heritage/asset.h"
#include "layers/domain/heritage/rowtable.h"

#include <vector>

namespace loci::heritage {

/// Records as a flat table for others: one row each, with stable English column names, codes as they are stored, years
/// as signed numbers, and all shapes of a record in one WKT ("wkt", WGS 84; GEOMETRYCOLLECTION for several). What is
/// unknown is a null text. Row numbers follow the order of the assets.
RowTable assetTable(const std::vector<Asset> &assets);
/// The shapes of a record that are in WGS 84, in one WKT; empty for none.
QString joinedWkt(const Asset &asset);

} // namespace loci::heritage

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/finding.h"
#include "layers/base/result.h"
#include "layers/domain/heritage/importmapping.h"
#include "layers/domain/heritage/rowtable.h"

#include <vector>

namespace loci::formats {

/// The place of every row in WGS 84, one for each: from columns of longitude and latitude, from WKT in a column, or the
/// shape that the file has. Coordinates of Chinese web maps are moved back (layers/domain/geodesy) and every other
/// system is transformed; what the file said stays beside it. Findings: web_map_datum (info, with the number of rows),
/// crs_assumed, zero_place, no_place. A row whose coordinates make no sense has a problem instead of a shape. Fails
/// when the mapping names a column or reference system that is not there, or when it is cancelled.
Result<Loaded<std::vector<heritage::RowPlace>>>
placeRows(const heritage::RowTable &table, const heritage::PlaceRule &rule, const CancelToken &cancel = {});

} // namespace loci::formats

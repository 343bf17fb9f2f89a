// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/domain/catalogue/entry.h"

namespace loci::formats {

/// Reference system, extent in degrees and fields of a file of features or of a raster, by GDAL; of a city model by its
/// own reader. Any thread; blocks. `table` of a file that holds several; empty: the first.
Result<catalogue::SourceFacts> readSourceFacts(const QString &path, const QString &table, catalogue::Kind kind,
                                               const CancelToken &cancel = {});

} // namespace loci::formats

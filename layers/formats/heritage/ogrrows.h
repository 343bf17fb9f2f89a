// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/formats/heritage/rowreader.h"

namespace loci::formats {

/// Formats that GDAL reads here: no other driver of it is ever asked.
enum class OgrFormat { Xlsx, Ods, GeoPackage, Shapefile, GeoJson };

Result<Loaded<heritage::RowTable>> readOgrRows(const RowSource &source, OgrFormat format, const CancelToken &cancel,
                                               const ProgressFunction &progress);

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/domain/heritage/rowtable.h"

namespace loci::formats {

enum class RowFormat { Csv, GeoPackage, GeoJson };

/// Writes a table; the file appears under its name only when it is whole and replaces an older one then. Shapes come
/// from the column `wktColumn` (-1: none), in the table's reference system, and are no attribute of the spatial
/// formats. CSV is UTF-8 with a byte order mark, so that spreadsheets know it, with CR LF.
Result<> writeRows(const heritage::RowTable &table, int wktColumn, RowFormat format, const QString &path,
                   const CancelToken &cancel = {});

} // namespace loci::formats

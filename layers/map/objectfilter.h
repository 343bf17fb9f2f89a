// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/domain/city/objecttable.h"

#include <cstdint>
#include <vector>

namespace loci::map {

/// Rows of the table for which a QGIS expression is true; its fields are the columns of the table. Missing values are
/// NULL, and a text is no truth. Any thread. Fails with a sentence when the expression cannot be read, names a column
/// that is not there, reaches beyond the row (safeexpression.h), or fails at a row.
Result<std::vector<std::uint32_t>> filterObjects(const city::ObjectTable &table, const QString &expression,
                                                 const CancelToken &cancel = {}, const ProgressFunction &progress = {});

} // namespace loci::map

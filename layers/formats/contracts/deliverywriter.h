// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/domain/contracts/contract.h"
#include "layers/domain/heritage/rowtable.h"

namespace loci::formats {

/// Writes the agreed fields of a checked delivery, each with its type, as the one table of a GeoPackage, in one
/// transaction and under its name only when it is whole; an existing file is not replaced. A missing value is NULL.
Result<> writeDelivery(const contracts::Contract &contract, const heritage::RowTable &table, const QString &path,
                       const CancelToken &cancel = {});

} // namespace loci::formats

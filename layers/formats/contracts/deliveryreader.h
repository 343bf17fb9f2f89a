// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/domain/contracts/contractcheck.h"

namespace loci::formats {

/// The contract of a file: {"id", "fields", ...}. One sentence when it cannot be read.
Result<Loaded<contracts::Contract>> readContractFile(const QString &path);

/// A delivery as it was read, with what the check says.
struct CheckedDelivery
{
    heritage::RowTable table;
    contracts::CheckReport report;
    QString sha256; ///< of the file that was delivered
};
/// Reads CSV, GeoJSON or GeoPackage (and what else readRows() knows) and checks every row. What was wrong in reading
/// (rows that are too short, a quote that never ends) is a breach as well. Any thread.
Result<CheckedDelivery> checkDelivery(const contracts::Contract &contract, const QString &path,
                                      const CancelToken &cancel = {});

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/storage/database.h"
#include "layers/storage/heritage/assetquery.h"

#include <functional>

namespace loci::storage::heritage {

/// Reads and writes rows of heritage_asset. The texts for the search are not in them.
using AssetRowFunction = std::function<void(qint64 no, const AssetRow &row)>;
Result<> eachAssetRow(Database &database, const AssetRowFunction &each);
Result<std::optional<AssetRow>> readAssetRow(Database &database, qint64 no);
Result<> writeAssetRow(Database &database, qint64 no, const AssetRow &row);

} // namespace loci::storage::heritage

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "layers/domain/indicators/inputs.h"

namespace loci::cli {

/// loci indicator forecast WORKSPACE STREAM|QUANTITY --backtest: what the forecast was worth on the past, for one
/// stream or for every station's ("PM2.5"), with the error of "as one season before" beside it.
Result<Answer> indicatorBackTest(const Call &call, const indicators::ObservationSource &streams, int steps, int season,
                                 int origins);

} // namespace loci::cli

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/indicators/indicatorrun.h"

namespace loci::app {

/// The streams of files with those of the workspace's live feeds behind them. `files` may be null; null when there is
/// neither.
Result<std::shared_ptr<const indicators::ObservationSource>>
withFeedStreams(std::shared_ptr<const indicators::ObservationSource> files, const IndicatorSnapshot &snapshot);

} // namespace loci::app

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/observation.h"
#include "layers/domain/feeds/streamstate.h"
#include "layers/domain/indicators/inputs.h"

namespace loci::indicators {

/// A live stream as tiles read it, whoever knows it: the running feeds, or the store. Not said to be simulated.
StreamNow streamNow(const feeds::StreamDescription &description, const std::optional<feeds::Observation> &last,
                    feeds::StreamState state, std::optional<qint64> ageMs);

} // namespace loci::indicators

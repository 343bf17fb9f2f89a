// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/feeds/streamstate.h"
#include "widgets/common/status.h"

namespace loci::widgets {

Status statusOf(feeds::StreamState state);

} // namespace loci::widgets

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/domain/planning/planbody.h"

namespace loci::widgets {

/// The shape in a model file of any format that Loci reads, with the outline of the ground that it covers. Any thread.
/// One sentence when the file cannot be read or holds no building.
Result<planning::PlacedBody> readBody(const QString &path, const CancelToken &cancel = {},
                                      const ProgressFunction &progress = {});

} // namespace loci::widgets

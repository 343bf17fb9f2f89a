// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/result.h"
#include "layers/domain/planning/plancase.h"

namespace loci::formats {

/// A layer or a set of views in the coordinates of a model; nothing is done when it has them. `name` is for the
/// sentence when the systems cannot be compared or a point has no place in the other one.
Result<> bringTo(EpsgCode target, planning::PlanLayer &layer, const QString &name);
Result<> bringTo(EpsgCode target, planning::ViewSet &views, const QString &name);

/// A case in the coordinates of a model.
Result<planning::PlanBasis> placed(const planning::PlanCase &planCase, EpsgCode target);

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/base/result.h"
#include "layers/domain/city/modelshift.h"

namespace loci::formats {

/// The model as the adjustment takes it, for maps and views: with the coordinates of a Chinese web map moved back to
/// where things are, exact to less than a millimetre of the known formula. The same pointer when there is nothing to
/// do. What is written to files is city::adjusted(), which leaves these coordinates as they are. Fails with one
/// sentence when the model's coordinate system cannot be placed on the earth, and when cancelled. Any thread.
Result<city::CityModelPtr> shownModel(const city::CityModelPtr &model, const city::ModelAdjustment &adjustment,
                                      const CancelToken &cancel = {});

} // namespace loci::formats

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/base/canceltoken.h"
#include "layers/domain/city/citymodel.h"
#include "layers/domain/indicators/inputs.h"

#include <functional>

namespace loci::indicators {

/// Hands over each root object of a model as a row: fields "id", "type", "@height" (of its geometry,
/// metres) and its attributes; area and place from its
/// footprint. `placed` turns a place in the CRS of the model into one of the areas.
Result<> eachCityRow(const city::CityModel &model, const std::function<Vec2(Vec2)> &placed,
                     const std::function<void(const Row &)> &row, const CancelToken &cancel = {});

} // namespace loci::indicators

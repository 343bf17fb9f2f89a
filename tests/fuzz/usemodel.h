// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/domain/city/heights.h"
#include "layers/domain/city/mesh.h"
#include "layers/domain/city/validation.h"

#include <cstdlib>

namespace loci::fuzz {

/// What a viewer does with whatever was read. A result that is an error, where none can be, ends the run.
inline void useModel(const city::CityModel &model)
{
    city::HeightRules rules;
    rules.standing = {"Building", "CityFurniture"};
    rules.tolerance = rules.modelOffset = rules.zeroHeight = 0.3;
    rules.scatterFactor = 4;
    rules.far = 20;
    rules.zeroShare = 0.9;
    rules.highestBuilding = 1000;
    rules.highestLand = 9000;
    rules.lowestLand = -500;
    rules.fewest = 2;
    if (!city::triangulate(model, {}) || !city::footprints(model) || !city::validate(model) ||
        !city::checkHeights(model, rules)) {
        std::abort();
    }
    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
        model.boundsWithDescendants(o);
        model.rootOf(o);
        for (const auto &column : model.attributes.columns()) {
            column->json(o);
        }
    }
}

} // namespace loci::fuzz

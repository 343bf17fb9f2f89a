// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/rays/rayscene.h"
#include "layers/domain/city/citymodel.h"

namespace loci::analysis {

/// Everything of a model that stands in the way of light and sight: terrain, buildings and the rest, each triangle
/// owned by its root object.
inline OwnedFaces facesOfModel(const city::CityModel &model)
{
    OwnedFaces faces;
    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
        if (model.objectParent[o] == city::kNone) {
            faces.add(facesOf(model, o), o);
        }
    }
    return faces;
}

} // namespace loci::analysis

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/analysis/rays/rayscene.h"
#include "layers/domain/city/citymodel.h"

namespace loci::cli {

/// Everything of a model that stands in the way of light and sight: terrain, buildings and the rest, each triangle
/// owned by its root object.
inline analysis::OwnedFaces facesOfModel(const city::CityModel &model)
{
    analysis::OwnedFaces faces;
    for (city::ObjectIndex o = 0; o < model.objectCount(); ++o) {
        if (model.objectParent[o] == city::kNone) {
            faces.add(analysis::facesOf(model, o), o);
        }
    }
    return faces;
}

} // namespace loci::cli

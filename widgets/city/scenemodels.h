// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/city/citylibrary.h"
#include "widgets/scene/sceneview.h"

#include <vector>

namespace loci::widgets {

/// The models of the workspace that have been read, as a 3D view takes them.
inline std::vector<SceneModel> sceneModels(const CityLibrary &cities)
{
    std::vector<SceneModel> models;
    for (const CityEntry &entry : cities.entries()) {
        if (entry.model != nullptr) {
            models.push_back({entry.id, entry.name, entry.model, entry.visible, entry.opacity, entry.lod,
                              entry.colourBy, entry.colourScale});
        }
    }
    return models;
}

} // namespace loci::widgets

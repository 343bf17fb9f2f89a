// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/cityscene.h"

#include <vtkProperty.h>

namespace loci::scene {

/// One model of a CityScene: its tiles, its style and which of its objects are hidden. Private to the scene.
struct CityScene::Model
{
    QString id;
    city::CityModelPtr model;
    ModelStyle style;
    vtkSmartPointer<vtkProperty> material, groundMaterial; ///< of what is built; of terrain and cover
    std::shared_ptr<const Colouring> colouring;
    std::shared_ptr<const ObjectClasses> classes; ///< instead of the style's, or null
    std::vector<std::unique_ptr<CityTile>> tiles;
    Box3 extent; ///< of the tiles; what the file states as its extent may be wrong
    std::shared_ptr<std::vector<std::uint8_t>> hidden; ///< by object; null: all show
    bool isolating = false;

    void applyOpacity(double terrainOpacity)
    {
        material->SetOpacity(style.opacity);
        groundMaterial->SetOpacity(style.opacity * terrainOpacity);
    }
    void markHidden(city::ObjectIndex object)
    {
        if (!hidden) {
            hidden = std::make_shared<std::vector<std::uint8_t>>(model->objectCount(), 0);
        }
        for (const city::ObjectIndex o : model->withDescendants(object)) {
            (*hidden)[o] = 1;
        }
    }
    CityTile::Hidden hiddenFor(TilePlan::Kind kind) const
    {
        if (!hidden || (isolating && kind != TilePlan::Kind::Built)) {
            return {};
        }
        return [marks = hidden](city::ObjectIndex object) { return (*marks)[object] != 0; };
    }
};

} // namespace loci::scene

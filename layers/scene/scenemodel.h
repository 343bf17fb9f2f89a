// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/scene/cityscene.h"
#include "layers/scene/fargroups.h"

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
    FarGroups groups; ///< of the tiles; gone before they are
    std::size_t groupedTiles = 0;
    Box3 extent; ///< of the tiles; what the file states as its extent may be wrong
    std::shared_ptr<std::vector<std::uint8_t>> hidden; ///< by object; null: all show
    bool isolating = false;

    void applyOpacity(double terrainOpacity)
    {
        material->SetOpacity(style.opacity);
        groundMaterial->SetOpacity(style.opacity * terrainOpacity);
    }
    /// Tiles and groups: what is coloured, hidden and cut.
    std::vector<CityTile *> drawnThings() const
    {
        std::vector<CityTile *> things = groups.all();
        things.reserve(things.size() + tiles.size());
        for (const auto &tile : tiles) {
            things.push_back(tile.get());
        }
        return things;
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

// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CityScene that copies it for another window.
#include "layers/scene/cityscene.h"
#include "layers/scene/scenemodel.h"

#include <vtkImageData.h>
#include <vtkTexture.h>

namespace loci::scene {

void CityScene::copyTo(CityScene &other) const
{
    other.setTheme(m_look.theme(), m_highlight.accent());
    other.setSun(m_look.sunElevation(), m_look.sunAzimuth());
    for (const auto &model : m_models) {
        other.addModel(model->id, model->model, model->style);
        Model &copy = *other.m_models.back();
        copy.classes = model->classes;
        copy.isolating = model->isolating;
        copy.hidden = model->hidden ? std::make_shared<std::vector<std::uint8_t>>(*model->hidden) : nullptr;
        if (copy.classes) {
            other.recolour(copy);
        }
        for (const auto &tile : model->tiles) {
            other.addTile(model->id, tile->sharedMesh(), tile->sharedTextures());
        }
    }
    other.updateGround();
    if (m_groundTexture) {
        other.setGroundImage(m_groundTexture->GetInput(), m_groundExtent);
    }
    other.setColumns(m_wantedColumns, m_markedColumn);
    other.setSelected(m_selected);
    other.setGlass(m_glass.bodies());
    other.setEdgesShown(m_edgesShown);
    other.setCut(m_cut);
    other.setCamera(camera());
}

} // namespace loci::scene
